// Pairs of which one side is in the language of the other.
#pragma once
#include <vector>

#include "check/texts.h"
#include "lexicon/lexicon.h"

namespace muwazi::check {

/// One of each such pair, in the order of the beads. What may be a name or a title, or is a single word, is for information.
[[nodiscard]] std::vector<Finding> untranslated_findings(const BitextView& view,
                                                         const Lexicon& lexicon);

}  // namespace muwazi::check
