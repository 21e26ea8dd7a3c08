// What a code point is in the comparison form of a word.
#pragma once
#include <array>
#include <cstdint>

namespace muwazi {

enum class CharClass : std::uint8_t {
  breaks,   ///< ends a word
  arabic,   ///< a letter of the Arabic script
  latin,    ///< a letter of the Latin script
  letter,   ///< a letter of another script
  digit,    ///< a decimal digit; folded to ASCII
  ignored,  ///< inside a word it is as if it were not there: marks, tatweel, joiners, bidi controls
  apostrophe,  ///< joins the parts of a Latin word
  point,       ///< '.' and U+066B: between digits part of a number
  comma,       ///< ',' and U+066C, U+060C
};

struct CharForm {
  CharClass kind = CharClass::breaks;
  bool upper = false;
  char16_t first = 0, second = 0;  ///< what the comparison form has in its place
};

/// Of any code point, as ICU's properties tell.
[[nodiscard]] CharForm classify(char32_t c);

/// Of the code points below U+0700, which are nearly all there are in Arabic and English.
using CharTable = std::array<CharForm, 0x700>;
[[nodiscard]] const CharTable& char_table();

}  // namespace muwazi
