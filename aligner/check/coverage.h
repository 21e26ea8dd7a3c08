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

[[nodiscard]] SideCoverage coverage(const BitextView& view, const SideOf& side,
                                    const std::vector<ClauseCandidate>& clauses);

}  // namespace muwazi::check
