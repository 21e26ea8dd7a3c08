// Initials that Arabic says by the English names of their letters: بي بي سي is BBC.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muwazi::check {

/// Words side by side, each the name of a letter.
struct SpelledInitials {
  std::uint32_t begin = 0, end = 0;    ///< numbers of the words
  std::vector<std::uint32_t> letters;  ///< of each the letters that it may be: bit 0 is a
};

/// Of words by their comparison forms: runs of two that are no common words besides, and of more of which one is none. The
/// first of a run may have particles.
[[nodiscard]] std::vector<SpelledInitials> spelled_initials(const std::vector<std::string>& forms);

/// Whether letters side by side in it are those of a Latin word in lower case.
[[nodiscard]] bool spells(const SpelledInitials& initials, std::string_view latin);

}  // namespace muwazi::check
