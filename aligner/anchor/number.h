// Numbers of several lexemes: "three million 200 thousand", "خمسة وعشرون ألفا", "25th", "3 ملايين".
#pragma once
#include <optional>
#include <string>

#include "anchor/lexeme.h"
#include "anchor/rational.h"

namespace muwazi::anchor {

struct Number {
  std::size_t end = 0;  ///< index behind its last lexeme; 0: no number here
  Amount amount;
  std::string digits;             ///< instead of the amount, where it has more than 18 digits
  std::optional<Rational> ratio;  ///< instead of it: a fraction, or without an end in decimals
  bool weak = false;         ///< "one", "second": no value by itself, but part of dates and times
  bool none = false;         ///< "first half", "several hundred": to be passed over as a whole
  bool one_numeral = false;  ///< a numeral alone
  [[nodiscard]] bool found() const { return end > 0; }
  [[nodiscard]] bool whole_between(std::uint64_t low, std::uint64_t high) const {
    return digits.empty() && !ratio && amount.whole() && amount.mantissa >= low &&
           amount.mantissa <= high;
  }
};

/// The longest number that begins at lexeme `at`.
[[nodiscard]] Number read_number(const Lexemes& lexemes, std::size_t at);

/// The index behind a percent sign or its words at `at`; `at` if there is none.
[[nodiscard]] std::size_t skip_percent(const Lexemes& lexemes, std::size_t at);

}  // namespace muwazi::anchor
