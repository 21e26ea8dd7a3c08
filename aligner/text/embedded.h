// Text files of data/ that the build made part of the program (cmake/Embed.cmake).
#pragma once
#include <string_view>
#include <utility>
#include <vector>

namespace muwazi {
/// (file name, content), in the order of the build file.
using EmbeddedTexts = std::vector<std::pair<std::string_view, std::string_view>>;
}  // namespace muwazi
