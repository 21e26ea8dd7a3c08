// Which Arabic word each English name of a pair may stand in the place of: an Arabic word goes to one name.
#pragma once
#include <vector>

#include "check/name_swaps.h"
#include "check/weights.h"

namespace muwazi::check {

struct Assigned {
  ByteRange arabic, english;  ///< in the documents
  double odds =
      0.0;  ///< that the one, or another of the words left to it, is in the place of the other
};

/// By place in the English; none of a word to which nothing is left. The one for which the most speaks comes first, with the
/// words that stand beside it, one name; what it takes is lost to all others, which may then have another one.
[[nodiscard]] std::vector<Assigned> assigned(const NameNetwork& network,
                                             const std::vector<SuspectName>& suspects);

}  // namespace muwazi::check
