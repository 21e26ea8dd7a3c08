// Days of the week that became others.
#pragma once
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

/// A day is only compared with a day: "on Monday" for "tomorrow" is no finding.
[[nodiscard]] std::vector<Finding> weekday_findings(const BitextView& view);

}  // namespace muwazi::check
