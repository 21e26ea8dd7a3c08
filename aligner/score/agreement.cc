#include "score/agreement.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "score/window_table.h"

namespace muwazi {
namespace {

/// Of target sentences, the idf mass that each source sentence of their windows explains, less its mean: calls
/// f(sentence, masses) for each that has a window.
template <class WindowOf, class F>
void for_each_explained(const SideTokens& source, const SideTokens& target,
                        const Translations& translations, float full_cover, WindowOf window_of,
                        F f) {
  WindowTable table(source, target, translations, full_cover, true);
  std::vector<std::uint32_t> sentences;
  for (std::uint32_t k = 0; k < target.size(); ++k) {
    if (window_of(k).size() > 0) sentences.push_back(k);
  }
  std::vector<float> masses;
  const auto masses_of = [&](std::size_t k, Window window) {
    masses.assign(window.size(), 0.0F);
    for (const WindowTable::WordCount& word : table.words(k)) {
      const float idf = target.tokens[word.token].idf;
      const float* const covers = table.covers(word.row) + (window.begin - table.window().begin);
      for (std::size_t s = 0; s < masses.size(); ++s) masses[s] += idf * covers[s];
    }
    const float mean =
        std::accumulate(masses.begin(), masses.end(), 0.0F) / static_cast<float>(masses.size());
    for (float& mass : masses) mass -= mean;
  };
  for_each_stretch(sentences, window_of,
                   [&](std::span<const std::uint32_t> stretch, Window window) {
                     table.fill(stretch, window);
                     for (std::size_t k = 0; k < stretch.size(); ++k) {
                       masses_of(k, window_of(stretch[k]));
                       f(stretch[k], masses);
                     }
                   });
}

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

}  // namespace

std::vector<float> agreement(const SideTokens& arabic, const SideTokens& english,
                             const TranslationPair& translations, float full_cover,
                             const Band& band) {
  std::vector<float> out(band.cells(), 0.0F);
  const auto columns_of = [&](std::uint32_t sentence) {
    const Columns columns = band.columns(sentence + 1);
    return Window{std::max(columns.begin, 1U) - 1, columns.end - 1};
  };
  for_each_explained(english, arabic, translations.arabic, full_cover, columns_of,
                     [&](std::uint32_t a, const std::vector<float>& masses) {
                       std::copy(masses.begin(), masses.end(),
                                 &out[band.cell(a + 1, columns_of(a).begin + 1)]);
                     });
  const std::vector<Window> rows = rows_of_columns(band);
  const auto rows_of = [&](std::uint32_t sentence) {
    return Window{rows[sentence + 1].begin - 1, rows[sentence + 1].end - 1};
  };
  for_each_explained(arabic, english, translations.english, full_cover, rows_of,
                     [&](std::uint32_t e, const std::vector<float>& masses) {
                       const std::uint32_t first = rows[e + 1].begin;
                       for (std::uint32_t k = 0; k < masses.size(); ++k)
                         out[band.cell(first + k, e + 1)] += masses[k];
                     });
  for (float& x : out) x = std::max(x, 0.0F);
  return out;
}

}  // namespace muwazi
