// The words of a bead as they stand in the text, with the tokens of each.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/english_stemmer.h"
#include "lexicon/lexicon.h"
#include "muwazi/align/bead.h"
#include "muwazi/text/language.h"
#include "score/side.h"

namespace muwazi {

struct ShownWord {
  std::uint32_t sentence;
  ByteRange bytes;
  std::string_view text;
  bool capitalised = false;
  std::vector<std::uint32_t> source, target;                             ///< tokens of the side
  std::vector<std::pair<std::uint32_t, std::string_view>> phrases = {};  ///< that begin with it
};

/// One side of an alignment. Refers to what it was made with.
class SideWords {
 public:
  SideWords(const Lexicon& lexicon, Language language, const SideTokens& side,
            std::span<const SentenceView> sentences);

  [[nodiscard]] const SideTokens& side() const noexcept { return side_; }

  [[nodiscard]] std::vector<ShownWord> of(SentenceSpan span);

  /// How each token that explains is shown: as the word that it is part of, a phrase as its words; a number in words as
  /// its digits.
  [[nodiscard]] std::unordered_map<std::uint32_t, std::string_view> explaining(
      SentenceSpan span, const std::vector<ShownWord>& shown) const;

 private:
  void add_phrases(std::span<ShownWord> sentence) const;
  [[nodiscard]] std::vector<std::uint32_t> known(const std::vector<std::string>& tokens) const;

  const Lexicon& lexicon_;
  Language language_;
  const SideTokens& side_;
  std::span<const SentenceView> sentences_;
  EnglishStemmer stemmer_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace muwazi
