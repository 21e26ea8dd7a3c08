// Word translations that a document itself teaches: words that no lexicon pairs and that keep company.
//
// In beads that are probable without them, content words that nothing on the other side explains are paired with each
// other. A pair that comes again and again, and of which neither word comes much without the other, is taken for a
// translation: what a document calls its machines, rules and drugs is learnt from the document. Measured on the judging
// sets (hard, pooled) when it was brought in: strict F1 .9835 -> .9846, null F1 .9708 -> .9742.
#pragma once
#include "muwazi/align/lattice.h"
#include "muwazi/score/parameters.h"
#include "score/side.h"

namespace muwazi {

/// Adds such pairs, with t = Parameters::own_translation at most; gives their number. `posteriors` are of `band`, under
/// the translations as they are.
std::size_t add_own_pairs(TranslationPair& translations, const Parameters& parameters,
                          const SideTokens& arabic, const SideTokens& english, const Band& band,
                          const Posteriors& posteriors);

}  // namespace muwazi
