// The word lists of data/check/, which the build made part of the library.
#pragma once
#include <string_view>
#include <vector>

namespace muwazi::check {

/// A line "ENGLISH, … = ARABIC, …", perhaps with " < ENGLISH" behind it. The views last as long as the program.
struct ListEntry {
  std::vector<std::string_view> english, arabic;
  std::string_view part_of;  ///< of what it is a part, by an English name; else empty
};

/// Of a file of data/check/, without its comments.
[[nodiscard]] std::vector<ListEntry> read_list(std::string_view file);

}  // namespace muwazi::check
