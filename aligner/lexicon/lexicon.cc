#include "lexicon/lexicon.h"

#include <algorithm>

namespace muwazi {

WordTokens arabic_tokens(const Pieces& pieces, const std::string& surface) {
  WordTokens tokens;
  tokens.target = pieces.proclitics;
  tokens.target.push_back(pieces.stem);
  if (!pieces.enclitic.empty()) tokens.target.push_back(pieces.enclitic);
  tokens.source = tokens.target;
  if (pieces.stem != surface) tokens.source.push_back(surface);
  return tokens;
}

Lexicon::Lexicon(const Model& model)
    : arabic_(model.array<std::uint32_t>("ar.buckets"), model.array<std::uint32_t>("ar.keys")),
      english_(model.array<std::uint32_t>("en.buckets"), model.array<std::uint32_t>("en.keys")),
      morphology_(model, arabic_),
      arabic_p_(model.array<std::uint8_t>("ar.p")),
      english_p_(model.array<std::uint8_t>("en.p")),
      rows_(model.array<std::uint32_t>("ar.rows")),
      pair_english_(model.array<std::uint32_t>("pair.en")),
      pair_t_(model.array<std::uint8_t>("pair.t")) {
  for (std::size_t k = 0; k < decoded_.size(); ++k) {
    decoded_[k] = static_cast<float>(std::exp(-static_cast<double>(k) / 16.0));
  }
}

WordTokens Lexicon::arabic_word(const Word& word, EnglishStemmer& stemmer) const {
  if (word.kind != WordKind::arabic) return english_word(word, stemmer);
  WordTokens tokens = arabic_tokens(morphology_.cut(word.form), word.form);
  // A surface form that the model has not learnt anything of would only dilute the mean.
  if (tokens.source.size() > tokens.target.size() && arabic_.find(word.form) == kUnknownToken) {
    tokens.source.pop_back();
  }
  return tokens;
}

WordTokens Lexicon::english_word(const Word& word, EnglishStemmer& stemmer) const {
  if (word.kind != WordKind::latin) return {{word.form}, {word.form}};
  std::string stem = stemmer.stem(word.form);
  return {{stem}, {std::move(stem)}};
}

}  // namespace muwazi
