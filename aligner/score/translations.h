// t(e|a) and t(a|e) of the tokens of one document, gathered once.
#pragma once
#include "muwazi/score/parameters.h"
#include "score/side.h"

namespace muwazi {

/// From the lexicon, and from tokens that are the same on both sides (numbers, Latin words, values).
[[nodiscard]] TranslationPair gather_translations(const Lexicon& lexicon,
                                                  const Parameters& parameters,
                                                  const SideTokens& arabic,
                                                  const SideTokens& english);

}  // namespace muwazi
