#include "score/constraints.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>

#include "muwazi/align/shapes.h"

namespace muwazi {
namespace {

constexpr float kContradiction = -3000.0F;  // nats a sentence: below what paths without nulls cost
constexpr float kCertain = 1000.0F;         // of agreement: above every chain of words

/// What is given of each sentence of one side.
class GivenSide {
 public:
  static constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::uint32_t kAlone = kFree - 1;

  GivenSide(std::uint32_t size, const std::vector<Bead>& given, SentenceSpan Bead::*side,
            SentenceSpan Bead::*other)
      : partner_(size, kFree), decided_(size + 1, 0) {
    for (const Bead& bead : given) {
      if (!(bead.*side).empty())
        partner_[(bead.*side).begin] = (bead.*other).empty() ? kAlone : (bead.*other).begin;
    }
    for (std::uint32_t k = 0; k < size; ++k)
      decided_[k + 1] = decided_[k] + (partner_[k] == kFree ? 0 : 1);
  }

  [[nodiscard]] std::uint32_t partner(std::uint32_t sentence) const { return partner_[sentence]; }
  [[nodiscard]] bool paired(std::uint32_t sentence) const { return partner_[sentence] < kAlone; }
  /// How many of these sentences something is given of.
  [[nodiscard]] int decided(std::uint32_t begin, std::uint32_t end) const {
    return decided_[end] - decided_[begin];
  }

 private:
  std::vector<std::uint32_t> partner_;
  std::vector<int> decided_;
};

struct Given {
  Given(const Band& band, const Constraints& constraints)
      : arabic(band.arabic(), constraints.given, &Bead::arabic, &Bead::english),
        english(band.english(), constraints.given, &Bead::english, &Bead::arabic) {}

  /// Sentences of the bead that end at (a, e) of which something else is given.
  [[nodiscard]] int contradicted(std::uint32_t a, std::uint32_t e, std::size_t shape) const {
    if (shape == kArabicNull) return arabic.paired(a - 1) ? 1 : 0;
    if (shape == kEnglishNull) return english.paired(e - 1) ? 1 : 0;
    const BeadShape size = kShapes[shape];
    const int decided = arabic.decided(a - size.arabic, a) + english.decided(e - size.english, e);
    if (decided == 2 && size == BeadShape{1, 1} && arabic.partner(a - 1) == e - 1) return 0;
    return decided;
  }

  GivenSide arabic, english;
};

std::uint32_t sentences_of(Language side, BeadShape shape) {
  return side == Language::arabic ? shape.arabic : shape.english;
}

void forbid(Lattice& lattice, std::uint32_t a, std::uint32_t e, std::size_t shape) {
  const std::size_t cell = lattice.band.cell(a, e);
  if (cell == Band::kOutside) return;
  float& score = lattice.scores[cell * kShapeCount + shape];
  if (score != Lattice::kImpossible) score = std::min(score, kContradiction);
}

void exclude(Lattice& lattice, const Bead& bead) {
  const Band& band = lattice.band;
  if (bead.english.empty()) {
    const Columns columns = band.columns(bead.arabic.end);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e)
      forbid(lattice, bead.arabic.end, e, kArabicNull);
  } else if (bead.arabic.empty()) {
    for (std::uint32_t a = 0; a <= band.arabic(); ++a)
      forbid(lattice, a, bead.english.end, kEnglishNull);
  } else if (const std::size_t shape = shape_number(bead.arabic.size(), bead.english.size());
             shape < kShapeCount) {
    forbid(lattice, bead.arabic.end, bead.english.end, shape);
  }
}

/// Corners that no pair crosses, counted along each side.
class Corners {
 public:
  Corners(const Band& band, const std::vector<Waypoint>& corners)
      : arabic_(band.arabic() + 2, 0), english_(band.english() + 2, 0) {
    for (const Waypoint& corner : corners)
      ++arabic_[corner.arabic + 1], ++english_[corner.english + 1];
    std::partial_sum(arabic_.begin(), arabic_.end(), arabic_.begin());
    std::partial_sum(english_.begin(), english_.end(), english_.begin());
  }

