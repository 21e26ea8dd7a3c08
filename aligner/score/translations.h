// t(e|a) and t(a|e) of the tokens of one document, gathered once.
#pragma once
#include "muwazi/anchor/names.h"
#include "muwazi/score/parameters.h"
#include "score/side.h"

namespace muwazi {

/// From the lexicon; from tokens that are the same on both sides (numbers, Latin words); and, where `names` is given,
/// from the letters of words of which the lexicon has no translation in this document.
[[nodiscard]] TranslationPair gather_translations(const Lexicon& lexicon,
                                                  const Parameters& parameters,
                                                  const NameModel* names, const SideTokens& arabic,
                                                  const SideTokens& english);

}  // namespace muwazi
