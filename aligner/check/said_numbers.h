// Numbers that a text says otherwise than by numerals and number words.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/measured.h"
#include "muwazi/text/language.h"
#include "muwazi/text/word.h"

namespace muwazi::check {

/// In digits: halves and quarters as 50 and 25, "twice" as 2, "التسعينيات" as 90, "VII" as 7; and what a length of time is
/// in smaller units, "three decades" as 30, "أسبوعين" as 14. `words` and `with_units` are those of the sentence.
[[nodiscard]] std::set<std::string, std::less<>> said_numbers(
    std::string_view sentence, const std::vector<Word>& words,
    const std::vector<Measured>& with_units, Language language);

}  // namespace muwazi::check
