// Which Arabic words are no names, as the lexicon and the capitals of a document tell.
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "check/texts.h"
#include "lexicon/lexicon.h"

namespace muwazi::check {

/// Refers to the lexicon.
class NameLexicon {
 public:
  NameLexicon(const Lexicon& lexicon, const BitextView& view);

  /// Whether the document has what a word (as it is written) is usually translated with in lower case. False for words
  /// of which no translation is known, and where the document has none.
  [[nodiscard]] bool is_word(std::string_view text);

  /// Whether a word and an English one are hardly ever given by others, as names are; false for words of which no
  /// translation is known.
  [[nodiscard]] bool is_like_name(std::string_view text);

 private:
  [[nodiscard]] std::uint32_t rarest_piece(const Word& word);
  void add(const Word& word);

  const Lexicon& lexicon_;
  EnglishStemmer stemmer_;
  std::unordered_set<std::uint32_t> capitalised_, in_lower_case_;  ///< English tokens
};

}  // namespace muwazi::check
