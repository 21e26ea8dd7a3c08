// The path of highest score through a band: what best_path and most_expected_path share.
#pragma once
#include <functional>
#include <limits>
#include <vector>

#include "align/padded_rows.h"
#include "muwazi/align/band.h"
#include "muwazi/align/lattice.h"

namespace muwazi::align {

inline constexpr double kNever = -std::numeric_limits<double>::infinity();

/// Writes the scores of the 36 beads that end at the cell of a row and a column; kNever for those that may not be
/// used.
using CellScores = std::function<void(std::uint32_t row, std::uint32_t column, std::size_t cell,
                                      ShapeValues& scores)>;

struct MaxPath {
  std::vector<Bead> beads;  ///< all nulls, Arabic first, where no path is possible
  double score = 0.0;       ///< kNever where no path is possible
};

/// Rules and ties as lattice.h says. Time O(cells x shapes), memory 2 bytes a cell and ten rows.
[[nodiscard]] MaxPath max_path(const Band& band, const CellScores& cell_scores, NullRun null_run);

}  // namespace muwazi::align
