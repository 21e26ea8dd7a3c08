// Each word of a translated sentence is left over with the document's own rate, each word of a part that was not
// translated with a higher one. The stretch with the greatest sum of log odds is looked at more closely: whether the
// lengths of both sides fit better without it, and whether it begins and ends where clauses do.
#include "check/clauses.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "check/lengths.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kLeftOverInGap =
    0.85;  // share of the content of untranslated parts that nothing explains
constexpr double kLeastContent = 0.15;
constexpr double kShared =
    0.2;  // of a word that explains another one better, what it leaves unexplained
constexpr double kMostLength = 6.0;
constexpr double kFittedShare = 0.043;
constexpr double kUsualShare = 0.015,
                 kUsualWeight = 60.0;  // prior of the share of candidates that lack a counterpart
constexpr int kRounds = 5;
constexpr std::size_t kLeastWords = 4;
constexpr double kShownProbability = 0.35, kErrorProbability = 0.8;

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

double share_uncovered(const BitextView& view, std::vector<CoveredWord> Explanation::*covered) {
  double uncovered = 4.0, content = 10.0;  // as if some had been seen
  for (const Explanation& why : view.bitext.explanations) {
    for (const CoveredWord& word : why.*covered) {
      content += static_cast<double>(word.content);
      uncovered += static_cast<double>(word.uncovered);
    }
  }
  return std::clamp(uncovered / content, 0.05, 0.7);
}

struct Stretch {
  std::size_t begin = 0, end = 0;
  double sum = 0.0;
};

/// The run of words with the greatest sum.
Stretch best_stretch(const std::vector<double>& gains) {
  Stretch best, now;
  for (std::size_t k = 0; k < gains.size(); ++k) {
    if (now.sum <= 0.0) now = {k, k, 0.0};
    now.sum += gains[k];
    now.end = k + 1;
    if (now.sum > best.sum) best = now;
  }
  return best;
}

class Finder {
 public:
  explicit Finder(const BitextView& view)
      : view_(view),
        lengths_(lengths_of(view)),
        arabic_rate_(share_uncovered(view, &Explanation::arabic_words)),
        english_rate_(share_uncovered(view, &Explanation::english_words)) {}

  [[nodiscard]] std::vector<ClauseCandidate> run() const {
    std::vector<ClauseCandidate> out;
    for (std::uint32_t k = 0; k < view_.beads().size(); ++k) {
      if (view_.beads()[k].null()) continue;
      look(k, view_.arabic, view_.english, arabic_rate_, out);
      look(k, view_.english, view_.arabic, english_rate_, out);
    }
    return out;
  }

 private:
  void look(std::uint32_t bead, const SideOf& own, const SideOf& other, double rate,
            std::vector<ClauseCandidate>& out) const {
    const std::vector<CoveredWord>& words = view_.bitext.explanations[bead].*own.covered;
    const std::vector<double> gain = gains(words, rate);
    std::optional<ClauseCandidate> best;
    const auto consider = [&](Stretch stretch) {
      if (stretch.end < stretch.begin + kLeastWords) return;
      const ClauseCandidate one = candidate(bead, own, other, rate, stretch);
      if (!best || one.probability > best->probability) best = one;
    };
    consider(best_stretch(gain));
    // Clauses, and two neighbouring ones: their words may all be common ones.
    const std::vector<std::size_t> ends = clause_ends(own, words);
    for (std::size_t k = 0; k + 1 < ends.size(); ++k) {
      for (std::size_t last = k + 1; last < std::min(k + 3, ends.size()); ++last) {
        if (k == 0 && last + 1 == ends.size()) continue;  // all of it
        consider({ends[k], ends[last],
                  std::accumulate(gain.begin() + static_cast<std::ptrdiff_t>(ends[k]),
                                  gain.begin() + static_cast<std::ptrdiff_t>(ends[last]), 0.0)});
      }
    }
    if (best) out.push_back(*best);
  }

  [[nodiscard]] ClauseCandidate candidate(std::uint32_t bead, const SideOf& own,
                                          const SideOf& other, double rate, Stretch stretch) const {
    const std::vector<CoveredWord>& words = view_.bitext.explanations[bead].*own.covered;
    ClauseCandidate found;
    found.bead = bead;
    found.language = own.language;
    found.words = stretch.end - stretch.begin;
    found.bytes = {place(own, words[stretch.begin]).begin, place(own, words[stretch.end - 1]).end};
    found.uncovered = stretch.sum;
    found.length = length_odds(bead, own, other, found.bytes);
    found.rest = rest_uncovered(words, stretch) - rate;
    found.edges = edges(own, view_.beads()[bead].*own.span, found.bytes);
    found.probability = probability(found);
    return found;
  }

  /// Numbers of the words that clauses begin with, and that of the words.
  static std::vector<std::size_t> clause_ends(const SideOf& side,
                                              const std::vector<CoveredWord>& words) {
    std::vector<std::size_t> out = {0};
    for (std::size_t k = 1; k < words.size(); ++k) {
      const ByteRange between{place(side, words[k - 1]).end, place(side, words[k]).begin};
      if (holds_mark(slice(side.text, between))) out.push_back(k);
    }
    out.push_back(words.size());
    return out;
  }

