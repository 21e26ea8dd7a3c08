// Links, placeholders and codes: stretches of ASCII that are values as they stand.
#pragma once
#include <string_view>
#include <vector>

#include "muwazi/anchor/values.h"

namespace muwazi::anchor {

/// In order, not overlapping. "$1" and "%1" are not among them: numbers come later. Linear time.
[[nodiscard]] std::vector<Value> opaque_values(std::string_view sentence);

}  // namespace muwazi::anchor
