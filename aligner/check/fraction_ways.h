// The numbers with which a text may say a fraction: two thirds are 67 percent.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anchor/rational.h"

namespace muwazi::check {

/// As decimals and as percentages, rounded in any way: 0.67, 66.7 and 66 of 2/3. Of mixed numbers ("7/3") the decimals.
[[nodiscard]] std::vector<std::string> ways_to_say(const anchor::Rational& fraction);

/// Three hours and a quarter are three hours and 15 minutes, two years and a half two years and 6 months.
struct SplitAmount {
  std::string whole;
  std::vector<std::string> rests;  ///< in each smaller unit in which it is a whole number
};

/// nullopt for what is no mixed number, of halves to quarters.
[[nodiscard]] std::optional<SplitAmount> split_amount(std::string_view number);

}  // namespace muwazi::check
