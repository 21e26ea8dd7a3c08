// Marks that change the meaning of a sentence, and those without a partner.
#pragma once
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

[[nodiscard]] std::vector<Finding> punctuation_findings(const BitextView& view);

}  // namespace muwazi::check
