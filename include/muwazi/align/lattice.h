// Paths of beads through a band: the best one, the posterior of every bead, the path with the most
// expected right beads. Knows scores only; no text, no language.
//
// A path leads from cell (0, 0) to (A, E), and every cell where its beads meet is in the band. A
// run of nulls lists its Arabic sentences first: 1-0 may not follow 0-1. Both orders leave the same
// sentences without counterparts, so each alignment is one path, and its probability is not spread
// over many:
//
//   beads of Arabic 0 1, English 0 1, all nulls:   1-0 1-0 0-1 0-1   a path
//                                                  1-0 0-1 1-0 0-1   no path, and no other order is
//
// There is a path whenever nulls and 1-1 are possible wherever both their ends are in the band:
// where a staircase of nulls would go right and then down, a 1-1 cuts the corner.
//
// Memory: 144 bytes a cell for the scores and as much for the posteriors; cells grow with sentences
// x width of the band (2,000 sentences, 40 columns: 12 MB each).
#pragma once
#include <limits>
#include <utility>
#include <vector>

#include "muwazi/align/band.h"
#include "muwazi/align/bead.h"
#include "muwazi/align/shapes.h"

namespace muwazi {

/// What a null bead that follows a null bead gains.
struct NullRun {
  float same_side = 0.0F;   ///< 1-0 after 1-0, 0-1 after 0-1
  float other_side = 0.0F;  ///< 0-1 after 1-0: both sides have something that the other has not
};

/// Scores of the beads of a band: a path's score is the sum over its beads, plus that of `null_run`
/// for every null bead that follows a null bead. Higher is better; natural logarithms. Scores are
/// finite or kImpossible.
struct Lattice {
  static constexpr float kImpossible = -std::numeric_limits<float>::infinity();

  explicit Lattice(Band b) : band(std::move(b)), scores(band.cells() * kShapeCount, kImpossible) {}

  Band band;
  /// [cell * kShapeCount + shape]: the bead of that shape that ends at the cell (its last sentences
  /// are a - 1 and e - 1). kImpossible where it would begin outside the band.
  std::vector<float> scores;
  NullRun null_run;
};

/// Probabilities of the beads of a lattice under exp(score of path) / Z.
struct Posteriors {
  double log_z = 0.0;        ///< natural logarithm of the sum over all paths of exp(score), within
                             ///< about 1e-7 a bead; -inf if no path is possible: then all else is 0
  std::vector<float> beads;  ///< like Lattice::scores, in [0, 1]
  double null_runs = 0.0;    ///< expected number of null beads that follow a null bead
};

/// The path of highest score; of equal ones the one whose last differing bead has the earlier
/// shape. Time O(cells x shapes), memory 2 bytes a cell. Posterior fields are 0. `score`, if given,
/// gets the path's score. If no path is possible: a null for every sentence, Arabic first, and
/// score -inf.
[[nodiscard]] std::vector<Bead> best_path(const Lattice& lattice, double* score = nullptr);

/// Forward-backward over the semi-Markov lattice (Sarawagi & Cohen 2004, section 3), with three
/// states a cell: after 1-0, after 0-1, and after another bead. Neither scores nor lengths
/// overflow; results are the same on every machine. Time O(cells x shapes), memory 32 bytes a cell
/// beside the result. `sharpness` > 0: all scores count so many times.
[[nodiscard]] Posteriors posteriors(const Lattice& lattice, float sharpness = 1.0F);

/// For each row, 0 to A, the largest posterior of a bead that begins or ends in it on the band's rim where the rim is
/// not the table's edge: cells with a neighbour, above, below, left or right, that is in the table but not in the band.
/// Large (above 0.01, say) where a wider band may change the result.
[[nodiscard]] std::vector<float> rim_masses(const Band& band, const Posteriors& posteriors);

struct DecisionOptions {
  float bead_cost =
      0.014F;  ///< what a bead must bring: beads of lower posterior are not worth a place
  float null_weight = 1.3F;  ///< how much a right null counts against a right bead
};

/// The probability of each sentence that it has no counterpart, wherever between the sentences of the other side
/// its null stands.
struct NullPosteriors {
  std::vector<float> arabic, english;  ///< one a sentence, in [0, 1]
};
[[nodiscard]] NullPosteriors null_posteriors(const Band& band, const Posteriors& posteriors);
/// That of one bead; 0 outside the band and for shapes that no bead has.
[[nodiscard]] float posterior_of(const Bead& bead, const Band& band, const Posteriors& posteriors,
                                 const NullPosteriors& nulls);

/// The path that maximises the sum over its beads of (posterior - bead_cost), nulls counted null_weight times: the
/// most expected right beads. The posterior of a null is that of null_posteriors(): its place does not matter.
/// Beads of posterior 0 are not used; ties as in best_path. Posteriors of the beads are filled in. If no path is
/// possible: a null for every sentence.
[[nodiscard]] std::vector<Bead> most_expected_path(const Band& band, const Posteriors& posteriors,
                                                   const DecisionOptions& options = {});

}  // namespace muwazi
