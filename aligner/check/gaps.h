// Sentences and passages without counterpart, and why they have none.
#pragma once
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

[[nodiscard]] std::vector<Finding> gap_findings(const BitextView& view);

/// Pairs that were given and are none: nothing else is worth saying of them.
[[nodiscard]] std::vector<Finding> mismatch_findings(const BitextView& view);

}  // namespace muwazi::check
