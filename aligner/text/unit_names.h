// What CLDR calls units of measurement and currencies in Arabic and in English.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "muwazi/text/language.h"

namespace muwazi {

/// Units by the comparison form of their names: "كيلومترا" and "kilometres" are "length/kilometer". A currency is
/// also found by its noun alone: "dollars" are all of "currency/USD", "currency/CAD", …
class UnitNames {
 public:
  using Units = std::set<std::string, std::less<>>;

  /// Read from ICU's data at the first call.
  static const UnitNames& get();

  /// Null where the form is no name of a unit.
  [[nodiscard]] const Units* find(const std::string& form, Language language) const;
  /// Of "$", "€", "£", "¥", "°C" and "°F".
  [[nodiscard]] const Units* find_symbol(std::string_view symbol) const;

 private:
  UnitNames();
  void add_measures();
  void add_degrees();
  void add_currencies();

  std::unordered_map<std::string, Units> arabic_, english_, symbols_;
};

}  // namespace muwazi
