// What a manual tells people to press or to type.
#pragma once
#include <cstddef>
#include <string_view>

namespace muwazi::anchor {

/// "Ctrl+S", "Shift+F5", "Ctrl + Alt + Del" at the begin of the text: the length, or 0.
[[nodiscard]] std::size_t keys_length(std::string_view text);

/// "/etc/hosts", "~/logs", "C:\Data\list.txt", the first with two parts at least, and letters in its first: the length without
/// the full stop of a sentence and a separator at its end, or 0.
[[nodiscard]] std::size_t path_length(std::string_view text);

/// "report.pdf", of the usual endings: the length, or 0.
[[nodiscard]] std::size_t file_name_length(std::string_view text);

/// "--dry-run", "--user=": the length, or 0. A dash of prose may stand so before a word, and has another one behind it.
[[nodiscard]] std::size_t option_length(std::string_view text);

/// "max_jobs", "DEBUG=true": the length, or 0.
[[nodiscard]] std::size_t setting_length(std::string_view text);

/// "%NAME%", "%user_id%": the length, or 0.
[[nodiscard]] std::size_t percent_name_length(std::string_view text);

}  // namespace muwazi::anchor
