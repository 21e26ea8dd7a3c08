// How much of each side has a counterpart, and how sure that is.
#pragma once
#include <vector>

#include "check/clauses.h"
#include "check/texts.h"
#include "muwazi/check/checker.h"

namespace muwazi::check {

struct SideCoverage {
  ShareInterval total;
  std::vector<PassageCoverage> passages;
};

/// `left`: of each bead whether one side was left in the language of the other.
[[nodiscard]] SideCoverage coverage(const BitextView& view, const SideOf& side,
                                    const std::vector<ClauseCandidate>& clauses,
                                    const std::vector<bool>& left);

}  // namespace muwazi::check
