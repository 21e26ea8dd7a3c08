// The first part of tuning: the weights of the features, by the conditional likelihood of gold alignments.
#pragma once
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "muwazi/score/tuner.h"
#include "score/sentence_aligner.h"

namespace muwazi {

/// A document after prepare_tuning(), and its true beads.
struct TuningCase {
  SentenceAligner& aligner;
  const std::vector<Bead>& gold;
  double weight;  ///< what each of its beads counts; over all beads of all documents the sum is 1
};

/// The weights of the features for the greatest mean of log p(gold) (GoldLikelihood), less the prior, by L-BFGS (Liu &
/// Nocedal 1989). The rates of each document are held while it climbs, and estimated again before each of
/// options.climbs. What scores nulls is held throughout, for its coupling to the evidence drifts. A case without features
/// that differ from 0 leaves their weights alone.
[[nodiscard]] Parameters climb_likelihood(std::span<TuningCase> cases, const Parameters& start,
                                          const TuneOptions& options,
                                          const ParallelFor& parallel_for,
                                          const std::function<void(std::string_view)>& say);

}  // namespace muwazi
