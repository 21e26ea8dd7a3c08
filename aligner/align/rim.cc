#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>

#include "align/cells.h"
#include "muwazi/align/lattice.h"

namespace muwazi {
namespace {

/// Less probable beads are none.
constexpr float kLeast = std::numeric_limits<float>::denorm_min();

/// Whether the table goes on beside, above or below the cell but the band does not. Since begins
/// and ends of rows never decrease, a row can only miss columns at its end from the row below it,
/// and at its begin from the row above it.
bool on_rim(const Band& band, std::uint32_t row, std::uint32_t column) {
  const Columns here = band.columns(row);
  if (column == here.begin && column > 0) return true;
  if (column + 1 == here.end && column < band.english()) return true;
  if (row > 0 && column >= band.columns(row - 1).end) return true;
  return row < band.arabic() && column < band.columns(row + 1).begin;
}

}  // namespace

std::vector<float> rim_masses(const Band& band, const Posteriors& posteriors) {
  assert(posteriors.beads.size() == band.cells() * kShapeCount);
  std::vector<float> most(std::size_t{band.arabic()} + 1, 0.0F);
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      const float* const beads = posteriors.beads.data() + band.cell(a, e) * kShapeCount;
      if (!align::any_reaches(beads, kLeast)) continue;
      const bool ends_on_rim = on_rim(band, a, e);
      for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
        if (beads[shape] < kLeast) continue;
        const std::uint32_t begin = a - kShapes[shape].arabic;
        if (ends_on_rim) most[a] = std::max(most[a], beads[shape]);
        if (on_rim(band, begin, e - kShapes[shape].english))
          most[begin] = std::max(most[begin], beads[shape]);
      }
    }
  }
  return most;
}

}  // namespace muwazi
