// Parts of a sentence that have no counterpart while the rest has.
#pragma once
#include <cstdint>
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

/// The stretch of a bead's side that looks least translated.
struct ClauseCandidate {
  std::uint32_t bead = 0;
  Language language = Language::arabic;
  ByteRange bytes;         ///< in the document
  std::size_t words = 0;   ///< of it
  double uncovered = 0.0;  ///< log odds of its words, covered or not, for having no counterpart
  double length = 0.0;     ///< log odds of the bead's lengths for lacking so much
  double rest = 0.0;   ///< how much more than usual is uncovered of what is outside of it, -1 to 1
  double edges = 0.0;  ///< of its two ends those at a mark or at the side's end
  double probability = 0.0;  ///< of having no counterpart
};

/// At most one a side of a bead.
[[nodiscard]] std::vector<ClauseCandidate> clause_candidates(const BitextView& view);

[[nodiscard]] std::vector<Finding> clause_findings(const BitextView& view,
                                                   const std::vector<ClauseCandidate>& candidates);

}  // namespace muwazi::check
