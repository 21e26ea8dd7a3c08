// Paths of single steps: both sentences move on (they agree), or one of them does, and either agrees with the other
// side's last sentence too, as in a bead of several, or with none, as a null:
//
//   F(a, e) = max( F(a-1, e-1) + agreement(a, e),
//                  F(a-1, e)   + max(0, agreement(a, e) - share_cost),
//                  F(a, e-1)   + max(0, agreement(a, e) - share_cost) )
//
// With B, the same from the end, F + B is the agreement of the best path through a cell (a max-marginal); cells where
// it falls short of the whole table's by more than the slack are dropped. What is kept is a union of paths:
//
//   Arabic sentence 0 agrees with the English 0 and 1,
//   1 with 2, 2 with 3, 3 with 4; margin 0:               margin 1:
//
//           e=0 1 2 3 4 5                                  e=0 1 2 3 4 5
//     a=0     o . . . . .                                    o o o o . .
//     a=1     . o o . . .                                    o o o o o .
//     a=2     . . . o . .                                    o o o o o o
//     a=3     . . . . o .                                    . . o o o o
//     a=4     . . . . . o                                    . . . o o o
//
// Leftmost and rightmost columns of the rows never decrease: a path through a row's leftmost cell was no further left
// in the row above than that one's leftmost.
#include "muwazi/align/narrow.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <vector>

namespace muwazi {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();
constexpr double kRounding = 1e-6;

class NearBest {
 public:
  NearBest(const Band& band, std::span<const float> agreement, const NarrowOptions& options)
      : band_(band), agreement_(agreement), options_(options), forward_(band.cells(), kNever) {}

  /// First and last columns of each row that some path near the best one has.
  std::vector<Columns> rows() {
    forward();
    backward();
    return std::move(rows_);
  }

 private:
  [[nodiscard]] double at(const std::vector<double>& row, std::uint32_t a, std::uint32_t e) const {
    const Columns columns = band_.columns(a);
    if (e < columns.begin || e >= columns.end) return kNever;
    return row[e - columns.begin];
  }
  [[nodiscard]] double shared(float agreement) const {
    return static_cast<double>(std::max(0.0F, agreement - options_.share_cost));
  }

  void forward() {
    for (std::uint32_t a = 0; a <= band_.arabic(); ++a) {
      const Columns columns = band_.columns(a);
      for (std::uint32_t e = columns.begin; e < columns.end; ++e)
        forward_[band_.cell(a, e)] = a == 0 && e == 0 ? 0.0 : best_to(a, e);
    }
  }

  /// The best path to a cell from those before it; kNever outside the band.
  [[nodiscard]] double best_to(std::uint32_t a, std::uint32_t e) const {
    const float both = agreement_[band_.cell(a, e)];
    const double one = a > 0 && e > 0 ? shared(both) : 0.0;
    double best = e > 0 ? reached(a, e - 1) + one : kNever;
    if (a > 0) best = std::max(best, reached(a - 1, e) + one);
    if (a > 0 && e > 0) best = std::max(best, reached(a - 1, e - 1) + static_cast<double>(both));
    return best;
  }
  [[nodiscard]] double reached(std::uint32_t a, std::uint32_t e) const {
    const std::size_t cell = band_.cell(a, e);
    if (cell == Band::kOutside) return kNever;
    return forward_[cell];
  }

  void backward() {
    // Forward and backward sums of one path differ by what rounding leaves of doubles.
    const double least = forward_.back() - static_cast<double>(options_.slack) - kRounding;
    rows_.resize(std::size_t{band_.arabic()} + 1);
    std::vector<double> below, here;
    for (std::uint32_t a = band_.arabic() + 1; a-- > 0;) {
      const Columns columns = band_.columns(a);
      here.assign(columns.size(), kNever);
      Columns& kept = rows_[a];
      kept = {columns.end, columns.begin};
      for (std::uint32_t e = columns.end; e-- > columns.begin;) {
        const double best = onward(a, e, here, below);
        here[e - columns.begin] = best;
        if (forward_[band_.cell(a, e)] + best < least) continue;
        kept.begin = e;
        kept.end = std::max(kept.end, e + 1);
      }
      below.swap(here);
    }
  }

  /// The best path from a cell to the end.
  [[nodiscard]] double onward(std::uint32_t a, std::uint32_t e, const std::vector<double>& here,
                              const std::vector<double>& below) const {
    if (a == band_.arabic() && e == band_.english()) return 0.0;
    double best = kNever;
    if (e + 1 < band_.columns(a).end) {
      best = here[e + 1 - band_.columns(a).begin] +
             (a > 0 ? shared(agreement_[band_.cell(a, e + 1)]) : 0.0);
    }
    if (a == band_.arabic()) return best;
    if (const auto cell = band_.cell(a + 1, e); cell != Band::kOutside) {
      best = std::max(best, at(below, a + 1, e) + (e > 0 ? shared(agreement_[cell]) : 0.0));
    }
    if (const auto cell = band_.cell(a + 1, e + 1); cell != Band::kOutside) {
      best = std::max(best, at(below, a + 1, e + 1) + static_cast<double>(agreement_[cell]));
    }
    return best;
  }

  const Band& band_;
  std::span<const float> agreement_;
  const NarrowOptions& options_;
  std::vector<double> forward_;
  std::vector<Columns> rows_;
};

}  // namespace

Band narrow(const Band& band, std::span<const float> agreement, const NarrowOptions& options) {
  assert(agreement.size() == band.cells());
  return Band::covering(NearBest(band, agreement, options).rows(), band.english(), options.margin);
}

}  // namespace muwazi
