// The layout of a page, told by what aligned.
#pragma once
#include <string>
#include <string_view>

#include "muwazi/bitext/bitext.h"

namespace muwazi {

/// One of the names in Bitext::layout. `text` is the page's.
[[nodiscard]] std::string layout_of(const Bitext& bitext, std::string_view text);

}  // namespace muwazi
