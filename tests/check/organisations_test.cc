#include "check/organisations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/lists.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> found(const std::string& text, Language language) {
  std::vector<std::string> out;
  for (const Organisations::Place& place : Organisations::get().find(text, language))
    out.emplace_back(slice(text, place.bytes));
  return out;
}

bool same(const std::string& arabic, const std::string& english) {
  const auto of_arabic = Organisations::get().find(arabic, Language::arabic);
  const auto of_english = Organisations::get().find(english, Language::english);
  return of_english.size() == 1 &&
         std::any_of(of_arabic.begin(), of_arabic.end(), [&](const auto& place) {
           return place.organisation == of_english[0].organisation;
         });
}

TEST(Organisations, AreKnownByInitialsAndByTheirWholeName) {
  const std::vector<std::pair<const char*, const char*>> pairs = {
      {"قالت منظمة الصحة العالمية إن", "the WHO said"},
      {"بحسب صندوق النقد الدولي", "according to the International Monetary Fund"},
      {"للأمم المتحدة", "U.N.-backed"},
      {"وحلف شمال الأطلسي", "NATO’s"},
      {"لليونسكو", "(UNESCO)"},
      {"الوكالة الدولية للطاقة الذرية", "the IAEA"}};
  for (const auto& [arabic, english] : pairs) EXPECT_TRUE(same(arabic, english)) << english;
}

TEST(Organisations, StandWhereTheirNamesDo) {
  EXPECT_THAT(found("Both the U.S. and the U.N. agreed.", Language::english), ElementsAre("U.N"));
  EXPECT_THAT(found("وقال الاتحاد الأوروبي لكرة القدم وبالاتحاد الأوروبي", Language::arabic),
              UnorderedElementsAre("الاتحاد الأوروبي", "الاتحاد الأوروبي لكرة القدم",
                                   "وبالاتحاد الأوروبي"));
  EXPECT_THAT(found("WHO’s staff and NATO's", Language::english), ElementsAre("WHO", "NATO"));
}

TEST(Organisations, AreNoWordsOfOtherMeaning) {
  EXPECT_THAT(found("رحب الأطفال به بحماس.", Language::arabic), IsEmpty());
  for (const auto& place :
       Organisations::get().find("رأيت ناسا وطالبان معهما إبل", Language::arabic))
    EXPECT_TRUE(place.unclear);
  EXPECT_THAT(found("Who told us? He who knows the world bank of facts.", Language::english),
              IsEmpty());
  EXPECT_THAT(found("الصحة في المتحدة والأمم", Language::arabic), IsEmpty());
}

TEST(Organisations, AndOtherThingsHaveNamesInBothLanguages) {
  const std::vector<std::pair<const char*, const char*>> pairs = {
      {"نما الناتج المحلي الإجمالي", "the GDP grew"},
      {"فازت بجائزة الأوسكار", "she won an Academy Award"},
      {"استولى النازيون على السلطة", "the National Socialists took power"},
      {"عبر بحر المانش", "across the English Channel"},
      {"بعد خروج بريطانيا", "after Brexit"}};
  for (const auto& [arabic, english] : pairs) EXPECT_TRUE(same(arabic, english)) << english;
  EXPECT_FALSE(same("نما الناتج المحلي الإجمالي", "the GNP grew"));
}

TEST(Organisations, AreFoundWithoutTheirPossessive) {
  EXPECT_THAT(found("Hámás’s leader and the I. M. F.’s", Language::english),
              ElementsAre("Hámás", "I. M. F"));
}

TEST(Organisations, AreFoundInLatinLettersOfAnArabicText) {
  EXPECT_THAT(found("اتفقت منظمة WHO مع الناتو", Language::arabic),
              UnorderedElementsAre("WHO", "الناتو"));
}

TEST(Organisations, AreRelatedToTheirBodies) {
  const auto number = [](const std::string& name) {
    return Organisations::get().find(name, Language::english).at(0).organisation;
  };
  EXPECT_TRUE(Organisations::get().related(number("UNESCO"), number("United Nations")));
  EXPECT_TRUE(Organisations::get().related(number("EU"), number("European Commission")));
  EXPECT_FALSE(Organisations::get().related(number("UNESCO"), number("UNICEF")));
  EXPECT_FALSE(Organisations::get().related(number("EU"), number("UN")));
}

TEST(Organisations, HaveNamesOfTheirOwn) {
  std::map<std::string, std::size_t> owners;
  std::size_t number = 0;
  for (const ListEntry& entry : read_list("organisations.txt")) {
    for (const auto* const names : {&entry.english, &entry.arabic}) {
      EXPECT_THAT(*names, Not(IsEmpty()));
      for (const std::string_view name : *names) {
        EXPECT_EQ(owners.emplace(comparison_form(name), number).first->second, number) << name;
      }
    }
    ++number;
  }
  EXPECT_GT(number, 100U);
}

}  // namespace
}  // namespace muwazi::check
