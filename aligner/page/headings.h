// Headings, by what is to be seen on a line and the text after it.
#pragma once
#include <string_view>

#include "page/lines.h"

namespace muwazi::page {

/// Short, and no sentence, item of a list or beginning of one.
[[nodiscard]] bool may_be_heading(std::string_view text, const LineFacts& line);

/// Whether what stands under the line is longer, as a paragraph under its heading is.
[[nodiscard]] bool heads(const LineFacts& line, const LineFacts& after);

}  // namespace muwazi::page
