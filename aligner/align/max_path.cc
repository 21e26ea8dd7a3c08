// Three states a cell: the last bead was 1-0, 0-1, or another (or there is none: the start). with r
// and x for null_run of the same and of the other side, and s the score of a bead that ends at the cell,
//
//   arabic(a, e)  = s(1-0) + max(arabic + r, other)(a-1, e)                before 1-0
//   english(a, e) = s(0-1) + max(arabic + x, english + r, other)(a, e-1)   before 0-1
//   other(a, e)   = max of s(m-n) + max(arabic, english, other)(a-m, e-n)    before a pair
//
// Each cell stores the three maxima's choices and the shape of `other`, 12 bits. Choices prefer the
// state of the earlier shape, arabic before english before other: traced back from the end this
// settles ties as lattice.h says.
#include "align/max_path.h"

#include <algorithm>

namespace muwazi::align {
namespace {

enum State : std::uint16_t { kArabic = 0, kEnglish = 1, kOther = 2 };

/// What the best paths to a cell came from.
struct Choice {
  std::uint16_t shape : 6 = 0;           ///< of the last bead in state kOther
  std::uint16_t before_pair : 2 = 0;     ///< best state if a pair follows, or nothing
  std::uint16_t before_arabic : 2 = 0;   ///< if 1-0 follows
  std::uint16_t before_english : 2 = 0;  ///< if 0-1 follows
};

struct Best {
  double score;
  State state;
};

[[nodiscard]] Best better(Best earlier, Best later) {
  return later.score > earlier.score ? later : earlier;
}

/// The table while it is filled: ten rows for pairs, the row above for 1-0, the cell to the left
/// for 0-1.
class Filler {
 public:
  Filler(const Band& band, const CellScores& cell_scores, NullRun null_run)
      : band_(band),
        cell_scores_(cell_scores),
        same_side_(static_cast<double>(null_run.same_side)),
        other_side_(static_cast<double>(null_run.other_side)),
        pairs_(band, kNever),
        arabic_(band, kNever),
        choices_(band.cells()) {}

  /// Returns the score of the best path.
  double fill() {
    for (std::uint32_t a = 0; a <= band_.arabic(); ++a) fill_row(a);
    return goal_;
  }

  [[nodiscard]] const std::vector<Choice>& choices() const { return choices_; }

 private:
  void fill_row(std::uint32_t a) {
    pairs_.clear(a);
    arabic_.clear(a);
    const RowsAbove above = rows_above(pairs_, a);
    const double* const above_arabic = arabic_.origin(std::int64_t{a} - 1);
    double* const here_pairs = pairs_.origin(a);
    double* const here_arabic = arabic_.origin(a);
    double left = kNever;  // best of the cell to the left, if 0-1 follows
    const Columns columns = band_.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      const std::size_t cell = band_.cell(a, e);
      cell_scores_(a, e, cell, scores_);
      const double arabic = *(above_arabic - e) + scores_[kArabicNull];
      const double english = left + scores_[kEnglishNull];
      Choice& choice = choices_[cell];
      const double other = a == 0 && e == 0 ? 0.0 : best_pair(above, e, choice);

      const Best pair = better(better({arabic, kArabic}, {english, kEnglish}), {other, kOther});
      const Best arabic_next = better({arabic + same_side_, kArabic}, {other, kOther});
      const Best english_next =
          better(better({arabic + other_side_, kArabic}, {english + same_side_, kEnglish}),
                 {other, kOther});
      choice.before_pair = pair.state & 3U;
      choice.before_arabic = arabic_next.state & 3U;
      choice.before_english = english_next.state & 3U;
      *(here_pairs - e) = pair.score;
      *(here_arabic - e) = arabic_next.score;
      left = english_next.score;
      goal_ = pair.score;  // of the last cell, at last
    }
  }

  double best_pair(const RowsAbove& above, std::uint32_t column, Choice& choice) {
    sums_[kArabicNull] = sums_[kEnglishNull] = kNever;
    add_predecessors(above, column, scores_.data(), sums_);
    const double best = largest(sums_);
    const auto first = std::find(sums_.begin(), sums_.end(), best);
    choice.shape = static_cast<std::uint16_t>(first - sums_.begin()) & 63U;
    return best;
  }

  const Band& band_;
  const CellScores& cell_scores_;
  double same_side_, other_side_;
  PaddedRows pairs_, arabic_;
  std::vector<Choice> choices_;
  ShapeValues scores_{}, sums_{};
  double goal_ = kNever;
};

std::vector<Bead> all_nulls(const Band& band) {
  std::vector<Bead> beads;
  beads.reserve(std::size_t{band.arabic()} + band.english());
  for (std::uint32_t a = 0; a < band.arabic(); ++a) beads.push_back({{a, a + 1}, {0, 0}});
  for (std::uint32_t e = 0; e < band.english(); ++e) {
    beads.push_back({{band.arabic(), band.arabic()}, {e, e + 1}});
  }
  return beads;
}

std::vector<Bead> trace(const Band& band, const std::vector<Choice>& choices) {
  std::vector<Bead> beads;
  std::uint32_t a = band.arabic(), e = band.english();
  unsigned state = choices[band.cell(a, e)].before_pair;
  while (a != 0 || e != 0) {
    const std::size_t shape = state == kArabic    ? kArabicNull
                              : state == kEnglish ? kEnglishNull
                                                  : choices[band.cell(a, e)].shape;
    const std::uint32_t before_a = a - kShapes[shape].arabic, before_e = e - kShapes[shape].english;
    beads.push_back({{before_a, a}, {before_e, e}});
    a = before_a;
    e = before_e;
    const Choice& choice = choices[band.cell(a, e)];
    state = shape == kArabicNull    ? choice.before_arabic
            : shape == kEnglishNull ? choice.before_english
                                    : choice.before_pair;
  }
  std::reverse(beads.begin(), beads.end());
  return beads;
}

}  // namespace

MaxPath max_path(const Band& band, const CellScores& cell_scores, NullRun null_run) {
  Filler filler(band, cell_scores, null_run);
  const double score = filler.fill();
  if (score == kNever) return {all_nulls(band), kNever};
  return {trace(band, filler.choices()), score};
}

}  // namespace muwazi::align
