#include "score/explanation.h"

#include <cmath>
#include <string_view>

#include "score/explained_words.h"
#include "score/rivals.h"
#include "score/shown_words.h"

namespace muwazi {
namespace {

void add(Explanation& to, std::string_view name, float value, float weight) {
  to.terms.push_back({name, value, weight, value * weight});
  to.score += value * weight;
}

void explain_pair(const Scorer& scorer, const Rates& rates, const Bead& bead, Explanation& to) {
  const FeatureVector features = scorer.features(bead, rates);
  for (std::size_t k = 0; k < kFeatureCount; ++k) {
    add(to, name(static_cast<Feature>(k)), features[k], scorer.parameters().weights[k]);
  }
  const BeadShape shape{static_cast<std::uint8_t>(bead.arabic.size()),
                        static_cast<std::uint8_t>(bead.english.size())};
  add(to, "prior", scorer.prior(rates, shape), 1.0F);
}

void explain_null(const Scorer& scorer, const Rates& rates, const Bead& bead, const Bead* before,
                  Explanation& to) {
  const Parameters& p = scorer.parameters();
  const bool arabic = bead.english.empty();
  const float prior = std::log(arabic ? rates.masses.arabic_null : rates.masses.english_null);
  add(to, "null_score", 1.0F, p.null_score);
  add(to, "null_evidence", rates.evidence, p.null_evidence);
  add(to, "prior", prior, 1.0F);
  add(to, "leave_run", scorer.null_score(rates, arabic) - to.score, 1.0F);
  if (before == nullptr || !before->null()) return;
  const NullRun run = scorer.null_run(rates);
  add(to, "run", before->english.empty() == arabic ? run.same_side : run.other_side, 1.0F);
}

}  // namespace

std::vector<Explanation> explain(const SentenceAligner& aligner, const Lexicon& lexicon,
                                 std::span<const SentenceView> arabic,
                                 std::span<const SentenceView> english,
                                 const std::vector<Bead>& beads) {
  SideWords arabic_words(lexicon, Language::arabic, aligner.arabic(), arabic);
  SideWords english_words(lexicon, Language::english, aligner.english(), english);
  const Rivals rivals(aligner.band(), aligner.decided_on());
  std::vector<Explanation> out(beads.size());
  for (std::size_t k = 0; k < beads.size(); ++k) {
    if (beads[k].null()) {
      explain_null(aligner.scorer(), aligner.rates(), beads[k], k > 0 ? &beads[k - 1] : nullptr,
                   out[k]);
    } else {
      explain_pair(aligner.scorer(), aligner.rates(), beads[k], out[k]);
      explain_words(aligner, arabic_words, english_words, beads[k], out[k]);
    }
    out[k].instead = rivals.of(beads[k]);
  }
  return out;
}

}  // namespace muwazi
