// The parts that numbers in words are built from: "خمسة وعشرون", "three hundred and five", "25th".
#pragma once
#include "anchor/lexeme.h"

namespace muwazi::anchor {

/// A number below 1000, or a numeral.
struct Group {
  std::size_t end = 0;  ///< index behind its last lexeme; 0: none
  Amount amount;
  bool weak = false, numeral = false, ordinal = false, none = false;
  void set(std::size_t behind, std::uint64_t value) {
    end = behind;
    amount = {value, 0};
  }
};

[[nodiscard]] Group read_group(const Lexemes& lexemes, std::size_t at);

/// The hyphen of "twenty-five".
[[nodiscard]] bool is_joining_hyphen(const Lexemes& lexemes, std::size_t at);

}  // namespace muwazi::anchor
