// Dates and times of several lexemes.
#pragma once
#include <string>

#include "anchor/lexeme.h"
#include "anchor/number.h"

namespace muwazi::anchor {

struct Found {
  std::size_t end = 0;  ///< index behind its last lexeme; 0: nothing here
  std::string key;
};

/// `number`: what read_number() finds at `at`.
[[nodiscard]] Found read_date(const Lexemes& lexemes, std::size_t at, const Number& number);
[[nodiscard]] Found read_time(const Lexemes& lexemes, std::size_t at, const Number& number);

}  // namespace muwazi::anchor
