// The file of decisions that the review page saves; README.md describes it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/bitext/decisions.h"
#include "muwazi/text/fault.h"

namespace muwazi {

/// Whether a text begins as a file of decisions does; it may be one that is damaged.
[[nodiscard]] bool looks_like_decisions(std::string_view text);

/// Fields that are unknown are passed over. Faults: malformed_json with its place, malformed_decisions.
[[nodiscard]] Result<std::vector<Decision>> read_decisions(std::string_view text,
                                                           const std::string& file);

/// What is right and has both sides, an Arabic text, a tab and its English translation a line: what `muwazi train` reads.
[[nodiscard]] std::string training_pairs(const std::vector<Decision>& decisions);

}  // namespace muwazi
