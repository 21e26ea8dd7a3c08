// Which sentences a band lets meet.
#pragma once
#include <vector>

#include "muwazi/align/band.h"
#include "score/window_table.h"

namespace muwazi {

/// For every sentence those of the other side that a bead of the band may pair it with, and one more on either side
/// (see Feature::neighbour_english); empty where no bead has it.
struct Windows {
  std::vector<Window> of_arabic, of_english;
};

[[nodiscard]] Windows windows(const Band& band);

}  // namespace muwazi
