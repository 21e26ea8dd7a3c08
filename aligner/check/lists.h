// The word lists of data/check/, which the build made part of the library.
#pragma once
#include <string_view>
#include <vector>

namespace muwazi::check {

/// A line "ENGLISH, … = ARABIC, …". The views last as long as the program.
struct ListEntry {
  std::vector<std::string_view> english, arabic;
};

/// Of a file of data/check/, without its comments.
[[nodiscard]] std::vector<ListEntry> read_list(std::string_view file);

}  // namespace muwazi::check
