// What the rules find in small texts, and what they say nothing of.
#include "muwazi/check/checker.h"

#include <gmock/gmock.h>

#include <string>

#include "check/checked.h"
#include "muwazi/check/rules.h"

namespace muwazi {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Checker, FindsAClauseOfAnotherVerb) {
  EXPECT_THAT(
      found_between("قرأ الطبيب الرسالة في الصباح، ثم كتب إلى أخيه الأكبر رسالة طويلة عن المطر.",
                    "The doctor read the letter in the morning."),
      ::testing::Contains("omission"));
}

TEST(Checker, FindsASentenceThatMoved) {
  const Checked checked = check_texts(
      "اشترى التاجر ثلاثين كيسا من القمح الأحمر.\nفتح الحارس بوابة الحديقة قبل شروق الشمس.\n"
      "دخل العمال وهم يحملون أدواتهم الثقيلة.\nأغلقت المدينة المكتبة القديمة يوم الأحد.\n",
      "The guard opened the gate of the garden before sunrise.\n"
      "The workers came in carrying their heavy tools.\n"
      "The city closed the old library on Sunday.\n"
      "The merchant bought thirty sacks of red wheat.\n");
  EXPECT_THAT(found(checked), ElementsAre("order"));
}

TEST(Checker, TellsOfAPairOfUnusualLength) {
  EXPECT_THAT(
      found_between("نعم، وقد كتب ذلك كله في رسالة طويلة إلى أخيه الذي يسكن في الجبل.", "Yes."),
      ::testing::Contains("length"));
}

TEST(Checker, KnowsTheUnitOfBothEndsOfARange) {
  const std::string arabic = "دفع التاجر ما بين 3000 و5000 جنيه إسترليني.";
  EXPECT_THAT(found_between(arabic, "The merchant paid £3,000-5,000."), IsEmpty());
  EXPECT_THAT(found_between(arabic, "The merchant paid £3,000 to £5,000."), IsEmpty());
  EXPECT_THAT(found_between(arabic, "The merchant paid €3,000-£5,000."), ElementsAre("unit"));
  EXPECT_THAT(
      found_between("يبعد النهر من 20 إلى 30 كيلومترا.", "The river is 20 to 30 miles away."),
      ::testing::Each("unit"));
}

TEST(Checker, ComparesUnitsOfOneNumberOneByOne) {
  EXPECT_THAT(found_between("دفع التاجر 760 جنيها إسترلينيا ودفع أخوه 760 جنيها إسترلينيا.",
                            "The merchant paid £760 and his brother paid €760."),
              ElementsAre("unit"));
  EXPECT_THAT(found_between("عاش البحار في الجزيرة 20 عاما.",
                            "The sailor lived on the island for 20 months."),
              ElementsAre("unit"));
  EXPECT_THAT(found_between("انتظر البحار 2 من الأيام في الميناء.",
                            "The sailor waited 2 months in the harbour."),
              ElementsAre("unit"));
  EXPECT_THAT(found_between("وصل البحار في اليوم 14 من الشهر.",
                            "The sailor arrived on day 14 of the month."),
              IsEmpty());
}

TEST(Checker, ComparesDegreesAndBritishSpelling) {
  const std::string arabic = "ينمو العشب أسرع عند 37 درجة مئوية.";
  EXPECT_THAT(found_between(arabic, "The grass grows faster at 37 °F."), ElementsAre("unit"));
  EXPECT_THAT(found_between(arabic, "The grass grows faster at 37°C."), IsEmpty());
  EXPECT_THAT(found_between("وقف الحارس على بعد 6 أقدام من البوابة.",
                            "The guard stood 6 metres from the gate."),
              ElementsAre("unit"));
}

TEST(Checker, FindsAUnitOfTimeThatChanged) {
  EXPECT_THAT(found_between("انتظر البحار 14 يوما في الميناء.",
                            "The sailor waited 14 months in the harbour."),
              ElementsAre("unit"));
}

