// What SentenceAligner does for training: the likelihood of gold beads, and how it changes with the model's numbers.
#include <algorithm>
#include <cmath>

#include "score/sentence_aligner.h"
#include "score/windows.h"

namespace muwazi {

void SentenceAligner::prepare_tuning() {
  prepare(first_band());
  adapt();
  if (learn_own_words()) make_scorer(windows(lattice_->band));
}

double SentenceAligner::log_posterior(const std::vector<Bead>& beads, const Parameters& parameters,
                                      float doubt) {
  parameters_ = parameters;
  adapt();
  const Band& band = lattice_->band;
  const NullPosteriors nulls = null_posteriors(band, posteriors_);
  double sum = 0.0;
  for (const Bead& bead : beads) {
    const auto p = static_cast<double>(posterior_of(bead, band, posteriors_, nulls));
    sum += std::log(p + static_cast<double>(doubt));
  }
  return sum;
}

void SentenceAligner::settle_rates(const Parameters& parameters) {
  parameters_ = parameters;
  adapt();
  settled_ = scorer_->sums(rates_, posteriors_, lattice_->band);
  settled_under_ = parameters;
}

/// The mean evidence is linear in the weights, too: were it held fast, weights would grow until there are no nulls left.
float SentenceAligner::evidence_under(const Parameters& parameters) const {
  double change = 0.0;
  for (std::size_t k = 0; k < kFeatureCount; ++k)
    change += static_cast<double>(parameters.weights[k] - settled_under_.weights[k]) *
              settled_.features[k];
  return rates_.evidence + static_cast<float>(change / std::max(settled_.paired, 1.0));
}

/// Raises the scores of gold beads in the lattice; of a null, wherever it may stand.
void SentenceAligner::favour(const std::vector<Bead>& gold, float nats) {
  const Band& band = lattice_->band;
  const auto raise = [&](std::size_t cell, std::size_t shape) {
    if (cell != Band::kOutside) lattice_->scores[cell * kShapeCount + shape] += nats;
  };
  std::vector<bool> english_nulls(english_.size(), false);
  for (const Bead& bead : gold) {
    if (!bead.null()) {
      const std::size_t shape = shape_number(bead.arabic.size(), bead.english.size());
      if (shape < kShapeCount) raise(band.cell(bead.arabic.end, bead.english.end), shape);
    } else if (bead.english.empty()) {
      const Columns columns = band.columns(bead.arabic.end);
      for (std::uint32_t e = columns.begin; e < columns.end; ++e)
        raise(band.cell(bead.arabic.end, e), kArabicNull);
    } else {
      english_nulls[bead.english.begin] = true;
    }
  }
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = std::max(columns.begin, 1U); e < columns.end; ++e) {
      if (english_nulls[e - 1]) raise(band.cell(a, e), kEnglishNull);
    }
  }
}

GoldLikelihood SentenceAligner::likelihood(const std::vector<Bead>& gold,
                                           const Parameters& parameters, float doubt) {
  Rates rates = rates_;
  rates.evidence = evidence_under(parameters);
  parameters_ = parameters;
  scorer_->fill(rates, likely_, *lattice_);
  const auto look = [&] {
    posteriors_ = {};
    posteriors_ = posteriors(*lattice_);
    return scorer_->sums(rates, posteriors_, lattice_->band);
  };
  const FeatureSums model = look();
  const double log_z = posteriors_.log_z;
  const float nats = -std::log(doubt);
  favour(gold, nats);
  const FeatureSums drawn = look();

  GoldLikelihood result;
  const double most = static_cast<double>(nats) * static_cast<double>(gold.size());
  result.nats = posteriors_.log_z - log_z - most;
  // Of what an evidence larger by a nat changes: the score of each null.
  const double through_nulls = (drawn.nulls - model.nulls) *
                               static_cast<double>(parameters.null_evidence) /
                               std::max(settled_.paired, 1.0);
  for (std::size_t k = 0; k < kFeatureCount; ++k)
    result.by_weight[k] =
        drawn.features[k] - model.features[k] + through_nulls * settled_.features[k];
  return result;
}

}  // namespace muwazi
