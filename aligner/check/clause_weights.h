// The numbers that score a stretch: linear · f + out · tanh(hidden f + shift) + bias.
#pragma once
#include <array>

#include "check/clause_spans.h"

namespace muwazi::check {

struct ClauseWeights {
  static constexpr std::size_t kHidden = 16;
  std::array<std::array<double, kClauseFeatures>, kHidden> hidden;
  std::array<double, kHidden> shift, out;
  std::array<double, kClauseFeatures> linear;
  double bias;
  double share;  ///< of the sides that they were learnt from, those that lack something
};

extern const ClauseWeights kClauseWeights;

}  // namespace muwazi::check
