// Looking over the beads of one cell, of which most say nothing: without branches, so that the compiler compares several
// at a time.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>

#include "muwazi/align/lattice.h"

namespace muwazi::align {

/// Whether a bead that ends at a cell is at least so probable. `beads`: the cell's kShapeCount posteriors.
[[nodiscard]] inline bool any_reaches(const float* beads, float least) noexcept {
  std::uint32_t found = 0;
  for (std::size_t shape = 0; shape < kShapeCount; ++shape)
    found |= beads[shape] >= least ? 1U : 0U;
  return found != 0;
}

/// Whether a bead with both sides may end at a cell. `scores`: the cell's kShapeCount scores.
[[nodiscard]] inline bool any_pair_possible(const float* scores) noexcept {
  constexpr auto kImpossible = std::bit_cast<std::uint32_t>(Lattice::kImpossible);
  std::uint32_t found = 0;
  for (std::size_t shape = 2; shape < kShapeCount; ++shape)
    found |= std::bit_cast<std::uint32_t>(scores[shape]) ^ kImpossible;
  return found != 0;
}

}  // namespace muwazi::align
