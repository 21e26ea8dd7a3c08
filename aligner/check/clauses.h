// Parts of a sentence that have no counterpart while the rest has.
#pragma once
#include <cstdint>
#include <vector>

#include "check/texts.h"
#include "lexicon/lexicon.h"

namespace muwazi::check {

/// The stretch of a bead's side that is the most likely to have no counterpart.
struct ClauseCandidate {
  std::uint32_t bead = 0;
  Language language = Language::arabic;
  ByteRange bytes;           ///< in the document
  std::size_t words = 0;     ///< of it
  double probability = 0.0;  ///< that the side has a part without counterpart
};

/// At most one a side of a bead. `shared`: values and organisations, by bead.
[[nodiscard]] std::vector<ClauseCandidate> clause_candidates(
    const BitextView& view, const Lexicon& lexicon, const std::vector<SharedPlaces>& shared);

/// `values`: findings of values and units. A stretch that is little more than one of them is not told of again.
[[nodiscard]] std::vector<Finding> clause_findings(const BitextView& view,
                                                   const std::vector<ClauseCandidate>& candidates,
                                                   const std::vector<Finding>& values);

}  // namespace muwazi::check
