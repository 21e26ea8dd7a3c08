// An organisation in the place of another one.
#pragma once
#include <vector>

#include "check/changed_name.h"
#include "check/texts.h"

namespace muwazi::check {

/// Adds, by bead, the organisations that both sides have: initials explain all words of a name.
void add_shared_organisations(const BitextView& view, std::vector<SharedPlaces>& to);

/// By place.
[[nodiscard]] std::vector<ChangedName> organisation_swaps(const BitextView& view);

}  // namespace muwazi::check