  /// Whether the pair that ends at (a, e) is neither before nor behind some corner: as they rise on both sides, whether
  /// not all of those that it is not before are before its begin.
  [[nodiscard]] bool crossed(std::uint32_t a, std::uint32_t e, BeadShape shape) const {
    const std::uint32_t behind =
        std::min(arabic_[a - shape.arabic + 1], english_[e - shape.english + 1]);
    return behind < std::max(arabic_[a], english_[e]);
  }

 private:
  std::vector<std::uint32_t> arabic_, english_;  ///< corners at places less than k
};

/// What given beads, corners and a single side leave of a bead's score.
class Refusals {
 public:
  Refusals(const Band& band, const Constraints& constraints)
      : given_(band, constraints),
        corners_(band, constraints.corners),
        single_(constraints.single),
        one_to_one_(constraints.one_to_one) {}

  [[nodiscard]] float score(std::uint32_t a, std::uint32_t e, std::size_t shape,
                            float score) const {
    const BeadShape size = kShapes[shape];
    if ((single_ && sentences_of(*single_, size) > 1) ||
        (one_to_one_ && size.arabic + size.english > 2)) {
      return Lattice::kImpossible;  // nulls are always another way
    }
    const bool pair = shape != kArabicNull && shape != kEnglishNull;
    const int crossing = pair && corners_.crossed(a, e, size) ? 1 : 0;
    const int sentences = given_.contradicted(a, e, shape) + crossing;
    return sentences > 0 ? kContradiction * static_cast<float>(sentences) : score;
  }

 private:
  Given given_;
  Corners corners_;
  std::optional<Language> single_;
  bool one_to_one_;
};

}  // namespace

std::vector<Waypoint> through_corners(const std::vector<Waypoint>& chain,
                                      const std::vector<Waypoint>& corners) {
  std::vector<Waypoint> out;
  auto at = chain.begin();
  for (const Waypoint& corner : corners) {
    for (; at != chain.end() && at->arabic <= corner.arabic; ++at) {
      if (at->english <= corner.english) out.push_back(*at);
    }
    out.push_back(corner);
    at = std::find_if(at, chain.end(),
                      [&](const Waypoint& point) { return point.english >= corner.english; });
  }
  out.insert(out.end(), at, chain.end());
  return out;
}

std::vector<Waypoint> through_given(const std::vector<Waypoint>& chain,
                                    const Constraints& constraints) {
  std::vector<Waypoint> corners;
  for (const Bead& bead : constraints.given) {
    if (bead.null()) continue;
    corners.push_back({bead.arabic.begin, bead.english.begin});
    corners.push_back({bead.arabic.end, bead.english.end});
  }
  return through_corners(chain, corners);
}

void constrain(std::vector<float>& agreement, const Band& band, const Constraints& constraints) {
  if (constraints.given.empty()) return;
  const Given given(band, constraints);
  for (std::uint32_t a = 1; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = std::max(columns.begin, 1U); e < columns.end; ++e) {
      float& value = agreement[band.cell(a, e)];
      if (given.arabic.partner(a - 1) == e - 1) {
        value = kCertain;
      } else if (given.arabic.partner(a - 1) != GivenSide::kFree ||
                 given.english.partner(e - 1) != GivenSide::kFree) {
        value = 0.0F;
      }
    }
  }
}

void constrain(Lattice& lattice, const Constraints& constraints) {
  if (constraints.empty()) return;
  const Band& band = lattice.band;
  const Refusals refusals(band, constraints);
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      float* const scores = lattice.scores.data() + band.cell(a, e) * kShapeCount;
      for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
        if (scores[shape] != Lattice::kImpossible)
          scores[shape] = refusals.score(a, e, shape, scores[shape]);
      }
    }
  }
  for (const Bead& bead : constraints.excluded) exclude(lattice, bead);
}

}  // namespace muwazi
