// An organisation in the place of another one.
#pragma once
#include <vector>

#include "check/changed_name.h"
#include "check/texts.h"

namespace muwazi::check {

/// Organisations that both sides of a bead have: initials explain all words of a name.
[[nodiscard]] SharedPlaces shared_organisations(const BitextView& view, std::uint32_t bead);

/// By place.
[[nodiscard]] std::vector<ChangedName> organisation_swaps(const BitextView& view);

}  // namespace muwazi::check
