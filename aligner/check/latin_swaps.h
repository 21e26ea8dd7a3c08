// A name that the Arabic gives in Latin letters, and another one in its place in the English.
#pragma once
#include <vector>

#include "check/changed_name.h"
#include "check/name_words.h"
#include "check/texts.h"

namespace muwazi::check {

/// By place. Names that the other side or a sentence beside it has, or an abbreviation of, are the same.
[[nodiscard]] std::vector<ChangedName> latin_swaps(const BitextView& view, NameReader& reader);

}  // namespace muwazi::check
