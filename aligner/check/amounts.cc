#include "check/amounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "anchor/rational.h"

namespace muwazi::check {
namespace {

/// Units by their size, in the smallest of their kind.
using Kind = std::vector<std::pair<std::string_view, double>>;

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
      {{"duration/year", 1}, {"duration/decade", 10}, {"duration/century", 100}}};
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

std::string key_of(std::string_view unit, std::string_view number) {
  return fmt::format("{} {}", unit, number);
}

/// Calls `take` with the amount in each of its units, and in the others of their kind.
template <class Take>
void for_each_key(double count, const UnitNames::Units& units, Take take) {
  for (const std::string& unit : units) {
    if (std::string number = written(count); !number.empty()) take(key_of(unit, number));
  }
  for (const Kind& kind : kinds()) {
    const auto own = std::find_if(kind.begin(), kind.end(),
                                  [&](const auto& one) { return units.contains(one.first); });
    if (own == kind.end()) continue;
    for (const auto& [unit, size] : kind) {
      if (std::string number = written(count * own->second / size); !number.empty())
        take(key_of(unit, number));
    }
  }
}

}  // namespace

void Amounts::add(double count, const UnitNames::Units& units) {
  for_each_key(count, units, [this](std::string key) { keys_.insert(std::move(key)); });
}

void Amounts::add(const std::vector<Measured>& all) {
  for (const Measured& one : all) {
    if (one.by_article) continue;
    if (const auto count = anchor::parse_rational(std::string_view(one.key).substr(1)))
      add(count->number(), *one.units);
  }
}

bool Amounts::has(std::string_view number, const UnitNames::Units& units) const {
  const auto count = anchor::parse_rational(number);
  bool found = false;
  if (!count) return found;
  for_each_key(count->number(), units,
               [&](const std::string& key) { found = found || keys_.contains(key); });
  return found;
}

}  // namespace muwazi::check
