// What the lexicon and the capitals of a document tell of words that may be names.
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "check/texts.h"
#include "lexicon/lexicon.h"

namespace muwazi::check {

/// Refers to the lexicon.
class NameLexicon {
 public:
  /// A translation is one from this probability on.
  static constexpr double kTranslated = 0.05;

  NameLexicon(const Lexicon& lexicon, const BitextView& view);

  /// What the translations of an Arabic word are like; of one that the lexicon does not have all is 0.
  struct Nature {
    bool known = false;
    double mutual =
        0.0;  ///< probability that both are each other's translation, in the mean: names are hardly given by others
    double names = 0.0;  ///< the share of them that have capitals in what the model was learnt from
    double capitalised = 0.0,
           in_lower_case = 0.0;  ///< probability of those that the document has so
  };
  [[nodiscard]] Nature nature(std::string_view text);

  /// How often a word of English tokens has a capital in all that the model was learnt from; 0 for no tokens.
  [[nodiscard]] double capitalised(const std::vector<std::uint32_t>& tokens) const;

  /// Whether both are names in what the lexicon was learnt from, and not each other's translation: then they are not, however
  /// often a document has the one for the other.
  [[nodiscard]] bool contradicts(std::string_view arabic, std::string_view english);

  /// Whether an Arabic word has the translations of a name.
  [[nodiscard]] bool is_name(std::string_view arabic);

  /// Tokens that are explained, of a word as it is written; without those that the lexicon does not have.
  [[nodiscard]] std::vector<std::uint32_t> english_tokens(std::string_view text);

  /// The greatest probability, of both directions, with which an Arabic word and one of some English tokens are each
  /// other's translation.
  [[nodiscard]] double translation(std::string_view arabic,
                                   const std::unordered_set<std::uint32_t>& english);

 private:
  [[nodiscard]] std::vector<std::uint32_t> arabic_tokens(std::string_view text);
  void add(const Word& word);

  const Lexicon& lexicon_;
  EnglishStemmer stemmer_;
  std::unordered_set<std::uint32_t> capitalised_, in_lower_case_;  ///< English tokens
};

}  // namespace muwazi::check
