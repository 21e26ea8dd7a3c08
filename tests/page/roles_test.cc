#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "muwazi/page/page.h"

namespace muwazi {
namespace {

// A line is put before and after paragraphs of both languages, as on a page.
constexpr const char* kBefore =
    "زار فريق من المهندسين السد الجديد شمال البلاد أمس، وتفقد أعمال البناء في محطة الكهرباء.\n"
    "\n"
    "A team of engineers visited the new dam in the north yesterday and looked at the power "
    "station.\n"
    "\n";
constexpr const char* kAfter =
    "\n\nقال رئيس الفريق إن العمل سينتهي قبل الشتاء إذا وصلت المواد في موعدها المحدد من المصنع.\n"
    "\n"
    "The head of the team said that work would end before winter if the material came in time.\n";

Role role_between(const std::string& line) {
  return read_page(kBefore + line + kAfter).lines.at(4).role;
}

struct Row {
  const char* text;
  Role role;
};

class RoleOfALine : public testing::TestWithParam<Row> {};

TEST_P(RoleOfALine, BetweenParagraphs) {
  EXPECT_EQ(name(role_between(GetParam().text)), name(GetParam().role)) << GetParam().text;
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Boilerplate, RoleOfALine, testing::Values(
    Row{"Posted by: Salma Idris", Role::boilerplate},
    Row{"كتب: خالد منصور", Role::boilerplate},
    Row{"بقلم سلمى إدريس", Role::boilerplate},
    Row{"Comments (12)", Role::boilerplate},
    Row{"التعليقات (٧)", Role::boilerplate},
    Row{"Leave a comment", Role::boilerplate},
    Row{"شَارِك هذا الخَبَر", Role::boilerplate},
    Row{"Follow us on Instagram", Role::boilerplate},
    Row{"Facebook | X | WhatsApp", Role::boilerplate},
    Row{"فيسبوك تويتر واتساب", Role::boilerplate},
    Row{"Home | Economy | Weather", Role::boilerplate},
    Row{"الرئيسية · أخبار · طقس", Role::boilerplate},
    Row{"Home > Sport > Football", Role::boilerplate},
    Row{"العربية | English", Role::boilerplate},
    Row{"Monday, 3 June 2019", Role::boilerplate},
    Row{"Published on 3 June 2019 at 10:15 am", Role::boilerplate},
    Row{"الاثنين 3 حزيران 2019", Role::boilerplate},
    Row{"٢٩ رمضان ١٤٤٠ هـ", Role::boilerplate},
    Row{"الجمعة 12 ذو القعدة 1442 هـ الموافق 22 يونيو 2021 م", Role::boilerplate},
    Row{"3 جوان 2019", Role::boilerplate},
    Row{"07 غشت 2019 - 18:30", Role::boilerplate},
    Row{"آخر تحديث: 5 تشرين الأول 2020 الساعة 9:00 صباحا", Role::boilerplate},
    Row{"2019-06-03 10:15", Role::boilerplate},
    Row{"3 hours ago", Role::boilerplate},
    Row{"منذ ٣ ساعات", Role::boilerplate},
    Row{"5 min read", Role::boilerplate},
    Row{"Read more", Role::boilerplate},
    Row{"اقرأ أيضًا", Role::boilerplate},
    Row{"Read also: Rain expected on the coast", Role::boilerplate},
    Row{"المصدر: وكالات", Role::boilerplate},
    Row{"Photo: Reuters", Role::boilerplate},
    Row{"© 2021 The Daily Example", Role::boilerplate},
    Row{"Copyright 2021 Example Media", Role::boilerplate},
    Row{"جميع الحقوق محفوظة لصحيفة المثال 2021", Role::boilerplate},
    Row{"Terms of use – Privacy policy", Role::boilerplate},
    Row{"Skip to main content", Role::boilerplate},
    Row{"- 7 -", Role::boilerplate},
    Row{"***", Role::boilerplate},
    Row{"2021", Role::boilerplate}));

INSTANTIATE_TEST_SUITE_P(Text, RoleOfALine, testing::Values(
    Row{"What the engineers saw", Role::heading},
    Row{"ماذا رأى المهندسون", Role::heading},
    Row{"Culture", Role::heading},
    Row{"Culture – a short history", Role::heading},
    Row{"الثقافة", Role::heading},
    Row{"Why a dam?", Role::heading},
    Row{"By design", Role::heading},
    Row{"May", Role::heading},
    Row{"The dam of 2019", Role::heading},
    Row{"في 3 حزيران بدأ العمل.", Role::body},
    Row{"On 3 June work began.", Role::body},
    Row{"Source: the ministry said that the figures of last year were wrong.", Role::body},
    Row{"كتب خالد رسالة طويلة إلى الوزير يطلب فيها زيارة السد.", Role::body},
    Row{"Share of the market fell by half.", Role::body},
    Row{"At 10:15 the gates were opened.", Role::body},
    Row{"10:15 is when the gates were opened by the guards.", Role::body},
    Row{"", Role::blank}));
// clang-format on

std::vector<std::string> kept(const std::string& text) {
  std::vector<std::string> found;
  for (const Passage& passage : read_page(text).passages) {
    found.emplace_back(slice(text, passage.bytes));
  }
  return found;
}

TEST(Roles, TickersComeInRuns) {
  const std::string text = std::string(
                               "- 20:40Parliament votes on the budget\n"
                               "- 19:05 Storm closes two ports\n"
                               "- 18:30 Prices of bread go down\n") +
                           kBefore;
  EXPECT_EQ(kept(text).size(), 2U);
}

TEST(Roles, ListsUnderAnOpenerEndWithThePage) {
  const std::string text = std::string(kBefore) +
                           "Related articles\nPrices of bread go down\nأسعار الخبز تنخفض\n"
                           "Two ports closed by storm\nComments (2)\n";
  EXPECT_EQ(kept(text).size(), 2U);
}

TEST(Roles, OpenersInsideTheTextTakeNothingWithThem) {
  const std::string text = std::string(kBefore) + "You may also like" + kAfter;
  EXPECT_EQ(kept(text).size(), 4U);
}

TEST(Roles, HeadlinesAfterAnArticleInOneLanguageAreNotText) {
  std::string text;
  for (int i = 0; i < 4; ++i) {
    text +=
        "The river rose again during the night, and the people of the lower villages left their "
        "houses before the morning came.\n";
  }
  const std::size_t article = kept(text).size();
  text +=
      "Prices of Bread Go Down in March\nTwo Ports Closed by Storm\nWho Will Win the Cup?\n"
      "New Road to the Coast Opens\nLeave a comment\n";
  EXPECT_EQ(kept(text).size(), article);
}

TEST(Roles, BylinesStandNearTheTop) {
  const std::string text =
      std::string("A new dam in the north\nBy Salma Idris\n3 June 2019\n") + kBefore;
  EXPECT_EQ(read_page(text).lines.at(1).role, Role::boilerplate);
}

TEST(Roles, BylinesAndDatelinesUnderATitleAreNotText) {
  for (const char* line :
       {"By Salma Idris", "By Salma Idris, 12 May 2024", "Written by Omar Haddad",
        "AMMAN (Reuters)", "بقلم سلمى إدريس", "كتب: عمر حداد", "كتبها عمر حداد", "إعداد سلمى إدريس",
        "عمّان (رويترز)"}) {
    const std::string text = std::string("A new dam in the north\n") + line + "\n\n" + kBefore;
    EXPECT_EQ(read_page(text).lines.at(1).role, Role::boilerplate) << line;
  }
}

TEST(Roles, LinesThatBeginLikeBylinesAreText) {
  for (const char* line :
       {"By the river stood a house.", "By the river stood a house", "By the River Jordan",
        "إعداد القهوة العربية", "تحرير أسعار الخبز", "إعداد خطة عامة للغابات", "بقلم حبر قديم",
        "كتب قديمة للبيع", "By Land and Sea", "By Christmas Eve", "By Royal Appointment",
        "By Hook or Crook", "Written by Hand"}) {
    const std::string text = std::string("A new dam in the north\n") + line + "\n\n" + kBefore;
    EXPECT_NE(read_page(text).lines.at(1).role, Role::boilerplate) << line;
  }
}

TEST(Roles, HeadlinesThatBeginLikeBylinesAreTextBesideADate) {
  for (const char* line : {"تحرير أسعار الخبز", "إعداد خطة عامة للغابات", "By Christmas Eve",
                           "By Land and Sea", "بقلم حبر قديم"}) {
    const std::string text = std::string(line) + "\n3 June 2019\n\n" + kBefore;
    EXPECT_NE(read_page(text).lines.at(0).role, Role::boilerplate) << line;
  }
}

TEST(Roles, UnknownNamesMakeABylineUnderATitleAndBesideADate) {
  for (const char* line : {"By Orsolya Tamm", "By Orsolya van Tamm", "بقلم زينوفي كراسوف"}) {
    const bool small = std::string(line).find("van") != std::string::npos;
    const std::string title = std::string("A new dam in the north\n") + line + "\n";
    const Role dated = read_page(title + "3 June 2019\n\n" + kBefore).lines.at(1).role;
    EXPECT_EQ(dated == Role::boilerplate, !small) << line;
    EXPECT_NE(read_page(title + "\n" + kBefore).lines.at(1).role, Role::boilerplate) << line;
  }
}

TEST(Roles, BylinesWithTitlesAndSeveralNamesAreBylines) {
  for (const char* line :
       {"بقلم د. سلمى إدريس", "بقلم الكاتبة سلمى إدريس", "تحرير: سلمى إدريس", "بقلم: زينوفي كراسوف",
        "By Salma Idris and Omar Haddad", "Written by Orsolya Tamm"}) {
    const std::string text = std::string("A new dam in the north\n") + line + "\n\n" + kBefore;
    EXPECT_EQ(read_page(text).lines.at(1).role, Role::boilerplate) << line;
  }
}

TEST(Roles, APageOfMenusHasNoPassages) {
  EXPECT_TRUE(kept("Home\nNews\nSport\nContact us\n\nالرئيسية\nأخبار\nاتصل بنا\n© 2020\n").empty());
}

}  // namespace
}  // namespace muwazi
