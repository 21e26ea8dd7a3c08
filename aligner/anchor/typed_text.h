// What a manual tells people to press or to type.
#pragma once
#include <cstddef>
#include <string_view>

namespace muwazi::anchor {

/// "Ctrl+S", "Shift+F5", "Ctrl+Alt+Del" at the begin of the text: the length, or 0.
[[nodiscard]] std::size_t keys_length(std::string_view text);

/// "/etc/hosts", "C:\Data\list.txt", with two parts at least: the length without the full stop of a sentence, or 0.
[[nodiscard]] std::size_t path_length(std::string_view text);

/// "%NAME%", "%user_id%": the length, or 0.
[[nodiscard]] std::size_t percent_name_length(std::string_view text);

}  // namespace muwazi::anchor
