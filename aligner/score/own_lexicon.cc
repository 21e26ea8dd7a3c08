#include "score/own_lexicon.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "align/cells.h"
#include "score/token_set.h"
#include "score/translations.h"

namespace muwazi {
namespace {

constexpr float kSureBead = 0.8F;  // posterior of a bead that teaches
constexpr float kContent = 0.2F;   // least idf of a word that is paired
constexpr float kTwice =
    1.5F;  // least number of beads (their posteriors' sum) that have both words
/// Least n(a, e)^2 / (n(a) n(e)), n in sentences: the share of each word's sentences that the pair explains.
constexpr float kLeastCompany = 0.1F;

constexpr std::size_t kMostMeetings =
    10000;  // of unexplained words in a bead: a list of so many unknown words teaches nothing

/// The number of sentences of each token.
std::vector<float> sentence_counts(const SideTokens& side) {
  std::vector<float> counts(side.tokens.size(), 0.0F);
  for (std::uint32_t token = 0; token < side.tokens.size(); ++token) {
    const auto sentences = side.sentences[token];
    for (std::size_t k = 0; k < sentences.size(); ++k)
      counts[token] += k == 0 || sentences[k] != sentences[k - 1] ? 1.0F : 0.0F;
  }
  return counts;
}

/// Content words of one side of a bead that nothing on its other side explains in full, and that more than one sentence
/// has: others cannot meet often enough.
class Unexplained {
 public:
  /// `counts`: of the target's tokens.
  Unexplained(const SideTokens& target, const std::vector<float>& counts, const SideTokens& source,
              const Translations& translations, float full_cover)
      : target_(target),
        source_(source),
        translations_(translations),
        full_cover_(full_cover),
        may_teach_(target.tokens.size()),
        in_source_(source.tokens.size()),
        seen_(target.tokens.size()) {
    for (std::uint32_t token = 0; token < target.tokens.size(); ++token) {
      if (counts[token] >= kTwice && target.tokens[token].idf >= kContent) may_teach_.insert(token);
    }
  }

  /// Each once, in the order of the text.
  const std::vector<std::uint32_t>& of(SentenceSpan target, SentenceSpan source) {
    const std::span<const std::uint32_t> sources = source_.source.from(source.begin, source.end);
    const std::span<const std::uint32_t> targets = target_.target.from(target.begin, target.end);
    for (const std::uint32_t token : sources) in_source_.insert(token);
    words_.clear();
    for (const std::uint32_t token : targets) {
      if (!may_teach_.has(token) || seen_.has(token)) continue;
      seen_.insert(token);
      if (!explained(token)) words_.push_back(token);
    }
    for (const std::uint32_t token : sources) in_source_.erase(token);
    for (const std::uint32_t token : targets) seen_.erase(token);
    return words_;
  }

 private:
  [[nodiscard]] bool explained(std::uint32_t token) const {
    for (auto k = translations_.begin[token]; k < translations_.begin[token + 1]; ++k) {
      if (translations_.t[k] >= full_cover_ && in_source_.has(translations_.source[k])) return true;
    }
    return false;
  }

  const SideTokens& target_;
  const SideTokens& source_;
  const Translations& translations_;
  float full_cover_;
  TokenSet may_teach_;         ///< of the target's tokens
  TokenSet in_source_, seen_;  ///< of the bead's tokens; empty between two beads
  std::vector<std::uint32_t> words_;
};

struct Company {
  std::uint32_t arabic, english;
  float beads;
};

/// Sorts by a token, of which there are `tokens`; what has the same keeps its order (a counting sort).
void sort_by(std::uint32_t Company::*token, std::size_t tokens, std::vector<Company>& all) {
  std::vector<std::size_t> place(tokens + 1, 0);
  for (const Company& next : all) ++place[next.*token + 1];
  for (std::size_t k = 0; k < tokens; ++k) place[k + 1] += place[k];
  std::vector<Company> sorted(all.size());
  for (const Company& next : all) sorted[place[next.*token]++] = next;
  all = std::move(sorted);
}

/// How often unexplained words meet.
class Meetings {
 public:
  void add(std::uint32_t arabic, std::uint32_t english, float posterior) {
    all_.push_back({arabic, english, posterior});
  }
  /// Every two that met, once, by Arabic and English token, of which there are so many.
  [[nodiscard]] std::vector<Company> pairs(std::size_t arabic, std::size_t english) && {
    sort_by(&Company::english, english, all_);
    sort_by(&Company::arabic, arabic, all_);
    std::size_t kept = 0;
    for (const Company& next : all_) {
      if (kept > 0 && all_[kept - 1].arabic == next.arabic &&
          all_[kept - 1].english == next.english) {
        all_[kept - 1].beads += next.beads;
      } else {
        all_[kept++] = next;
      }
    }
    all_.resize(kept);
    return std::move(all_);
  }

 private:
  std::vector<Company> all_;
};

/// Calls f(bead) for every pair that is sure.
template <class F>
void for_each_sure_bead(const Band& band, const Posteriors& posteriors, F f) {
  for (std::uint32_t a = 1; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      const float* const at = posteriors.beads.data() + band.cell(a, e) * kShapeCount;
      if (!align::any_reaches(at, kSureBead)) continue;
      for (std::size_t s = 2; s < kShapeCount; ++s) {
        if (at[s] < kSureBead) continue;
        f(Bead{{a - kShapes[s].arabic, a}, {e - kShapes[s].english, e}, at[s]});
      }
    }
  }
}

}  // namespace

std::size_t add_own_pairs(TranslationPair& translations, const Parameters& parameters,
                          const SideTokens& arabic, const SideTokens& english, const Band& band,
                          const Posteriors& posteriors) {
  const std::vector<float> arabic_counts = sentence_counts(arabic),
                           english_counts = sentence_counts(english);
  Unexplained of_english(english, english_counts, arabic, translations.english,
                         parameters.full_cover);
  Unexplained of_arabic(arabic, arabic_counts, english, translations.arabic, parameters.full_cover);
  Meetings meetings;
  for_each_sure_bead(band, posteriors, [&](const Bead& bead) {
    const auto& english_words = of_english.of(bead.english, bead.arabic);
    const auto& arabic_words = of_arabic.of(bead.arabic, bead.english);
    if (arabic_words.size() * english_words.size() > kMostMeetings) return;
    for (const std::uint32_t a : arabic_words) {
      for (const std::uint32_t e : english_words) meetings.add(a, e, bead.posterior);
    }
  });
  std::vector<TranslationEntry> to_english, to_arabic;
  for (const auto& [a, e, n] :
       std::move(meetings).pairs(arabic.tokens.size(), english.tokens.size())) {
    const float of_a = arabic_counts[a], of_e = english_counts[e];
    if (n < kTwice || n * n < kLeastCompany * of_a * of_e) continue;
    const float t = parameters.own_translation * (n - 1.0F) / n;  // the first meeting may be chance
    to_english.push_back({e, a, t * std::min(1.0F, n / of_a)});
    to_arabic.push_back({a, e, t * std::min(1.0F, n / of_e)});
  }
  merge(translations.english, to_english);
  merge(translations.arabic, to_arabic);
  return to_english.size();
}

}  // namespace muwazi
