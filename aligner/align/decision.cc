// Minimum Bayes risk over beads: what is right counts, whatever the rest of the path is.
#include <algorithm>
#include <cassert>
#include <utility>

#include "align/max_path.h"
#include "muwazi/align/lattice.h"

namespace muwazi {
float posterior_of(const Bead& bead, const Band& band, const Posteriors& posteriors,
                   const NullPosteriors& nulls) {
  if (bead.english.empty()) return nulls.arabic[bead.arabic.begin];
  if (bead.arabic.empty()) return nulls.english[bead.english.begin];
  const std::size_t cell = band.cell(bead.arabic.end, bead.english.end);
  const std::size_t shape = shape_number(bead.arabic.size(), bead.english.size());
  if (cell == Band::kOutside || shape == kShapeCount) return 0.0F;
  return posteriors.beads[cell * kShapeCount + shape];
}

NullPosteriors null_posteriors(const Band& band, const Posteriors& posteriors) {
  NullPosteriors nulls{std::vector<float>(band.arabic(), 0.0F),
                       std::vector<float>(band.english(), 0.0F)};
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      const float* const at = posteriors.beads.data() + band.cell(a, e) * kShapeCount;
      if (a > 0) nulls.arabic[a - 1] += at[kArabicNull];
      if (e > 0) nulls.english[e - 1] += at[kEnglishNull];
    }
  }
  for (auto* side : {&nulls.arabic, &nulls.english}) {
    for (float& p : *side) p = std::min(p, 1.0F);
  }
  return nulls;
}

std::vector<Bead> most_expected_path(const Band& band, const Posteriors& posteriors,
                                     const DecisionOptions& options) {
  assert(posteriors.beads.size() == band.cells() * kShapeCount);
  const NullPosteriors nulls = null_posteriors(band, posteriors);
  const auto gain_of = [&](float posterior, float weight) {
    return posterior > 0.0F ? static_cast<double>(weight) * posterior - options.bead_cost
                            : align::kNever;
  };
  const auto gains_of = [&](std::uint32_t row, std::uint32_t column, std::size_t cell,
                            align::ShapeValues& gains) {
    const float* const from = posteriors.beads.data() + cell * kShapeCount;
    for (std::size_t shape = align::kFirstPair; shape < kShapeCount; ++shape) {
      gains[shape] = gain_of(from[shape], 1.0F);
    }
    gains[kArabicNull] = gain_of(row > 0 ? nulls.arabic[row - 1] : 0.0F, options.null_weight);
    gains[kEnglishNull] =
        gain_of(column > 0 ? nulls.english[column - 1] : 0.0F, options.null_weight);
  };
  align::MaxPath path = align::max_path(band, gains_of, {});
  for (Bead& bead : path.beads) bead.posterior = posterior_of(bead, band, posteriors, nulls);
  return std::move(path.beads);
}

}  // namespace muwazi
