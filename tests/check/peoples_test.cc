#include "check/peoples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

using ::testing::IsEmpty;

bool same_people(const std::string& english, const std::string& arabic) {
  const std::vector<std::uint32_t> of_arabic = Peoples::get().arabic(comparison_form(arabic));
  for (const std::uint32_t entry : Peoples::get().english(comparison_form(english))) {
    if (std::find(of_arabic.begin(), of_arabic.end(), entry) != of_arabic.end()) return true;
  }
  return false;
}

TEST(Peoples, KnowACountryByItsPeopleAndTheOtherWayRound) {
  const std::vector<std::pair<const char*, const char*>> pairs = {
      {"China", "والصينيون"},    {"Chinese", "للصين"},       {"China’s", "صينية"},
      {"India", "الهنود"},       {"British", "بريطانياً"},    {"Britain", "البريطانيين"},
      {"Greek", "اليونان"},      {"Greece", "الإغريق"},      {"Dutch", "هولندا"},
      {"Muslims", "الإسلامي"},   {"Egyptians", "بالمصريين"}, {"Turkey", "أتراك"},
      {"Southasian", "الآسيوي"}, {"Mesoamerican", "أمريكا"}};
  for (const auto& [english, arabic] : pairs) EXPECT_TRUE(same_people(english, arabic)) << english;
}

TEST(Peoples, AreNotConfused) {
  const std::vector<std::pair<const char*, const char*>> pairs = {{"China", "اليابان"},
                                                                  {"French", "إيطاليا"},
                                                                  {"Jordan", "إسرائيل"},
                                                                  {"Korea", "الصينيون"},
                                                                  {"Prescot", "اسكتلندا"}};
  for (const auto& [english, arabic] : pairs) EXPECT_FALSE(same_people(english, arabic)) << english;
}

TEST(Peoples, DoNotKnowOtherWords) {
  EXPECT_THAT(Peoples::get().english("garden"), IsEmpty());
  EXPECT_THAT(Peoples::get().english(""), IsEmpty());
  EXPECT_THAT(Peoples::get().arabic("الحديقة"), IsEmpty());
  EXPECT_THAT(Peoples::get().arabic(""), IsEmpty());
}

}  // namespace
}  // namespace muwazi::check
