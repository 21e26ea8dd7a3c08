// Forward sums upwards in the logarithm, then probability flows back from the end.
//
// States and rules are max_path.cc's, with log-sum-exp for max. For every cell the forward pass
// keeps not the sums but how they split: a weight for each pair that ends there, as a multiple of
// the largest, and five numbers that split the cell's paths by state. Backward, the probability
// that a path passes the cell is known when all later cells are done; times their shares it gives
// the posteriors of the beads that end here, and these flow on to the cells where they begin:
//
//   posterior(bead) = mass(where it ends) x its share there
//   mass(cell) = sum of the posteriors of the beads that begin there
//
// This needs one exp for each bead, no second exp or log going back, and what flows is at most 1:
// there is nothing to overflow, for any scores and any length. A scaled linear-domain
// forward-backward was rejected: forward values of one row lie hundreds of nats apart (twenty
// sentences left out, a bead of a thousand nats), and what underflows going forward may carry the
// best path. Here sums are only formed within a cell: what falls below exp(-48) of its largest term
// there has a posterior below exp(-48).
//
// Time: O(cells x shapes); cells at which no pair may end take little. Memory beyond the result: 32 bytes a cell, and
// ten rows.
#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <vector>

#include "align/cells.h"
#include "align/exp_log.h"
#include "align/padded_rows.h"
#include "muwazi/align/lattice.h"

namespace muwazi {
namespace {

using align::PaddedRows;
using align::RowsAbove;
using align::ShapeValues;

constexpr double kNever = -std::numeric_limits<double>::infinity();
/// Less probability than this is not passed on: it would not change any posterior's float.
constexpr double kLeastMass = 1e-15;

/// ln(e^x + e^y), and the share of y in it.
struct Mixed {
  double log_sum;
  float second;
};

[[nodiscard]] Mixed mix(double x, double y) {
  if (y == kNever) return {x, 0.0F};
  if (x == kNever) return {y, 1.0F};
  const double gap = y - x;
  if (gap < align::kNegligible) return {x, 0.0F};
  if (-gap < align::kNegligible) return {y, 1.0F};
  const float ratio = align::exp_nonpositive(static_cast<float>(gap < 0 ? gap : -gap));
  const double log_sum = (gap < 0 ? x : y) + align::log_positive(1.0 + ratio);
  return {log_sum, (gap < 0 ? ratio : 1.0F) / (1.0F + ratio)};
}

/// How the paths to a cell split by their last bead, seen from what follows.
struct Split {
  float arabic = 0.0F;       ///< before a pair: 1-0 among {1-0, other}
  float english = 0.0F;      ///< before a pair: 0-1 among all
  float arabic_run = 0.0F;   ///< before 1-0: 1-0 among {1-0, other}
  float english_run = 0.0F;  ///< before 0-1: 0-1 among all
  float switched = 0.0F;     ///< before 0-1: 1-0 among {1-0, other}
  double pairs = 0.0;        ///< the sum of the weights of the pairs that end here
};

class ForwardBackward {
 public:
  ForwardBackward(const Lattice& lattice, float sharpness)
      : lattice_(lattice), band_(lattice.band), sharpness_(sharpness), splits_(band_.cells()) {
    result_.beads.resize(band_.cells() * kShapeCount);
  }

  Posteriors run() && {
    forward();
    if (result_.log_z == kNever) {
      std::fill(result_.beads.begin(), result_.beads.end(), 0.0F);
    } else {
      backward();
    }
    return std::move(result_);
  }

 private:
  void forward() {
    PaddedRows pairs(band_, kNever), arabic(band_, kNever);
    for (std::uint32_t a = 0; a <= band_.arabic(); ++a) {
      pairs.clear(a);
      arabic.clear(a);
      forward_row(a, pairs, arabic);
    }
    result_.log_z = *(pairs.origin(band_.arabic()) - band_.english());
  }

  void forward_row(std::uint32_t a, PaddedRows& pairs, PaddedRows& arabic_rows) {
    const RowsAbove above = align::rows_above(pairs, a);
    const double* const above_arabic = arabic_rows.origin(std::int64_t{a} - 1);
    double* const here_pairs = pairs.origin(a);
    double* const here_arabic = arabic_rows.origin(a);
    const auto same_side = static_cast<double>(lattice_.null_run.same_side * sharpness_);
    const auto other_side = static_cast<double>(lattice_.null_run.other_side * sharpness_);
    double left = kNever;  // of the cell to the left, if 0-1 follows
    const Columns columns = band_.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      const std::size_t cell = band_.cell(a, e);
      const float* const scores = lattice_.scores.data() + cell * kShapeCount;
      const double arabic = *(above_arabic - e) + scores[kArabicNull] * sharpness_;
      const double english = left + scores[kEnglishNull] * sharpness_;
      double pair_weights = 0.0;
      const double others = sum_pairs(above, e, cell, pair_weights);
      const double other = a == 0 && e == 0 ? 0.0 : others;

      const Mixed short_mix = mix(other, arabic), all = mix(short_mix.log_sum, english);
      const Mixed before_arabic = mix(other, arabic + same_side);
      const Mixed switched = mix(other, arabic + other_side);
      const Mixed before_english = mix(switched.log_sum, english + same_side);
      splits_[cell] = {short_mix.second,      all.second,      before_arabic.second,
                       before_english.second, switched.second, pair_weights};
      *(here_pairs - e) = all.log_sum;
      *(here_arabic - e) = before_arabic.log_sum;
      left = before_english.log_sum;
    }
  }

