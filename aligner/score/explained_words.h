// The words of a pair: which of them explain each other, and which nothing explains.
#pragma once
#include "muwazi/align/bead.h"
#include "muwazi/score/explanation.h"
#include "score/sentence_aligner.h"
#include "score/shown_words.h"

namespace muwazi {

/// Fills what an Explanation says of words. `arabic` and `english` are those of the aligner's sides, `bead` is a pair.
void explain_words(const SentenceAligner& aligner, SideWords& arabic, SideWords& english,
                   const Bead& bead, Explanation& to);

}  // namespace muwazi
