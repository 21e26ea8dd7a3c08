// What a number of a unit is in other units of its kind.
#pragma once
#include <string>
#include <vector>

#include "text/unit_names.h"

namespace muwazi::check {

/// As numbers without a unit: 2 grams are 2000 milligrams, half an hour is 30 minutes, three decades are 30 years. Only
/// such units as texts give for one another, by a factor that is exact; empty for others.
[[nodiscard]] std::vector<std::string> in_other_units(double count, const UnitNames::Units& units);

}  // namespace muwazi::check
