// Training of the model's numbers on gold alignments: `muwazi tune`.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/align/bead.h"
#include "muwazi/lexicon/model.h"
#include "muwazi/score/parameters.h"

namespace muwazi {

/// A document with its true beads. `set`: documents of one set share a name; sets count alike, however many
/// documents they have.
struct GoldDocument {
  struct Line {
    std::string text;
    std::uint32_t paragraph = 0;
  };
  std::string set, name;
  std::vector<Line> arabic, english;
  std::vector<Bead> beads;  ///< every sentence once
};

struct TuneOptions {
  int climbs = 8;           ///< of the features' weights on the likelihood, by gradient; 0: none
  double prior = 0.3;       ///< nats that it costs a climb to change a weight by its own size
  int rounds = 3;           ///< of the search over all numbers; 0: none
  double first_step = 0.2;  ///< relative; halved each round
  double likelihood_weight = 0.05;  ///< what a nat a bead is worth in points of F1
  double hold = 0.0002;             ///< a change must gain this much to be kept
  float doubt = 0.02F;              ///< added to every posterior: gold may be wrong
};

/// Runs task(0) … task(count - 1) in any order, perhaps side by side; returns when all are done.
using ParallelFor =
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& task)>;

/// Learns the numbers for the greatest mean over sets of
///   F1 (3/4 of beads with both sides, 1/4 of nulls) + likelihood_weight * mean over beads of log(posterior of the gold
///   bead + doubt)
/// through the re-estimation of each document's rates and all. First the weights of the features climb on the conditional
/// likelihood alone, by its gradient, which takes seconds and is kept where it raises that sum; then all numbers are
/// searched one by one. The second term is smooth and keeps posteriors such that they can be believed; alone it made
/// decisions worse (it paid for sharper scores with more false nulls). Last, bead_cost and null_weight for the greatest
/// F1, and the curves of confidence for the greatest likelihood of what was chosen. The same documents in the same order
/// give the same result.
[[nodiscard]] Parameters tune(const Model& model, const std::vector<GoldDocument>& documents,
                              const Parameters& start, const TuneOptions& options,
                              const ParallelFor& parallel_for,
                              const std::function<void(std::string_view)>& progress = {});

}  // namespace muwazi
