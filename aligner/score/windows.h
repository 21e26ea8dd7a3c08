// Which sentences a band lets meet.
#pragma once
#include <array>
#include <vector>

#include "muwazi/align/band.h"
#include "muwazi/align/shapes.h"
#include "score/window_table.h"

namespace muwazi {

/// What a sentence may be in a bead with.
struct Reach {
  /// Sentences of the other side, and one more before and behind them (see Feature::neighbour_english); empty where no
  /// bead has the sentence.
  Window window;
  /// Where ranges of k + 1 sentences may begin; they and their neighbours are inside the window.
  std::array<Window, kLongestSide> begins{};
  friend bool operator==(const Reach&, const Reach&) = default;
};

struct Windows {
  Windows(std::uint32_t arabic, std::uint32_t english) : of_arabic(arabic), of_english(english) {}
  std::vector<Reach> of_arabic, of_english;  ///< one a sentence
};

/// For every sentence what the beads that begin and end in the band may pair it with.
[[nodiscard]] Windows windows(const Band& band);

/// The same of these beads only, each with both sides.
[[nodiscard]] Windows windows(const std::vector<Bead>& beads, std::uint32_t arabic,
                              std::uint32_t english);

}  // namespace muwazi
