#include "check/elsewhere.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace muwazi::check {
namespace {

constexpr float kLeftOver = 0.5F;       // share of a word's content
constexpr float kLeastContent = 0.3F;   // of a word, for its counterpart to be no chance
constexpr float kMostUsual = 1e-3F;     // probability of a token that is no particle
constexpr float kTranslation = 0.05F;   // the greater one of both directions
constexpr std::uint32_t kFurthest = 2;  // beads

/// A word that nothing explains, as the lexicon knows it.
struct Left {
  std::uint32_t word = 0;
  std::vector<std::uint32_t> tokens;
};

class Reader {
 public:
  Reader(const BitextView& view, const Lexicon& lexicon) : view_(view), lexicon_(lexicon) {}

  [[nodiscard]] std::vector<Left> of(std::uint32_t bead, const SideOf& side) {
    std::vector<Left> out;
    const SentenceSpan span = view_.beads()[bead].*side.span;
    if (view_.beads()[bead].null()) {
      for (std::uint32_t k = span.begin; k < span.end; ++k) add(side, side.sentence(k), 0, out);
      return out;
    }
    const std::vector<CoveredWord>& all = view_.bitext.explanations[bead].*side.covered;
    for (std::uint32_t k = 0; k < all.size(); ++k) {
      if (all[k].content < kLeastContent || all[k].uncovered < kLeftOver * all[k].content) continue;
      add(side, slice(side.sentence(all[k].sentence), all[k].bytes), k, out);
    }
    return out;
  }

 private:
  void add(const SideOf& side, std::string_view text, std::uint32_t number,
           std::vector<Left>& out) {
    const bool arabic = side.language == Language::arabic;
    for (const Word& word : words(text)) {
      Left left{number, {}};
      const WordTokens tokens =
          arabic ? lexicon_.arabic_word(word, stemmer_) : lexicon_.english_word(word, stemmer_);
      for (const std::string& token : arabic ? tokens.source : tokens.target) {
        const std::uint32_t id =
            arabic ? lexicon_.arabic().find(token) : lexicon_.english().find(token);
        if (id == kUnknownToken) continue;
        const float usual =
            arabic ? lexicon_.arabic_probability(id) : lexicon_.english_probability(id);
        if (usual <= kMostUsual) left.tokens.push_back(id);
      }
      if (!left.tokens.empty()) out.push_back(std::move(left));
    }
  }

  const BitextView& view_;
  const Lexicon& lexicon_;
  EnglishStemmer stemmer_;
};

/// Marks what the words of two beads have of each other.
void meet(const Lexicon& lexicon, const std::vector<Left>& arabic, const std::vector<Left>& english,
          std::vector<bool>& of_arabic, std::vector<bool>& of_english) {
  std::unordered_multimap<std::uint32_t, std::uint32_t> words;  // by token
  for (const Left& left : english) {
    for (const std::uint32_t token : left.tokens) words.emplace(token, left.word);
  }
  const auto has = [&](std::uint32_t token) { return words.contains(token); };
  for (const Left& left : arabic) {
    for (const std::uint32_t token : left.tokens) {
      lexicon.for_each_translation(token, has, [&](const Lexicon::Translation& translation) {
        if (std::max(translation.english_given_arabic, translation.arabic_given_english) <
            kTranslation) {
          return;
        }
        if (!of_arabic.empty()) of_arabic[left.word] = true;
        const auto [begin, end] = words.equal_range(translation.english);
        for (auto at = begin; at != end; ++at) {
          if (!of_english.empty()) of_english[at->second] = true;
        }
      });
    }
  }
}

}  // namespace

Elsewhere::Elsewhere(const BitextView& view, const Lexicon& lexicon)
    : arabic_(view.beads().size()), english_(view.beads().size()) {
  Reader reader(view, lexicon);
  std::vector<std::vector<Left>> arabic, english;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    arabic.push_back(reader.of(k, view.arabic));
    english.push_back(reader.of(k, view.english));
    if (view.beads()[k].null()) continue;
    arabic_[k].resize(view.bitext.explanations[k].arabic_words.size());
    english_[k].resize(view.bitext.explanations[k].english_words.size());
  }
  for (std::uint32_t k = 0; k < arabic.size(); ++k) {
    const auto end = std::min<std::size_t>(k + kFurthest + 1, arabic.size());
    for (std::uint32_t near = k + 1; near < end; ++near) {
      meet(lexicon, arabic[k], english[near], arabic_[k], english_[near]);
      meet(lexicon, arabic[near], english[k], arabic_[near], english_[k]);
    }
  }
}

}  // namespace muwazi::check
