// From the posterior of a bead that was chosen to the probability that it is right: Platt's logistic curve, one for
// each type of bead (Platt 1999, equation 1), learnt by `muwazi tune` on the beads that it chose.
//
// The model's posteriors are spread over more alternatives than are possible, so that of chosen beads with posterior
// .45 three in four are right; what is chosen is also the better part of what the model leaves open.
#pragma once
#include <vector>

#include "muwazi/align/bead.h"
#include "muwazi/score/parameters.h"

namespace muwazi {

[[nodiscard]] float calibrated(const Bead& bead, const Parameters& parameters);

/// A bead that was chosen, and whether it is right.
struct Chosen {
  Bead bead;
  bool right = false;
};

/// The curves of greatest likelihood, with a prior worth a few beads that they change nothing; other parameters stay.
void fit_calibration(const std::vector<Chosen>& beads, Parameters& parameters);

}  // namespace muwazi
