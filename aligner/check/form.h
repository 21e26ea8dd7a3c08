// What the form of a pair says: its length, words of the other language.
#pragma once
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

[[nodiscard]] std::vector<Finding> length_findings(const BitextView& view);
/// Runs of words of the other language inside a sentence.
[[nodiscard]] std::vector<Finding> foreign_findings(const BitextView& view);

}  // namespace muwazi::check
