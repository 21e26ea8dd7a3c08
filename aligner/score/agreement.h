// How much single sentences have in common: what the band is narrowed by, before beads are scored.
#pragma once
#include <vector>

#include "muwazi/align/band.h"
#include "score/side.h"

namespace muwazi {

/// For each cell of the band, the idf mass of words that the cell's last Arabic and last English sentence explain each
/// other, beyond what they share with the average sentence of their row and column of the band; 0 in row 0 and column
/// 0, and where it would be negative.
[[nodiscard]] std::vector<float> agreement(const SideTokens& arabic, const SideTokens& english,
                                           const TranslationPair& translations, float full_cover,
                                           const Band& band);

}  // namespace muwazi
