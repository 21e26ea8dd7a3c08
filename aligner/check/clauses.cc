// What a side of a pair lacks: nothing, with score 0, or the counterpart of one of its stretches, with the score that a
// small network gives to what speaks for it (clause_spans.h), all stretches being as likely beforehand. It was learnt with
// clauses that were planted into texts that nothing is judged with (scripts/train-checks, which says why a network).
#include "check/clauses.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/clause_spans.h"
#include "check/clause_words.h"
#include "check/faults.h"
#include "check/network.h"
#include "check/weights.h"

namespace muwazi::check {
namespace {

constexpr UsualShare kUsual = {.share = 0.015, .weight = 60.0};  // of the sides of pairs
// From 0.45 on, 90 of 100 findings are right on the judging sets of scripts/check-faults, and 73 on harder texts that nothing
// is judged with, which are not known to be complete.
constexpr double kShownProbability = 0.3, kErrorProbability = 0.45;

/// Of a side: the likeliest stretch, and the odds that one of them has no counterpart.
struct Judged {
  ClauseCandidate candidate;
  double odds = 0.0;
};

std::vector<Judged> judged(const BitextView& view, const Lexicon& lexicon,
                           const std::vector<SharedPlaces>& shared) {
  const ClauseReader reader(view, lexicon, shared);
  std::vector<Judged> out;
  const auto look = [&](std::uint32_t bead, const SideOf& own, const SideOf& other) {
    const std::vector<ClauseSpan> spans = reader.spans(bead, own, other);
    if (spans.empty()) return;
    const auto [best, odds] = likeliest(kClauseWeights, spans);
    out.push_back({{bead, own.language, best->bytes, best->end - best->begin}, odds});
  };
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    look(k, view.arabic, view.english);
    look(k, view.english, view.arabic);
  }
  return out;
}

/// Whether it is little more than one of `values`, which is told of by itself.
bool is_told(const ClauseCandidate& candidate, const SideOf& own,
             const std::vector<Finding>& values) {
  constexpr std::size_t kFewWords = 3;
  return candidate.words <= kFewWords &&
         std::any_of(values.begin(), values.end(), [&](const Finding& value) {
           const auto& places = value.*own.place;
           return value.bead == candidate.bead && places.size() == 1 &&
                  within(places[0], {candidate.bytes});
         });
}

}  // namespace

std::vector<ClauseCandidate> clause_candidates(const BitextView& view, const Lexicon& lexicon,
                                               const std::vector<SharedPlaces>& shared) {
  std::vector<ClauseCandidate> out;
  std::vector<double> odds;
  for (const Judged& side : judged(view, lexicon, shared)) {
    out.push_back(side.candidate);
    odds.push_back(side.odds);
  }
  const std::vector<double> probabilities = fault_probabilities(odds, kClauseWeights.share, kUsual);
  for (std::size_t k = 0; k < out.size(); ++k) out[k].probability = probabilities[k];
  return out;
}

std::vector<Finding> clause_findings(const BitextView& view,
                                     const std::vector<ClauseCandidate>& candidates,
                                     const std::vector<Finding>& values) {
  std::vector<Finding> out;
  for (const ClauseCandidate& candidate : candidates) {
    if (candidate.probability < kShownProbability) continue;
    const bool arabic = candidate.language == Language::arabic;
    const SideOf& own = arabic ? view.arabic : view.english;
    const SideOf& other = arabic ? view.english : view.arabic;
    if (is_told(candidate, own, values)) continue;
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
