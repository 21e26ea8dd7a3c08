// Word translation probabilities of a model, and how words become the tokens that it knows.
//
// Sections of a model file:
//   ar.buckets ar.keys en.buckets en.keys   vocabularies (vocabulary.h)
//   ar.p en.p                               unigram probabilities, quantised, a byte a token
//   ar.rows                                 first pair of each Arabic token, and the number of pairs
//   pair.en pair.t                          English token; t(e|a) and t(a|e), a byte each
//   en.begins                               1: a phrase begins with the English token, a byte a token
//   en.capitals                             share of the occurrences of the English token that have a capital (capitals.h),
//                                           0 to 255, a byte a token
//   morph.*                                 morphology.h
#pragma once
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/english_stemmer.h"
#include "lexicon/morphology.h"
#include "lexicon/phrases.h"
#include "lexicon/vocabulary.h"
#include "muwazi/lexicon/model.h"
#include "muwazi/text/word.h"

namespace muwazi {

/// A probability in a byte: -ln p in steps of 1/16, 0 to 15.9.
[[nodiscard]] inline std::uint8_t quantise(double p) {
  const double steps = -std::log(p) * 16.0;
  return steps >= 255.0 ? 255 : static_cast<std::uint8_t>(steps < 0.0 ? 0.0 : steps + 0.5);
}

/// A word as tokens. `source` explains words of the other side; `target` is what the other side explains.
struct WordTokens {
  std::vector<std::string> source, target;
};

[[nodiscard]] WordTokens arabic_tokens(const Pieces& pieces, const std::string& surface);
/// The stem, and the surface form, which only explains: "teeth" says more than one tooth.
[[nodiscard]] WordTokens english_tokens(std::string stem, const std::string& surface);

class Lexicon {
 public:
  explicit Lexicon(const Model& model);
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  [[nodiscard]] const Vocabulary& arabic() const noexcept { return arabic_; }
  [[nodiscard]] const Vocabulary& english() const noexcept { return english_; }
  /// Unigram probability; of an unknown token that of the rarest known one.
  [[nodiscard]] float arabic_probability(std::uint32_t token) const {
    return probability(arabic_p_, token);
  }
  [[nodiscard]] float english_probability(std::uint32_t token) const {
    return probability(english_p_, token);
  }

  /// Tokens of a word of the Arabic side; a Latin word there is what it would be on the English side.
  [[nodiscard]] WordTokens arabic_word(const Word& word, EnglishStemmer& stemmer) const;
  [[nodiscard]] WordTokens english_word(const Word& word, EnglishStemmer& stemmer) const;

  /// Whether a phrase of English tokens begins with the token.
  [[nodiscard]] bool begins_phrase(std::uint32_t token) const {
    return token < begins_.size() && begins_[token] != 0;
  }
  /// The phrase of two English tokens, of which the first may be a phrase (phrases.h); kUnknownToken for none.
  [[nodiscard]] std::uint32_t phrase(std::uint32_t first, std::string_view first_text,
                                     std::string_view second_text) const {
    if (!begins_phrase(first)) return kUnknownToken;
    return english_.find(phrase_token(first_text, second_text));
  }

  /// How often a known English token has a capital where that says something, 0 to 1; a half where the model does not say.
  [[nodiscard]] float english_capitalised(std::uint32_t token) const {
    return token < capitals_.size() ? static_cast<float>(capitals_[token]) / 255.0F : 0.5F;
  }

  struct Translation {
    std::uint32_t english;
    float english_given_arabic, arabic_given_english;
  };
  /// Calls f(Translation) for every pair of an Arabic token, by English token.
  template <class F>
  void for_each_translation(std::uint32_t arabic, F f) const {
    for_each_translation(
        arabic, [](std::uint32_t) { return true; }, f);
  }
  /// The same of pairs with wanted(English token), most of which are not.
  template <class Wanted, class F>
  void for_each_translation(std::uint32_t arabic, Wanted wanted, F f) const {
    const std::uint32_t* const english = pair_english_.data();
    const std::uint32_t end = rows_[arabic + 1];
    for (std::uint32_t k = rows_[arabic]; k < end; ++k) {
      if (!wanted(english[k])) continue;
      const std::uint8_t* t = pair_t_.data() + std::size_t{2} * k;
      f(Translation{english[k], decoded_[t[0]], decoded_[t[1]]});
    }
  }

 private:
  [[nodiscard]] float probability(std::span<const std::uint8_t> quantised,
                                  std::uint32_t token) const {
    return token == kUnknownToken ? decoded_[255] : decoded_[quantised[token]];
  }

  Vocabulary arabic_, english_;
  Morphology morphology_;
  std::span<const std::uint8_t> arabic_p_, english_p_, begins_, capitals_;
  std::span<const std::uint32_t> rows_, pair_english_;
  std::span<const std::uint8_t> pair_t_;
  std::array<float, 256> decoded_{};
};

}  // namespace muwazi
