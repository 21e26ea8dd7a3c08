#include <cassert>
#include <utility>

#include "align/max_path.h"
#include "muwazi/align/lattice.h"

namespace muwazi {

std::vector<Bead> best_path(const Lattice& lattice, double* score) {
  assert(lattice.scores.size() == lattice.band.cells() * kShapeCount);
  const auto scores_of = [&lattice](std::uint32_t, std::uint32_t, std::size_t cell,
                                    align::ShapeValues& scores) {
    const float* const from = lattice.scores.data() + cell * kShapeCount;
    for (std::size_t shape = 0; shape < kShapeCount; ++shape) scores[shape] = from[shape];
  };
  align::MaxPath path = align::max_path(lattice.band, scores_of, lattice.null_run);
  if (score != nullptr) *score = path.score;
  return std::move(path.beads);
}

}  // namespace muwazi
