// Fractions in words, signs and digits: "two thirds", "a fifth of", "ثلاثة أرباع", "½", "2/3".
#pragma once
#include "anchor/lexeme.h"
#include "anchor/rational.h"

namespace muwazi::anchor {

struct Fraction {
  std::size_t end = 0;      ///< index behind its last lexeme; 0: none
  Rational worth = {0, 1};  ///< below one; 0: "four quarters", "first half", to be passed over
  [[nodiscard]] bool clear() const { return end > 0 && worth.numerator > 0; }
};

/// The fraction that begins at lexeme `at`.
[[nodiscard]] Fraction read_fraction(const Lexemes& lexemes, std::size_t at);

/// What is added to the number that ends at `at`: "and a half", "and two thirds", "ونصف", the "½" of "2½".
[[nodiscard]] Fraction read_added_fraction(const Lexemes& lexemes, std::size_t at);

}  // namespace muwazi::anchor
