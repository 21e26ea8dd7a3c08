// t(e|a) and t(a|e) of the tokens of one document, gathered once.
#pragma once
#include <span>
#include <vector>

#include "muwazi/score/parameters.h"
#include "score/side.h"

namespace muwazi {

/// From the lexicon, and from tokens that are the same on both sides (numbers, Latin words).
[[nodiscard]] TranslationPair gather_translations(const Lexicon& lexicon,
                                                  const Parameters& parameters,
                                                  const SideTokens& arabic,
                                                  const SideTokens& english);

/// t(target | source) of a pair of tokens.
struct TranslationEntry {
  std::uint32_t target, source;
  float t;
};

/// Each pair once, with the greatest of its t; sorted by target and source.
[[nodiscard]] Translations by_target(const std::vector<TranslationEntry>& entries,
                                     std::size_t targets);

/// Of a sentence's words: grows with every pair that merge() adds to the translations of one of them.
[[nodiscard]] std::uint32_t revision_of(std::span<const std::uint32_t> words,
                                        const Translations& translations);

/// Adds entries; of a pair that is there already the greater t stays.
void merge(Translations& translations, const std::vector<TranslationEntry>& entries);

}  // namespace muwazi
