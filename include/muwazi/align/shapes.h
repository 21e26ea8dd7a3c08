// The bead shapes that a path may use, in one fixed order.
#pragma once
#include <array>
#include <cstddef>

#include "muwazi/align/bead.h"

namespace muwazi {

/// 1-0 and 0-1; 1-1 to 4-4; 1-5 to 1-9 and 2-5 to 2-8, and the same the other way round.
/// Order: the nulls first, then by Arabic size, then by English size.
inline constexpr std::size_t kShapeCount = 2 + 16 + 2 * (5 + 4);
inline constexpr std::size_t kArabicNull = 0;   ///< 1-0: an Arabic sentence without a counterpart
inline constexpr std::size_t kEnglishNull = 1;  ///< 0-1
inline constexpr std::uint8_t kLongestSide =
    9;  ///< sentences that a bead takes at most on one side

[[nodiscard]] constexpr std::array<BeadShape, kShapeCount> make_shapes() {
  std::array<BeadShape, kShapeCount> shapes{};
  shapes[kArabicNull] = {1, 0};
  shapes[kEnglishNull] = {0, 1};
  std::size_t at = 2;
  for (std::uint8_t m = 1; m <= kLongestSide; ++m) {
    for (std::uint8_t n = 1; n <= kLongestSide; ++n) {
      const int small = m < n ? m : n, large = m < n ? n : m;
      if (large <= 4 || small == 1 || (small == 2 && large <= 8)) shapes[at++] = {m, n};
    }
  }
  return shapes;
}
inline constexpr std::array<BeadShape, kShapeCount> kShapes = make_shapes();

/// The place of a shape in kShapes; kShapeCount where it is none.
[[nodiscard]] constexpr std::size_t shape_number(std::uint32_t arabic, std::uint32_t english) {
  if (arabic > kLongestSide || english > kLongestSide) return kShapeCount;
  constexpr auto kNumbers = [] {
    std::array<std::array<std::uint8_t, kLongestSide + 1>, kLongestSide + 1> numbers{};
    for (auto& row : numbers) row.fill(kShapeCount);
    for (std::uint8_t s = 0; s < kShapeCount; ++s)
      numbers[kShapes[s].arabic][kShapes[s].english] = s;
    return numbers;
  }();
  return kNumbers[arabic][english];
}

}  // namespace muwazi
