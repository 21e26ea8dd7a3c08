#include "score/constraints.h"

#include <algorithm>
#include <cstdint>
#include <limits>

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

}  // namespace

std::vector<Waypoint> through_given(const std::vector<Waypoint>& chain,
                                    const Constraints& constraints) {
  std::vector<Waypoint> out;
  auto at = chain.begin();
  for (const Bead& bead : constraints.given) {
    if (bead.null()) continue;
    for (; at != chain.end() && at->arabic <= bead.arabic.begin; ++at) {
      if (at->english <= bead.english.begin) out.push_back(*at);
    }
    out.push_back({bead.arabic.begin, bead.english.begin});
    out.push_back({bead.arabic.end, bead.english.end});
    at = std::find_if(at, chain.end(), [&](const Waypoint& point) {
      return point.arabic >= bead.arabic.end && point.english >= bead.english.end;
    });
  }
  out.insert(out.end(), at, chain.end());
  return out;
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
  const Given given(band, constraints);
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      float* const scores = lattice.scores.data() + band.cell(a, e) * kShapeCount;
      for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
        if (scores[shape] == Lattice::kImpossible) continue;
        const int sentences = given.contradicted(a, e, shape);
        if (sentences > 0) scores[shape] = kContradiction * static_cast<float>(sentences);
      }
    }
  }
  for (const Bead& bead : constraints.excluded) exclude(lattice, bead);
}

}  // namespace muwazi
