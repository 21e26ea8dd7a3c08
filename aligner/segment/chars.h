// Characters of a UTF-8 text as the sentence rules see them. Every function is bounds-checked and
// takes any bytes: what is no UTF-8 reads as U+FFFD, one byte long.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace muwazi::segment {

enum class Kind : std::uint8_t {
  none,       ///< before the beginning or past the end of the text
  space,      ///< white space within a line, U+FEFF included
  line_end,   ///< LF, VT, FF, CR, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR
  ignorable,  ///< bidirectional controls, joiners, soft hyphen: as if not there
  upper,
  lower,
  arabic,  ///< a letter of the Arabic script, tatweel included
  letter,  ///< a letter of a script without case
  mark,    ///< a combining mark: belongs to the letter before it
  digit,
  stop,      ///< .
  ellipsis,  ///< U+2026
  strong,    ///< ! ? U+061F and the doubled forms U+203C, U+2047 to U+2049
  open,      ///< an opening bracket, U+00BF, U+00A1
  close,     ///< a closing bracket
  quote,     ///< a quotation mark of any kind
  dash,      ///< a hyphen or dash
  bullet,    ///< a character that begins a list item
  comma,     ///< , ; : and their Arabic forms: the sentence goes on
  currency,  ///< a currency sign
  joiner,    ///< & + = / \ _ @ and others that join what is around them
  other,
};

struct Char {
  char32_t code = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  Kind kind = Kind::none;
};

[[nodiscard]] Kind kind_of(char32_t code);

/// The character that begins at `position`; Kind::none at the end of `text`.
[[nodiscard]] Char char_at(std::string_view text, std::size_t position);

/// The character that ends at `position`; Kind::none at its beginning.
[[nodiscard]] Char char_before(std::string_view text, std::size_t position);

[[nodiscard]] constexpr bool is_letter(Kind kind) {
  return kind == Kind::upper || kind == Kind::lower || kind == Kind::arabic || kind == Kind::letter;
}

[[nodiscard]] constexpr bool is_mark(Kind kind) {
  return kind == Kind::stop || kind == Kind::ellipsis || kind == Kind::strong;
}

/// `text` without combining marks, tatweel and ignorables, which abbreviations are compared without.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace muwazi::segment
