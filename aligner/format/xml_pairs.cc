#include "format/xml_pairs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "format/bitext_pairs.h"
#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

constexpr std::array<std::string_view, 10> kPlaceholders = {"ph", "x",  "it", "bpt", "ept",
                                                            "bx", "ex", "sc", "ec",  "ut"};
constexpr std::array<std::string_view, 2> kPaired = {"g", "pc"};

template <class Names>
bool is_any(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string code_of(std::string_view name, const XmlAttributes& attributes) {
  for (const char* attribute : {"id", "i", "x"}) {
    if (const auto found = attributes.find(attribute))
      return ('{' + std::string(name) + ':').append(*found);
  }
  return '{' + std::string(name);
}

/// <cp hex="0001"/> stands for a character that XML cannot have.
void append_code_point(std::string& to, std::string_view hex) {
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
  const bool whole = error == std::errc{} && end == hex.data() + hex.size();
  append(to, whole && code != 0 ? static_cast<char32_t>(code) : kReplacement);
}

void clear(SegmentSide& side) {
  side.text.clear();
  side.parts.clear();
  side.source.clear();
  side.bytes.reset();
  side.sentences.clear();
}

}  // namespace

void clear(SegmentPair& pair) {
  pair.id.clear();
  pair.document.clear();
  clear(pair.arabic);
  clear(pair.english);
  pair.score.reset();
  pair.marked = false;
  pair.judgement = Judgement::none;
  pair.note.clear();
  pair.key.clear();
  pair.line = 0;
}

void InlineText::begin() {
  active_ = true;
  text_.clear();
  open_.clear();
  hidden_ = 0;
}

void InlineText::start(std::string_view name, const XmlAttributes& attributes) {
  if (hidden_ > 0) {
    ++hidden_;
    return;
  }
  if (is_any(name, kPlaceholders)) {
    text_ += code_of(name, attributes) + '}';
    hidden_ = 1;
    return;
  }
  std::string at_end;
  if (is_any(name, kPaired)) {
    at_end = code_of(name, attributes);
    text_ += at_end + '}';
    at_end += ":end}";
  } else if (name == "cp") {
    append_code_point(text_, attributes.get("hex"));
  }
  open_.push_back(std::move(at_end));
}

void InlineText::end() {
  if (hidden_ > 0) {
    --hidden_;
  } else if (open_.empty()) {
    active_ = false;
  } else {
    text_ += open_.back();
    open_.pop_back();
  }
}

bool XmlPairReader::next(SegmentPair& pair) {
  while (given_ == count_) {
    // The one that is half read comes first from now on.
    if (count_ < ready_.size()) std::swap(ready_[0], ready_[count_]);
    count_ = given_ = 0;
    if (!parser_.more() && count_ == 0) return false;
  }
  std::swap(pair, ready_[given_++]);
  return true;
}

void XmlPairReader::begin_pair() {
  if (count_ == ready_.size()) ready_.emplace_back();
  clear(ready_[count_]);
  ready_[count_].line = parser_.line();
}

void XmlPairReader::finish_pair() {
  if (pair().arabic.text.empty() && pair().english.text.empty()) {
    ++foreign_;
    return;
  }
  for (SegmentSide* const side : {&pair().arabic, &pair().english}) {
    if (!parts_fit(*side)) side->parts.clear();  // a translator edited the text
  }
  ++count_;
}

void XmlPairReader::bound(std::size_t bytes) {
  if (bytes <= kLongestPair) return;
  Fault fault = too_long("", 0);
  parser_.refuse(fault.kind, std::move(fault.found), std::move(fault.remedy));
}

std::optional<Language> language_of_tag(std::string_view tag) {
  std::string first;
  for (const char c : tag) {
    if (c == '-' || c == '_') break;
    first += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  constexpr std::array<std::string_view, 4> kArabic = {"ar", "ara", "arb", "arz"};
  constexpr std::array<std::string_view, 2> kEnglish = {"en", "eng"};
  if (is_any(first, kArabic)) return Language::arabic;
  if (is_any(first, kEnglish)) return Language::english;
  return std::nullopt;
}

}  // namespace muwazi
