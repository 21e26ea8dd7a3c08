// Terms and sentences that are given in more than one way.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "check/checked.h"

namespace muwazi {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const char* const kCompany =
    "باع التاجر الشركة في المدينة.\nزارت المحامية الشركة في الصباح.\nترك البحار الشركة بعد عام.\n"
    "وصف الكاتب الشركة في كتابه.\nمدح الشاعر الشركة في قصيدته.\nدخل الشيخ الشركة قبل المساء.\n";

/// A translation of it whose last sentence has this for the company.
std::string company(const std::string& last) {
  return "The merchant sold the company in the city.\nThe lawyer visited the company in the "
         "morning.\nThe sailor left the company after a year.\nThe writer described the company in "
         "his book.\nThe poet praised the company in his poem.\nThe old man entered the " +
         last + " before evening.\n";
}

std::vector<std::string> messages(const Checked& checked, Rule rule) {
  std::vector<std::string> out;
  for (const Finding& finding : checked.report.findings) {
    if (finding.rule == rule) out.push_back(finding.message);
  }
  return out;
}

TEST(Terms, TellsOfATermThatIsGivenInAnotherWay) {
  EXPECT_THAT(messages(check_texts(kCompany, company("business")), Rule::consistency),
              ElementsAre("الشركة is business here, company elsewhere, 5 times"));
}

TEST(Terms, TellsOfItWhateverElseTheSentenceHas) {
  for (const char* const last : {"The complete old man entered the business before evening.\n",
                                 "Businesses the old man entered before evening.\n"}) {
    EXPECT_THAT(
        found(check_texts(kCompany,
                          company("company").substr(0, company("").find("The old man")) + last)),
        Contains("consistency"))
        << last;
  }
}

TEST(Terms, RemarksOnAWordThatNothingExplainsInItsPlace) {
  const Checked checked = check_texts(kCompany, company("zorbelith"));
  EXPECT_THAT(found(checked), IsEmpty());
  EXPECT_THAT(messages(checked, Rule::consistency),
              ElementsAre("الشركة is zorbelith here, company elsewhere, 5 times"));
}

TEST(Terms, TellsOfASentenceThatIsTranslatedInTwoWays) {
  EXPECT_THAT(
      messages(
          check_texts("أغلق النافذة قبل المطر.\nوصل القطار إلى المحطة.\nأغلق النافذة قبل المطر.\n",
                      "Close the window before the rain.\nThe train reached the station.\n"
                      "Shut the window before it rains.\n"),
          Rule::consistency),
      ElementsAre(
          "\"Shut the window before it rains.\" here; elsewhere the English has \"Close the "
          "window before the rain.\" for it, once"));
}

TEST(Terms, SaysNothingOfOtherFormsOfATerm) {
  for (const char* last : {"company", "companies", "subcompany"}) {
    EXPECT_THAT(messages(check_texts(kCompany, company(last)), Rule::consistency), IsEmpty())
        << last;
  }
}

}  // namespace
}  // namespace muwazi
