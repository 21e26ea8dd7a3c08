// What SentenceAligner decided, in words and figures.
#pragma once
#include <span>
#include <vector>

#include "muwazi/score/explanation.h"
#include "score/sentence_aligner.h"

namespace muwazi {

/// One explanation for each of the beads that `aligner.align()` gave, under the rates that it gave them with.
/// `arabic` and `english` are the sentences that the aligner was made with, `lexicon` its lexicon.
[[nodiscard]] std::vector<Explanation> explain(const SentenceAligner& aligner,
                                               const Lexicon& lexicon,
                                               std::span<const SentenceView> arabic,
                                               std::span<const SentenceView> english,
                                               const std::vector<Bead>& beads);

}  // namespace muwazi
