// Terms that are given in different ways.
#pragma once
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

/// Arabic nouns that the document nearly always gives with one English word, where it has another one for them.
[[nodiscard]] std::vector<Finding> term_findings(const BitextView& view);

}  // namespace muwazi::check
