// Sentences of two sides to beads: evidence, band, rates of the document, posteriors, decision.
#pragma once
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "muwazi/align/bead.h"
#include "muwazi/anchor/names.h"
#include "muwazi/score/omissions.h"
#include "muwazi/score/parameters.h"
#include "score/agreement.h"
#include "score/constraints.h"
#include "score/name_pairs.h"
#include "score/rates.h"
#include "score/scorer.h"
#include "score/side.h"

namespace muwazi {

/// log of the mean over all paths of (1 / doubt)^(gold beads on the path), relative to a path of gold beads only: the
/// conditional likelihood of the gold path, but that each bead of it may be wrong.
struct GoldLikelihood {
  double nats = 0.0;
  /// Derivatives by the weights: the expected sum of each feature over paths that are drawn to the gold one, less that
  /// over all paths; and what a weight does through `Rates::evidence`.
  std::array<double, kFeatureCount> by_weight{};
};

/// One document's sentences, read and compared; aligned under any parameters that do not change the evidence.
class SentenceAligner {
 public:
  SentenceAligner(const Lexicon& lexicon, const NameModel* names, const Parameters& parameters,
                  std::span<const SentenceView> arabic, std::span<const SentenceView> english,
                  Omissions omissions = Omissions::estimated);
  /// The same with words that may be known from texts before.
  SentenceAligner(KnownWordsPair& known, const Lexicon& lexicon, const NameModel* names,
                  const Parameters& parameters, std::span<const SentenceView> arabic,
                  std::span<const SentenceView> english,
                  Omissions omissions = Omissions::estimated);

  SentenceAligner(const SentenceAligner&) = delete;  // the scorer refers to members
  SentenceAligner& operator=(const SentenceAligner&) = delete;

  /// Computes the whole table, not a band of it: what a band is compared with. Time and memory grow with the product of
  /// both sides.
  void take_whole_table() noexcept { whole_table_ = true; }
  /// What align() is to keep to.
  void constrain_to(Constraints constraints) { constraints_ = std::move(constraints); }

  /// Every sentence is in exactly one bead; posteriors are filled in.
  [[nodiscard]] std::vector<Bead> align();

  /// For training: computes the band and the evidence once, so that the two below can be called with other
  /// parameters; of those, only ones that the evidence does not depend on may differ.
  void prepare_tuning();
  /// Sum over the beads of log(posterior + doubt).
  [[nodiscard]] double log_posterior(const std::vector<Bead>& beads, const Parameters& parameters,
                                     float doubt);
  /// Estimates the rates under other parameters, as log_posterior() does, and keeps them for likelihood().
  void settle_rates(const Parameters& parameters);
  /// Under parameters that differ from those in the weights only.
  [[nodiscard]] GoldLikelihood likelihood(const std::vector<Bead>& gold,
                                          const Parameters& parameters, float doubt);
  /// The decision on the posteriors of the last log_posterior().
  [[nodiscard]] std::vector<Bead> decide(const DecisionOptions& options) const;

  [[nodiscard]] const SideTokens& arabic() const noexcept { return arabic_; }
  [[nodiscard]] const SideTokens& english() const noexcept { return english_; }
  [[nodiscard]] const TranslationPair& translations() const noexcept { return translations_; }
  /// After align(): the document's rates, and what the beads were decided on.
  [[nodiscard]] const Rates& rates() const noexcept { return rates_; }
  [[nodiscard]] const Scorer& scorer() const { return *scorer_; }
  [[nodiscard]] const Band& band() const { return lattice_->band; }
  [[nodiscard]] const Posteriors& decided_on() const noexcept { return posteriors_; }
  /// After align(): how probably the sides are translations of each other at all.
  [[nodiscard]] float related() const noexcept { return related_; }
  /// The confidence of a bead with this posterior: calibrated, and given how probably the sides are translations at all.
  [[nodiscard]] float confidence(const Bead& bead) const;

 private:
  [[nodiscard]] Band near_paths(const Band& within, std::uint32_t width);
  [[nodiscard]] Band with_corners(const Band& band) const;
  [[nodiscard]] Band first_band();
  void prepare(const Band& band);
  void make_scorer(const Windows& meeting);
  [[nodiscard]] bool widen(std::uint32_t& width, double share);
  float settle_band();
  float settle_widths();
  [[nodiscard]] Band second_band() const;
  /// The document's rates, re-estimated from prior ones: look() is the first round, settle() the others.
  void adapt();
  void look();
  void settle();
  void find_posteriors(float sharpness);
  void find_likely();
  [[nodiscard]] bool learn_own_words();
  void score_again();
  /// Nats that the pairs bring over a text without any, under rates that gave the paths a sum of exp(log_z).
  [[nodiscard]] double gain_of_pairs(double log_z, const Rates& rates) const;
  [[nodiscard]] double log_of_possible_pairs() const;
  [[nodiscard]] float relatedness();
  [[nodiscard]] std::vector<Bead> without_pairs() const;
  void hear_omissions();
  [[nodiscard]] float evidence_under(const Parameters& parameters) const;
  void favour(const std::vector<Bead>& gold, float nats);

  Parameters parameters_;
  Omissions omissions_;
  bool whole_table_ = false;
  Constraints constraints_;
  bool without_nulls_ = false;  ///< adapt() lets no path have a null that has another way
  SideTokens arabic_, english_;
  TranslationPair translations_;
  std::optional<NamePairs> names_;
  Agreement agreement_;
  std::vector<Waypoint> chain_;
  std::optional<Lattice> lattice_;
  std::optional<Band> known_;       ///< the band that likely_ was found in, before it was widened
  std::unique_ptr<Scorer> scorer_;  ///< of the lattice's band, or of likely_ only
  Rates rates_;
  FeatureSums settled_;       ///< by settle_rates(): what Rates::evidence is the mean of
  Parameters settled_under_;  ///< likewise: the parameters then
  Posteriors posteriors_;
  std::vector<Bead> likely_;  ///< beads with both sides that have a chance
  float related_ = 1.0F;      ///< probability that the sides translate each other
};

}  // namespace muwazi
