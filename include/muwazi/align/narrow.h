// The part of a band that paths near the best one pass through: a cheap look before the whole model is computed.
#pragma once
#include <span>

#include "muwazi/align/band.h"

namespace muwazi {

struct NarrowOptions {
  float share_cost =
      0.5F;            ///< what it costs a sentence to agree with one that others agree with too
  float slack = 6.0F;  ///< a cell is kept if the best path through it is no worse by more
  std::uint32_t margin = 2;  ///< sentences added around what is kept
};

/// The cells of `band` that some path through them reaches an agreement within `slack` of the greatest, grown by
/// `margin` in all directions (drawn in narrow.cc). `agreement`: one a cell, >= 0, of the last Arabic and the last
/// English sentence that are consumed there; those of row 0 and column 0 are not looked at.
/// Time O(cells), memory 8 bytes a cell.
[[nodiscard]] Band narrow(const Band& band, std::span<const float> agreement,
                          const NarrowOptions& options);

}  // namespace muwazi
