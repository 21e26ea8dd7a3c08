// Sentences that were left alone though another one that was left alone says much of the same.
#pragma once
#include <vector>

#include "muwazi/score/explanation.h"
#include "score/sentence_aligner.h"

namespace muwazi {

/// Pairs of nulls among the beads that `aligner.align()` gave, each sentence in one pair at most, by Arabic sentence.
/// Those that stand apart share most of their content both ways; of those in place one is explained by the other.
/// Where there are more nulls than can be compared one by one, only those in place are looked at.
[[nodiscard]] std::vector<NullPair> null_pairs(const SentenceAligner& aligner,
                                               const std::vector<Bead>& beads);

}  // namespace muwazi
