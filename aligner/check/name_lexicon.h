// Whether Arabic words are names, as the lexicon and the capitals of a document tell.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_set>

#include "check/texts.h"
#include "lexicon/lexicon.h"

namespace muwazi::check {

/// Refers to the lexicon.
class NameLexicon {
 public:
  enum class Kind : std::uint8_t {
    name,     ///< what it is usually translated with has a capital wherever the document has it
    word,     ///< the document has it in lower case
    unknown,  ///< no translation is known
    absent,   ///< none that the document has
  };

  NameLexicon(const Lexicon& lexicon, const BitextView& view);

  /// `text`: a word as it is written.
  [[nodiscard]] Kind kind(std::string_view text);

 private:
  void add(const Word& word);

  const Lexicon& lexicon_;
  EnglishStemmer stemmer_;
  std::unordered_set<std::uint32_t> capitalised_, in_lower_case_;  ///< English tokens
};

}  // namespace muwazi::check
