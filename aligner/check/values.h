// Values that one side of a bead has and the other has not.
#pragma once
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

[[nodiscard]] std::vector<Finding> value_findings(const BitextView& view);

}  // namespace muwazi::check
