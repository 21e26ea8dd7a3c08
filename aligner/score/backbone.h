// A chain of sentence pairs that agree in rare words: the backbone that the band is laid around.
#pragma once
#include <vector>

#include "muwazi/align/band.h"
#include "score/side.h"

namespace muwazi {

/// Pairs of sentences that share rare words, values or names, rising on both sides; of all such chains the one with
/// the most agreement (found in n log n). Each pair gives two waypoints: before and after it.
[[nodiscard]] std::vector<Waypoint> backbone(const SideTokens& arabic, const SideTokens& english,
                                             const TranslationPair& translations);

}  // namespace muwazi
