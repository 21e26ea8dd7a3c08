// Paragraphs that were broken into lines at a fixed width: e-mails, text files, pages saved by terminal
// browsers. Their lines are put together before anything else looks at them.
//
// How such lines are told: a filler breaks a line where the next word would have passed the width. So with
// W the widest line, every line that breaks within a sentence satisfies
//     width(line) + 1 + width(first word of the next line) > W.
// Verses, lists and menus break within sentences as well, and few of their lines do that. A text is taken for
// wrapped in a language if most of its breaks within sentences do, and in English most of the lines that
// follow such a break begin in lower case.
#pragma once
#include <string_view>
#include <vector>

#include "page/lines.h"

namespace muwazi::page {

/// The lines with those of wrapped paragraphs joined to one; other lines as they were. Linear time.
[[nodiscard]] std::vector<LineFacts> join_wrapped(std::string_view text,
                                                  std::vector<LineFacts> lines);

}  // namespace muwazi::page
