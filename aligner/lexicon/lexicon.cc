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

WordTokens english_tokens(std::string stem, const std::string& surface) {
  WordTokens tokens{{stem}, {std::move(stem)}};
  if (tokens.target[0] != surface) tokens.source.push_back(surface);
  return tokens;
}

Lexicon::Lexicon(const Model& model)
    : arabic_(model.array<std::uint32_t>("ar.buckets"), model.array<std::uint32_t>("ar.keys")),
      english_(model.array<std::uint32_t>("en.buckets"), model.array<std::uint32_t>("en.keys")),
      morphology_(model, arabic_),
      arabic_p_(model.array<std::uint8_t>("ar.p")),
      english_p_(model.array<std::uint8_t>("en.p")),
      begins_(model.array<std::uint8_t>("en.begins")),
      capitals_(model.array<std::uint8_t>("en.capitals")),
      rows_(model.array<std::uint32_t>("ar.rows")),
      pair_english_(model.array<std::uint32_t>("pair.en")),
      pair_t_(model.array<std::uint8_t>("pair.t")) {
  for (std::size_t k = 0; k < decoded_.size(); ++k) {
    decoded_[k] = static_cast<float>(std::exp(-static_cast<double>(k) / 16.0));
  }
}

namespace {

/// A surface form that the model has not learnt anything of would only dilute the mean.
WordTokens known(WordTokens tokens, const Vocabulary& vocabulary) {
  const bool surface = tokens.source.size() > tokens.target.size();
  if (surface && vocabulary.find(tokens.source.back()) == kUnknownToken) tokens.source.pop_back();
  return tokens;
}

}  // namespace

WordTokens Lexicon::arabic_word(const Word& word, EnglishStemmer& stemmer) const {
  if (word.kind == WordKind::arabic)
    return known(arabic_tokens(morphology_.cut(word.form), word.form), arabic_);
  const WordTokens tokens = english_word(word, stemmer);
  return {tokens.target, tokens.target};
}

WordTokens Lexicon::english_word(const Word& word, EnglishStemmer& stemmer) const {
  if (word.kind != WordKind::latin) return {{word.form}, {word.form}};
  return known(english_tokens(stemmer.stem(word.form), word.form), english_);
}

}  // namespace muwazi
