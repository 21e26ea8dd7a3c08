#include "check/lists.h"

#include <algorithm>

#include "text/embedded.h"

namespace muwazi {
extern const EmbeddedTexts kCheckLists;

namespace check {
namespace {

/// Its parts between the separators; none of an empty text.
std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    out.push_back(text.substr(0, text.find(separator)));
    text.remove_prefix(std::min(out.back().size() + separator.size(), text.size()));
  }
  return out;
}

}  // namespace

std::vector<ListEntry> read_list(std::string_view file) {
  std::vector<ListEntry> out;
  for (const auto& [name, text] : kCheckLists) {
    if (name != file) continue;
    for (const std::string_view line : split(text, "\n")) {
      const std::size_t equals = line.find(" = ");
      if (line.starts_with('#') || equals == std::string_view::npos) continue;
      std::vector<std::string_view> right = split(line.substr(equals + 3), " < ");
      right.resize(2);
      out.push_back({split(line.substr(0, equals), ", "), split(right[0], ", "), right[1]});
    }
  }
  return out;
}

}  // namespace check
}  // namespace muwazi
