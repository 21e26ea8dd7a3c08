// The mark with which some editors begin texts in UTF-8.
#pragma once
#include <cstddef>
#include <string_view>

namespace muwazi {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Of the mark that the text begins with, in bytes; 0 where there is none.
[[nodiscard]] constexpr std::size_t byte_order_mark_length(std::string_view text) noexcept {
  return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

}  // namespace muwazi
