// Lines in which sentences of one language follow sentences of the other, with no more than a space between.
#pragma once
#include <string_view>
#include <vector>

#include "page/splits.h"

namespace muwazi::page {

/// Cuts a line wherever the language changes at the end of a sentence. A part has three words at least and is of one
/// language but for single words; a line with any other part is left whole. Fills in the splits of lines that have
/// none. Linear time.
void split_turns(std::string_view text, const std::vector<LineFacts>& lines,
                 std::vector<Split>& splits);

}  // namespace muwazi::page
