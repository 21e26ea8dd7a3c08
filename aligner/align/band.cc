// The rows of a band, from the corners of its rectangles.
//
//   around the chain (1,1) (1,4) (4,5),      the same with margin 1:
//   A = 5, E = 6, margin 0:
//
//           e=0 1 2 3 4 5 6                          e=0 1 2 3 4 5 6
//     a=0     o o . . . . .                            o o o o o o o
//     a=1     o o o o o o .                            o o o o o o o
//     a=2     . . . . o o .                            o o o o o o o
//     a=3     . . . . o o .                            . . . o o o o
//     a=4     . . . . o o o                            . . . o o o o
//     a=5     . . . . . o o                            . . . o o o o
//
// Rectangle i lies between the waypoints i and i + 1, both included; grown by the margin it covers
// the rows a(i) - margin to a(i+1) + margin. Row a therefore begins with the first rectangle that
// reaches down to it and ends with the last one that reaches up to it. Both only move on as a
// grows, so one sweep finds all rows. Neighbouring rectangles share a corner: rows have no holes
// and neighbouring rows share a column, however steep the chain.
#include "muwazi/align/band.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace muwazi {
namespace {

/// The chain with (0, 0) before and (A, E) after it, clipped to the table and never decreasing.
std::vector<Waypoint> closed_chain(const std::vector<Waypoint>& chain, std::uint32_t arabic,
                                   std::uint32_t english) {
  std::vector<Waypoint> closed;
  closed.reserve(chain.size() + 2);
  closed.push_back({0, 0});
  for (const Waypoint& point : chain) {
    const Waypoint last = closed.back();
    closed.push_back({std::clamp(point.arabic, last.arabic, arabic),
                      std::clamp(point.english, last.english, english)});
  }
  closed.push_back({arabic, english});
  return closed;
}

}  // namespace

Band::Band(std::uint32_t arabic, std::uint32_t english, std::vector<Columns> rows)
    : arabic_(arabic), english_(english), rows_(std::move(rows)) {
  assert(rows_.size() == std::size_t{arabic} + 1);
  offsets_.resize(rows_.size() + 1);
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    offsets_[row + 1] = offsets_[row] + rows_[row].size();
  }
}

Band Band::full(std::uint32_t arabic, std::uint32_t english) {
  return {arabic, english, std::vector<Columns>(std::size_t{arabic} + 1, Columns{0, english + 1})};
}

Band Band::around(const std::vector<Waypoint>& chain, std::uint32_t arabic, std::uint32_t english,
                  std::uint32_t margin) {
  const std::vector<Waypoint> points = closed_chain(chain, arabic, english);
  const std::int64_t grown = margin;
  std::vector<Columns> rows(std::size_t{arabic} + 1);
  std::size_t first = 0,
              last = 0;  // rectangles that reach row a; rectangle i ends at waypoint i + 1
  for (std::int64_t a = 0; a <= arabic; ++a) {
    while (points[first + 1].arabic + grown < a) ++first;
    while (last + 2 < points.size() && points[last + 1].arabic - grown <= a) ++last;
    const std::int64_t begin = std::max<std::int64_t>(0, points[first].english - grown);
    const std::int64_t end = std::min<std::int64_t>(english, points[last + 1].english + grown) + 1;
    rows[static_cast<std::size_t>(a)] = {static_cast<std::uint32_t>(begin),
                                         static_cast<std::uint32_t>(end)};
  }
  return {arabic, english, std::move(rows)};
}

Band Band::covering(const std::vector<Columns>& rows, std::uint32_t english, std::uint32_t margin) {
  std::vector<Columns> grown(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    assert(rows[row].begin < rows[row].end && rows[row].end <= english + 1);
    const Columns above = rows[row > margin ? row - margin : 0];
    const Columns below = rows[std::min(row + margin, rows.size() - 1)];
    grown[row] = {above.begin > margin ? above.begin - margin : 0,
                  std::min(below.end + margin, english + 1)};
  }
  return {static_cast<std::uint32_t>(rows.size() - 1), english, std::move(grown)};
}

Band Band::with(const Band& other, const std::vector<bool>& there) const {
  assert(other.arabic_ == arabic_ && other.english_ == english_ && there.size() == rows_.size());
  std::vector<Columns> rows = rows_;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!there[row]) continue;
    rows[row] = {std::min(rows[row].begin, other.rows_[row].begin),
                 std::max(rows[row].end, other.rows_[row].end)};
  }
  for (std::size_t row = 1; row < rows.size(); ++row)
    rows[row].end = std::max(rows[row].end, rows[row - 1].end);
  for (std::size_t row = rows.size() - 1; row > 0; --row)
    rows[row - 1].begin = std::min(rows[row - 1].begin, rows[row].begin);
  return {arabic_, english_, std::move(rows)};
}

}  // namespace muwazi
