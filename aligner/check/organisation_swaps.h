// An organisation in the place of another one.
#pragma once
#include <vector>

#include "check/changed_name.h"
#include "check/texts.h"

namespace muwazi::check {

/// By place.
[[nodiscard]] std::vector<ChangedName> organisation_swaps(const BitextView& view);

}  // namespace muwazi::check
