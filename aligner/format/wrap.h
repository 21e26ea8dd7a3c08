// Text as a terminal shows it: safe to print, and wrapped into columns.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace muwazi {

/// The text as it may be sent to a terminal: control characters, the first byte of an escape sequence
/// among them, are a space; embeddings, overrides and isolates are left out, since a line break would
/// part them from their end and turn everything after them.
[[nodiscard]] std::string printable(std::string_view text);

/// Lines of at most `columns` (>= 2) columns, broken at spaces, and inside a word only where it is
/// longer than a line. Spaces at a break are dropped. An empty text has no line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace muwazi
