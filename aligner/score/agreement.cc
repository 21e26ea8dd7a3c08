#include "score/agreement.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "score/translations.h"

namespace muwazi {
namespace {

/// Of each column the rows that hold it.
std::vector<Window> rows_of_columns(const Band& band) {
  std::vector<Window> rows(std::size_t{band.english()} + 1);
  std::uint32_t first = 1, last = 1;
  for (std::uint32_t e = 1; e <= band.english(); ++e) {
    while (first <= band.arabic() && band.columns(first).end <= e) ++first;
    last = std::max(last, first);
    while (last <= band.arabic() && band.columns(last).begin <= e) ++last;
    rows[e] = {first, last};
  }
  return rows;
}

/// Of each Arabic sentence the English ones that end a cell with it.
std::vector<Window> windows_of_arabic(const Band& band) {
  std::vector<Window> windows;
  windows.reserve(band.arabic());
  for (std::uint32_t a = 1; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    windows.push_back({std::max(columns.begin, 1U) - 1, columns.end - 1});
  }
  return windows;
}

std::vector<Window> windows_of_english(const Band& band) {
  const std::vector<Window> rows = rows_of_columns(band);
  std::vector<Window> windows;
  windows.reserve(band.english());
  for (std::uint32_t e = 1; e <= band.english(); ++e)
    windows.push_back({rows[e].begin - 1, rows[e].end - 1});
  return windows;
}

float mean_of(std::span<const float> masses) {
  return std::accumulate(masses.begin(), masses.end(), 0.0F) / static_cast<float>(masses.size());
}

}  // namespace

void ExplainedMass::look_at(std::vector<Window> windows) {
  const std::vector<Window> before = std::exchange(windows_, std::move(windows));
  const std::vector<std::size_t> offsets_before = std::exchange(offsets_, {0});
  for (const Window window : windows_) offsets_.push_back(offsets_.back() + window.size());
  const std::vector<float> masses_before =
      std::exchange(masses_, std::vector<float>(offsets_.back(), 0.0F));
  revisions_.resize(windows_.size());
  std::vector<std::uint32_t> fresh;
  for (std::uint32_t k = 0; k < windows_.size(); ++k) {
    const Window asked = windows_[k];
    if (asked.size() == 0) continue;
    const std::uint32_t revision = revision_of(target_.target[k], translations_);
    if (!before.empty() && revision == revisions_[k] && before[k].begin <= asked.begin &&
        asked.end <= before[k].end) {
      std::copy_n(&masses_before[offsets_before[k] + (asked.begin - before[k].begin)], asked.size(),
                  &masses_[offsets_[k]]);
    } else {
      revisions_[k] = revision;
      fresh.push_back(k);
    }
  }
  WindowTable table(source_, target_, translations_, full_cover_, true);
  const auto window_of = [&](std::uint32_t k) { return windows_[k]; };
  for_each_stretch(fresh, window_of, [&](std::span<const std::uint32_t> stretch, Window window) {
    table.fill(stretch, window, window_of);
    for (std::size_t k = 0; k < stretch.size(); ++k) sum_up(table, k, stretch[k]);
  });
}

/// `k`: the sentence's place in the table.
void ExplainedMass::sum_up(const WindowTable& table, std::size_t k, std::uint32_t sentence) {
  const Window window = windows_[sentence];
  float* const masses = &masses_[offsets_[sentence]];
  for (const WindowTable::WordCount& word : table.words(k)) {
    if (table.empty(word.row)) continue;
    const float idf = target_.tokens[word.token].idf;
    const float* const covers = table.covers(word.row, window.begin);
    for (std::size_t s = 0; s < window.size(); ++s) masses[s] += idf * covers[s];
  }
}

std::vector<float> Agreement::in(const Band& band) {
  of_arabic_.look_at(windows_of_arabic(band));
  of_english_.look_at(windows_of_english(band));
  std::vector<float> out(band.cells(), 0.0F);
  for (std::uint32_t a = 0; a < band.arabic(); ++a) {
    const std::span<const float> masses = of_arabic_[a];
    if (masses.empty()) continue;
    const float mean = mean_of(masses);
    float* const cells = &out[band.cell(a + 1, of_arabic_.window(a).begin + 1)];
    for (std::size_t k = 0; k < masses.size(); ++k) cells[k] = masses[k] - mean;
  }
  for (std::uint32_t e = 0; e < band.english(); ++e) {
    const std::span<const float> masses = of_english_[e];
    if (masses.empty()) continue;
    const float mean = mean_of(masses);
    const std::uint32_t first = of_english_.window(e).begin + 1;
    for (std::uint32_t k = 0; k < masses.size(); ++k)
      out[band.cell(first + k, e + 1)] += masses[k] - mean;
  }
  for (float& x : out) x = std::max(x, 0.0F);
  return out;
}

}  // namespace muwazi
