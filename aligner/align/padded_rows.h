// The last ten rows of a table over a band, so laid out that a cell reads all its predecessors
// without asking whether they are inside the band.
//
// A bead m-n that ends at (a, e) begins at (a - m, e - n), m, n <= 9. kShapes lists the n of one m
// in rising order without holes, so with columns stored from right to left the predecessors of one
// m are neighbours in memory, in the order of their scores:
//
//   row a - m:   pad | end-1 ... e-1 e-2 e-3 ... begin | pad      position of column c: top - c
//   shapes m-1, m-2, m-3, ...:  ^   ^   ^                        one vector addition
//
// Pads hold `outside` (-inf for scores, 0 for masses): nine columns on the left for e - n, and on
// the right as far as the row nine below reaches, since it may look up past this row's end. Rows
// above the table are all pad.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "muwazi/align/band.h"
#include "muwazi/align/shapes.h"

namespace muwazi::align {

inline constexpr std::size_t kMostSentences = kLongestSide;
inline constexpr std::size_t kFirstPair = 2;  ///< shapes from here on have both sides

/// The shapes of one Arabic size: m-1 to m-count, at kShapes[first] and after.
struct ShapeRow {
  std::size_t first = 0;
  std::size_t count = 0;
};

[[nodiscard]] consteval std::array<ShapeRow, kMostSentences> make_shape_rows() {
  std::array<ShapeRow, kMostSentences> rows{};
  for (std::size_t shape = kFirstPair; shape < kShapeCount; ++shape) {
    ShapeRow& row = rows[kShapes[shape].arabic - 1U];
    if (row.count == 0) row.first = shape;
    ++row.count;
    if (shape != row.first + row.count - 1 || kShapes[shape].english != row.count) throw "order";
  }
  return rows;
}
inline constexpr std::array<ShapeRow, kMostSentences> kShapeRows = make_shape_rows();

class PaddedRows {
 public:
  PaddedRows(const Band& band, double outside) : band_(band), outside_(outside) {
    std::int64_t widest = 0;
    for (std::int64_t row = -kReach; row <= band.arabic(); ++row) {
      const std::int64_t begin =
          band.columns(static_cast<std::uint32_t>(std::max<std::int64_t>(row, 0))).begin;
      widest = std::max(widest, top(row) - begin + kReach + 1);
    }
    stride_ = static_cast<std::size_t>(widest);
    values_.assign(stride_ * kDepth, outside);
  }

  /// Makes room for the row; that ten rows away is lost.
  void clear(std::int64_t row) { std::fill_n(values_.begin() + slot(row), stride_, outside_); }

  /// Where column 0 of the row would be: column c is at origin(row) - c. Rows from -9.
  [[nodiscard]] double* origin(std::int64_t row) { return &values_[0] + slot(row) + top(row); }

 private:
  static constexpr std::int64_t kReach = kMostSentences;
  static constexpr std::int64_t kDepth = kReach + 1;

  [[nodiscard]] std::int64_t top(std::int64_t row) const {
    const std::int64_t below = std::min<std::int64_t>(row + kReach, band_.arabic());
    return std::int64_t{band_.columns(static_cast<std::uint32_t>(below)).end} - 1;
  }
  [[nodiscard]] std::ptrdiff_t slot(std::int64_t row) const {
    return (row + kReach) % kDepth * static_cast<std::ptrdiff_t>(stride_);
  }

  const Band& band_;
  double outside_;
  std::size_t stride_ = 0;
  std::vector<double> values_;
};

/// The rows that beads ending in one row begin in: [m - 1] is the origin of row a - m.
using RowsAbove = std::array<double*, kMostSentences>;

[[nodiscard]] inline RowsAbove rows_above(PaddedRows& rows, std::int64_t row) {
  RowsAbove above{};
  for (std::size_t m = 1; m <= kMostSentences; ++m) {
    above[m - 1] = rows.origin(row - static_cast<std::int64_t>(m));
  }
  return above;
}

using ShapeValues = std::array<double, kShapeCount>;

/// Calls visit.template operator()<first, count>(where) for each Arabic size m, `where` pointing at
/// column - 1 of row a - m, and column - n following n - 1 places later. All sizes are known to the
/// compiler.
template <typename Visit>
inline void visit_predecessors(const RowsAbove& above, std::uint32_t column, const Visit& visit) {
  [&]<std::size_t... M>(std::index_sequence<M...>) {
    (visit.template operator()<kShapeRows[M].first, kShapeRows[M].count>(
         above[M] - static_cast<std::ptrdiff_t>(column) + 1),
     ...);
  }
  (std::make_index_sequence<kMostSentences>{});
}

/// sums[shape] = value where the bead begins + its score, for the shapes with both sides.
template <typename Score>
inline void add_predecessors(const RowsAbove& above, std::uint32_t column, const Score* scores,
                             ShapeValues& sums) {
  visit_predecessors(above, column,
                     [&]<std::size_t First, std::size_t Count>(const double* before) {
                       for (std::size_t i = 0; i < Count; ++i) {
                         sums[First + i] = before[i] + static_cast<double>(scores[First + i]);
                       }
                     });
}

/// The largest of the values, in four lanes for the compiler to vectorise.
[[nodiscard]] inline double largest(const ShapeValues& values) noexcept {
  constexpr std::size_t kLanes = 4;
  static_assert(kShapeCount % kLanes == 0);
  std::array<double, kLanes> lane{values[0], values[1], values[2], values[3]};
  for (std::size_t i = kLanes; i < kShapeCount; i += kLanes) {
    for (std::size_t j = 0; j < kLanes; ++j) {
      lane[j] = lane[j] < values[i + j] ? values[i + j] : lane[j];
    }
  }
  return std::max(std::max(lane[0], lane[1]), std::max(lane[2], lane[3]));
}

}  // namespace muwazi::align
