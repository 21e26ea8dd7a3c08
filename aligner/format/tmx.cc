// TMX 1.4b, the exchange format of translation memories: a unit (tu) of variants (tuv) in their languages, each with its
// segment (seg). A pair's further fields are props, those of a side in its variant.
#include <algorithm>
#include <utility>

#include "format/fields.h"
#include "format/streams.h"
#include "format/xml_pairs.h"
#include "format/xml_text.h"

namespace muwazi {
namespace {

class TmxReader : public XmlPairReader {
 public:
  TmxReader(Input input, const XmlOptions& options) : XmlPairReader(std::move(input), options) {}

 private:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (inline_.active()) return inline_.start(name, attributes);
    if (!root_seen_) return check_root(name);
    if (name == "tu") {
      begin_pair();
      in_unit_ = true;
      pair().id = attributes.get("tuid");
    } else if (!in_unit_) {
      return;
    } else if (name == "tuv") {
      begin_variant(attributes);
    } else if (name == "seg") {
      inline_.begin();
    } else if (name == "prop" || name == "note") {
      property_ = attributes.get("type");
      in_value_ = true;
      value_.clear();
    }
  }

  void text(std::string_view piece) override {
    if (inline_.active()) {
      inline_.append(piece);
      bound(inline_.text().size());
    } else if (in_value_) {
      value_ += piece;
      bound(value_.size());
    }
  }

  void end(std::string_view name) override {
    if (inline_.active()) {
      inline_.end();
      if (!inline_.active() && side_ != nullptr && (this->*side_)().text.empty())
        (this->*side_)().text = inline_.text();
    } else if (in_value_) {
      end_value(name);
    } else if (name == "tuv") {
      in_variant_ = false;
    } else if (name == "tu" && in_unit_) {
      in_unit_ = false;
      finish_pair();
    }
  }

  void check_root(std::string_view name) {
    root_seen_ = true;
    if (name == "tmx") return;
    parser().refuse("the root element is " + std::string(name), "a .tmx file has tmx");
  }

  /// Of a unit in many languages the first Arabic and the first English variant count.
  void begin_variant(const XmlAttributes& attributes) {
    in_variant_ = true;
    const auto language =
        language_of_tag(attributes.find("xml:lang").value_or(attributes.get("lang")));
    side_ = language == Language::arabic    ? &TmxReader::arabic
            : language == Language::english ? &TmxReader::english
                                            : nullptr;
    if (side_ != nullptr && !(this->*side_)().text.empty()) side_ = nullptr;
  }

  void end_value(std::string_view name) {
    in_value_ = false;
    if (name == "note") {
      if (!in_variant_ && pair().note.empty()) pair().note = value_;
    } else if (!in_variant_ && property_ == "document") {
      pair().document = value_;
    } else if (!in_variant_) {
      set_field(pair(), property_, value_);
    } else if (side_ != nullptr) {
      set_field((this->*side_)(), property_, value_);
    }
  }

  // The pair moves while it is read: a side is asked for anew each time.
  SegmentSide& arabic() { return pair().arabic; }
  SegmentSide& english() { return pair().english; }

  bool root_seen_ = false, in_unit_ = false, in_variant_ = false, in_value_ = false;
  SegmentSide& (TmxReader::*side_)() = nullptr;  ///< of the variant; null: of another language
  InlineText inline_;
  std::string property_, value_;
};

class TmxWriter : public StreamWriter {
 public:
  TmxWriter(Sink sink, std::string_view version) : StreamWriter(std::move(sink)) {
    std::string& out = stream.bytes();
    out +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
        "<tmx version=\"1.4\">\n<header creationtool=\"muwazi\" creationtoolversion=\"";
    append_xml_value(out, version);
    out +=
        "\" segtype=\"sentence\" o-tmf=\"muwazi\" adminlang=\"en\" srclang=\"ar\" "
        "datatype=\"plaintext\"/>\n<body>\n";
  }

  std::optional<Fault> write(const SegmentPair& pair) override {
    std::string& out = stream.bytes();
    out += "<tu";
    if (!pair.id.empty()) {
      out += " tuid=\"";
      lost.characters += append_xml_value(out, pair.id);
      out += '"';
    }
    out += ">\n";
    if (!pair.note.empty()) element("note", pair.note);
    fields_.clear();
    if (!pair.document.empty()) fields_.emplace_back("document", pair.document);
    append_fields(pair, fields_);
    append_props();
    append_variant("ar", pair.arabic);
    append_variant("en", pair.english);
    out += "</tu>\n";
    stream.pass_on_if_full();
    return std::nullopt;
  }

  void finish() override {
    stream.bytes() += "</body>\n</tmx>\n";
    stream.pass_on();
  }

 private:
  void element(std::string_view name, std::string_view text) {
    std::string& out = stream.bytes();
    (out += '<').append(name) += '>';
    lost.characters += append_xml_text(out, text);
    (out += "</").append(name) += ">\n";
  }

  void append_props() {
    std::string& out = stream.bytes();
    for (const auto& [name, value] : fields_) {
      (out += "<prop type=\"").append(name) += "\">";
      lost.characters += append_xml_text(out, value);
      out += "</prop>\n";
    }
  }

  void append_variant(std::string_view language, const SegmentSide& side) {
    (stream.bytes() += "<tuv xml:lang=\"").append(language) += "\">\n";
    fields_.clear();
    append_fields(side, "", fields_);
    append_props();
    element("seg", side.text);
    stream.bytes() += "</tuv>\n";
  }

  std::vector<Field> fields_;
};

}  // namespace

ReaderPointer read_tmx(Input input, bool is_utf8) {
  return std::make_unique<TmxReader>(std::move(input), XmlOptions{.is_utf8 = is_utf8});
}

WriterPointer write_tmx(Sink sink, std::string_view version) {
  return std::make_unique<TmxWriter>(std::move(sink), version);
}

}  // namespace muwazi
