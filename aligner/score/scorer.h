// What a bead is worth: its features, and the lattice of a band.
#pragma once
#include <array>
#include <memory>
#include <vector>

#include "muwazi/align/lattice.h"
#include "muwazi/score/parameters.h"
#include "score/evidence.h"
#include "score/rates.h"
#include "score/side.h"
#include "score/side_structure.h"
#include "score/windows.h"

namespace muwazi {

/// What the sentences of one side of a bead give, given those of the other side.
struct SideEvidence {
  float likelihood = 0.0F, uncovered = 0.0F, content = 0.0F, neighbour = 0.0F;
  float straddle =
      0.0F;  ///< the most that one sentence of several leaves uncovered beyond the usual share
  float length = 0.0F;

  void add(const Evidence::Entry& entry, float content_of_it, float length_of_it, float share);
};

/// What the words and lengths of a bead give, before any rate of the document enters.
struct BeadEvidence {
  SideEvidence arabic, english;
};

/// What features take from the rates, worked out once for all beads.
struct RateTerms {
  explicit RateTerms(const Rates& of_document);
  const Rates& rates;
  PerMismatch<float> mismatch;            ///< log odds against
  float open_end;                         ///< likewise
  float per_length_mean, per_words_mean;  ///< of the squared difference, its usual mean being 1
};

/// Features summed over the beads with both sides that are expected under posteriors; how many sentences are in these, and
/// how many in nulls.
struct FeatureSums {
  std::array<double, kFeatureCount> features{};
  double paired = 0.0, nulls = 0.0;
};

/// Scores the beads of one document within what `windows` hold. The sides must outlive it. `before`: a scorer of the
/// same sides with other windows or fewer translations, of which is kept what did not change.
class Scorer {
 public:
  Scorer(const Parameters& parameters, const SideTokens& arabic, const SideTokens& english,
         const TranslationPair& translations, const Windows& windows,
         const Scorer* before = nullptr);

  [[nodiscard]] FeatureVector features(const Bead& bead, const Rates& rates) const;

  /// The scores of all beads of the band under the rates, but for those with both sides that `known`, a band of the
  /// same table, has as well.
  void fill(const Rates& rates, Lattice& lattice, const Band* known = nullptr) const;
  /// The same of some beads with both sides, and of all nulls; others keep the score that they have.
  void fill(const Rates& rates, const std::vector<Bead>& beads, Lattice& lattice) const;
  /// Expected counts under posteriors of a lattice that fill() made.
  [[nodiscard]] RateCounts count(const Rates& rates, const Posteriors& posteriors,
                                 const Band& band) const;

  /// Likewise.
  [[nodiscard]] FeatureSums sums(const Rates& rates, const Posteriors& posteriors,
                                 const Band& band) const;

  [[nodiscard]] const Parameters& parameters() const noexcept { return parameters_; }
  [[nodiscard]] float null_score(const Rates& rates, bool arabic) const;
  [[nodiscard]] NullRun null_run(const Rates& rates) const;
  [[nodiscard]] float prior(const Rates& rates, BeadShape shape) const;

 private:
  using BeadGrid = std::array<std::array<BeadEvidence, kLongestSide + 1>, kLongestSide + 1>;

  /// Calls f(end cell, shape number, bead, evidence) for every bead with both sides that begins and ends in the band;
  /// where `known` is the same, it may leave some out.
  template <class F>
  void for_each_bead(const Band& band, const Band* known, F f) const;
  template <class F>
  void for_each_bead_from(std::uint32_t a, std::uint32_t e, const Band& band, BeadGrid& grid,
                          F f) const;
  void add_english(std::uint32_t e, SentenceSpan arabic, SideEvidence& evidence) const;
  void add_arabic(std::uint32_t a, SentenceSpan english, SideEvidence& evidence) const;
  [[nodiscard]] float leave_gain(const Rates& rates) const;
  [[nodiscard]] BeadEvidence evidence(const Bead& bead) const;
  void add(const Bead& bead, double posterior, const RateTerms& terms, RateCounts& counts) const;
  [[nodiscard]] FeatureVector features(const Bead& bead, const BeadEvidence& evidence,
                                       const RateTerms& terms) const;
  template <class F>
  void for_each_feature(const Bead& bead, const BeadEvidence& evidence, const RateTerms& terms,
                        F take) const;
  [[nodiscard]] float score(const Bead& bead, const BeadEvidence& evidence,
                            const RateTerms& terms) const;
  void fill_nulls(const Rates& rates, Lattice& lattice) const;
  [[nodiscard]] std::array<float, kShapeCount> priors(const Rates& rates) const;

  const Parameters& parameters_;
  const SideTokens &arabic_, &english_;
  SideStructure arabic_structure_, english_structure_;
  Evidence of_english_;  ///< English sentences given Arabic ranges
  Evidence of_arabic_;
};

/// As features use them.
[[nodiscard]] LengthRatios length_ratios(const SideTokens& arabic, const SideTokens& english);

}  // namespace muwazi
