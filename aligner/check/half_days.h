// The same time of day in the other half of the day: 9 a.m. for "9 مساء".
#pragma once
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

[[nodiscard]] std::vector<Finding> half_day_findings(const BitextView& view);

}  // namespace muwazi::check
