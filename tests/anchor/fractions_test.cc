// Fractions in words, signs and digits, and the words of fractions that are something else.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "anchor/rational.h"
#include "muwazi/anchor/values.h"

namespace muwazi {
namespace {

/// The keys of the values, those of fractions in brackets.
std::string keys(std::string_view text, Language language) {
  std::string out;
  for (const Value& value : values(text, language)) {
    if (!out.empty()) out.push_back(' ');
    out += value.kind == ValueKind::fraction ? '[' + value.key + ']' : value.key;
  }
  return out;
}

struct Row {
  const char* text;
  const char* keys;
};

void expect_rows(const std::vector<Row>& rows, Language language) {
  for (const Row& row : rows) EXPECT_EQ(keys(row.text, language), row.keys) << row.text;
}

TEST(Fractions, AreReadInEnglish) {
  expect_rows(
      {
          {"two thirds of a mile", "[#2/3]"},
          {"a two-thirds majority", "[#2/3]"},
          {"a two-third majority", "[#2/3]"},
          {"one fifth, one-tenth", "[#0.2] [#0.1]"},
          {"three quarters, 3 quarters, three fourths", "[#0.75] [#0.75] [#0.75]"},
          {"a quarter of the fish, one quarter", "[#0.25] [#0.25]"},
          {"a third of the nets", "[#1/3]"},
          {"half the boats, half of them, a half, one half", "[#0.5] [#0.5] [#0.5] [#0.5]"},
          {"½ cup, ¾ and ⅔", "[#0.5] [#0.75] [#2/3]"},
          {"1/4 cup (2/3)", "[#0.25] [#2/3]"},
          {"two and a half, 2½, 2 1/2, one and three quarters", "#2.5 #2.5 #2.5 #1.75"},
          {"two and one third", "[#7/3]"},
          {"an hour and a half, two hours and a half", "#1.5 #2.5"},
          {"three and a quarter hours", "#3.25"},
          {"a quarter of a million, three quarters of a million", "#250000 #750000"},
          {"half a percent", "[#0.5]"},
      },
      Language::english);
}

TEST(Fractions, AreReadInArabic) {
  expect_rows(
      {
          {"ثلث السكان، وثلثا السكان", "[#1/3] [#2/3]"},
          {"بثلثي الأصوات", "[#2/3]"},
          {"ربع البيت", "[#0.25]"},
          {"ربع العشر، نصف العشر", "[#0.025] [#0.05]"},
          {"نصفهم رجال، ثلثاها", "[#0.5] [#2/3]"},
          {"نصف البيت، بالنصف", "[#0.5] [#0.5]"},
          {"ثلاثة أرباع، ٣ أرباع", "[#0.75] [#0.75]"},
          {"ثلاثة أخماس القمح", "[#0.6]"},
          {"½ كوب و¾ الكوب", "[#0.5] [#0.75]"},
          {"٢/٣ الكوب", "[#2/3]"},
          {"ساعتين ونصف الساعة، ساعتان ونصف", "#2.5 #2.5"},
          {"ساعة ونصف، ساعة وربع الساعة", "#1.5 #1.25"},
          {"ثلاث ساعات ونصف الساعة", "#3.5"},
          {"فدان ونصف، فدانين ونصف", "#1.5 #2.5"},
          {"ساعتين وثلث الساعة", "[#7/3]"},
          {"ربع مليون، ثلاثة أرباع المليون", "#250000 #750000"},
          {"مليونا وربع المليون", "#1250000"},
          {"نصف في المئة", "[#0.5]"},
      },
      Language::arabic);
}

TEST(Fractions, AreNoPlacesInARowNorPartsOfOtherWords) {
  expect_rows(
      {
          {"the first half, the third quarter", "#3"},
          {"the quarter-final, a quarter-final, a quarter final", ""},
          {"half a dozen, half past ten, a half-brother", "#10"},
          {"a third man, a fifth time, one second", "#3 #5"},
          {"the old quarter", ""},
          {"four quarters, two halves, 25 quarters", ""},
          {"9/11 and 24/7, 1/2/3", "#9 #11 #24 #7 #1 #2 #3"},
          {"between two and a third of them", "#2 [#1/3]"},
          {"two third-party tools", ""},
      },
      Language::english);
  expect_rows(
      {
          {"نصف النهائي، ربع النهائي", ""},
          {"نصف سنوي، ربع السنوية", ""},
          {"الربع الخالي", ""},
          {"الربع الثالث، الثلث الأخير", "#3"},
          {"منتصف الليل", ""},
          {"الثامنة والنصف، الثانية و النصف", "#8"},
          {"ثَلَٰثِينَ ليلة، الثلثين", "[#2/3]"},
          {"خمس المدن", "#5"},
          {"في عام 2010 ونصف السكان فقراء", "#2010 [#0.5]"},
      },
      Language::arabic);
}

TEST(Rationals, AreWrittenAndRead) {
  using anchor::rational;
  struct {
    anchor::Rational number;
    const char* text = "";
  } const rows[] = {{rational(2, 4), "0.5"}, {rational(2, 3), "2/3"},   {rational(7, 3), "7/3"},
                    {rational(9, 3), "3"},   {rational(1, 8), "0.125"}, {rational(5, 4), "1.25"}};
  for (const auto& row : rows) {
    EXPECT_EQ(to_string(row.number), row.text);
    EXPECT_EQ(anchor::parse_rational(row.text), row.number) << row.text;
  }
  for (const char* text : {"", "x", "2/0", "1/", "/2", "-1"})
    EXPECT_EQ(anchor::parse_rational(text), std::nullopt) << text;
}

}  // namespace
}  // namespace muwazi
