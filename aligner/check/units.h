// The same number with another unit or currency.
#pragma once
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

[[nodiscard]] std::vector<Finding> unit_findings(const BitextView& view);

}  // namespace muwazi::check
