// Words of a pair that nothing of it explains, and that a word of a pair beside it does which nothing explains there either:
// the sentences were cut at other places in the two languages, or the alignment is off by a part of a sentence.
#pragma once
#include <cstdint>
#include <vector>

#include "check/texts.h"
#include "lexicon/lexicon.h"

namespace muwazi::check {

class Elsewhere {
 public:
  Elsewhere(const BitextView& view, const Lexicon& lexicon);

  /// Of each word of a side of a bead (of Explanation's) whether it has such a counterpart; none of a null.
  [[nodiscard]] const std::vector<bool>& of(std::uint32_t bead, Language language) const {
    return language == Language::arabic ? arabic_[bead] : english_[bead];
  }

 private:
  std::vector<std::vector<bool>> arabic_, english_;  ///< by bead
};

}  // namespace muwazi::check
