// Numbers with units and currencies.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/anchor/values.h"
#include "muwazi/text/byte_range.h"
#include "muwazi/text/language.h"
#include "text/unit_names.h"

namespace muwazi::check {

struct Measured {
  std::string key;         ///< of the number, "#25"
  ByteRange number, unit;  ///< in the sentence
  const UnitNames::Units* units = nullptr;
  bool by_article = false;  ///< "a week", "weekly": its number is one
  /// A noun alone, "the next day": it is there for what the other side has, and misses nothing.
  bool weak = false;
  bool taken = false;  ///< the other side has one like it
};

/// Those of the values of a sentence that have a unit, and units with one or two that is no value (lone_units.h), in order.
/// Of the ends of a range both have the unit that one is written with.
[[nodiscard]] std::vector<Measured> measured(std::string_view sentence, std::vector<Value> values,
                                             Language language);

/// Whether they may be the same unit.
[[nodiscard]] bool share_one(const UnitNames::Units& x, const UnitNames::Units& y);

/// Whether they measure the same, or are lengths, areas and volumes by one length: "kilometres", "square miles".
[[nodiscard]] bool of_one_kind(const UnitNames::Units& x, const UnitNames::Units& y);

}  // namespace muwazi::check
