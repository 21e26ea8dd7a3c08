// The word that someone who mistyped it may have meant.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muwazi {

/// Insertions, deletions, replacements and swaps of neighbours that make one word of the other, each
/// stretch touched once (Damerau-Levenshtein, optimal string alignment). Bytes, not characters.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word at the least distance, the first of equal ones; none where even that is further than
/// a third of its length (at least 1). A word that begins a single known one counts as near.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 const std::vector<std::string>& known);

}  // namespace muwazi
