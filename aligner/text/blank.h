#pragma once
#include <string_view>

#include "muwazi/text/utf8.h"

namespace muwazi {

/// Whether there is nothing to see: white space and marks of format, such as those of direction.
[[nodiscard]] inline bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (!is_space(c) && !is_format(c)) return false;
  }
  return true;
}

}  // namespace muwazi
