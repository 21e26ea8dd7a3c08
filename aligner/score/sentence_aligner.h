// Sentences of two sides to beads: evidence, band, rates of the document, posteriors, decision.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "lexicon/lexicon.h"
#include "muwazi/align/bead.h"
#include "muwazi/score/parameters.h"
#include "score/rates.h"
#include "score/scorer.h"
#include "score/side.h"

namespace muwazi {

/// One document's sentences, read and compared; aligned under any parameters that do not change the evidence.
class SentenceAligner {
 public:
  SentenceAligner(const Lexicon& lexicon, const Parameters& parameters,
                  std::span<const SentenceView> arabic, std::span<const SentenceView> english);

  /// Every sentence is in exactly one bead; posteriors are filled in.
  [[nodiscard]] std::vector<Bead> align();

  [[nodiscard]] const SideTokens& arabic() const noexcept { return arabic_; }
  [[nodiscard]] const SideTokens& english() const noexcept { return english_; }
  [[nodiscard]] const TranslationPair& translations() const noexcept { return translations_; }
  /// After align(): the document's rates.
  [[nodiscard]] const Rates& rates() const noexcept { return rates_; }

 private:
  [[nodiscard]] Band band(std::uint32_t margin) const;
  Posteriors adapt(const Scorer& scorer, Lattice& lattice);

  Parameters parameters_;
  SideTokens arabic_, english_;
  TranslationPair translations_;
  std::vector<Waypoint> chain_;
  std::optional<Scorer> scorer_;
  Rates rates_;
};

}  // namespace muwazi
