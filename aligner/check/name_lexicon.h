// What the lexicon and the capitals of a document tell of words that may be names.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
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

  /// The comparison form of an Arabic word without the particles that are written with it. The lexicon knows many a word
  /// with its particles as a word of its own: "to Isaac", of which "Isaac" is the cut that is given by the same translations.
  [[nodiscard]] const std::string& stem(std::string_view text) { return reading(text).form; }

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
  /// The same, where both directions have to say so. That keeps out what a name often stands next to: "the", "of", the name
  /// before it in a list.
  [[nodiscard]] double given(std::string_view arabic,
                             const std::unordered_set<std::uint32_t>& english);

 private:
  /// A word without its particles, and the tokens that the lexicon has of it, the likeliest first, without those of particles.
  struct Reading {
    std::string form;
    std::vector<std::uint32_t> tokens;
  };
  const Reading& reading(std::string_view text);
  [[nodiscard]] Reading read(std::string_view text);
  /// The stem and the word itself, those of them that the lexicon has.
  [[nodiscard]] std::vector<std::uint32_t> arabic_tokens(const std::string& form);
  [[nodiscard]] Nature nature(std::uint32_t arabic) const;
  template <class F>
  void for_each_translation(std::string_view arabic,
                            const std::unordered_set<std::uint32_t>& english, F f);
  void add(const Word& word);

  const Lexicon& lexicon_;
  EnglishStemmer stemmer_;
  std::unordered_map<std::string, Reading> readings_;
  std::unordered_set<std::uint32_t> capitalised_, in_lower_case_;  ///< English tokens
};

}  // namespace muwazi::check
