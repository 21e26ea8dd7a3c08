#include "score/known_words.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "muwazi/anchor/values.h"
#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

/// 0 for a word of every sentence, 1 for a word of one in ten thousand (log10 scale).
float idf_of(float probability) {
  return std::clamp((-std::log10(probability) - 2.2F) / 2.3F, 0.0F, 1.0F);
}

}  // namespace

void KnownWords::end_text(std::size_t tokens) {
  std::size_t words = 0;
  for (const auto& of_kind : words_) words += of_kind.size();
  if (tokens > kLongText || std::max({words, tokens_.size(), phrases_.size()}) > kMost) forget();
}

void KnownWords::forget() {
  tokens_ = {};
  by_text_ = {};
  words_ = {};
  phrases_ = {};
}

const KnownWords::Tokens& KnownWords::tokens_of(const Word& word) {
  const auto [found, fresh] = words_[static_cast<std::size_t>(word.kind)].try_emplace(word.form);
  Tokens& known = found->second;
  if (fresh) {
    const WordTokens tokens = language_ == Language::arabic
                                  ? lexicon_->arabic_word(word, stemmer_)
                                  : lexicon_->english_word(word, stemmer_);
    known.source.reserve(tokens.source.size());
    for (const std::string& text : tokens.source) known.source.push_back(token(text));
    known.targets = static_cast<std::uint32_t>(tokens.target.size());
    known.letters = static_cast<std::uint32_t>(code_points(word.form));
    known.counts = counts(word, language_);
  }
  return known;
}

std::uint32_t KnownWords::token(const std::string& text) {
  const auto [found, fresh] = by_text_.emplace(text, static_cast<std::uint32_t>(tokens_.size()));
  if (fresh) {
    const bool arabic = language_ == Language::arabic;
    Token token{.text = text};
    token.number = (arabic ? lexicon_->arabic() : lexicon_->english()).find(text);
    token.probability = arabic ? lexicon_->arabic_probability(token.number)
                               : lexicon_->english_probability(token.number);
    token.idf = idf_of(token.probability);
    tokens_.push_back(std::move(token));
  }
  return found->second;
}

std::uint32_t KnownWords::phrase(std::uint32_t first, std::uint32_t second) {
  if (!lexicon_->begins_phrase(tokens_[first].number)) return kUnknownToken;
  const auto [found, fresh] = phrases_.try_emplace(PhraseTable::key(first, second), kUnknownToken);
  if (fresh) {
    const Token &x = tokens_[first], &y = tokens_[second];
    if (lexicon_->phrase(x.number, x.text, y.text) != kUnknownToken)
      found->second = token(phrase_token(x.text, y.text));
  }
  return found->second;
}

}  // namespace muwazi
