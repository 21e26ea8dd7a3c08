#include "check/digit_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace muwazi::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<std::string> readings_in(std::string_view text) {
  std::vector<std::string> out;
  for (const DigitRun& run : digit_runs(text)) {
    for (const std::string& reading : readings(run)) out.push_back(reading);
  }
  return out;
}

TEST(DigitRuns, AreFoundInAnyScriptWithTheirPlaces) {
  const auto runs = digit_runs("ثمنه ١٬٢٣٤ أو 7m.");
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "1,234");
  EXPECT_EQ(runs[0].bytes, (ByteRange{9, 19}));
  EXPECT_EQ(runs[0].zeros, 0U);
  EXPECT_EQ(runs[1].text, "7");
  EXPECT_EQ(runs[1].zeros, 6U);
}

TEST(DigitRuns, EndWithASeparatorThatNoDigitFollows) {
  EXPECT_THAT(readings_in("5. 6, 7"), ElementsAre("5", "6", "7"));
}

TEST(Readings, OfASeparatorAreDecimalOrGroups) {
  EXPECT_THAT(readings_in("2.50"), ElementsAre("2.5"));
  EXPECT_THAT(readings_in("1.250"), UnorderedElementsAre("1.25", "1250"));
  EXPECT_THAT(readings_in("١٫٢٥٠"), UnorderedElementsAre("1.25", "1250"));
  EXPECT_THAT(readings_in("3,4"), UnorderedElementsAre("3.4"));
}

TEST(Readings, OfSeveralSeparatorsAreGroups) {
  EXPECT_THAT(readings_in("1,234,567"), testing::Contains("1234567"));
  EXPECT_THAT(readings_in("1.234,5"), ElementsAre("1234.5"));
  EXPECT_THAT(readings_in("12.3.2024"), IsEmpty());
}

TEST(Parts, AreThoseOfLists) {
  const auto parts_in = [](std::string_view text) { return parts(digit_runs(text).front()); };
  EXPECT_THAT(parts_in("3,4"), UnorderedElementsAre("3", "4", "34"));
  EXPECT_THAT(parts_in("12.3.2024"), UnorderedElementsAre("12", "3", "2024", "1232024"));
  EXPECT_THAT(parts_in("8,096"), IsEmpty());
  EXPECT_THAT(parts_in("2.5"), IsEmpty());
}

TEST(TurnedRound, HasTheParts) {
  EXPECT_EQ(turned_round(digit_runs("١.١٠").front()), "10.1");
  EXPECT_EQ(turned_round(digit_runs("1.2.3").front()), "");
  EXPECT_EQ(turned_round(digit_runs("12").front()), "");
}

TEST(ZerosMore, AreThoseOfTheScale) {
  EXPECT_EQ(zeros_more("2500000000", "2.5"), 9U);
  EXPECT_EQ(zeros_more("500000", "0.5"), 6U);
  EXPECT_EQ(zeros_more("300000", "300"), 3U);
  EXPECT_EQ(zeros_more("300", "300"), 0U);
  EXPECT_EQ(zeros_more("301", "300"), std::nullopt);
  EXPECT_EQ(zeros_more("25", "3"), std::nullopt);
}

TEST(SectionLabel, HasItsParts) {
  EXPECT_THAT(section_label("3.1 The tenant").parts, ElementsAre("3", "1"));
  EXPECT_THAT(section_label("١-٣- يدفع").parts, ElementsAre("1", "3"));
  EXPECT_THAT(section_label("(2/4) يدفع").parts, ElementsAre("2", "4"));
  EXPECT_EQ(section_label("3.1 The tenant").end, 3U);
}

TEST(SectionLabel, IsNoSingleNumberAndNoWord) {
  for (const char* sentence :
       {"3. The tenant", "2020-04-03 the tenant", "The tenant 3.1", "3.1km away", "", "2.5% of it"})
    EXPECT_THAT(section_label(sentence).parts, IsEmpty()) << sentence;
}

TEST(IsLabel, WhereANumberNamesAPartOfAText) {
  const auto is = [](std::string_view sentence, std::string_view number) {
    const std::size_t begin = sentence.find(number);
    return is_label(sentence, {begin, begin + number.size()});
  };
  EXPECT_TRUE(is("3.1 Scope", "3.1"));
  EXPECT_TRUE(is("See section 3.1.", "3.1"));
  EXPECT_TRUE(is("انظر بالفقرة 3.1 منه", "3.1"));
  EXPECT_TRUE(is("the rule (3.1) says", "3.1"));
  EXPECT_TRUE(is("ق3.1 البنية", "3.1"));
  EXPECT_TRUE(is("all of 3.1.# below", "3.1"));
  EXPECT_TRUE(is("كل ما في #.3.1 أدناه", "3.1"));
  EXPECT_FALSE(is("it rose by 3.1 metres", "3.1"));
  EXPECT_FALSE(is("ارتفع 3.1 أمتار", "3.1"));
}

TEST(ReversedParts, AreThoseOfAVersionFromItsEnd) {
  EXPECT_EQ(reversed_parts("code:v7.4.1"), "147");
}

}  // namespace
}  // namespace muwazi::check
