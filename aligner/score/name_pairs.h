// Names that no lexicon has, paired by their letters.
#pragma once
#include "muwazi/anchor/names.h"
#include "muwazi/score/parameters.h"
#include "score/side.h"
#include "score/windows.h"

namespace muwazi {

/// The words of each sentence that may be names and have no translation in this document, each once.
struct NameLists {
  Lists arabic, english;
};
[[nodiscard]] NameLists untranslated_names(const TranslationPair& translations,
                                           const SideTokens& arabic, const SideTokens& english);

/// Adds pairs of them of which a sentence of the one meets a sentence of the other in `of_arabic`, the reaches of the
/// Arabic sentences; probable translations of each other where the letters say so.
void add_name_pairs(TranslationPair& translations, const NameLists& lists, const NameModel& names,
                    const Parameters& parameters, const SideTokens& arabic,
                    const SideTokens& english, const std::vector<Reach>& of_arabic);

}  // namespace muwazi
