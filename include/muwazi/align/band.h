// The cells of the alignment table that are computed. Cell (a, e): the first a Arabic and the first
// e English sentences are consumed. Rows are Arabic, 0 to A; columns English, 0 to E.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace muwazi {

/// Half-open range of columns.
struct Columns {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  friend bool operator==(const Columns&, const Columns&) = default;
};

/// A corner of the table that a path is known to pass near.
struct Waypoint {
  std::uint32_t arabic = 0;
  std::uint32_t english = 0;
};

/// One range of columns a row; begins and ends never decrease, neighbouring rows overlap, (0, 0)
/// and (A, E) are inside: steps of one row or one column lead from the first to the last cell.
/// Cells are numbered row by row.
class Band {
 public:
  static constexpr std::size_t kOutside = std::numeric_limits<std::size_t>::max();

  /// Of the empty table: the one cell (0, 0).
  Band() = default;
  [[nodiscard]] static Band full(std::uint32_t arabic, std::uint32_t english);
  /// Every cell whose row and column are within `margin` of one of the rectangles that neighbouring
  /// waypoints span (with (0, 0) and (A, E) as first and last; drawn in band.cc). Waypoints must
  /// not decrease on either side; those that do, or lie outside the table, are moved to the nearest
  /// that does not. Around a chain that runs diagonally, one sentence a step, a row holds up to 4
  /// margin + 3 columns. Time O(A + waypoints), memory 16 bytes a row.
  [[nodiscard]] static Band around(const std::vector<Waypoint>& chain, std::uint32_t arabic,
                                   std::uint32_t english, std::uint32_t margin);

  /// The columns given for each row, 0 to A, grown by `margin` in all four directions. Their begins and ends must not
  /// decrease, and neighbouring rows must overlap.
  [[nodiscard]] static Band covering(const std::vector<Columns>& rows, std::uint32_t english,
                                     std::uint32_t margin);

  /// This band, with the columns of `other` as well in rows where `there` (one a row, 0 to A); neighbouring rows get
  /// more columns where begins and ends would decrease else.
  [[nodiscard]] Band with(const Band& other, const std::vector<bool>& there) const;

  [[nodiscard]] std::uint32_t arabic() const noexcept { return arabic_; }    ///< A
  [[nodiscard]] std::uint32_t english() const noexcept { return english_; }  ///< E
  [[nodiscard]] Columns columns(std::uint32_t row) const { return rows_[row]; }
  [[nodiscard]] std::size_t cells() const noexcept { return offsets_.back(); }
  /// The number of the cell, or kOutside.
  [[nodiscard]] std::size_t cell(std::uint32_t row, std::uint32_t column) const noexcept {
    const Columns c = rows_[row];
    return column < c.begin || column >= c.end ? kOutside : offsets_[row] + (column - c.begin);
  }

 private:
  Band(std::uint32_t arabic, std::uint32_t english, std::vector<Columns> rows);

  std::uint32_t arabic_ = 0, english_ = 0;
  std::vector<Columns> rows_{Columns{0, 1}};
  std::vector<std::size_t> offsets_{0, 1};  ///< first cell of each row, and the number of cells
};

}  // namespace muwazi