TEST(Checker, ComparesUnitsOfOneAndTwoThatAreNoNumbers) {
  const std::string two = "بقي البحار أسبوعين كاملين في الميناء.";
  EXPECT_THAT(found_between(two, "The sailor stayed in the harbour for two full weeks."),
              IsEmpty());
  EXPECT_THAT(found_between(two, "The sailor stayed in the harbour for two full months."),
              ElementsAre("unit"));
  const std::string one = "يبلغ طول النملة سنتيمترا واحدا فقط.";
  EXPECT_THAT(found_between(one, "The ant is just one centimetre long."), IsEmpty());
  EXPECT_THAT(found_between(one, "The ant is just one millimetre long."), ElementsAre("unit"));
  const std::string spoons = "أضاف الخباز ملعقتين كبيرتين من الزيت إلى العجين.";
  EXPECT_THAT(found_between(spoons, "The baker added two tablespoons of oil to the dough."),
              IsEmpty());
  EXPECT_THAT(found_between(spoons, "The baker added two teaspoons of oil to the dough."),
              ElementsAre("unit"));
  EXPECT_THAT(found_between("أضاف الخباز 3 ملاعق صغيرة من الملح إلى العجين.",
                            "The baker added 3 tablespoons of salt to the dough."),
              ElementsAre("unit"));
}

TEST(Checker, ComparesUnitsThatSayHowOften) {
  const std::string month = "يجتمع المجلس شهريا في القاعة القديمة.";
  EXPECT_THAT(found_between(month, "The council meets every month in the old hall."), IsEmpty());
  EXPECT_THAT(found_between(month, "The council meets weekly in the old hall."),
              ElementsAre("unit"));
  EXPECT_THAT(found_between("يستهلك المصنع 1.6 كيلوواط ساعة لكل متر مكعب من الماء.",
                            "The factory uses 1.6 kWh per square metre of water."),
              ElementsAre("unit"));
}

TEST(Checker, ComparesCoinsAndHalves) {
  EXPECT_THAT(
      found_between("دفع التاجر 75 هللة عن كل كيس.", "The merchant paid 75 riyals for each sack."),
      ElementsAre("unit"));
  EXPECT_THAT(found_between("أضاف الخباز الماء بلتر ونصف وحركه جيدا.",
                            "The baker added one and a half pints of water and stirred it well."),
              ElementsAre("unit"));
}

TEST(Checker, TellsNoDualOfWhatOnlyLooksLikeOne) {
  EXPECT_THAT(found_between("وقع البحار السمين في كمين قرب الميناء.",
                            "The fat sailor walked two miles and into an ambush near the harbour."),
              ::testing::Not(::testing::Contains("unit")));
}

TEST(Checker, TakesAnAmountInOtherUnitsForTheSame) {
  EXPECT_THAT(
      found_between("يعمل المكتب ساعة واحدة كل يوم.", "The office is open for 60 minutes a day."),
      IsEmpty());
  EXPECT_THAT(found_between("وصل البحار في يوم واحد بعد أسبوع من الرحيل.",
                            "The sailor arrived within 24 hours, a week after the departure."),
              IsEmpty());
  EXPECT_THAT(found_between("بعد أسبوع واحد وصل قارب ثان إلى الميناء.",
                            "After seven days a second boat reached the harbour."),
              IsEmpty());
}

// The two weeks of the English are those of the Arabic, not its 14 days.
TEST(Checker, TakesNoAmountTwice) {
  EXPECT_THAT(
      found_between("بقي البحار أسبوعين في الميناء ثم 14 يوما في الجزيرة.",
                    "The sailor stayed two weeks in the harbour and then 14 months on the island."),
      ElementsAre("unit"));
}

TEST(Checker, ComparesTheHalvesOfTheDay) {
  EXPECT_THAT(
      found_between("أبحرت السفينة الساعة الثالثة والنصف عصرا.", "The ship sailed at 3:30 a.m."),
      ElementsAre("date"));
  EXPECT_THAT(found_between("تبحر السفينة في التاسعة مساء وتعود في العاشرة صباحا.",
                            "The ship sails at nine in the morning and returns at 10 a.m."),
              ElementsAre("date"));
  EXPECT_THAT(found_between("تبحر السفينة في التاسعة مساء وتعود في التاسعة صباحا.",
                            "The ship sails at 21:00 and returns at nine in the morning."),
              IsEmpty());
}

