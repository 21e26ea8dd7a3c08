#include "text/unit_names.h"

#include <gtest/gtest.h>

namespace muwazi {
namespace {

bool has(std::string_view form, Language language, const std::string& unit) {
  const auto* const units = UnitNames::get().find(std::string(form), language);
  return units != nullptr && units->contains(unit);
}

TEST(UnitNames, AreKnownInBothLanguagesAndTheirForms) {
  EXPECT_TRUE(has("كيلومتر", Language::arabic, "length/kilometer"));
  EXPECT_TRUE(has("كيلومترا", Language::arabic, "length/kilometer"));
  EXPECT_TRUE(has("كيلومترات", Language::arabic, "length/kilometer"));
  EXPECT_TRUE(has("miles", Language::english, "length/mile"));
  EXPECT_TRUE(has("kilograms", Language::english, "mass/kilogram"));
  EXPECT_TRUE(has("kilometres", Language::english, "length/kilometer"));
  EXPECT_FALSE(has("loaves", Language::english, "mass/kilogram"));
}

TEST(UnitNames, TakeTheNounOfACurrencyForAllOfIt) {
  for (const char* unit : {"currency/USD", "currency/CAD"}) {
    EXPECT_TRUE(has("dollars", Language::english, unit));
    EXPECT_TRUE(has("دولار", Language::arabic, unit));
  }
  EXPECT_TRUE(has("canadian dollars", Language::english, "currency/CAD"));
  EXPECT_FALSE(has("canadian dollars", Language::english, "currency/USD"));
  ASSERT_NE(UnitNames::get().find_symbol("€"), nullptr);
  EXPECT_TRUE(UnitNames::get().find_symbol("€")->contains("currency/EUR"));
}

TEST(UnitNames, TakeAnArabicTonForAnyOne) {
  EXPECT_TRUE(has("طن", Language::arabic, "mass/tonne"));
  EXPECT_TRUE(has("طنا", Language::arabic, "mass/ton"));
  EXPECT_TRUE(has("طنا", Language::arabic, "mass/tonne"));
  EXPECT_TRUE(has("tonnes", Language::english, "mass/tonne"));
}

TEST(UnitNames, KnowDegreesByTheirSign) {
  ASSERT_NE(UnitNames::get().find_symbol("°F"), nullptr);
  EXPECT_TRUE(UnitNames::get().find_symbol("°F")->contains("temperature/fahrenheit"));
  EXPECT_EQ(UnitNames::get().find_symbol("°"), nullptr);
}

}  // namespace
}  // namespace muwazi
