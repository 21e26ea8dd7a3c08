#include "score/agreement.h"

#include <algorithm>

#include "score/window_table.h"

namespace muwazi {
namespace {

/// The idf mass of a target sentence that each source sentence of a window explains, less their mean.
class Covered {
 public:
  Covered(const SideTokens& source, const SideTokens& target, const Translations& translations,
          float full_cover)
      : target_(target), per_cover_(1.0F / full_cover), table_(source, target, translations) {}

  const std::vector<float>& of(std::uint32_t sentence, Window window) {
    covered_.assign(window.size(), 0.0F);
    table_.fill(sentence, window, true);
    for (std::size_t k = 0; k < table_.words().size(); ++k) {
      const float idf = target_.tokens[table_.words()[k]].idf;
      const float* const most = table_.maxima(k);
      for (std::size_t s = 0; s < covered_.size(); ++s)
        covered_[s] += idf * std::min(most[s] * per_cover_, 1.0F);
    }
    float sum = 0.0F;
    for (const float x : covered_) sum += x;
    for (float& x : covered_) x -= sum / static_cast<float>(covered_.size());
    return covered_;
  }

 private:
  const SideTokens& target_;
  float per_cover_;
  WindowTable table_;
  std::vector<float> covered_;
};

}  // namespace

std::vector<float> agreement(const SideTokens& arabic, const SideTokens& english,
                             const TranslationPair& translations, float full_cover,
                             const Band& band) {
  std::vector<float> out(band.cells(), 0.0F);
  Covered of_arabic(english, arabic, translations.arabic, full_cover);
  for (std::uint32_t a = 1; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    const std::uint32_t first = std::max(columns.begin, 1U);
    if (first >= columns.end) continue;
    const auto& covered = of_arabic.of(a - 1, {first - 1, columns.end - 1});
    std::copy(covered.begin(), covered.end(),
              out.begin() + static_cast<std::ptrdiff_t>(band.cell(a, first)));
  }
  Covered of_english(arabic, english, translations.english, full_cover);
  std::uint32_t first = 1, last = 1;  // rows that hold the column
  for (std::uint32_t e = 1; e <= band.english(); ++e) {
    while (first <= band.arabic() && band.columns(first).end <= e) ++first;
    last = std::max(last, first);
    while (last <= band.arabic() && band.columns(last).begin <= e) ++last;
    if (first >= last) continue;
    const auto& covered = of_english.of(e - 1, {first - 1, last - 1});
    for (std::uint32_t a = first; a < last; ++a) out[band.cell(a, e)] += covered[a - first];
  }
  for (float& x : out) x = std::max(x, 0.0F);
  return out;
}

}  // namespace muwazi
