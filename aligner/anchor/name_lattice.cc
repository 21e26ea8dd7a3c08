#include "anchor/name_lattice.h"

#include <algorithm>

namespace muwazi::anchor {

void prepare(NamesToCut& names, std::string_view arabic, std::string_view latin) {
  names.arabic = arabic_letters(arabic);
  names.latin = latin_letters(latin);
  fill(names.arabic_groups, names.arabic, kArabicLetters);
  fill(names.latin_groups, names.latin, kLatinLetters);
}

void sum_suffixes(const UnitTable& ratios, const NamesToCut& names, Suffixes& suffixes) {
  // Two such rows after each other: what comes before them would have to be e^10 times likelier.
  constexpr double kHopeless = 1e-7;
  const std::size_t n = names.arabic.count, m = names.latin.count;
  double row_after = 1.0;
  for (std::size_t i = n + 1; i-- > 0;) {
    double highest = 0.0;
    for (std::size_t j = m + 1; j-- > 0;) {
      double sum = i == n && j == m ? 1.0 : 0.0;
      for_each_unit(names, i, j, [&](Unit unit, std::size_t a, std::size_t l) {
        const double rest = suffixes.sum[i + a][j + l];
        if (rest > 0.0) sum += ratio(ratios, unit) * rest;
      });
      suffixes.sum[i][j] = sum;
      highest = std::max(highest, sum);
    }
    suffixes.rows_from = i;
    if (highest < kHopeless && row_after < kHopeless) return;
    row_after = highest;
  }
}

}  // namespace muwazi::anchor
