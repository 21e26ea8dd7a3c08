#include "check/amounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "anchor/tables.h"

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

/// Of a unit that follows. "Three quarters" and "ثلاثة أرباع" are three of these; "the third day" is no third of it.
constexpr std::array<std::pair<std::string_view, double>, 10> kFractions = {{{"نصف", 0.5},
                                                                             {"ربع", 0.25},
                                                                             {"ارباع", 0.75},
                                                                             {"ثلث", 1.0 / 3},
                                                                             {"ثلثا", 2.0 / 3},
                                                                             {"ثلثي", 2.0 / 3},
                                                                             {"half", 0.5},
                                                                             {"quarter", 0.25},
                                                                             {"quarters", 0.75},
                                                                             {"thirds", 2.0 / 3}}};

/// Behind particles, too; 0 for no fraction.
double fraction(std::string_view form) {
  anchor::Cut cut{form};
  do {
    for (const auto& [name, worth] : kFractions) {
      if (cut.stem == name) return worth;
    }
  } while (anchor::shorten(cut));
  return 0.0;
}

/// The unit behind "half a", "quarter of an" and the like; "ثلاثة أرباع الساعة" has it with its article.
const UnitNames::Units* unit_of_fraction(std::string_view text, Language language) {
  constexpr std::array<std::string_view, 5> kBetween = {" of ", " a ", " an ", " the ", " ال"};
  for (const std::string_view word : kBetween) {
    if (text.starts_with(word)) text.remove_prefix(word.size() - (word.ends_with(' ') ? 1 : 0));
  }
  return UnitNames::get().behind(text, language).units;
}

/// How many a noun without a number says: two by the Arabic dual, one by the English "a decade". Else 0: "عقد" is more often
/// a contract, and a year is no twelve months.
int lone_count(std::string_view form, Language language) {
  if (language == Language::english) return form == "decade" || form == "century" ? 1 : 0;
  return form.ends_with("ين") || form.ends_with("ان") ? 2 : 0;
}

}  // namespace

void Amounts::add(double count, const UnitNames::Units& units) {
  for (const std::string& unit : units) {
    if (const std::string number = written(count); !number.empty())
      keys_.insert(key_of(unit, number));
  }
  for (const Kind& kind : kinds()) {
    const auto own = std::find_if(kind.begin(), kind.end(),
                                  [&](const auto& one) { return units.contains(one.first); });
    if (own == kind.end()) continue;
    for (const auto& [unit, size] : kind) {
      if (const std::string number = written(count * own->second / size); !number.empty())
        keys_.insert(key_of(unit, number));
    }
  }
}

void Amounts::add(std::string_view sentence, const std::vector<Word>& words,
                  const std::vector<Measured>& with_units, Language language) {
  for (const Word& word : words) {
    if (const double worth = fraction(word.form); worth > 0.0) {
      const auto* const units = unit_of_fraction(sentence.substr(word.bytes.end), language);
      if (units != nullptr) add(worth, *units);
    }
    const int count = lone_count(word.form, language);
    const auto* const units =
        count == 0 ? nullptr : UnitNames::get().behind(word.form, language).units;
    if (units != nullptr) add(count, *units);
  }
  for (const Measured& one : with_units) {
    double count = 0.0;
    const char* const end = one.key.data() + one.key.size();
    if (std::from_chars(one.key.data() + 1, end, count).ptr == end) add(count, *one.units);
  }
}

bool Amounts::has(std::string_view number, const UnitNames::Units& units) const {
  return std::any_of(units.begin(), units.end(),
                     [&](const std::string& unit) { return keys_.contains(key_of(unit, number)); });
}

}  // namespace muwazi::check
