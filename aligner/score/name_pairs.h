// Names that no lexicon has, paired by their letters.
#pragma once
#include "muwazi/align/band.h"
#include "muwazi/anchor/names.h"
#include "muwazi/score/parameters.h"
#include "score/side.h"

namespace muwazi {

/// Adds pairs of words that may be names, that have no translation in this document, and of which a sentence of the
/// one meets a sentence of the other in the band; probable translations of each other where the letters say so.
void add_name_pairs(TranslationPair& translations, const NameModel& names,
                    const Parameters& parameters, const SideTokens& arabic,
                    const SideTokens& english, const Band& band);

}  // namespace muwazi
