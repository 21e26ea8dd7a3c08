// Numbers that a text says otherwise than by numerals and number words.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/word.h"

namespace muwazi::check {

/// In digits: halves and quarters as 50 and 25, "twice" as 2, "التسعينيات" as 90, "VII" as 7. `words` are those of the
/// sentence.
[[nodiscard]] std::set<std::string, std::less<>> said_numbers(std::string_view sentence,
                                                              const std::vector<Word>& words);

}  // namespace muwazi::check
