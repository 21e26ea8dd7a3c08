#include "anchor/code.h"

#include <utility>
#include <vector>

#include "text/unit_names.h"

namespace muwazi::anchor {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }
bool is_alnum(char c) { return is_digit(c) || is_letter(c); }

/// A token is cut at - and _ into parts.
struct Part {
  std::size_t begin = 0, end = 0;
  enum class Sort { word, upper_word, number, mixed } sort = Sort::word;
};

/// Whether it is a unit as a whole: "m2".
bool is_unit(std::string_view text) {
  return UnitNames::get().behind(text, Language::english).bytes == ByteRange{0, text.size()};
}

/// Digits and points, then at most three letters or a unit: "3.5mm", "25th", "12", "40m2".
bool is_number(std::string_view part) {
  std::size_t at = 0;
  while (at < part.size() && (is_digit(part[at]) || (part[at] == '.' && at > 0))) ++at;
  if (at == 0) return false;
  if (at < part.size() && is_digit(part.back())) return is_unit(part.substr(at));
  if (part.size() - at > 3) return false;
  for (; at < part.size(); ++at) {
    if (!is_letter(part[at])) return false;
  }
  return true;
}

Part::Sort sort_of(std::string_view part) {
  if (is_number(part)) return Part::Sort::number;
  bool upper = true;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (!is_upper(part[i])) upper = false;
    if (i > 0 && ((is_digit(part[i]) && is_letter(part[i - 1])) ||
                  (is_letter(part[i]) && is_digit(part[i - 1])))) {
      return Part::Sort::mixed;
    }
  }
  return upper ? Part::Sort::upper_word : Part::Sort::word;
}

bool has_letter(std::string_view part) {
  for (const char c : part) {
    if (is_letter(c)) return true;
  }
  return false;
}

/// The parts that the code is made of, as [first, last]; first > last if there is none.
std::pair<std::size_t, std::size_t> code_parts(const std::vector<Part>& parts,
                                               std::string_view token) {
  std::size_t first = parts.size(), last = 0, numbers = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    if (part.sort == Part::Sort::mixed && first == parts.size()) first = i;
    if (part.sort == Part::Sort::mixed || part.sort == Part::Sort::number) last = i;
    if (part.sort == Part::Sort::number &&
        !has_letter(token.substr(part.begin, part.end - part.begin))) {
      ++numbers;
    }
  }
  if (first == parts.size()) {  // "ISO-8859-6": capitals and at least two numbers
    if (parts.front().sort != Part::Sort::upper_word || numbers < 2) return {1, 0};
    first = 0;
  }
  while (first > 0 && parts[first - 1].sort != Part::Sort::word) --first;
  return {first, last};
}

/// Whether what stands behind digits makes an amount of them: "SR1,500", "SR3.2", "SR1.27bn".
bool goes_on_as_amount(std::string_view rest) {
  std::size_t digits = 0;
  while (digits + 1 < rest.size() && is_digit(rest[digits + 1])) ++digits;
  const bool ends = rest.size() == digits + 1 || rest[digits + 1] != '.';  // no version
  return (rest.starts_with(',') && digits == 3) || (rest.starts_with('.') && digits > 0 && ends);
}

/// The sign of a currency that an amount follows directly, more than one digit: "JD15".
std::size_t sign_length(std::string_view chunk) {
  std::size_t letters = 0, digits = 0;
  while (letters < chunk.size() && is_letter(chunk[letters])) ++letters;
  while (letters + digits < chunk.size() && is_digit(chunk[letters + digits])) ++digits;
  const std::string_view rest = chunk.substr(letters + digits);
  if (letters < 2 || digits == 0 || (digits == 1 && !goes_on_as_amount(rest))) return 0;
  return UnitNames::get().is_sign(chunk.substr(0, letters)) ? letters : 0;
}

std::vector<Part> parts_of(std::string_view token) {
  std::vector<Part> parts(1);
  for (std::size_t at = 0; at < token.size(); ++at) {
    if (token[at] != '-' && token[at] != '_') continue;
    parts.back().end = at;
    parts.push_back({at + 1, 0, Part::Sort::word});
  }
  parts.back().end = token.size();
  for (Part& part : parts) part.sort = sort_of(token.substr(part.begin, part.end - part.begin));
  return parts;
}

}  // namespace

CodeSpan code_span(std::string_view chunk) {
  CodeSpan span;
  bool digits = false, letters = false;
  std::size_t at = 0;
  for (; at < chunk.size(); ++at) {
    const char c = chunk[at];
    digits = digits || is_digit(c);
    letters = letters || is_letter(c);
    if (is_alnum(c)) continue;
    const bool joins =
        (c == '-' || c == '_' || c == '.') && at + 1 < chunk.size() && is_alnum(chunk[at + 1]);
    if (!joins) break;
  }
  span.token = at;
  if (!digits || !letters) return span;
  if (const std::size_t sign = sign_length(chunk); sign > 0) {
    span.token = sign;
    return span;
  }
  const std::vector<Part> parts = parts_of(chunk.substr(0, at));
  const auto [first, last] = code_parts(parts, chunk);
  if (first > last) return span;
  span.begin = parts[first].begin;
  span.end = parts[last].end;
  span.key = "code:";
  for (const char c : chunk.substr(span.begin, span.end - span.begin)) {
    span.key.push_back(is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return span;
}

}  // namespace muwazi::anchor
