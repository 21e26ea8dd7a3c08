// Learns the units of names by expectation maximisation.
#pragma once
#include <vector>

#include "anchor/letters.h"
#include "muwazi/anchor/names.h"

namespace muwazi::anchor {

struct LogRatio {
  Unit unit = kNoUnit;
  double log_ratio = 0.0;
};

/// Sorted by unit. Time O(pairs x letters^2) an iteration.
[[nodiscard]] std::vector<LogRatio> train_units(const std::vector<NamePair>& pairs, int iterations);

}  // namespace muwazi::anchor