TEST(Checker, TellsOfQuotationMarksWithoutAPartner) {
  const std::string arabic = "قال البحار \"إن البحر هادئ\" ثم عاد إلى بيته.";
  EXPECT_THAT(found_between(arabic, "The sailor said \"the sea is calm\" and returned home."),
              IsEmpty());
  const Checked checked = check_texts(arabic + "\nفتح الحارس بوابة الحديقة قبل شروق الشمس.\n",
                                      "The sailor said \"the sea is calm and returned home.\n"
                                      "The guard opened the gate of the garden before sunrise.\n");
  ASSERT_THAT(found(checked), ElementsAre("punctuation"));
  EXPECT_EQ(checked.report.findings[0].english, (std::vector<ByteRange>{{16, 17}}));
  EXPECT_THAT(found_between("قال البحار «إن البحر هادئ» ثم عاد إلى بيته.",
                            "The sailor said \"\"the sea is calm\" and returned home."),
              ElementsAre("punctuation"));
}

// A quotation may be longer than a sentence.
TEST(Checker, LooksForThePartnerInTheSentencesAround) {
  const std::string arabic = "قال البحار إن البحر هادئ.\nثم عاد إلى بيته القديم.";
  EXPECT_THAT(
      found_between(arabic, "The sailor said: \"The sea is calm.\nThen he returned home.\""),
      IsEmpty());
  EXPECT_THAT(
      found_between(arabic, "The sailor said: \"The sea is calm.\n\"Then he returned home."),
      ElementsAre("punctuation"));
  EXPECT_THAT(
      found_between(arabic, "The sailor said: \"The sea is calm.\nThen \"he returned home."),
      ElementsAre("punctuation", "punctuation"));
}

struct Row {
  const char* name;
  const char* arabic;
  const char* english;
};

// ---- what raises nothing ----

class Same : public ::testing::TestWithParam<Row> {};

