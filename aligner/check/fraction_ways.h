// The numbers with which a text may say a fraction: two thirds are 67 percent.
#pragma once
#include <string>
#include <vector>

#include "anchor/rational.h"

namespace muwazi::check {

/// As decimals and as percentages, rounded in any way: 0.67, 66.7 and 66 of 2/3. Of mixed numbers ("7/3") the decimals.
[[nodiscard]] std::vector<std::string> ways_to_say(const anchor::Rational& fraction);

}  // namespace muwazi::check
