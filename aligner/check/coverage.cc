// The share is a sum over the sentences: a sentence in a null bead lacks a counterpart with the bead's confidence, one in a
// pair with a small part of what the pair's confidence leaves, and a clause with its own probability. What is left out
// together is left out or not together, so the sentences of a run of nulls are one draw; all others are draws of
// their own. The sum then is nearly normal, and the interval that of a normal distribution, widened by what was
// measured.
#include "check/coverage.h"

#include <algorithm>
#include <cmath>

namespace muwazi::check {
namespace {

constexpr double kNormal90 = 1.645;
constexpr double kWiden = 1.0;       // measured with scripts/check-faults
constexpr double kNullOfPair = 0.1;  // of the doubt about a pair, what is doubt that there is any
constexpr double kMismatched = 0.9;
constexpr double kClauseDoubt =
    0.002;  // share of words in clauses that are missing unseen, and its spread

constexpr double kUsuallyCovered = 0.65;  // share of a translation's content that is explained

struct Sum {
  double words = 0.0, missing = 0.0, variance = 0.0;
};

/// What becomes of one draw: `words` are missing with probability p.
void draw(Sum& sum, double words, double p) {
  sum.missing += words * p;
  sum.variance += words * words * p * (1.0 - p);
}

ShareInterval interval(const Sum& sum) {
  if (sum.words == 0.0) return {};
  const double share = 1.0 - sum.missing / sum.words;
  const double spread = kWiden * kNormal90 * std::sqrt(sum.variance) / sum.words + kClauseDoubt;
  return {std::clamp(share, 0.0, 1.0), std::clamp(share - spread, 0.0, 1.0),
          std::clamp(share + spread, 0.0, 1.0)};
}

class Adder {
 public:
  Adder(const BitextView& view, const SideOf& side, const std::vector<ClauseCandidate>& clauses,
        const std::vector<bool>& left)
      : view_(view),
        side_(side),
        left_(left),
        clauses_(view.beads().size()),
        covered_(side.sentences.size()) {
    for (const ClauseCandidate& clause : clauses) {
      if (clause.language == side.language) clauses_[clause.bead] = &clause;
    }
    for (const NullPair& pair : view.bitext.null_pairs) {
      const bool arabic = side.language == Language::arabic;
      const float covered = arabic ? pair.arabic_covered : pair.english_covered;
      covered_[arabic ? pair.arabic : pair.english] =
          std::min(static_cast<double>(covered) / kUsuallyCovered, 1.0);
    }
  }

  /// Sentences from `begin` to `end`.
  [[nodiscard]] Sum sum(std::uint32_t begin, std::uint32_t end) {
    Sum out;
    double run_words = 0.0, run_mass = 0.0;
    const auto end_run = [&] {
      if (run_words > 0.0) draw(out, run_words, run_mass / run_words);
      run_words = run_mass = 0.0;
    };
    for (; bead_ < view_.beads().size(); ++bead_) {
      const Bead& bead = view_.beads()[bead_];
      const SentenceSpan span = bead.*side_.span;
      if (span.empty()) continue;
      if (span.begin >= end) break;
      const double words = words_within(span, begin, end);
      out.words += words;
      if (bead.null()) {
        run_words += words;
        run_mass += words * static_cast<double>(bead.posterior) * (1.0 - covered_[span.begin]);
        continue;
      }
      end_run();
      const double p = missing(bead);
      draw(out, words, p);
      if (clauses_[bead_] != nullptr && p < 1.0 && span.begin >= begin) {
        draw(out, static_cast<double>(clauses_[bead_]->words), clauses_[bead_]->probability);
      }
      if (span.end > end) break;  // the bead goes on in the next passage
    }
    end_run();
    return out;
  }

  void rewind() { bead_ = 0; }

 private:
  /// The probability that the words of a pair have no counterpart.
  [[nodiscard]] double missing(const Bead& bead) const {
    if (one_sided(view_, bead) || left_[bead_]) return 1.0;
    return mismatched(bead) ? kMismatched
                            : kNullOfPair * (1.0 - static_cast<double>(bead.posterior));
  }

  [[nodiscard]] double words_within(SentenceSpan span, std::uint32_t begin,
                                    std::uint32_t end) const {
    std::size_t count = 0;
    for (std::uint32_t k = std::max(span.begin, begin); k < std::min(span.end, end); ++k) {
      count += word_count(side_.sentence(k));
    }
    return static_cast<double>(count);
  }

  const BitextView& view_;
  const SideOf& side_;
  const std::vector<bool>& left_;
  std::vector<const ClauseCandidate*> clauses_;  ///< by bead
  std::vector<double> covered_;  ///< by sentence: what a null has of another null, 0 to 1
  std::size_t bead_ = 0;
};

}  // namespace

SideCoverage coverage(const BitextView& view, const SideOf& side,
                      const std::vector<ClauseCandidate>& clauses, const std::vector<bool>& left) {
  SideCoverage out;
  Adder adder(view, side, clauses, left);
  const auto count = static_cast<std::uint32_t>(side.sentences.size());
  out.total = interval(adder.sum(0, count));
  adder.rewind();
  for (std::uint32_t begin = 0; begin < count;) {
    std::uint32_t end = begin + 1;
    while (end < count && side.sentences[end].paragraph == side.sentences[begin].paragraph) ++end;
    out.passages.push_back({side.bytes({begin, end}), interval(adder.sum(begin, end))});
    begin = end;
  }
  return out;
}

}  // namespace muwazi::check
