// English words that belong together: "as well as", "prime minister". A phrase is one more token of its sentence,
// which only explains: beside its words it says what none of them says alone. Without phrases "well" has to explain
// a well and كذلك; with them the pairs of Arabic words and of phrases are learnt as those of single words are.
// Phrases are of stems and may overlap. Arabic ones were tried: they bring nothing beside surface forms and clitics.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lexicon/vocabulary.h"

namespace muwazi {

inline constexpr std::size_t kLongestPhrase = 3;  // words

/// The token of a phrase: `first` may be a phrase itself. No word has a space in it.
[[nodiscard]] inline std::string phrase_token(std::string_view first, std::string_view second) {
  return std::string(first) + " " + std::string(second);
}

/// Calls f(phrase, place of its first word, words) for every phrase of a sentence. `stems`: kUnknownToken for what is
/// no word. `join(x, y)`: the phrase of x, a stem or a phrase, and the stem y behind it; kUnknownToken for none.
template <class Join, class F>
void for_each_phrase(std::span<const std::uint32_t> stems, Join join, F f) {
  for (std::size_t first = 0; first < stems.size(); ++first) {
    std::uint32_t phrase = stems[first];
    for (std::size_t words = 2; words <= kLongestPhrase && first + words <= stems.size(); ++words) {
      const std::uint32_t next = stems[first + words - 1];
      if (phrase == kUnknownToken || next == kUnknownToken) break;
      phrase = join(phrase, next);
      if (phrase != kUnknownToken) f(phrase, first, words);
    }
  }
}

/// The phrases of a corpus, by what they are joined of.
class PhraseTable {
 public:
  [[nodiscard]] std::uint32_t join(std::uint32_t first, std::uint32_t second) const {
    const auto found = phrases_.find(key(first, second));
    return found == phrases_.end() ? kUnknownToken : found->second;
  }
  void add(std::uint32_t first, std::uint32_t second, std::uint32_t phrase) {
    phrases_.emplace(key(first, second), phrase);
    begins_.insert(first);
  }
  [[nodiscard]] bool begins_with(std::uint32_t first) const { return begins_.contains(first); }
  [[nodiscard]] std::size_t size() const noexcept { return phrases_.size(); }

  [[nodiscard]] static std::uint64_t key(std::uint32_t first, std::uint32_t second) {
    return std::uint64_t{first} << 32 | second;
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> phrases_;
  std::unordered_set<std::uint32_t> begins_;
};

struct PhraseOptions {
  std::uint32_t least_count = 3;
  double least_ratio = 30.0;  ///< log likelihood ratio
};

/// Which neighbours are phrases: those more frequent together than chance makes likely, by the log likelihood ratio
/// (Dunning 1993, section 4). `stems`: of all lines, kUnknownToken between two lines and for what is no word.
/// `number(first, second)` gives a phrase its number.
[[nodiscard]] PhraseTable learn_phrases(
    std::span<const std::uint32_t> stems, const PhraseOptions& options,
    const std::function<std::uint32_t(std::uint32_t, std::uint32_t)>& number);

}  // namespace muwazi
