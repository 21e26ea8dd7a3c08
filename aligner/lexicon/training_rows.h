// The lines of a file of training data, in columns.
#pragma once
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/lexicon/trainer.h"

namespace muwazi {

inline bool is_bilingual(SourceKind kind) {
  return kind == SourceKind::sentences || kind == SourceKind::dictionary ||
         kind == SourceKind::names;
}

/// Calls f(columns) for every line of a source that has enough columns; the others are faults.
template <std::size_t N, class F>
void for_each_row(const TrainingSource& source, std::vector<Fault>& faults, F f) {
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < source.text.size();) {
    const std::size_t end = std::min(source.text.find('\n', at), source.text.size());
    std::string_view line = std::string_view(source.text).substr(at, end - at);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    ++number;
    std::array<std::string_view, N> columns;
    std::size_t found = 0;
    for (std::size_t begin = 0; found < N; ++found) {
      const std::size_t tab = std::min(line.find('\t', begin), line.size());
      columns[found] = line.substr(begin, tab - begin);
      begin = tab + 1;
      if (tab == line.size()) {
        ++found;
        break;
      }
    }
    const bool empty_side = is_bilingual(source.kind) && (columns[0].empty() || columns[1].empty());
    if (found == N && !empty_side) {
      f(columns);
    } else if (!line.empty()) {
      faults.push_back({FaultKind::malformed_pair,
                        source.name,
                        number,
                        {at, end},
                        found == N ? "an empty column"
                                   : std::to_string(found) + (found == 1 ? " column" : " columns") +
                                         " instead of " + std::to_string(N),
                        "put a tab between the columns"});
    }
    at = end + 1;
  }
}

}  // namespace muwazi
