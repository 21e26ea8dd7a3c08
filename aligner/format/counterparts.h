// Values and names of a bead that stand on both its sides.
#pragma once
#include <cstdint>
#include <vector>

#include "muwazi/bitext/bitext.h"
#include "muwazi/format/writers.h"

namespace muwazi {

/// A place in a sentence.
struct Spot {
  std::uint32_t sentence = 0;
  ByteRange bytes;  ///< in the sentence
};

struct Counterparts {
  Spot arabic, english;
};

/// Values with the same key, and names that the bead's explanation pairs with an Arabic word: words with a capital; the
/// first of a sentence only where it has one elsewhere too. Each place is in one pair at most; a bead's pairs are in
/// order of the English.
[[nodiscard]] std::vector<Counterparts> counterparts(const Bitext& bitext, const Texts& texts);

}  // namespace muwazi
