// Lines that stand in the same letters on both sides: names, codes, titles that nobody translated.
#pragma once
#include <string_view>
#include <vector>

#include "page/lines.h"
#include "page/splits.h"

namespace muwazi::page {

/// Gives Latin lines of the Arabic side the language Arabic (`stronger` and `language`):
/// - of two equal lines one after the other, on a page where lines of the two languages alternate, the
///   first is in the language that usually comes first;
/// - a line between Arabic ones whose equal stands between English ones is of the Arabic side;
/// - so are a few titles without a sentence inside a block of Arabic, on a page of blocks: references.
void settle_untranslated(std::string_view text, const std::vector<Role>& roles,
                         const std::vector<Split>& splits, std::vector<LineFacts>& lines);

}  // namespace muwazi::page
