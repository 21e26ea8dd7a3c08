#include "muwazi/text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <cstring>

namespace muwazi {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080U;

unsigned char byte_at(std::string_view text, std::size_t at) noexcept {
  return static_cast<unsigned char>(text[at]);
}

bool continues(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

std::uint64_t eight_bytes(const char* from) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, from, sizeof word);
  return word;
}

// The length in bytes of the sequence that begins at `at`, 0 if none does (Unicode 15, table 3-7: the
// lead byte decides the length and narrows the range of the second byte).
std::size_t sequence_length(std::string_view text, std::size_t at) noexcept {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80U) return 1;
  if (lead < 0xC2U || lead > 0xF4U || !continues(text, at + 1)) return 0;
  if (lead < 0xE0U) return 2;
  const unsigned char second = byte_at(text, at + 1);
  if (lead < 0xF0U) {
    const bool overlong = lead == 0xE0U && second < 0xA0U;
    const bool surrogate = lead == 0xEDU && second > 0x9FU;
    return !overlong && !surrogate && continues(text, at + 2) ? 3 : 0;
  }
  const bool overlong = lead == 0xF0U && second < 0x90U;
  const bool past_end = lead == 0xF4U && second > 0x8FU;
  return !overlong && !past_end && continues(text, at + 2) && continues(text, at + 3) ? 4 : 0;
}

char32_t decoded(std::string_view text, std::size_t at, std::size_t length) noexcept {
  if (length == 1) return byte_at(text, at);
  char32_t c = byte_at(text, at) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) c = (c << 6U) | (byte_at(text, at + i) & 0x3FU);
  return c;
}

UChar32 icu(char32_t c) noexcept { return static_cast<UChar32>(c); }

std::uint32_t category(char32_t c) noexcept { return U_GET_GC_MASK(icu(c)); }

/// The letters of nearly all Arabic text, told without a look into ICU's tables.
bool is_plain_arabic_letter(char32_t c) noexcept {
  constexpr char32_t kTatweel = 0x640U;
  return c >= 0x620U && c <= 0x64AU && c != kTatweel;
}

bool is_script(char32_t c, UScriptCode script) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(icu(c), &status) == script && U_SUCCESS(status) != 0;
}

}  // namespace

char32_t next(std::string_view text, std::size_t& at) noexcept {
  const std::size_t length = sequence_length(text, at);
  if (length == 0) {
    ++at;
    return kReplacement;
  }
  const char32_t c = decoded(text, at, length);
  at += length;
  return c;
}

char32_t previous(std::string_view text, std::size_t& at) noexcept {
  for (std::size_t length = 1; length <= 4 && length <= at; ++length) {
    const std::size_t begin = at - length;
    if (continues(text, begin)) continue;
    if (sequence_length(text, begin) != length) break;
    at = begin;
    return decoded(text, begin, length);
  }
  --at;
  return kReplacement;
}

void append(std::string& text, char32_t c) {
  if (c > 0x10FFFFU || (c >= 0xD800U && c <= 0xDFFFU)) c = kReplacement;
  const auto tail = [c](unsigned shift) {
    return static_cast<char>(0x80U | ((c >> shift) & 0x3FU));
  };
  if (c < 0x80U) {
    text += static_cast<char>(c);
  } else if (c < 0x800U) {
    text += static_cast<char>(0xC0U | (c >> 6U));
    text += tail(0);
  } else if (c < 0x10000U) {
    text += static_cast<char>(0xE0U | (c >> 12U));
    text += tail(6);
    text += tail(0);
  } else {
    text += static_cast<char>(0xF0U | (c >> 18U));
    text += tail(12);
    text += tail(6);
    text += tail(0);
  }
}

std::size_t first_invalid_utf8(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + 8 <= text.size() && (eight_bytes(text.data() + at) & kHighBits) == 0) {
      at += 8;
      continue;
    }
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return at;
}

std::size_t code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::size_t utf16_units(std::string_view text) noexcept {
  std::size_t count = code_points(text);
  for (const char c : text) count += static_cast<unsigned char>(c) >= 0xF0U ? 1 : 0;
  return count;
}

int display_width(char32_t c) noexcept {
  if (c >= 0x20U && c < 0x7FU) return 1;
  constexpr char32_t kSoftHyphen = 0xAD;  // terminals show it
  if (c == kSoftHyphen) return 1;
  const std::uint32_t zero = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  if ((category(c) & zero) != 0) {
    const bool prepended = c >= 0x600U && c <= 0x605U;  // Arabic number signs: Cf, but visible
    return prepended || c == 0x6DDU ? 1 : 0;
  }
  if (c >= 0x1160U && c <= 0x11FFU) return 0;  // Hangul vowels and finals join the initial
  const int width = u_getIntPropertyValue(icu(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    width += static_cast<std::size_t>(display_width(next(text, at)));
  }
  return width;
}

bool is_space(char32_t c) noexcept {
  if (c < 0x80U) return c == ' ' || (c >= '\t' && c <= '\r');
  if (c > 0xA0U && c < 0x1680U) return false;
  return u_isUWhiteSpace(icu(c)) != 0 || c == 0x200BU || c == 0xFEFFU;
}

bool is_format(char32_t c) noexcept { return (category(c) & U_GC_CF_MASK) != 0; }

bool is_bidi_control(char32_t c) noexcept {
  return c == 0x61CU || c == 0x200EU || c == 0x200FU || (c >= 0x202AU && c <= 0x202EU) ||
         (c >= 0x2066U && c <= 0x2069U);
}

bool is_letter(char32_t c) noexcept {
  if (is_plain_arabic_letter(c)) return true;
  return (category(c) & U_GC_L_MASK) != 0;
}
bool is_mark(char32_t c) noexcept { return (category(c) & U_GC_M_MASK) != 0; }
bool is_digit(char32_t c) noexcept { return (category(c) & U_GC_ND_MASK) != 0; }
int digit_value(char32_t c) noexcept { return u_charDigitValue(icu(c)); }
bool is_punctuation(char32_t c) noexcept { return (category(c) & U_GC_P_MASK) != 0; }

bool is_upper(char32_t c) noexcept { return (category(c) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0; }
bool is_lower(char32_t c) noexcept { return (category(c) & U_GC_LL_MASK) != 0; }
char32_t to_lower(char32_t c) noexcept { return static_cast<char32_t>(u_tolower(icu(c))); }

bool is_arabic_letter(char32_t c) noexcept {
  if (c < 0x600U) return false;
  if (is_plain_arabic_letter(c)) return true;
  return is_letter(c) && is_script(c, USCRIPT_ARABIC);
}

bool is_latin_letter(char32_t c) noexcept {
  if (c < 0x80U) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter(c) && is_script(c, USCRIPT_LATIN);
}

ByteRange trimmed(std::string_view text, ByteRange range) noexcept {
  const std::string_view inside = slice(text, range);
  const auto dropped = [](char32_t c) { return is_space(c) || is_bidi_control(c); };
  std::size_t begin = 0, end = inside.size();
  while (begin < end) {
    std::size_t at = begin;
    if (!dropped(next(inside, at))) break;
    begin = at;
  }
  while (end > begin) {
    std::size_t at = end;
    if (!dropped(previous(inside, at))) break;
    end = at;
  }
  if (begin == end) return {range.begin, range.begin};
  return {range.begin + begin, range.begin + end};
}

}  // namespace muwazi
