#include "score/rivals.h"

#include <algorithm>
#include <utility>

#include "muwazi/align/shapes.h"

namespace muwazi {
namespace {

constexpr float kLeastRival = 1e-4F;  // posteriors below it are nothing to weigh against

bool same_sentences(const Bead& x, const Bead& y) {
  if (x.null() || y.null()) {  // the place of a null does not matter
    return x.english.empty() == y.english.empty() && x.arabic.empty() == y.arabic.empty() &&
           (x.english.empty() ? x.arabic == y.arabic : x.english == y.english);
  }
  return x.arabic == y.arabic && x.english == y.english;
}

}  // namespace

Rivals::Rivals(const Band& band, const Posteriors& posteriors)
    : band_(band),
      posteriors_(posteriors),
      nulls_(null_posteriors(band, posteriors)),
      arabic_(band.arabic()),
      english_(band.english()) {
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      const float* const at = posteriors.beads.data() + band.cell(a, e) * kShapeCount;
      for (std::size_t s = kEnglishNull + 1; s < kShapeCount; ++s) {
        if (!(at[s] >= kLeastRival)) continue;
        enter({{a - kShapes[s].arabic, a}, {e - kShapes[s].english, e}, at[s]});
      }
    }
  }
  for (std::uint32_t a = 0; a < band.arabic(); ++a) enter({{a, a + 1}, {0, 0}, nulls_.arabic[a]});
  for (std::uint32_t e = 0; e < band.english(); ++e) {
    enter({{0, 0}, {e, e + 1}, nulls_.english[e]});
  }
}

std::optional<Bead> Rivals::of(const Bead& bead) const {
  std::optional<Bead> best;
  const auto look = [&](const std::vector<Best>& side, SentenceSpan span) {
    for (std::uint32_t k = span.begin; k < span.end; ++k) {
      for (const Bead& other : side[k]) {
        if (other.posterior < kLeastRival || same_sentences(other, bead)) continue;
        if (!best || other.posterior > best->posterior) best = other;
      }
    }
  };
  look(arabic_, bead.arabic);
  look(english_, bead.english);
  if (best) {
    const float rest =
        std::max(1.0F - posterior_of(bead, band_, posteriors_, nulls_), best->posterior);
    best->posterior *= (1.0F - bead.posterior) / rest;
  }
  return best;
}

void Rivals::enter(const Bead& bead) {
  const auto into = [&](std::vector<Best>& side, SentenceSpan span) {
    for (std::uint32_t k = span.begin; k < span.end; ++k) {
      auto& [first, second] = side[k];
      if (bead.posterior > first.posterior) {
        second = std::exchange(first, bead);
      } else if (bead.posterior > second.posterior) {
        second = bead;
      }
    }
  };
  into(arabic_, bead.arabic);
  into(english_, bead.english);
}

}  // namespace muwazi
