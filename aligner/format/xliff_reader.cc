// XLIFF 1.2 and 2.x. Of 1.2 a pair is a trans-unit with its source and target; of 2.x a segment, which has what its unit
// says. Proposals of other memories (alt-trans, matches) and what is between two segments (ignorable) are passed over.
#include <algorithm>
#include <array>
#include <utility>

#include "format/fields.h"
#include "format/streams.h"
#include "format/xml_pairs.h"

namespace muwazi {
namespace {

class XliffReader : public XmlPairReader {
 public:
  XliffReader(Input input, const XmlOptions& options) : XmlPairReader(std::move(input), options) {}

 private:
  /// Elements that count; all inside another one is passed over.
  enum class Element : std::uint8_t {
    root,
    file,
    trans_unit,
    unit,
    segment,
    source,
    target,
    note,
    value,
    wrapper,  ///< it may hold any of these
    other
  };

  static Element element_of(std::string_view name) {
    struct Named {
      std::string_view name;
      Element element;
    };
    static constexpr std::array kNames = {Named{"trans-unit", Element::trans_unit},
                                          Named{"unit", Element::unit},
                                          Named{"segment", Element::segment},
                                          Named{"source", Element::source},
                                          Named{"target", Element::target},
                                          Named{"note", Element::note},
                                          Named{"context", Element::value},
                                          Named{"meta", Element::value},
                                          Named{"file", Element::file},
                                          Named{"xliff", Element::root},
                                          Named{"body", Element::wrapper},
                                          Named{"group", Element::wrapper},
                                          Named{"notes", Element::wrapper},
                                          Named{"context-group", Element::wrapper},
                                          Named{"metadata", Element::wrapper},
                                          Named{"metaGroup", Element::wrapper}};
    const auto* const found = std::find_if(kNames.begin(), kNames.end(),
                                           [&](const Named& named) { return named.name == name; });
    return found == kNames.end() ? Element::other : found->element;
  }

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (inline_.active()) return inline_.start(name, attributes);
    if (passed_over_ > 0) {
      ++passed_over_;
      return;
    }
    const Element element = element_of(name);
    if (open_.empty() && element != Element::root) {
      return parser().refuse("the root element is " + std::string(name), "an .xlf file has xliff");
    }
    if (element == Element::other) {
      passed_over_ = 1;
      return;
    }
    open_.push_back(element);
    begin(element, attributes);
  }

  void begin(Element element, const XmlAttributes& attributes) {
    switch (element) {
      case Element::root:
        swapped_ = starts_english(attributes.get("srcLang"));
        break;
      case Element::file:
        if (attributes.find("source-language"))
          swapped_ = starts_english(attributes.get("source-language"));
        document_ = attributes.get("original");
        break;
      case Element::trans_unit:
        begin_unit(attributes, "resname");
        begin_pair_of_unit();
        if (attributes.get("approved") == "yes") pair().judgement = Judgement::accepted;
        break;
      case Element::unit:
        begin_unit(attributes, "name");
        break;
      case Element::segment:
        begin_pair_of_unit();
        if (attributes.get("state") == "final") pair().judgement = Judgement::accepted;
        segment_id_ = attributes.get("id");
        break;
      case Element::source:
      case Element::target:
        if (in_pair_) inline_.begin();
        break;
      case Element::note:
      case Element::value:
        property_ = attributes.find("context-type").value_or(attributes.get("type"));
        value_.clear();
        break;
      case Element::wrapper:
      case Element::other:
        break;
    }
  }

  void begin_unit(const XmlAttributes& attributes, std::string_view name) {
    clear(unit_);
    segments_ = 0;
    unit_.id = attributes.find(name).value_or(attributes.get("id"));
    unit_.document = document_;
  }

  void begin_pair_of_unit() {
    in_pair_ = true;
    begin_pair();
    const std::uint64_t line = pair().line;
    pair() = unit_;
    pair().line = line;
    ++segments_;
  }

  void text(std::string_view piece) override {
    if (inline_.active()) {
      inline_.append(piece);
      bound(inline_.text().size());
    } else if (passed_over_ == 0 && !open_.empty() &&
               (open_.back() == Element::note || open_.back() == Element::value)) {
      value_ += piece;
      bound(value_.size());
    }
  }

  void end(std::string_view /*name*/) override {
    if (inline_.active()) {
      inline_.end();
      if (inline_.active()) return;
      side(open_.back() == Element::source).text = inline_.text();
    } else if (passed_over_ > 0) {
      --passed_over_;
      return;
    }
    const Element element = open_.back();
    open_.pop_back();
    if (element == Element::note || element == Element::value) end_value(element);
    if (element == Element::trans_unit || element == Element::segment) end_pair(element);
  }

  /// The pair, or before its segments the unit.
  SegmentPair& described() { return in_pair_ ? pair() : unit_; }
  SegmentSide& side(bool source) {
    return source != swapped_ ? described().arabic : described().english;
  }

  void end_value(Element element) {
    if (element == Element::note) {
      if (described().note.empty()) described().note = value_;
      return;
    }
    std::string_view name = property_;
    if (name.starts_with("x-")) name.remove_prefix(2);
    if (name.starts_with("ar-")) {
      set_field(described().arabic, name.substr(3), value_);
    } else if (name.starts_with("en-")) {
      set_field(described().english, name.substr(3), value_);
    } else {
      set_field(described(), name, value_);
    }
  }

  void end_pair(Element element) {
    in_pair_ = false;
    // The unit's name is that of its one segment; of several each adds its own.
    if (element == Element::segment && segments_ > 1)
      pair().id += '.' + (segment_id_.empty() ? std::to_string(segments_) : segment_id_);
    finish_pair();
  }

  static bool starts_english(std::string_view tag) {
    return language_of_tag(tag) == Language::english;
  }

  std::vector<Element> open_;
  std::size_t passed_over_ = 0;  ///< elements open since one that does not count, it too
  bool swapped_ = false;         ///< the source is English
  bool in_pair_ = false;
  SegmentPair unit_;          ///< what is known of a pair before its texts
  std::size_t segments_ = 0;  ///< of the unit so far
  InlineText inline_;
  std::string document_, segment_id_, property_, value_;
};

}  // namespace

ReaderPointer read_xliff(Input input, bool is_utf8) {
  return arabic_first(
      std::make_unique<XliffReader>(std::move(input), XmlOptions{.is_utf8 = is_utf8}));
}

}  // namespace muwazi