TEST_P(Same, RaisesNothing) {
  EXPECT_THAT(found_between(GetParam().arabic, GetParam().english), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Checker, Same,
    ::testing::Values(
        Row{"arabic_indic_digits", "باع الخباز ٢٥ رغيفا في السوق.",
            "The baker sold 25 loaves in the market."},
        Row{"number_words", "باع الخباز خمسة وعشرين رغيفا في السوق.",
            "The baker sold 25 loaves in the market."},
        Row{"dual", "انتظر البحار يومين في الميناء.", "The sailor waited two days in the harbour."},
        Row{"decimal_separator", "بلغ سعر القمح ١٫٥ دينار.",
            "The price of wheat reached 1.5 dinars."},
        Row{"thousands_separator", "تضم المكتبة ١٬٢٣٤ كتابا.", "The library holds 1,234 books."},
        Row{"million", "زار المتحف مليونان من الناس.", "Two million people visited the museum."},
        Row{"scale_said_once", "باع المصنع ما بين 2 و3 ملايين مصباح.",
            "The factory sold between 2 million and 3 million lamps."},
        Row{"scale_in_money", "بلغ ثمن السفينة 120 مليون دينار.", "The ship cost JOD 120m."},
        Row{"two_thousand", "جاء ألفا زائر إلى المعرض.", "The fair had 2,000 visitors."},
        Row{"one_hundred", "جاء مئة زائر إلى المعرض.", "One hundred visitors came to the fair."},
        Row{"accusative", "عاش البحار خمسا وعشرين سنة في الجزيرة.",
            "The sailor lived on the island for 25 years."},
        Row{"half_hour", "انتظر البحار نصف ساعة.", "The sailor waited for 30 minutes."},
        Row{"two_days", "بقي البحار يومين في الميناء القديم.",
            "The sailor stayed 48 hours in the old harbour."},
        Row{"twice", "طرق الحارس الباب مرتين ثم عاد.",
            "The guard knocked on the door twice and went back."},
        Row{"couple", "بقي البحار يومين في الميناء القديم.",
            "The sailor stayed a couple of days in the old harbour."},
        Row{"keys", "اضغط مفتاحي Ctrl وC ثم «Ctrl + S» قبل المطر.",
            "Press Ctrl+C and then CTRL+S before the rain."},
        Row{"evening_with_a_point", "أبحرت السفينة في تمام الساعة 20:15.",
            "The ship sailed at exactly 8.15 in the evening."},
        Row{"noon", "تنتهي الحصة عند الثانية عشرة ظهرا.", "The class ends at noon."},
        Row{"abbreviation", "سأل البحار السيد سميث: هل عاد الرجال؟ ثم نام.",
            "The sailor asked Mr. Smith whether the men had returned, and slept."},
        Row{"half_past", "أبحرت السفينة الساعة الثالثة والنصف عصرا.",
            "The ship sailed at 3:30 p.m."},
        Row{"weekday", "يجتمع المجلس كل خميس، ويصوت الاثنين معا يوم السبت.",
            "The council meets every week, and the two vote together on Saturday."},
        Row{"clock_with_a_point", "تبحر السفينة الليلة الساعة 23:45.",
            "The ship sails tonight at 23.45."},
        Row{"section_with_a_letter", "ق2.10 معمارية الدخول إلى النظام.",
            "V10.2 Architecture of the access to the system."},
        Row{"weekday_without_article", "حضر الطالبان معا في يوم جمعة ماطر.",
            "The students came together on a rainy Friday."},
        Row{"section", "2-1 يدفع المستأجر الأجرة في أول الشهر.",
            "1.2 The tenant shall pay the rent at the beginning of the month."},
        Row{"percent", "هبط سعر السكر ٣٠٪.", "The price of sugar fell by 30 percent."},
        Row{"levantine_month", "عاد البحار في 3 كانون الثاني 1987.",
            "The sailor returned on 3 January 1987."},
        Row{"maghrebi_month", "عاد البحار في 3 جانفي 1987.",
            "The sailor returned on 3 January 1987."},
        Row{"month_first", "عاد البحار في 3 يناير 1987.",
            "The sailor returned on January 3, 1987."},
        Row{"clock", "يفتح المتحف الساعة التاسعة صباحا.", "The museum opens at 9 a.m."},
        Row{"decade", "بُنيت المدرسة في التسعينيات.", "The school was built in the 1990s."},
        Row{"century", "بُنيت القلعة في القرن التاسع عشر.", "The castle was built in the 1800s."},
        Row{"question_mark", "هل عاد البحار إلى بيته؟", "Did the sailor return to his house?"},
        Row{"tatweel", "عـــاد البحار إلى بيته القديم.", "The sailor returned to his old house."},
        Row{"alef_spelling", "اكل الاولاد الخبز امام البيت.",
            "The boys ate the bread in front of the house."},
        Row{"quotation_style", "قال البحار: «البحر هادئ اليوم».",
            "The sailor said, \"The sea is calm today.\""},
        Row{"list_marker", "2) أغلق النافذة قبل المطر.", "b. Close the window before the rain."},
        Row{"name_by_letters", "وصلت سلمى إلى طنجة مساء أمس.",
            "Salma came to Tangier yesterday evening."},
        Row{"generic_currency", "دفع التاجر 300 دولار ثمنا للحصان.",
            "The merchant paid 300 US dollars for the horse."},
        Row{"phone", "اتصل بالمكتبة على الرقم ٠١١-٢٣٤٥٦٧٨ قبل الظهر.",
            "Call the library at +966 11 234 5678 before noon."},
        Row{"link", "الموقع هو https://example.org/books للمكتبة.",
            "The site of the library is https://example.org/books."}),
    [](const auto& row) { return std::string(row.param.name); });

// ---- what raises its rule ----

struct RuleRow {
  const char* rule;
  const char* arabic;
  const char* english;
};

class Different : public ::testing::TestWithParam<RuleRow> {};

TEST_P(Different, RaisesItsRuleAlone) {
  EXPECT_THAT(found_between(GetParam().arabic, GetParam().english), ElementsAre(GetParam().rule));
}

INSTANTIATE_TEST_SUITE_P(
    Checker, Different,
    ::testing::Values(
        RuleRow{"number", "باع الخباز خمسة وعشرين رغيفا في السوق.",
                "The baker sold 52 loaves in the market."},
        RuleRow{"number", "باع الخباز 25 رغيفا في السوق.", "The baker sold loaves in the market."},
        RuleRow{"number", "باع المصنع 8,096 مصباحا.", "The factory sold 8,095 lamps."},
        RuleRow{"number", "بقي البحار أسبوعين في الميناء القديم.",
                "The sailor stayed three weeks in the old harbour."},
        RuleRow{"number", "بقي البحار ثلاثة أسابيع في الميناء القديم.",
                "The sailor stayed two weeks in the old harbour."},
        RuleRow{"number", "يكلف القميص دينارا واحدا فقط.", "The shirt costs only two dinars."},
        RuleRow{"number", "طرق الحارس الباب مرتين ثم عاد.",
                "The guard knocked on the door three times and went back."},
        RuleRow{"number", "بلغ سعر القمح 17.3 دينار.", "The price of wheat reached 173 dinars."},
        RuleRow{"number", "بلغت كلفة الجسر 2.5 مليار دينار.",
                "The bridge cost 2.5 million dinars."},
        RuleRow{"number", "بلغت كلفة الجسر 2.5 مليار دينار.", "The bridge cost 25 billion dinars."},
        RuleRow{"number", "زار المعرض 300 ألف تاجر.", "300 merchants visited the fair."},
        RuleRow{"number", "اتصل بالمكتبة على الرقم ٠١١-٢٣٤٥٦٧٨ قبل الظهر.",
                "Call the library at +966 11 234 5687 before noon."},
        RuleRow{"date", "عاد البحار في 3 كانون الثاني 1987.",
                "The sailor returned on 3 June 1987."},
        RuleRow{"date", "يغلق المتحف أبوابه يوم الأربعاء.", "The museum is closed on Tuesdays."},
        RuleRow{"number", "يبعد النهر 2.5 كيلومترا عن البلدة في عام 2020.",
                "The river is far from the town in 2020."},
        RuleRow{"number", "نما السوق بنسبة 2.5٪.", "The market grew by 5.2%."},
        RuleRow{"number", "بلغ عدد السكان 5000000000 نسمة في مارس 2020.",
                "The population reached 7000000000 people in March 2020."},
        RuleRow{"unit", "يبعد النهر 40 كيلومترا عن البلدة.",
                "The river is 40 miles away from the town."},
        RuleRow{"unit", "دفع التاجر 300 دولار ثمنا للحصان.",
                "The merchant paid €300 for the horse."},
        RuleRow{"link", "الموقع هو https://example.org/books للمكتبة.",
                "The site of the library is https://example.com/shop."},
        RuleRow{"placeholder", "حذف البرنامج {count} من الملفات القديمة.",
                "The program deleted some of the old files."},
        RuleRow{"placeholder", "فتح البحار الملف report.pdf قبل المطر.",
                "The sailor opened the file summary.pdf before the rain."},
        RuleRow{"placeholder", "شغل البحار البرنامج بالخيار --force قبل المطر.",
                "The sailor ran the program with --fast before the rain."},
        RuleRow{"placeholder", "أرسل البحار الرسالة إلى %USER_NAME% قبل المطر.",
                "The sailor sent the letter to %USERNAME% before the rain."},
        RuleRow{"placeholder", "اضغط Ctrl+S لحفظ الرسالة قبل المطر.",
                "Press Ctrl+D to save the letter before the rain."},
        RuleRow{"punctuation", "هل عاد البحار إلى بيته القديم؟",
                "The sailor returned to his old house."},
        RuleRow{"punctuation", "هل عاد البحار إلى بيته القديم؟ لا، أبحر إلى الجزيرة.",
                "The sailor returned to his old house. No, he sailed to the island."},
        RuleRow{"punctuation", "عاد البحار (وهو مريض) إلى بيته القديم.",
                "The sailor (who was ill returned to his old house."},
        RuleRow{"punctuation", "عاد البحار (وهو مريض) إلى بيته القديم.",
                "The sailor [who was ill) returned to his old house."},
        RuleRow{"untranslated", "أغلق البحار النافذة قبل المطر الشديد في الليل.",
                "The sailor closed the window قبل المطر الشديد في الليل."},
        RuleRow{"omission", "ثم سقى البستاني أشجار الليمون بماء البئر العميقة.", ""},
        RuleRow{"addition", "", "Then the gardener watered the lemon trees from the deep well."}),
    [](const auto& row) { return std::string(row.param.rule) + "_" + std::to_string(row.index); });

TEST(Checker, FindsTheExampleOfEachRule) {
  for (const RuleInfo& rule : rules()) {
    Checked checked{Document("ar.txt", std::string(rule.arabic)),
                    Document("en.txt", std::string(rule.english)),
                    {},
                    {}};
    checked.bitext = explaining_aligner().align(checked.arabic, checked.english);
    judge(checked);
    EXPECT_THAT(found(checked), ::testing::Contains(std::string(rule.name)));
    EXPECT_TRUE(checked.report.related) << rule.name;
  }
}

// ---- places ----

TEST(Checker, PutsNeighbouringSentencesIntoOneFinding) {
  const Checked checked = check_texts(
      "فتح الحارس بوابة الحديقة قبل شروق الشمس.\nثم سقى البستاني أشجار الليمون بماء البئر.\n"
      "وجلس الشيخ تحت التينة يقرأ كتابا قديما.\nأغلقت المدينة المكتبة يوم الأحد.\n",
      "The guard opened the gate of the garden before sunrise.\n"
      "The city closed the library on Sunday.\n");
  ASSERT_THAT(found(checked), ElementsAre("omission"));
  EXPECT_EQ(checked.report.findings[0].arabic.size(), 2U);
  EXPECT_TRUE(checked.report.findings[0].english.empty());
}

TEST(Checker, FindsAClauseThatWasLeftOut) {
  const std::string clause = "بعد أن أصلح الحدادون مرساة السفينة الصدئة في ورشة الميناء";
  const Checked checked =
      check_texts("فتح الحارس بوابة الحديقة قبل شروق الشمس.\nعاد البحار إلى بيته القديم، " +
                      clause + "، ونام حتى الظهر.\nأغلقت المدينة المكتبة يوم الأحد.\n",
                  "The guard opened the gate of the garden before sunrise.\n"
                  "The sailor returned to his old house and slept until noon.\n"
                  "The city closed the library on Sunday.\n");
  ASSERT_THAT(found(checked), ::testing::Contains("omission"));
  const auto finding = std::find_if(checked.report.findings.begin(), checked.report.findings.end(),
                                    [](const Finding& one) { return one.rule == Rule::omission; });
  const std::string_view spot = slice(checked.arabic.text(), finding->arabic[0]);
  EXPECT_NE(spot.find("الحدادون"), std::string_view::npos) << spot;
  EXPECT_EQ(spot.find("البحار إلى"), std::string_view::npos) << spot;
}

TEST(Checker, FindsAClauseThatWasLeftOutThoughANumberOfItSeemsToHaveChanged) {
  const Checked checked = check_texts(
      "فتح التاجر الباب في الصباح، وشرب القهوة مع 3 من أصدقائه القدامى في حديقة البيت الكبير قرب "
      "النهر، ثم خرج.\nأغلقت المدينة المكتبة يوم الأحد.\n",
      "The merchant opened the door in the morning at 7, then he went out.\n"
      "The city closed the library on Sunday.\n");
  EXPECT_THAT(found(checked), ::testing::Contains("omission"));
}

TEST(Checker, SaysThatASentenceStandsTwice) {
  const Checked checked = check_texts(
      "فتح الحارس بوابة الحديقة قبل شروق الشمس.\nدخل العمال وهم يحملون أدواتهم.\n"
      "أغلقت المدينة المكتبة يوم الأحد.\n",
      "The guard opened the gate of the garden before sunrise.\n"
      "The workers came in carrying their tools.\nThe workers came in carrying their tools.\n"
      "The city closed the library on Sunday.\n");
  EXPECT_THAT(found(checked), ElementsAre("duplicate"));
}

// ---- coverage ----

TEST(Checker, CoversACompleteTranslation) {
  const Checked checked =
      check_texts("فتح الحارس بوابة الحديقة.\nأغلقت المدينة المكتبة يوم الأحد.\n",
                  "The guard opened the gate of the garden.\n"
                  "The city closed the library on Sunday.\n");
  EXPECT_TRUE(checked.report.related);
  EXPECT_GT(checked.report.arabic.share, 0.97);
  EXPECT_LE(checked.report.arabic.low, checked.report.arabic.share);
  EXPECT_GE(checked.report.arabic.high, checked.report.arabic.share);
  EXPECT_EQ(checked.report.arabic_passages.size(), 1U);
}

TEST(Checker, SaysOfASideWithoutTextThatItIsMissing) {
  const Checked checked = check_texts("فتح الحارس بوابة الحديقة.\n", "");
  EXPECT_FALSE(checked.report.related);
  EXPECT_THAT(found(checked), ElementsAre("omission"));
  EXPECT_EQ(checked.report.findings[0].message, "there is no English text");
  EXPECT_EQ(checked.report.arabic.share, 0.0);
}

TEST(Checker, SaysThatThereIsNothingToCompare) {
  const Checked checked = check_texts("", "\n");
  EXPECT_FALSE(checked.report.related);
  ASSERT_THAT(found(checked), ElementsAre("omission"));
  EXPECT_EQ(checked.report.findings[0].severity, Severity::error);
  EXPECT_EQ(checked.report.findings[0].message, "there is neither Arabic nor English text");
}

}  // namespace
}  // namespace muwazi
