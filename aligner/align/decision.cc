// Minimum Bayes risk over beads: what is right counts, whatever the rest of the path is.
#include <cassert>
#include <utility>

#include "align/max_path.h"
#include "muwazi/align/lattice.h"

namespace muwazi {
namespace {

/// The posterior of a bead that a path chose.
float posterior_of(const Band& band, const Posteriors& posteriors, const Bead& bead) {
  const std::size_t cell = band.cell(bead.arabic.end, bead.english.end);
  if (cell == Band::kOutside) return 0.0F;
  for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
    if (kShapes[shape].arabic == bead.arabic.size() &&
        kShapes[shape].english == bead.english.size()) {
      return posteriors.beads[cell * kShapeCount + shape];
    }
  }
  return 0.0F;
}

}  // namespace

std::vector<Bead> most_expected_path(const Band& band, const Posteriors& posteriors,
                                     const DecisionOptions& options) {
  assert(posteriors.beads.size() == band.cells() * kShapeCount);
  const auto gains_of = [&](std::size_t cell, align::ShapeValues& gains) {
    const float* const from = posteriors.beads.data() + cell * kShapeCount;
    for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
      const double weight = shape < align::kFirstPair ? options.null_weight : 1.0F;
      const double gain = weight * from[shape] - options.bead_cost;
      gains[shape] = from[shape] > 0.0F ? gain : align::kNever;
    }
  };
  align::MaxPath path = align::max_path(band, gains_of, 0.0);
  for (Bead& bead : path.beads) bead.posterior = posterior_of(band, posteriors, bead);
  return std::move(path.beads);
}

}  // namespace muwazi
