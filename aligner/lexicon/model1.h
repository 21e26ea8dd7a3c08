// IBM Model 1, both directions over one list of co-occurring tokens, and with it a model of position: words keep to
// the diagonal of their pair of sentences, the more the greater the tension (Dyer, Chahuneau and Smith 2013),
//   p(source i | target j)  ~  exp(-tension |place(i) - place(j)|).
// The tension is learnt, of each direction and of each file of pairs: word order means much in verses, less in labels
// and nothing in a dictionary. With the tension 0, with which it begins, this is Model 1.
#pragma once
#include <cstdint>
#include <vector>

namespace muwazi {

/// The tokens of one language: of all pairs, one after the other.
struct TokenSide {
  std::vector<std::uint32_t> token;
  std::vector<bool> target;  ///< whether the other side explains it
  std::vector<float> place;  ///< of its word in the sentence, 0 to 1: tokens of one word share it
  std::vector<std::uint32_t> begin = {0};  ///< first token of each pair, and the end

  /// Adds a token to the pair that is being made; `position`: its word, counted from 0.
  void add(std::uint32_t number, bool is_target, float position) {
    token.push_back(number);
    target.push_back(is_target);
    place.push_back(position + 0.5F);
  }
  /// Ends the pair, which has so many words on this side.
  void end_pair(std::size_t words) {
    for (std::size_t k = begin.back(); k < place.size(); ++k) place[k] /= static_cast<float>(words);
    begin.push_back(static_cast<std::uint32_t>(token.size()));
  }
};

struct TokenCorpus {
  TokenSide arabic, english;
  std::vector<float> weights;        ///< of each pair
  std::vector<std::uint32_t> files;  ///< of each pair: the file it comes from, counted from 0
  [[nodiscard]] std::size_t size() const noexcept { return weights.size(); }
};

/// One co-occurring pair of tokens a row entry; rows by Arabic token, English tokens rising.
struct TranslationTable {
  std::vector<std::uint32_t> row_begin, english;
  std::vector<float> english_given_arabic, arabic_given_english;
};

struct Model1Options {
  int iterations = 5;
  double discount = 0.5;
  bool positions = false;  ///< whether tension is learnt
};

/// Brown et al. 1993, equations 17 and 18 (without the length term), with a null token on the source side, which has no
/// place and weighs as much as one token does in the mean.
[[nodiscard]] TranslationTable model1(const TokenCorpus& corpus, std::size_t arabic_tokens,
                                      std::size_t english_tokens, const Model1Options& options);

}  // namespace muwazi
