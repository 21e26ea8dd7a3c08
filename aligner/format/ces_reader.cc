// cesAlign, the format of OPUS and Uplug: links between the sentences of two documents, each marked <s id="…"> in a file
// of its own. Links go forward, so that of each document one sentence is held at a time, and those of the bead.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "format/bitext_pairs.h"
#include "format/cells.h"
#include "format/fields.h"
#include "format/streams.h"
#include "format/xml_pairs.h"

namespace muwazi {
namespace {

/// What stands between two words, and around a sentence, may be the layout of the file.
constexpr std::string_view kLayout = " \t\r\n";

/// The sentences of a document, in order. Words that are marked (<w>) have a space between them.
class CesDocument : private XmlHandler {
 public:
  CesDocument(Input input, const XmlOptions& options)
      : name_(input.name), parser_(std::move(input), *this, options) {}

  /// The next sentence; false at the end and where there is a fault.
  bool next(std::string& id, std::string& text) {
    while (given_ == count_) {
      std::swap(ready_[0], ready_[count_]);
      count_ = given_ = 0;
      if (!parser_.more() && count_ == 0) return false;
    }
    std::swap(id, ready_[given_].id);
    text = one_line(ready_[given_++].text);
    return true;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const { return parser_.fault(); }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  struct Sentence {
    std::string id, text;
  };

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "s" && !open_) {
      ready_[count_].id = attributes.get("id");
      ready_[count_].text.clear();
      open_ = true;
    } else if (open_ && name == "w") {
      std::string& text = ready_[count_].text;
      text.erase(text.find_last_not_of(kLayout) + 1);
      if (!text.empty()) text += ' ';
    }
  }
  void end(std::string_view name) override {
    if (name != "s" || !open_) return;
    open_ = false;
    std::string& text = ready_[count_].text;
    text.erase(0, std::min(text.find_first_not_of(kLayout), text.size()));
    text.erase(text.find_last_not_of(kLayout) + 1);
    if (++count_ == ready_.size()) ready_.emplace_back();
  }
  void text(std::string_view piece) override {
    if (!open_) return;
    std::string& text = ready_[count_].text;
    text += piece;
    if (text.size() > kLongestPair) {
      parser_.refuse(FaultKind::too_large, "a sentence of more than 64 MiB", "");
    }
  }

  std::string name_;
  XmlParser parser_;
  std::vector<Sentence> ready_ = std::vector<Sentence>(1);
  std::size_t count_ = 0, given_ = 0;
  bool open_ = false;
};

/// A link as it stands in the file.
struct Link {
  std::string from_document, to_document, group;
  std::string id, targets, certainty, note;
  std::uint64_t line = 0, column = 0;
};

class LinkReader : private XmlHandler {
 public:
  LinkReader(Input input, const XmlOptions& options) : parser_(std::move(input), *this, options) {}

  bool next(Link& link) {
    while (given_ == links_.size()) {
      links_.clear();
      given_ = 0;
      if (!parser_.more() && links_.empty()) return false;
    }
    link = std::move(links_[given_++]);
    return true;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const { return parser_.fault(); }

 private:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (!root_seen_ && name != "cesAlign") {
      return parser_.refuse("the root element is " + std::string(name), "cesAlign was expected");
    }
    root_seen_ = true;
    if (name == "linkGrp") {
      group_.from_document = attributes.get("fromDoc");
      group_.to_document = attributes.get("toDoc");
      group_.group = attributes.get("n");
    } else if (name == "link") {
      Link link = group_;
      link.id = attributes.get("id");
      link.targets = attributes.get("xtargets");
      link.certainty = attributes.get("certainty");
      link.line = parser_.line();
      links_.push_back(std::move(link));
    }
  }
  void end(std::string_view /*name*/) override {}
  void text(std::string_view /*piece*/) override {}

  XmlParser parser_;
  bool root_seen_ = false;
  Link group_;
  std::vector<Link> links_;
  std::size_t given_ = 0;
};

class CesReader : public PairReader {
 public:
  CesReader(const std::string& path, std::vector<std::string> documents, OpenFile open,
            const XmlOptions& options)
      : name_(path),
        documents_(std::move(documents)),
        open_(std::move(open)),
        options_(options),
        links_(open_(path), options) {}

