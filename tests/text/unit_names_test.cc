#include "text/unit_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/unit_form.h"

namespace muwazi {
namespace {

bool has(std::string_view text, Language language, std::string_view unit) {
  const auto found = UnitNames::get().behind(text, language);
  return found.units != nullptr && found.units->contains(unit);
}

struct Row {
  const char* text;
  const char* name;  ///< what of the text it is
  const char* unit;
};

void expect_rows(const std::vector<Row>& rows, Language language) {
  for (const Row& row : rows) {
    const auto found = UnitNames::get().behind(row.text, language);
    ASSERT_NE(found.units, nullptr) << row.text;
    EXPECT_TRUE(found.units->contains(std::string_view(row.unit))) << row.text;
    EXPECT_EQ(slice(row.text, found.bytes), row.name);
  }
}

TEST(UnitNames, AreKnownInArabicInAnyFormAndSpelling) {
  expect_rows(
      {
          {" كيلومترا عن", "كيلومترا", "length/kilometer"},
          {" كيلومترات", "كيلومترات", "length/kilometer"},
          {" كم، ثم", "كم", "length/kilometer"},
          {" أمتار مربعة", "أمتار مربعة", "area/square-meter"},
          {" مترا مكعبا من الماء", "مترا مكعبا", "volume/cubic-meter"},
          {" م²", "م²", "area/square-meter"},
          {" م٢ من", "م٢", "area/square-meter"},
          {"م3.", "م3", "volume/cubic-meter"},
          {" كم/س", "كم/س", "speed/kilometer-per-hour"},
          {" كلم في الساعة", "كلم في الساعة", "speed/kilometer-per-hour"},
          {" جيجابايت", "جيجابايت", "digital/gigabyte"},
          {" م.ب.", "م.ب", "digital/megabyte"},
          {" ميجا", "ميجا", "digital/megabit"},
          {" ميغا وات", "ميغا وات", "power/megawatt"},
          {" ملليغراما", "ملليغراما", "mass/milligram"},
          {" كجم", "كجم", "mass/kilogram"},
          {" أرطال", "أرطال", "mass/pound"},
          {" أعوام", "أعوام", "duration/year"},
          {" ساعتين في", "ساعتين", "duration/hour"},
          {" دقيقتان", "دقيقتان", "duration/minute"},
          {" بايتين", "بايتين", "digital/byte"},
          {" من الأيام", "الأيام", "duration/day"},
          {" km شمالا", "km", "length/kilometer"},
      },
      Language::arabic);
}

TEST(UnitNames, AreKnownInEnglish) {
  expect_rows(
      {
          {" miles away", "miles", "length/mile"},
          {" kilometres per hour", "kilometres per hour", "speed/kilometer-per-hour"},
          {"-kilometre race", "kilometre", "length/kilometer"},
          {" sq. m of land", "sq. m", "area/square-meter"},
          {" kilowatt-hours", "kilowatt-hours", "energy/kilowatt-hour"},
          {"°C.", "°C", "temperature/celsius"},
          {" °F", "°F", "temperature/fahrenheit"},
          {" tonnes", "tonnes", "mass/tonne"},
      },
      Language::english);
  EXPECT_FALSE(has(" loaves", Language::english, "mass/kilogram"));
  for (const char* text : {" in 1990", " c. 1500", "° to the left", " rooms (5 km)"})
    EXPECT_EQ(UnitNames::get().behind(text, Language::english).units, nullptr) << text;
}

TEST(UnitNames, TakeTheNounOfACurrencyForAllOfIt) {
  for (const char* unit : {"currency/USD", "currency/CAD"}) {
    EXPECT_TRUE(has(" dollars", Language::english, unit));
    EXPECT_TRUE(has(" دولار", Language::arabic, unit));
  }
  EXPECT_TRUE(has(" Canadian dollars", Language::english, "currency/CAD"));
  EXPECT_FALSE(has(" Canadian dollars", Language::english, "currency/USD"));
  EXPECT_FALSE(has(" دولارا كنديا", Language::arabic, "currency/USD"));
  EXPECT_TRUE(has(" U.S. dollars", Language::english, "currency/USD"));
  EXPECT_FALSE(has(" U.S. dollars", Language::english, "currency/CAD"));
}

TEST(UnitNames, KnowSignsOnBothSidesOfAnAmount) {
  const std::vector<Row> before = {
      {"paid SR", "SR", "currency/SAR"}, {"paid US$", "US$", "currency/USD"},
      {"paid R$", "R$", "currency/BRL"}, {"بلغ €", "€", "currency/EUR"},
      {"paid C£", "£", "currency/GBP"},  {"paid SAR ", "SAR", "currency/SAR"}};
  for (const Row& row : before) {
    const auto found = UnitNames::get().before(row.text);
    ASSERT_NE(found.units, nullptr) << row.text;
    EXPECT_TRUE(found.units->contains(std::string_view(row.unit))) << row.text;
    EXPECT_EQ(slice(row.text, found.bytes), row.name);
  }
  for (const char* text : {"", "the USSR", "sr", "kr ", "in the "})
    EXPECT_EQ(UnitNames::get().before(text).units, nullptr) << text;
  EXPECT_TRUE(has("€", Language::english, "currency/EUR"));
  EXPECT_TRUE(has(" USD", Language::arabic, "currency/USD"));
  EXPECT_TRUE(has(" ر.س.", Language::arabic, "currency/SAR"));
  EXPECT_EQ(UnitNames::get().behind(" SRAM", Language::english).units, nullptr);
}

TEST(UnitNames, TakeAnArabicTonForAnyOne) {
  EXPECT_TRUE(has(" طن", Language::arabic, "mass/tonne"));
  EXPECT_TRUE(has(" طنا", Language::arabic, "mass/ton"));
  EXPECT_TRUE(has(" طنا", Language::arabic, "mass/tonne"));
}

TEST(UnitTokens, EndWithWhatStandsInNoName) {
  const auto forms = [](std::string_view text) {
    std::string out;
    for (const UnitToken& token : unit_tokens(text, Language::english, 4))
      (out += out.empty() ? "" : "|") += token.form;
    return out;
  };
  EXPECT_EQ(forms(" square metres (large"), "square|metres");
  EXPECT_EQ(forms("m2"), "m|2");
  EXPECT_EQ(forms("m25"), "m");
  EXPECT_EQ(forms(" km. The"), "km");
  EXPECT_EQ(forms(" one two three four five"), "one|two|three|four");
  EXPECT_EQ(forms(", km"), "");
  EXPECT_EQ(forms(""), "");
}

}  // namespace
}  // namespace muwazi
