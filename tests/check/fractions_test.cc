// Fractions of pairs of sentences: which are the same, and which were changed.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "check/checked.h"
#include "check/fraction_ways.h"

namespace muwazi {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

struct Pair {
  const char* arabic;
  const char* english;
};

/// The model does not know what "2/3" is in words, so other rules may have more to say.
void expect_same(const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs)
    EXPECT_THAT(found_between(pair.arabic, pair.english), Not(Contains("number"))) << pair.english;
}

/// Each is one changed number, of which both places are said.
void expect_changed(const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    const Checked checked = check_texts(pair.arabic, pair.english);
    ASSERT_THAT(found(checked), ElementsAre("number")) << pair.english;
    const Finding& finding = checked.report.findings[0];
    EXPECT_EQ(finding.severity, Severity::error) << pair.english;
    EXPECT_EQ(finding.arabic.size(), 1U);
    EXPECT_EQ(finding.english.size(), 1U);
    EXPECT_TRUE(finding.message.starts_with("the Arabic has ")) << finding.message;
  }
}

TEST(CheckedFractions, AreTheSameInWordsSignsDigitsAndPercentages) {
  expect_same({
      {"وافق ثلثا الصيادين على السعر.", "A two-thirds majority of the fishermen agreed to it."},
      {"وافق ثلثا الصيادين على السعر.", "2/3 of the fishermen agreed to the price."},
      {"وافق ثلثا الصيادين على السعر.", "Some 67 percent of the fishermen agreed to it."},
      {"وافق ثلثا الصيادين على السعر.", "66.7% of the fishermen agreed to the price."},
      {"باع الفلاح ربع الزيتون.", "The farmer sold a quarter of the olives."},
      {"باع الفلاح ربع الزيتون.", "The farmer sold one fourth of the olives."},
      {"باع الفلاح ربع الزيتون.", "The farmer sold 25% of the olives."},
      {"باع الفلاح ربع الزيتون.", "The farmer sold ¼ of the olives."},
      {"باع الفلاح ربع الزيتون.", "The farmer sold one in four of the olives."},
      {"باع الفلاح نصف الزيتون.", "The farmer sold one half of the olives."},
      {"باع الفلاح نصف الزيتون.", "The farmer sold 50% of the olives."},
      {"باع الفلاح ثلاثة أخماس الزيتون.", "The farmer sold three fifths of the olives."},
      {"باع الفلاح ثلاثة أخماس الزيتون.", "The farmer sold 60% of the olives."},
      {"باع الفلاح خمس الزيتون.", "The farmer sold a fifth of the olives."},
      {"باع الفلاح ثمن الزيتون.", "The farmer sold one eighth of the olives."},
      {"أضافت الطاهية ½ كوب من الحليب.", "The cook added half a cup of milk."},
      {"أضافت الطاهية ٣/٤ الكوب من الحليب.", "The cook added ¾ cup of milk."},
  });
}

TEST(CheckedFractions, AreTheSameWithTheirUnits) {
  expect_same({
      {"انتظر البحار ربع ساعة.", "The sailor waited for 15 minutes."},
      {"انتظر البحار ثلث ساعة.", "The sailor waited for 20 minutes."},
      {"أبحر البحار ساعتين ونصف الساعة.", "The sailor was at sea for two and a half hours."},
      {"أبحر البحار ساعتين ونصف الساعة.", "The sailor was at sea for 150 minutes."},
      {"أبحر البحار ثلاث ساعات وربع الساعة.",
       "The sailor was at sea for three hours and fifteen minutes."},
      {"عمر البحار سنتان ونصف السنة.", "The sailor is two years and six months old."},
      {"أبحر البحار ساعة ونصف الساعة.", "The sailor was at sea for an hour and a half."},
      {"أبحر البحار أربع سنوات ونصف السنة.", "The sailor was at sea for four years and a half."},
      {"مشى البحار كيلومترين ونصف.", "The sailor walked 2.5 km."},
      {"باع الفلاح ربع مليون طن.", "The farmer sold 250,000 tons."},
  });
}

TEST(CheckedFractions, AreChangedIntoOthers) {
  expect_changed({
      {"وافق ثلثا الصيادين على السعر.", "One third of the fishermen agreed to the price."},
      {"ثلث", "Two-thirds"},
      {"ثلاثة أرباع", "Half"},
      {"باع الفلاح ربع الزيتون.", "The farmer sold a fifth of the olives."},
      {"باع الفلاح ربع الزيتون", "The farmer sold a fifth"},
      {"باع الفلاح ثلاثة أخماس الزيتون.", "The farmer sold 40% of the olives."},
      {"أضافت الطاهية ربع كوب من الحليب.", "The cook added 1/3 cup of milk."},
      {"أضافت الطاهية ٣/٤ الكوب من الحليب.", "The cook added ⅔ cup of milk."},
      {"أبحر البحار ساعتين ونصف الساعة.", "The sailor was at sea for three and a half hours."},
      {"مشى البحار كيلومترين ونصف.", "The sailor walked 3.5 km."},
      {"انتظر البحار ربع ساعة.", "The sailor waited for 20 minutes."},
  });
}

TEST(CheckedFractions, AreNoPartsOfOtherWordsAndMayBeSaidInOtherWays) {
  expect_same({
      {"ارتفع السعر في الربع الثالث من العام.", "The price rose in the third quarter of the year."},
      {"فاز الفريق في نصف النهائي.", "The team won the semi-final."},
      {"فاز الفريق في ربع النهائي.", "The team won the quarter-finals."},
      {"تقع الجزيرة في نصف الكرة الجنوبي.", "The island lies in the southern hemisphere."},
      {"يصدر التقرير نصف السنوي في الصيف.", "The semi-annual report appears in summer."},
      {"عبرت القافلة الربع الخالي.", "The caravan crossed the Empty Quarter."},
      {"طرق البحار الباب مرة ثالثة.", "The sailor knocked at the door a third time."},
      {"اشترى الطاهي ست بيضات.", "The cook bought half a dozen eggs."},
      {"توقفت السفينة في منتصف الطريق.", "The ship stopped halfway."},
  });
}

TEST(CheckedFractions, AreSaidInDecimalsAndPercents) {
  EXPECT_THAT(check::ways_to_say({1, 4}), ::testing::IsSupersetOf({"0.25", "25"}));
  EXPECT_THAT(check::ways_to_say({2, 3}),
              ::testing::IsSupersetOf({"2/3", "0.66", "0.67", "66", "67", "66.6", "66.7"}));
  EXPECT_THAT(check::ways_to_say({7, 3}), ::testing::IsSupersetOf({"2.3", "2.33", "2.34"}));
}

}  // namespace
}  // namespace muwazi
