#include "check/other_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace muwazi::check {
namespace {

struct Scaled {
  std::string_view unit;
  double size;           ///< in the smallest of its kind
  bool as_other = true;  ///< others are given in it: twenty years are hardly called two decades
};

using Kind = std::vector<Scaled>;

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> out = {
      {{"mass/milligram", 1}, {"mass/gram", 1e3}, {"mass/kilogram", 1e6}, {"mass/tonne", 1e9}},
      {{"length/millimeter", 1},
       {"length/centimeter", 10},
       {"length/meter", 1e3},
       {"length/kilometer", 1e6}},
      {{"volume/milliliter", 1},
       {"volume/centiliter", 10},
       {"volume/deciliter", 100},
       {"volume/liter", 1e3}},
      {{"power/watt", 1},
       {"power/kilowatt", 1e3},
       {"power/megawatt", 1e6},
       {"power/gigawatt", 1e9}},
      {{"duration/second", 1}, {"duration/minute", 60}, {"duration/hour", 3600}},
      {{"duration/hour", 1}, {"duration/day", 24}},
      {{"duration/day", 1}, {"duration/week", 7}},
      {{"duration/month", 1}, {"duration/year", 12}},
      {{"duration/year", 1}, {"duration/decade", 10, false}, {"duration/century", 100, false}}};
  return out;
}

/// With three decimals at most; empty where that is not exact.
std::string written(double number) {
  constexpr double kSmallest = 1e-3, kLargest = 1e12, kError = 1e-9;
  const double rounded = std::round(number / kSmallest) * kSmallest;
  if (number < kSmallest || number > kLargest || std::abs(number - rounded) > kError * number)
    return {};
  std::string out = fmt::format("{:.3f}", number);
  out.resize(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

}  // namespace

std::vector<std::string> in_other_units(double count, const UnitNames::Units& units) {
  std::vector<std::string> out;
  for (const Kind& kind : kinds()) {
    const auto own = std::find_if(kind.begin(), kind.end(), [&](const Scaled& scaled) {
      return units.contains(scaled.unit);
    });
    if (own == kind.end()) continue;
    for (const Scaled& other : kind) {
      if (&other == &*own || !other.as_other) continue;
      std::string number = written(count * own->size / other.size);
      if (!number.empty()) out.push_back(std::move(number));
    }
  }
  return out;
}

}  // namespace muwazi::check