  bool next(SegmentPair& pair) override {
    Link link;
    while (!fault_ && links_.next(link)) {
      const std::size_t middle = link.targets.find(';');
      if (middle == std::string::npos) {
        refuse(link, fmt::format("a link to \"{}\"", link.targets),
               "sentences of both documents stand around a semicolon");
        return false;
      }
      if (!open_documents(link)) return false;
      pair = {};
      pair.id = link.id;
      pair.document = link.group;
      pair.line = link.line;
      pair.score = score_of(link.certainty);
      const std::string_view targets = link.targets;
      if (!fill(pair.arabic, *from_, targets.substr(0, middle), link) ||
          !fill(pair.english, *to_, targets.substr(middle + 1), link))
        return false;
      if (!pair.arabic.text.empty() || !pair.english.text.empty()) return true;
    }
    if (!fault_) fault_ = links_.fault();
    return false;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const override { return fault_; }
  [[nodiscard]] std::vector<std::string> further_files() const override {
    return {further_.begin(), further_.end()};
  }

 private:
  struct Open {
    Open(Input input, const XmlOptions& options) : document(std::move(input), options) {}
    CesDocument document;
    std::uint32_t count = 0;
  };

  /// Those that the link's group names, unless they are open already.
  bool open_documents(const Link& link) {
    if (from_ && link.from_document == from_name_ && link.to_document == to_name_) return true;
    from_name_ = link.from_document;
    to_name_ = link.to_document;
    if (documents_.size() == 2) {
      if (!from_) {
        from_ = opened(documents_[0]);
        to_ = opened(documents_[1]);
      }
      return true;
    }
    for (const std::string& document : {from_name_, to_name_}) {
      const std::filesystem::path path(document);
      const bool up =
          std::any_of(path.begin(), path.end(), [](const auto& part) { return part == ".."; });
      if (document.empty() || path.is_absolute() || up) {
        refuse(link, fmt::format("the document \"{}\"", document),
               "name both documents behind the file of links");
        return false;
      }
    }
    const auto folder = std::filesystem::path(name_).parent_path();
    from_ = opened((folder / from_name_).string());
    to_ = opened((folder / to_name_).string());
    return true;
  }

  std::unique_ptr<Open> opened(const std::string& path) {
    further_.insert(path);
    return std::make_unique<Open>(open_(path), options_);
  }

  bool fill(SegmentSide& side, Open& open, std::string_view targets, const Link& link) {
    side.source = open.document.name();
    std::string id, text;
    while (!targets.empty()) {
      const std::string_view wanted = targets.substr(0, targets.find(' '));
      targets.remove_prefix(std::min(wanted.size() + 1, targets.size()));
      if (wanted.empty()) continue;
      do {
        if (!open.document.next(id, text)) {
          fault_ = open.document.fault();
          if (!fault_) {
            refuse(link,
                   fmt::format("no sentence {} from here on in {}", wanted, open.document.name()),
                   "links must go forward in both documents");
          }
          return false;
        }
        ++open.count;
      } while (id != wanted);
      append_sentence(side, text, {0, 0}, open.count - 1);
      if (side.text.size() > kLongestPair) fault_ = too_long(name_, link.line);
      if (fault_) return false;
    }
    side.bytes.reset();
    return true;
  }

  void refuse(const Link& link, std::string found, std::string remedy) {
    fault_ = {FaultKind::malformed_bead, name_, link.line, {}, std::move(found), std::move(remedy)};
  }

  std::string name_;
  std::vector<std::string> documents_;
  OpenFile open_;
  XmlOptions options_;
  LinkReader links_;
  std::set<std::string> further_;  ///< documents that were opened
  std::string from_name_, to_name_;
  std::unique_ptr<Open> from_, to_;
  std::optional<Fault> fault_;
};

}  // namespace

ReaderPointer read_ces(const std::string& path, std::vector<std::string> documents,
                       const OpenFile& open, bool is_utf8) {
  return arabic_first(std::make_unique<CesReader>(path, std::move(documents), open,
                                                  XmlOptions{.is_utf8 = is_utf8}));
}

}  // namespace muwazi
