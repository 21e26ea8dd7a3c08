#include "cli/nearest.h"

#include <algorithm>
#include <numeric>

namespace muwazi {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t kLongest = 64;  // no option is longer; keeps hostile arguments cheap
  if (word.empty() || word.size() > kLongest) return std::nullopt;
  const std::string* best = nullptr;
  std::size_t least = kLongest;
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < least && distance <= std::max<std::size_t>(1, candidate.size() / 3)) {
      least = distance;
      best = &candidate;
    }
  }
  if (best == nullptr) {
    const auto begins = [&](const std::string& candidate) { return candidate.starts_with(word); };
    if (std::count_if(known.begin(), known.end(), begins) != 1) return std::nullopt;
    best = &*std::find_if(known.begin(), known.end(), begins);
  }
  return *best;
}

}  // namespace muwazi
