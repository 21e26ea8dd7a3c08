#include "format/jsonl.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "format/cells.h"
#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

using nlohmann::json;

/// Goes through a line and tells how far it has come: the parser tells of its events not where they are.
/// It reads one byte past a number and none past any other token.
class Place {
 public:
  using value_type = char;
  using difference_type = std::ptrdiff_t;

  Place(const char* at, const char** seen) : at_(at), seen_(seen) {}
  const char& operator*() const { return *at_; }
  Place& operator++() {
    *seen_ = ++at_;
    return *this;
  }
  Place operator++(int) {
    const Place before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Place& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** seen_;
};

/// Takes the fields from the parser's events. The first thing that is wrong stays; reading goes on behind
/// it, since the id may come later.
class LineHandler : public nlohmann::json_sax<json> {
 public:
  LineHandler(std::string_view line, JsonLine& out) : line_(line), out_(out), seen_(line.data()) {}

  [[nodiscard]] Place begin() { return {line_.data(), &seen_}; }
  [[nodiscard]] Place end() { return {line_.data() + line_.size(), &seen_}; }

  bool null() override { return other_value("null"); }
  bool boolean(bool /*value*/) override { return other_value("true or false"); }
  bool number_integer(number_integer_t value) override { return integer(fmt::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return integer(fmt::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& /*digits*/) override {
    return other_value("a number that is no integer of 64 bits");
  }
  bool binary(binary_t& /*value*/) override { return other_value("binary"); }

  bool string(string_t& value) override {
    const std::size_t at = begin_of_token();
    if (depth_ == 0) wrong(at, "a string, not an object");
    if (depth_ == 2 && in_sentences_) take_sentence(at, value);
    if (depth_ == 1) take_string(at, value);
    return next_value();
  }

  bool start_array(std::size_t /*size*/) override {
    const std::size_t at = begin_of_token();
    if (depth_ == 0) wrong(at, "an array, not an object");
    if (depth_ == 1) begin_sentences(at);
    if (depth_ == 2 && in_sentences_) wrong(at, fmt::format("\"{}\" holds an array", name(field_)));
    return open();
  }
  bool end_array() override { return close(); }

  bool start_object(std::size_t /*size*/) override {
    const std::size_t at = begin_of_token();
    if (depth_ == 1 && field_ != kOther)
      wrong(at, fmt::format("\"{}\" is an object", name(field_)));
    if (depth_ == 2 && in_sentences_)
      wrong(at, fmt::format("\"{}\" holds an object", name(field_)));
    return open();
  }
  bool end_object() override { return close(); }

  bool key(string_t& value) override {
    if (depth_ == 1) {
      const auto* const found = std::find(std::begin(kNames), std::end(kNames) - 1, value);
      field_ = static_cast<Field>(found - std::begin(kNames));
      if (field_ != kOther && there_[field_])
        wrong(begin_of_token(), fmt::format("\"{}\" is there twice", value));
      repeated_ = there_[field_];
      there_[field_] = field_ != kOther;
    }
    return next_value();
  }

  bool parse_error(std::size_t position, const std::string& /*last_token*/,
                   const json::exception& error) override {
    // "… while parsing value - invalid literal; last read: '…'", which may be the whole line.
    std::string found = error.what();
    if (const auto dash = found.find(" - "); dash != std::string::npos) found.erase(0, dash + 3);
    found.resize(std::min(found.find("; last read"), found.size()));
    const std::size_t at = position == 0 ? 0 : position - 1;
    fault_ = {FaultKind::malformed_json, {}, 0, {at, at + 1}, std::move(found), {}};
    return false;
  }

  /// After the last event: what is missing, and which kind of document it is.
  void finish() {
    const bool page = there_[kText], arabic = there_[kArabic], english = there_[kEnglish];
    if (page && (arabic || english)) missing("both \"text\" and \"ar\" or \"en\"");
    if (!page && !arabic && !english) missing("neither \"text\" nor \"ar\" and \"en\"");
    if (!page && arabic != english) missing(fmt::format("no \"{}\"", arabic ? "en" : "ar"));
    if (!there_[kId]) missing("no \"id\"");
    if (arabic && english && cut_[kArabic] != cut_[kEnglish])
      missing("of \"ar\" and \"en\" one is a string and the other an array");
    out_.kind = page            ? JsonLine::Kind::page
                : cut_[kArabic] ? JsonLine::Kind::sentences
                                : JsonLine::Kind::documents;
    out_.fault = std::move(fault_);
  }

 private:
  enum Field { kId, kText, kArabic, kEnglish, kOther };
  static constexpr std::string_view kNames[] = {"id", "text", "ar", "en", "other"};
  static std::string_view name(Field field) { return kNames[field]; }

  /// Between two tokens stand only white space, commas and colons.
  [[nodiscard]] std::size_t begin_of_token() const {
    return std::min(line_.find_first_not_of(" \t\r\n,:", before_), line_.size() - 1);
  }
  bool next_value() {
    before_ = static_cast<std::size_t>(seen_ - line_.data());
    return true;
  }
  bool open() {
    ++depth_;
    return next_value();
  }
  bool close() {
    if (--depth_ == 1) in_sentences_ = false;
    return next_value();
  }

  void wrong(std::size_t at, std::string found, FaultKind kind = FaultKind::malformed_document) {
    if (!fault_) fault_ = {kind, {}, 0, {at, at + 1}, std::move(found), {}};
  }
  void missing(std::string found) {
    if (!fault_) fault_ = {FaultKind::malformed_document, {}, 0, {}, std::move(found), {}};
  }

  bool other_value(const char* what) {
    const std::size_t at = begin_of_token();
    if (depth_ == 0) wrong(at, fmt::format("{}, not an object", what));
    if (depth_ == 1 && field_ != kOther) wrong(at, fmt::format("\"{}\" is {}", name(field_), what));
    if (depth_ == 2 && in_sentences_) wrong(at, fmt::format("\"{}\" holds {}", name(field_), what));
    return next_value();
  }

  bool integer(std::string digits) {
    if (depth_ != 1 || field_ != kId) return other_value("a number");
    if (!repeated_) out_.id = std::move(digits);
    return next_value();
  }

  void take_string(std::size_t at, std::string& value) {
    if (field_ == kOther || repeated_) return;
    if (field_ == kId) {
      out_.id = json_string(value);
      return;
    }
    refuse_nul(at, value);
    (field_ == kText     ? out_.page
     : field_ == kArabic ? out_.arabic.text
                         : out_.english.text) = std::move(value);
  }

  void begin_sentences(std::size_t at) {
    if (field_ == kOther) return;
    if (field_ != kArabic && field_ != kEnglish)
      return wrong(at, fmt::format("\"{}\" is an array", name(field_)));
    in_sentences_ = cut_[field_] = !repeated_;
  }

  void take_sentence(std::size_t at, const std::string& value) {
    JsonLine::Side& side = field_ == kArabic ? out_.arabic : out_.english;
    refuse_nul(at, value);
    if (!side.sentences.empty()) side.text += '\n';
    side.text += value;
    side.sentences.push_back({side.text.size() - value.size(), side.text.size()});
  }

  /// As in files: no text has one.
  void refuse_nul(std::size_t at, std::string_view value) {
    if (value.find('\0') != std::string_view::npos)
      wrong(at, fmt::format("in \"{}\"", name(field_)), FaultKind::nul_byte);
  }

  std::string_view line_;
  JsonLine& out_;
  const char* seen_;        ///< how far the parser has read
  std::size_t before_ = 0;  ///< where the token before the present one ends
  std::size_t depth_ = 0;   ///< 1: in the object of the line
  Field field_ = kOther;    ///< of the object of the line
  bool repeated_ = false;   ///< it was there before
  bool there_[kOther + 1] = {};
  bool cut_[kOther + 1] = {};  ///< given as an array
  bool in_sentences_ = false;  ///< in that array
  std::optional<Fault> fault_;
};

}  // namespace

JsonLine read_json_line(std::string_view line, const std::string& file, std::uint64_t number) {
  JsonLine out;
  LineHandler handler(line, out);
  if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    out.fault = {FaultKind::malformed_document, {}, 0, {}, "an empty line", {}};
  } else {
    json::sax_parse(handler.begin(), handler.end(), &handler);
    handler.finish();
  }
  // The parser takes a NUL for the end, and bytes that are no text for wrong JSON.
  const std::size_t nul = line.find('\0'), invalid = first_invalid_utf8(line);
  if (nul < line.size()) out.fault = {FaultKind::nul_byte, {}, 0, {nul, nul + 1}, {}, {}};
  if (invalid < line.size()) {
    out.fault = {FaultKind::invalid_utf8, {}, 0, {invalid, invalid + 1}, {}, {}};
    out.fault->found = fmt::format(
        "byte 0x{:02X}", static_cast<unsigned>(static_cast<unsigned char>(line[invalid])));
  }
  if (out.fault) {
    out.fault->file = file;
    out.fault->line = number;
  }
  return out;
}

}  // namespace muwazi
