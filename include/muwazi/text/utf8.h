// Code points of UTF-8 texts and what kind each is, without ICU in the interface.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "muwazi/text/byte_range.h"

namespace muwazi {

/// What next() gives for bytes that are no UTF-8.
inline constexpr char32_t kReplacement = 0xFFFD;

/// The code point at `at`, which must be < text.size(); `at` moves behind it. Safe on any bytes:
/// where none begins, it gives kReplacement and moves by one byte.
[[nodiscard]] char32_t next(std::string_view text, std::size_t& at) noexcept;

/// The code point that ends at `at`, which must be > 0; `at` moves before it. As safe as next().
[[nodiscard]] char32_t previous(std::string_view text, std::size_t& at) noexcept;

/// Appends `c` as UTF-8; kReplacement for a surrogate or a number past U+10FFFF.
void append(std::string& text, char32_t c);

/// The offset of the first byte that is not part of valid UTF-8 (RFC 3629: no overlong forms, no
/// surrogates, nothing past U+10FFFF); text.size() if there is none.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text) noexcept;

/// The number of code points of a valid text.
[[nodiscard]] std::size_t code_points(std::string_view text) noexcept;

/// The number of UTF-16 units that a valid text takes.
[[nodiscard]] std::size_t utf16_units(std::string_view text) noexcept;

/// How many columns a text takes in a terminal: 0 for combining marks, controls and invisible format
/// characters, 2 for wide East Asian characters and emoji, else 1.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;
[[nodiscard]] int display_width(char32_t c) noexcept;

/// Unicode's White_Space, and the zero-width U+200B and U+FEFF.
[[nodiscard]] bool is_space(char32_t c) noexcept;
/// Invisible format characters (category Cf): bidi controls, ZWNJ, ZWJ, soft hyphen, U+FEFF.
[[nodiscard]] bool is_format(char32_t c) noexcept;
/// U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
[[nodiscard]] bool is_bidi_control(char32_t c) noexcept;
[[nodiscard]] bool is_letter(char32_t c) noexcept;       ///< category L, tatweel among them
[[nodiscard]] bool is_mark(char32_t c) noexcept;         ///< category M: diacritics
[[nodiscard]] bool is_digit(char32_t c) noexcept;        ///< category Nd, digits of any script
[[nodiscard]] int digit_value(char32_t c) noexcept;      ///< 0 to 9; -1 if `c` is no digit
[[nodiscard]] bool is_punctuation(char32_t c) noexcept;  ///< category P
[[nodiscard]] bool is_upper(char32_t c) noexcept;        ///< upper or title case
[[nodiscard]] bool is_lower(char32_t c) noexcept;
[[nodiscard]] char32_t to_lower(char32_t c) noexcept;  ///< simple mapping
/// A letter of the Arabic script in any of its blocks, presentation forms too; not tatweel.
[[nodiscard]] bool is_arabic_letter(char32_t c) noexcept;
/// A letter of the Latin script, accented and full-width ones too.
[[nodiscard]] bool is_latin_letter(char32_t c) noexcept;

/// `range` of `text` without is_space() and bidi controls at either end; where nothing is left, the
/// empty range at its begin.
[[nodiscard]] ByteRange trimmed(std::string_view text, ByteRange range) noexcept;

}  // namespace muwazi
