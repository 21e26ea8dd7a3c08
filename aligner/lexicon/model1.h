// IBM Model 1, both directions over one list of co-occurring tokens.
#pragma once
#include <cstdint>
#include <vector>

namespace muwazi {

/// Token numbers of the pairs of a corpus, one after the other.
struct TokenCorpus {
  std::vector<std::uint32_t> arabic, english;  ///< tokens of all pairs
  std::vector<bool> arabic_target;             ///< whether the English side explains the token
  std::vector<std::uint32_t> arabic_begin,
      english_begin;           ///< first token of each pair, and the end
  std::vector<float> weights;  ///< of each pair
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
};

/// Brown et al. 1993, equations 17 and 18 (without the length term), with a null token on the source side.
[[nodiscard]] TranslationTable model1(const TokenCorpus& corpus, std::size_t arabic_tokens,
                                      std::size_t english_tokens, const Model1Options& options);

}  // namespace muwazi