  static bool holds_mark(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next(text, at);
      if (is_punctuation(c) && c != U'-' && c != U'\'' && c != U'’') return true;
    }
    return false;
  }

  static std::vector<double> gains(const std::vector<CoveredWord>& words, double rate) {
    const double uncovered = std::log(kLeftOverInGap / rate);
    const double covered = std::log((1.0 - kLeftOverInGap) / (1.0 - rate));
    std::vector<double> out;
    out.reserve(words.size());
    for (const CoveredWord& word : words) {
      const double content = word.content, unexplained = word.uncovered;
      const double left =
          word.shared ? unexplained + kShared * (content - unexplained) : unexplained;
      out.push_back(content < kLeastContent ? 0.0 : left * uncovered + (content - left) * covered);
    }
    return out;
  }

  static ByteRange place(const SideOf& side, const CoveredWord& word) {
    const std::size_t offset = side.sentences[word.sentence].bytes.begin;
    return {offset + word.bytes.begin, offset + word.bytes.end};
  }

  /// Log odds that the bead lacks the stretch's counterpart, by the lengths of its sides with and without it.
  [[nodiscard]] double length_odds(std::uint32_t number, const SideOf& own, const SideOf& other,
                                   ByteRange stretch) const {
    const Bead& bead = view_.beads()[number];
    const double all = letters(own, bead.*own.span) + 3.0;
    const double without =
        std::max(all - static_cast<double>(code_points(slice(own.text, stretch))), 3.0);
    const double of_other = letters(other, bead.*other.span) + 3.0;
    const double mean = own.language == Language::arabic ? lengths_.mean : -lengths_.mean;
    const double x = (std::log(all / of_other) - mean) / lengths_.spread;
    const double y = (std::log(without / of_other) - mean) / lengths_.spread;
    return std::clamp((x * x - y * y) / 2.0, -kMostLength, kMostLength);
  }

  static double rest_uncovered(const std::vector<CoveredWord>& words, Stretch stretch) {
    double content = 0.5, uncovered = 0.25;
    for (std::size_t k = 0; k < words.size(); ++k) {
      if (k >= stretch.begin && k < stretch.end) continue;
      content += static_cast<double>(words[k].content);
      uncovered += static_cast<double>(words[k].uncovered);
    }
    return uncovered / content;
  }

  static bool is_mark(std::string_view text, std::size_t at, bool before) {
    while (before ? at > 0 : at < text.size()) {
      const char32_t c = before ? previous(text, at) : next(text, at);
      if (is_space(c)) continue;
      return is_punctuation(c);
    }
    return true;
  }

  static double edges(const SideOf& side, SentenceSpan span, ByteRange stretch) {
    const ByteRange all = side.bytes(span);
    const std::string_view text = slice(side.text, all);
    return (is_mark(text, stretch.begin - all.begin, true) ? 1.0 : 0.0) +
           (is_mark(text, stretch.end - all.begin, false) ? 1.0 : 0.0);
  }

  /// Fitted to clauses that were planted into texts, where kFittedShare of the candidates were such.
  [[nodiscard]] static double probability(const ClauseCandidate& c) {
    return logistic(-8.55 + 0.63 * c.uncovered + 0.67 * c.length + 1.58 * c.edges +
                    1.3 * std::log(static_cast<double>(c.words)));
  }

  const BitextView& view_;
  Lengths lengths_;
  double arabic_rate_, english_rate_;
};

/// How often clauses are left out is estimated from the document: a translation without gaps has few candidates that
/// are probable, and the others then are less so.
void adapt(std::vector<ClauseCandidate>& candidates) {
  double share = kUsualShare;
  std::vector<double> odds;
  odds.reserve(candidates.size());
  for (const ClauseCandidate& one : candidates) {
    odds.push_back(one.probability / (1.0 - one.probability) * (1.0 - kFittedShare) / kFittedShare);
  }
  for (int round = 0; round < kRounds; ++round) {
    double sum = kUsualShare * kUsualWeight;
    for (std::size_t k = 0; k < candidates.size(); ++k) {
      const double now = odds[k] * share / (1.0 - share);
      candidates[k].probability = now / (1.0 + now);
      sum += candidates[k].probability;
    }
    share = sum / (kUsualWeight + static_cast<double>(candidates.size()));
  }
}

}  // namespace

std::vector<ClauseCandidate> clause_candidates(const BitextView& view) {
  std::vector<ClauseCandidate> out = Finder(view).run();
  adapt(out);
  return out;
}

std::vector<Finding> clause_findings(const BitextView& view,
                                     const std::vector<ClauseCandidate>& candidates) {
  std::vector<Finding> out;
  for (const ClauseCandidate& candidate : candidates) {
    if (candidate.probability < kShownProbability) continue;
    const bool arabic = candidate.language == Language::arabic;
    const SideOf& own = arabic ? view.arabic : view.english;
    const SideOf& other = arabic ? view.english : view.arabic;
    Finding finding;
    finding.rule = arabic ? Rule::omission : Rule::addition;
    finding.severity =
        candidate.probability < kErrorProbability ? Severity::warning : Severity::error;
    finding.probability = static_cast<float>(candidate.probability);
    finding.bead = candidate.bead;
    finding.*own.place = {candidate.bytes};
    finding.*other.place = {other.bytes(view.beads()[candidate.bead].*other.span)};
    finding.message = fmt::format("part of a sentence, {} words, without counterpart in the {}",
                                  candidate.words, arabic ? "English" : "Arabic");
    out.push_back(std::move(finding));
  }
  return out;
}

}  // namespace muwazi::check
