// What a bead is worth: its features, and the lattice of a band.
#pragma once
#include <memory>
#include <vector>

#include "muwazi/align/lattice.h"
#include "muwazi/score/parameters.h"
#include "score/evidence.h"
#include "score/rates.h"
#include "score/side.h"

namespace muwazi {

/// What the words and lengths of a bead give, before any rate of the document enters.
struct BeadEvidence {
  float likelihood_english = 0.0F, likelihood_arabic = 0.0F;
  float uncovered_english = 0.0F, uncovered_arabic = 0.0F;
  float content_english = 0.0F, content_arabic = 0.0F;
  float neighbour_english = 0.0F, neighbour_arabic = 0.0F;
  float straddle_english = 0.0F, straddle_arabic = 0.0F;
  float length_arabic = 0.0F, length_english = 0.0F;
};

/// Scores the beads of one document within one band. The sides must outlive it.
class Scorer {
 public:
  Scorer(const Parameters& parameters, const SideTokens& arabic, const SideTokens& english,
         const TranslationPair& translations, const Band& band);

  [[nodiscard]] FeatureVector features(const Bead& bead, const Rates& rates) const;

  /// The scores of all beads of the band under the rates.
  void fill(const Rates& rates, Lattice& lattice) const;
  /// Expected counts under posteriors of a lattice that fill() made.
  [[nodiscard]] RateCounts count(const Rates& rates, const Posteriors& posteriors,
                                 const Band& band) const;

  [[nodiscard]] const Parameters& parameters() const noexcept { return parameters_; }
  [[nodiscard]] float null_score(const Rates& rates, bool arabic) const;
  [[nodiscard]] float null_run(const Rates& rates) const;  ///< gain of a null that follows a null
  [[nodiscard]] float prior(const Rates& rates, BeadShape shape) const;

  /// Calls f(end cell, shape number, bead, evidence) for every bead with both sides that begins and ends in the band.
  template <class F>
  void for_each_bead(const Band& band, F f) const;

 private:
  [[nodiscard]] float leave_gain(const Rates& rates) const;
  [[nodiscard]] BeadEvidence evidence(const Bead& bead) const;
  void add(const Bead& bead, double posterior, const Rates& rates, RateCounts& counts) const;
  [[nodiscard]] FeatureVector features(const Bead& bead, const BeadEvidence& evidence,
                                       const Rates& rates) const;
  [[nodiscard]] float score(const FeatureVector& features) const;

  const Parameters& parameters_;
  const SideTokens &arabic_, &english_;
  Evidence of_english_;  ///< English sentences given Arabic ranges
  Evidence of_arabic_;
};

/// English characters an Arabic character, as features use it.
[[nodiscard]] float length_ratio(const SideTokens& arabic, const SideTokens& english);

}  // namespace muwazi
