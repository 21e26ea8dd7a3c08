// All ways to cut two names into units, and sums over them.
//
// A pair of names is a row of units: an Arabic group of one or two letters with a Latin one of none to
// three, or a Latin letter alone. Units are independent of each other:
//
//   P(arabic, latin | same) = sum over all cuts of the product of q(unit)
//
//   محمد / muhammad:   م+mu  ح+ha  م+mma  د+d
//
// The background gives each letter its share of all names. Only the ratio is kept,
//
//   r(unit) = q(unit) / product of the shares of its letters,
//
// so that the sum of the products of r is the odds of "same" themselves and stays near 1: sums need no
// logarithms and do not underflow.
#pragma once
#include <array>

#include "anchor/letters.h"

namespace muwazi::anchor {

/// What is left of a cut from each place: [i][j] sums over all cuts of the Arabic letters from i and the
/// Latin ones from j.
struct Suffixes {
  std::array<std::array<double, kMaxLetters + 1>, kMaxLetters + 1> sum{};
  std::size_t rows_from = 0;  ///< rows before are not computed: they are next to 0
};

/// Two names, ready to be cut.
struct NamesToCut {
  Letters arabic, latin;
  Groups<kMaxArabicGroup> arabic_groups{};
  Groups<kMaxLatinGroup> latin_groups{};
};
void prepare(NamesToCut& names, std::string_view arabic, std::string_view latin);

/// The ratio of units that training has never seen.
inline constexpr float kRareRatio = 2e-3F;

[[nodiscard]] inline float ratio(const UnitTable& ratios, Unit unit) {
  const float* found = ratios.find(unit);
  if (found != nullptr) return *found;
  return is_simple(unit) ? kRareRatio : 0.0F;
}

/// Calls `take(unit, arabic letters, latin letters)` for every unit that begins at (i, j).
template <class Take>
inline void for_each_unit(const NamesToCut& names, std::size_t i, std::size_t j, Take take) {
  const std::size_t latin_left = names.latin.count - j, arabic_left = names.arabic.count - i;
  const std::size_t longest = latin_left < kMaxLatinGroup ? latin_left : kMaxLatinGroup;
  if (latin_left > 0) take(names.latin_groups.at[j][0], std::size_t{0}, std::size_t{1});
  for (std::size_t a = 1; a <= kMaxArabicGroup && a <= arabic_left; ++a) {
    const Unit head = names.arabic_groups.at[i][a - 1] * kLatinGroups;
    if (a == 1) take(head, a, std::size_t{0});
    for (std::size_t l = 1; l <= longest; ++l) take(head + names.latin_groups.at[j][l - 1], a, l);
  }
}

/// Fills `suffixes` from the last row on; stops where no row can come back from next to 0.
void sum_suffixes(const UnitTable& ratios, const NamesToCut& names, Suffixes& suffixes);

}  // namespace muwazi::anchor
