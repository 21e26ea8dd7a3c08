// English words with a capital that nothing of their pair gives, and the Arabic words of which they may stand in the place.
#pragma once
#include <cstdint>
#include <vector>

#include "check/name_counts.h"
#include "check/name_features.h"
#include "check/name_lexicon.h"
#include "check/name_words.h"
#include "check/texts.h"
#include "lexicon/lexicon.h"

namespace muwazi::check {

struct SuspectName {
  std::uint32_t bead = 0;
  std::uint32_t number = 0;  ///< of the English word, among those of its side of the bead
  ByteRange bytes;           ///< of it, in the document
  std::vector<NameSwap> swaps;
};

class NameSwapReader {
 public:
  /// `shared`: values and organisations of both sides, by bead.
  NameSwapReader(const BitextView& view, const NameModel& names, const Lexicon& lexicon,
                 const std::vector<SharedPlaces>& shared);

  /// By place in the English; none of a null. Each has a swap.
  [[nodiscard]] std::vector<SuspectName> suspects(std::uint32_t bead);

 private:
  const BitextView& view_;
  NameReader reader_;
  NameLexicon lexicon_;
  std::vector<BeadNames> beads_;
  NameCounts counts_;
};

}  // namespace muwazi::check
