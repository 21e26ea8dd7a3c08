// Sentences and passages without counterpart, and why they have none.
#pragma once
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

[[nodiscard]] std::vector<Finding> gap_findings(const BitextView& view);

}  // namespace muwazi::check
