#include "score/null_pairs.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace muwazi {
namespace {

constexpr std::size_t kMostPairs = 40'000;  // of nulls that are compared
constexpr float kLeastCovered = 0.42F;      // of the lesser of two sides that stand apart
constexpr float kSurelyCovered = 0.62F;     // and from which they need not be the only ones
constexpr float kAhead = 0.45F;          // of what both share with any other sentence, below that
constexpr float kLeastContent = 2.5F;    // idf mass of these: about five words
constexpr float kBetterInPlace = 0.42F;  // of the better explained of two that stand together
constexpr float kLesserInPlace = 0.1F;
constexpr float kContentInPlace = 0.8F;

struct Share {
  float covered = 0.0F, content = 0.0F;
};

/// How much of a sentence the tokens of one of the other side explain.
Share share(const SideTokens& side, std::uint32_t sentence, const Translations& translations,
            const std::unordered_set<std::uint32_t>& source, float full_cover) {
  Share out;
  float covered = 0.0F;
  for (const std::uint32_t token : side.target[sentence]) {
    float best = 0.0F;
    for (auto at = translations.begin[token]; at < translations.begin[token + 1]; ++at) {
      if (translations.t[at] > best && source.contains(translations.source[at])) {
        best = translations.t[at];
      }
    }
    const float idf = side.tokens[token].idf;
    out.content += idf;
    covered += idf * std::min(best / full_cover, 1.0F);
  }
  out.covered = out.content > 0.0F ? covered / out.content : 0.0F;
  return out;
}

struct Null {
  std::uint32_t sentence = 0;
  std::uint32_t run = 0;  ///< the same for nulls without a pair between them
  std::unordered_set<std::uint32_t> source;
};

struct Nulls {
  std::vector<Null> arabic, english;
};

Nulls nulls_of(const SentenceAligner& aligner, const std::vector<Bead>& beads) {
  Nulls out;
  std::uint32_t run = 0;
  const auto add = [&](std::vector<Null>& to, const SideTokens& side, std::uint32_t sentence) {
    const auto tokens = side.source[sentence];
    to.push_back({sentence, run, {tokens.begin(), tokens.end()}});
  };
  for (const Bead& bead : beads) {
    if (!bead.null()) {
      ++run;
    } else if (bead.english.empty()) {
      add(out.arabic, aligner.arabic(), bead.arabic.begin);
    } else {
      add(out.english, aligner.english(), bead.english.begin);
    }
  }
  return out;
}

bool share_enough(const Share& arabic, const Share& english, bool in_place) {
  const float lesser = std::min(arabic.covered, english.covered);
  if (!in_place) {
    return lesser >= kLeastCovered && std::min(arabic.content, english.content) >= kLeastContent;
  }
  const Share& better = arabic.covered > english.covered ? arabic : english;
  return better.covered >= kBetterInPlace && lesser >= kLesserInPlace &&
         better.content >= kContentInPlace;
}

float sum(const NullPair& pair) { return pair.arabic_covered + pair.english_covered; }

/// Two sentences that stand apart share some words by chance: they share a lot, or far more than with any other.
std::vector<NullPair> without_chance(const std::vector<NullPair>& found) {
  std::unordered_map<std::uint32_t, std::vector<const NullPair*>> of_arabic, of_english;
  for (const NullPair& pair : found) {
    of_arabic[pair.arabic].push_back(&pair);
    of_english[pair.english].push_back(&pair);
  }
  std::vector<NullPair> out;
  for (const NullPair& pair : found) {
    const auto behind = [&](const NullPair* other) {
      return other == &pair || sum(*other) + kAhead <= sum(pair);
    };
    const auto& same_arabic = of_arabic[pair.arabic];
    const auto& same_english = of_english[pair.english];
    if (pair.in_place || std::min(pair.arabic_covered, pair.english_covered) >= kSurelyCovered ||
        (std::all_of(same_arabic.begin(), same_arabic.end(), behind) &&
         std::all_of(same_english.begin(), same_english.end(), behind))) {
      out.push_back(pair);
    }
  }
  return out;
}

/// Greedily, the pairs that share most first.
std::vector<NullPair> each_once(std::vector<NullPair> found) {
  std::stable_sort(found.begin(), found.end(),
                   [&](const NullPair& x, const NullPair& y) { return sum(x) > sum(y); });
  std::vector<NullPair> out;
  for (const NullPair& pair : found) {
    const bool taken = std::any_of(out.begin(), out.end(), [&](const NullPair& other) {
      return other.arabic == pair.arabic || other.english == pair.english;
    });
    if (!taken) out.push_back(pair);
  }
  std::sort(out.begin(), out.end(),
            [](const NullPair& x, const NullPair& y) { return x.arabic < y.arabic; });
  return out;
}

}  // namespace

std::vector<NullPair> null_pairs(const SentenceAligner& aligner, const std::vector<Bead>& beads) {
  const auto [arabic, english] = nulls_of(aligner, beads);
  const bool all = english.empty() || arabic.size() <= kMostPairs / english.size();
  const float full_cover = aligner.scorer().parameters().full_cover;
  const TranslationPair& translations = aligner.translations();
  std::vector<NullPair> found;
  for (const Null& a : arabic) {
    for (const Null& e : english) {
      const bool in_place = a.run == e.run;
      if (!in_place && !all) continue;
      const Share of_english =
          share(aligner.english(), e.sentence, translations.english, a.source, full_cover);
      if (!in_place && of_english.covered < kLeastCovered) continue;
      const Share of_arabic =
          share(aligner.arabic(), a.sentence, translations.arabic, e.source, full_cover);
      if (!share_enough(of_arabic, of_english, in_place)) continue;
      found.push_back({a.sentence, e.sentence, of_arabic.covered, of_english.covered, in_place});
    }
  }
  return each_once(without_chance(found));
}

}  // namespace muwazi
