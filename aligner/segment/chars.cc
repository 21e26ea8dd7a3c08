#include "segment/chars.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace muwazi::segment {
namespace {

constexpr char32_t kTatweel = 0x0640;

constexpr std::array<Kind, 128> ascii_kinds() {
  std::array<Kind, 128> kinds{};
  kinds.fill(Kind::other);
  for (int c = 'A'; c <= 'Z'; ++c) kinds[c] = Kind::upper;
  for (int c = 'a'; c <= 'z'; ++c) kinds[c] = Kind::lower;
  for (int c = '0'; c <= '9'; ++c) kinds[c] = Kind::digit;
  for (const char c : {' ', '\t'}) kinds[c] = Kind::space;
  for (const char c : {'\n', '\v', '\f', '\r'}) kinds[c] = Kind::line_end;
  for (const char c : {'!', '?'}) kinds[c] = Kind::strong;
  for (const char c : {'(', '[', '{'}) kinds[c] = Kind::open;
  for (const char c : {')', ']', '}'}) kinds[c] = Kind::close;
  for (const char c : {'"', '\''}) kinds[c] = Kind::quote;
  for (const char c : {',', ';', ':'}) kinds[c] = Kind::comma;
  for (const char c : {'&', '+', '=', '/', '\\', '_', '@', '<', '>', '^', '%'}) {
    kinds[c] = Kind::joiner;
  }
  kinds['.'] = Kind::stop;
  kinds['-'] = Kind::dash;
  kinds['*'] = Kind::bullet;
  kinds['$'] = Kind::currency;
  return kinds;
}
constexpr std::array<Kind, 128> kAscii = ascii_kinds();

/// Characters whose kind is not their general category's.
Kind listed_kind(char32_t code) {
  switch (code) {
    case 0x0085:
    case 0x2028:
    case 0x2029:
      return Kind::line_end;
    case 0xFEFF:
      return Kind::space;
    case 0x2026:
      return Kind::ellipsis;
    case 0x061F:
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
      return Kind::strong;
    case 0x060C:
    case 0x061B:
    case 0x066B:
    case 0x066C:
      return Kind::comma;
    case 0x00BF:
    case 0x00A1:
      return Kind::open;
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x2219:
    case 0x25AA:
    case 0x25AB:
    case 0x25A0:
    case 0x25A1:
    case 0x25BA:
    case 0x25C6:
    case 0x25CB:
    case 0x25CF:
    case 0x25E6:
    case 0x2605:
    case 0x27A2:
    case 0x00B7:
      return Kind::bullet;
    case 0x066A:
      return Kind::joiner;
    default:
      return Kind::none;
  }
}

bool is_arabic(char32_t code) {
  return (code >= 0x0600 && code <= 0x06FF) || (code >= 0x0750 && code <= 0x077F) ||
         (code >= 0x0870 && code <= 0x08FF) || (code >= 0xFB50 && code <= 0xFDFF) ||
         (code >= 0xFE70 && code <= 0xFEFE);
}

}  // namespace

Kind kind_of(char32_t code) {
  if (code < 128) return kAscii[code];
  if ((code >= 0x0620 && code <= 0x064A)) return Kind::arabic;
  if (const Kind kind = listed_kind(code); kind != Kind::none) return kind;
  const auto c = static_cast<UChar32>(code);
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return Kind::upper;
    case U_LOWERCASE_LETTER:
      return Kind::lower;
    case U_OTHER_LETTER:
    case U_MODIFIER_LETTER:
      return is_arabic(code) ? Kind::arabic : Kind::letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return Kind::mark;
    case U_DECIMAL_DIGIT_NUMBER:
      return Kind::digit;
    case U_SPACE_SEPARATOR:
      return Kind::space;
    case U_FORMAT_CHAR:
      return Kind::ignorable;
    case U_START_PUNCTUATION:
      return u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK) ? Kind::quote : Kind::open;
    case U_END_PUNCTUATION:
      return Kind::close;
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return Kind::quote;
    case U_DASH_PUNCTUATION:
      return Kind::dash;
    case U_CURRENCY_SYMBOL:
      return Kind::currency;
    default:
      return Kind::other;
  }
}

Char char_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return {0, position, position, Kind::none};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(position);
  if (lead < 0x80) return {lead, position, position + 1, kAscii[lead]};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  char32_t code = length == 4 ? lead & 0x07u : length == 3 ? lead & 0x0Fu : lead & 0x1Fu;
  bool valid = length > 1 && lead <= 0xF4 && position + length <= text.size();
  for (std::size_t i = 1; valid && i < length; ++i) {
    valid = (byte(position + i) & 0xC0u) == 0x80;
    code = code << 6 | (byte(position + i) & 0x3Fu);
  }
  if (!valid || code > 0x10FFFF) return {0xFFFD, position, position + 1, Kind::other};
  return {code, position, position + length, kind_of(code)};
}

Char char_before(std::string_view text, std::size_t position) {
  if (position == 0) return {};
  std::size_t begin = position - 1;
  for (int i = 0; i < 3 && begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0u) == 0x80;
       ++i) {
    --begin;
  }
  if (const Char c = char_at(text, begin); c.end == position) return c;
  return {0xFFFD, position - 1, position, Kind::other};
}

std::string folded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const Char c = char_at(text, i);
    const bool skip = c.kind == Kind::mark || c.kind == Kind::ignorable || c.code == kTatweel;
    if (!skip) result.append(text, c.begin, c.end - c.begin);
    i = c.end;
  }
  return result;
}

}  // namespace muwazi::segment