  using CellScores = std::array<float, kShapeCount>;
  [[nodiscard]] CellScores sharpened(std::size_t cell) const {
    CellScores scores;
    const float* const from = lattice_.scores.data() + cell * kShapeCount;
    for (std::size_t i = 0; i < kShapeCount; ++i) scores[i] = from[i] * sharpness_;
    return scores;
  }

  /// The logarithm of the sum over the pairs that end at the cell. The cell's place in the result gets each one's part
  /// in it, as a multiple of the largest, and `sum` their sum; both are zero at first.
  double sum_pairs(const RowsAbove& above, std::uint32_t column, std::size_t cell, double& sum) {
    if (!align::any_pair_possible(lattice_.scores.data() + cell * kShapeCount)) return kNever;
    ShapeValues sums;
    sums[kArabicNull] = sums[kEnglishNull] = kNever;
    align::add_predecessors(above, column, sharpened(cell).data(), sums);
    const double best = align::largest(sums);
    if (best == kNever) return kNever;
    float* const weights = &result_.beads[cell * kShapeCount];
    for (std::size_t i = 0; i < kShapeCount; ++i) weights[i] = static_cast<float>(sums[i] - best);
    for (std::size_t i = 0; i < kShapeCount; ++i) weights[i] = align::exp_nonpositive(weights[i]);
    sum = sum_of(weights);
    return best + align::log_positive(sum);
  }

  /// Added up in double: what flows back through thousands of cells must neither grow nor shrink.
  [[nodiscard]] static double sum_of(const float* weights) {
    std::array<double, 4> lane{};
    for (std::size_t i = 0; i < kShapeCount; i += 4) {
      for (std::size_t j = 0; j < 4; ++j) lane[j] += static_cast<double>(weights[i + j]);
    }
    return (lane[0] + lane[1]) + (lane[2] + lane[3]);
  }

  void backward() {
    PaddedRows pairs(band_, 0.0), arabic(band_, 0.0);
    *(pairs.origin(band_.arabic()) - band_.english()) = 1.0;
    for (std::int64_t a = band_.arabic(); a >= 0; --a) {
      // The slots of the topmost rows still hold rows below, which are done.
      pairs.clear(a - static_cast<std::int64_t>(align::kMostSentences));
      arabic.clear(a - 1);
      backward_row(static_cast<std::uint32_t>(a), pairs, arabic);
    }
  }

  void backward_row(std::uint32_t a, PaddedRows& pairs, PaddedRows& arabic_rows) {
    const RowsAbove above = align::rows_above(pairs, a);
    double* const above_arabic = arabic_rows.origin(std::int64_t{a} - 1);
    const double* const here_pairs = pairs.origin(a);
    const double* const here_arabic = arabic_rows.origin(a);
    double before_english = 0.0;  // mass of the 0-1 that begins here
    const Columns columns = band_.columns(a);
    for (std::uint32_t e = columns.end; e-- > columns.begin;) {
      const std::size_t cell = band_.cell(a, e);
      const Split split = splits_[cell];
      const double before_pair = *(here_pairs - e);
      // Nulls that follow a null: 0-1 after 0-1; of what is left of 0-1, after 1-0; 1-0 after 1-0.
      const double english_run = before_english * split.english_run;
      const double switched = (before_english - english_run) * split.switched;
      const double arabic_run = *(here_arabic - e) * split.arabic_run;
      const double rest =
          (before_english - english_run - switched) + (*(here_arabic - e) - arabic_run);
      const double english_first = before_pair * split.english;
      const double short_rest = before_pair - english_first;
      const double arabic_first = short_rest * split.arabic;
      result_.null_runs += english_run + switched + arabic_run;

      float* const beads = &result_.beads[cell * kShapeCount];
      const double other = rest + (short_rest - arabic_first);
      if (split.pairs > 0.0) spread_pairs(above, e, other, split.pairs, beads);
      const double arabic = kept(arabic_run + switched + arabic_first);
      const double english = kept(english_run + english_first);
      beads[kArabicNull] = static_cast<float>(arabic);
      beads[kEnglishNull] = static_cast<float>(english);
      *(above_arabic - e) = arabic;
      before_english = english;
    }
  }

  /// Turns the weights of the pairs that end at the cell, of which there are some, into posteriors, and passes these on.
  /// `sum`: of the weights.
  static void spread_pairs(const RowsAbove& above, std::uint32_t column, double mass, double sum,
                           float* beads) {
    if (mass < kLeastMass) {
      std::fill_n(beads, kShapeCount, 0.0F);
      return;
    }
    ShapeValues flow;
    const double scale = mass / sum;
    for (std::size_t i = 0; i < kShapeCount; ++i) flow[i] = static_cast<double>(beads[i]) * scale;
    for (std::size_t i = 0; i < kShapeCount; ++i) beads[i] = static_cast<float>(flow[i]);
    align::visit_predecessors(above, column,
                              [&]<std::size_t First, std::size_t Count>(double* before) {
                                for (std::size_t i = 0; i < Count; ++i)
                                  before[i] += flow[First + i];
                              });
  }

  /// A probability without rounding errors above 1, and without what is too little to matter.
  [[nodiscard]] static double kept(double mass) {
    return mass < kLeastMass ? 0.0 : std::min(mass, 1.0);
  }

  const Lattice& lattice_;
  const Band& band_;
  float sharpness_;
  std::vector<Split> splits_;
  Posteriors result_;
};

}  // namespace

Posteriors posteriors(const Lattice& lattice, float sharpness) {
  assert(lattice.scores.size() == lattice.band.cells() * kShapeCount);
  return ForwardBackward(lattice, sharpness).run();
}

}  // namespace muwazi
