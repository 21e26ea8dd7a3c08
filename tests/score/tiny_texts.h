// Short texts as the scorer reads them, with the model of lexicon/tiny.h.
#pragma once
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "lexicon/tiny.h"
#include "score/side.h"

namespace muwazi::tiny {

using Strings = std::vector<std::string>;

inline const Lexicon& lexicon() {
  static const Model model = train(sources());
  static const Lexicon read(model);
  return read;
}

/// The strings must outlive the views.
inline std::vector<SentenceView> views(const Strings& texts) {
  std::vector<SentenceView> out;
  for (const auto& text : texts) out.push_back({text, false, 0});
  return out;
}

inline SideTokens read(Language language, const Strings& texts) {
  return read_side(lexicon(), language, views(texts));
}

inline std::uint32_t number(const SideTokens& side, const std::string& text) {
  for (std::uint32_t k = 0; k < side.tokens.size(); ++k) {
    if (side.tokens[k].text == text) return k;
  }
  ADD_FAILURE() << "no token " << text;
  return 0;
}

/// t of a target token given a source token; 0 where they are no pair.
inline float t_of(const Translations& translations, std::uint32_t target, std::uint32_t source) {
  for (auto k = translations.begin[target]; k < translations.begin[target + 1]; ++k) {
    if (translations.source[k] == source) return translations.t[k];
  }
  return 0.0F;
}

/// Both directions of the pair of an Arabic and an English token.
inline std::pair<float, float> both(const TranslationPair& pair, const SideTokens& arabic,
                                    const std::string& a, const SideTokens& english,
                                    const std::string& e) {
  return {t_of(pair.english, number(english, e), number(arabic, a)),
          t_of(pair.arabic, number(arabic, a), number(english, e))};
}

}  // namespace muwazi::tiny
