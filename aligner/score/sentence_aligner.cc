#include "score/sentence_aligner.h"

#include "score/backbone.h"
#include "score/translations.h"

namespace muwazi {
namespace {

constexpr std::size_t kFullTable = 120U * 120U;  // cells; a smaller table is computed whole
constexpr std::uint32_t kMargin = 14;            // sentences around the backbone
constexpr float kRimMass = 0.01F;  // a bead this probable at the rim asks for a wider band
constexpr int kWidenings = 3;
constexpr int kRounds = 2;  // of re-estimating the rates

}  // namespace

SentenceAligner::SentenceAligner(const Lexicon& lexicon, const Parameters& parameters,
                                 std::span<const SentenceView> arabic,
                                 std::span<const SentenceView> english)
    : parameters_(parameters),
      arabic_(read_side(lexicon, Language::arabic, arabic)),
      english_(read_side(lexicon, Language::english, english)),
      translations_(gather_translations(lexicon, parameters, arabic_, english_)) {}

Band SentenceAligner::band(std::uint32_t margin) const {
  const std::uint32_t rows = arabic_.size(), columns = english_.size();
  if ((std::size_t{rows} + 1) * (std::size_t{columns} + 1) <= kFullTable)
    return Band::full(rows, columns);
  return Band::around(chain_, rows, columns, margin);
}

Posteriors SentenceAligner::adapt(const Scorer& scorer, Lattice& lattice) {
  const float ratio = length_ratio(arabic_, english_);
  rates_ = Rates::prior(parameters_, ratio);
  for (int round = 0; round < kRounds; ++round) {
    scorer.fill(rates_, lattice);
    for (float& score : lattice.scores) score *= parameters_.sharpen;
    lattice.null_run *= parameters_.sharpen;
    rates_ = estimate(parameters_, scorer.count(rates_, posteriors(lattice), lattice.band), ratio);
  }
  scorer.fill(rates_, lattice);
  return posteriors(lattice);
}

std::vector<Bead> SentenceAligner::align() {
  chain_ = backbone(arabic_, english_, translations_);
  std::uint32_t margin = kMargin;
  for (int widening = 0;; ++widening, margin *= 2) {
    Lattice lattice(band(margin));
    scorer_.emplace(parameters_, arabic_, english_, translations_, lattice.band);
    const Posteriors result = adapt(*scorer_, lattice);
    if (widening == kWidenings || rim_mass(lattice.band, result) <= kRimMass) {
      return most_expected_path(lattice.band, result,
                                {parameters_.bead_cost, parameters_.null_weight});
    }
  }
}

}  // namespace muwazi
