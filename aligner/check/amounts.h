// Amounts, by their number and unit, however they are written: 2 grams are 2000 milligrams.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/measured.h"

namespace muwazi::check {

/// By unit and number: "mass/gram 0.5".
class Amounts {
 public:
  /// Those of a sentence, each in its own unit and in such others as texts give for it, by factors that are exact. "A year"
  /// is no twelve months.
  void add(const std::vector<Measured>& all);

  /// Whether one of them is this number ("0.5", "2/3") of one of these units, or as much of another one.
  [[nodiscard]] bool has(std::string_view number, const UnitNames::Units& units) const;

 private:
  void add(double count, const UnitNames::Units& units);

  std::set<std::string, std::less<>> keys_;
};

}  // namespace muwazi::check
