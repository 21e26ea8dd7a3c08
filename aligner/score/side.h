// One side of a document as tokens: what the scorer knows of its sentences.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "muwazi/text/language.h"
#include "score/known_words.h"
#include "score/marks.h"

namespace muwazi {

/// A sentence as the scorer sees it.
struct SentenceView {
  std::string_view text;
  bool heading = false;
  std::uint32_t paragraph = 0;  ///< never decreases
};

/// Lists of numbers one after the other.
struct Lists {
  std::vector<std::uint32_t> begin{0}, items;
  void close() { begin.push_back(static_cast<std::uint32_t>(items.size())); }
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t k) const {
    return {items.data() + begin[k], items.data() + begin[k + 1]};
  }
  /// Of lists `first` to `end` - 1, one after the other.
  [[nodiscard]] std::span<const std::uint32_t> from(std::size_t first, std::size_t end) const {
    return {items.data() + begin[first], items.data() + begin[end]};
  }
  [[nodiscard]] std::size_t size() const noexcept { return begin.size() - 1; }
};

/// Tokens are numbered within the side, in order of first occurrence.
struct SideTokens {
  struct Token {
    std::string text;
    std::uint32_t number = kUnknownToken;  ///< in the lexicon
    float probability = 0.0F;              ///< unigram
    float idf = 0.0F;                      ///< 0 for frequent words to 1 for rare ones
    bool target = false;  ///< to be explained; false: only explains (a surface form)
    bool name = false;    ///< may be a name: compared by its letters
  };
  std::vector<Token> tokens;
  Lists source;     ///< tokens of each sentence that explain
  Lists target;     ///< tokens of each sentence that are to be explained
  Lists sentences;  ///< sentences of each token as a source, rising, once an occurrence
  std::vector<std::uint32_t> words;   ///< number of words of each sentence
  std::vector<float> length;          ///< characters of comparison form, of each sentence
  std::vector<std::uint8_t> heading;  ///< 1: is one
  std::vector<Marks> marks;
  std::vector<std::uint32_t> paragraph;

  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(length.size());
  }
};

/// `known` learns the words that it does not have yet.
[[nodiscard]] SideTokens read_side(KnownWords& known, std::span<const SentenceView> sentences);

/// The same with words of which nothing is known.
[[nodiscard]] SideTokens read_side(const Lexicon& lexicon, Language language,
                                   std::span<const SentenceView> sentences);

/// t(target | source) of the tokens of a document, by target; sources of the other side.
struct Translations {
  std::vector<std::uint32_t> begin, source;
  std::vector<float> t;
  /// Of each target: how often pairs of it were added; empty: never.
  std::vector<std::uint32_t> revision = {};
};

struct TranslationPair {
  Translations english;  ///< of each English token given Arabic ones
  Translations arabic;
};

}  // namespace muwazi
