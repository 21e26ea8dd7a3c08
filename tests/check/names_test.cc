// Names that were changed, and those that only look so.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "check/checked.h"

namespace muwazi {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Names, FindsAnotherNameInThePlaceOfOne) {
  const Checked checked = check_texts(
      "وصلت سلمى إلى طنجة مساء أمس.\nالتقى فلاديمير بالطبيب في السوق.\nنامت سلمى في الفندق.\n"
      "اشترى فلاديمير خبزا للأولاد.\n",
      "Salma came to Tangier yesterday evening.\nIn the market Vladimir met the doctor.\n"
      "In the hotel Salma slept.\nThen Salma bought bread for the children.\n");
  ASSERT_THAT(found(checked), ElementsAre("name"));
  EXPECT_EQ(slice(checked.english.text(), checked.report.findings[0].english[0]), "Salma");
  EXPECT_EQ(slice(checked.arabic.text(), checked.report.findings[0].arabic[0]), "فلاديمير");
}

TEST(Names, FindsANameInThePlaceOfOneByTheWordsAroundIt) {
  const std::string arabic =
      "وصلت سلمى إلى بغداد في الصباح.\nكتب رئيس وزراء إيطاليا رسالة طويلة.\nزار كريم بغداد أمس.\n"
      "سافر ملك إيطاليا إلى البحر.\nعاش كريم في إيطاليا عاما.\n";
  const auto english = [](const std::string& country) {
    return "Salma came to Baghdad in the morning.\nThe prime minister of " + country +
           " wrote a long letter.\nKarim visited Baghdad yesterday.\n"
           "The king of Italy travelled to the sea.\nKarim lived in Italy for a year.\n";
  };
  EXPECT_THAT(found(check_texts(arabic, english("Italy"))), IsEmpty());
  EXPECT_THAT(found(check_texts(arabic, english("Portugal"))), ElementsAre("name"));
}

TEST(Names, FindsANameThatTheArabicHasOnceMore) {
  const std::string arabic = "سافر التاجر إلى إيطاليا في الربيع.\nأرسلت إيطاليا سفيرها إلى ",
                    english =
                        "The merchant travelled to Italy in spring.\nItaly sent the ambassador to ";
  EXPECT_THAT(found(check_texts(arabic + "المدينة ثم عاد السفير إلى إيطاليا في الشتاء.\n",
                                english + "the city and then he returned to Norway in winter.\n")),
              ElementsAre("name"));
  EXPECT_THAT(found(check_texts(arabic + "المدينة ثم عاد السفير إلى إيطاليا في الشتاء.\n",
                                english + "the city and then he returned to Italy in winter.\n")),
              IsEmpty());
}

TEST(Names, FindsANameThatTheEnglishGivesOnceOfTwice) {
  const auto english = [](const std::string& second) {
    return "The merchant travelled to Damascus in spring.\nKarim wrote to Salma, and the guard "
           "read the letter to " +
           second + ".\nSalma closed the window.\n";
  };
  const std::string arabic =
      "سافر التاجر إلى دمشق في الربيع.\nكتب كريم إلى سلمى وقرأ الحارس الرسالة لسلمى.\nأغلقت سلمى "
      "النافذة.\n";
  EXPECT_THAT(found(check_texts(arabic, english("Salma"))), IsEmpty());
  EXPECT_THAT(found(check_texts(arabic, english("Robert"))), ElementsAre("name"));
}

TEST(Names, SaysNothingOfAPeopleInThePlaceOfItsCountry) {
  EXPECT_THAT(found_between("اشترى التاجر الأقمشة من الهنود والصينيين.",
                            "The merchant bought the cloth from India and China."),
              IsEmpty());
  EXPECT_THAT(found_between("قرأ الكاتب قصائد من اليونان.", "The writer read Greek poems."),
              IsEmpty());
}

TEST(Names, SaysNothingOfANameThatATranslatorAddedInBrackets) {
  EXPECT_THAT(
      found_between("قال لهم إن الحارس فتح البوابة في الصباح.",
                    "He said to them, [O Solomon], that the guard opened the gate in the morning."),
      IsEmpty());
}

TEST(Names, OfOrganisationsAreComparedWithTheirInitials) {
  const std::string arabic = "قرأ الطبيب رسالة من منظمة الصحة العالمية في الصباح.";
  EXPECT_THAT(found_between(arabic, "In the morning the doctor read a letter from the WHO."),
              IsEmpty());
  EXPECT_THAT(found_between(arabic, "In the morning the doctor read a letter from the IMF."),
              ElementsAre("name"));
  EXPECT_THAT(
      found_between(arabic, "In the morning the doctor read a letter from the Organization."),
      IsEmpty());
}

TEST(Names, OfAnOrganisationMayBePartOfItsBranches) {
  EXPECT_THAT(found_between("قرأ الطبيب رسالة من برنامج الأمم المتحدة للبيئة في الصباح.",
                            "In the morning the doctor read a letter from the UN on nature."),
              IsEmpty());
  EXPECT_THAT(found_between("قرأ الطبيب رسالة من اليونيسف في الصباح.",
                            "In the morning the doctor read a letter from the UN agency."),
              IsEmpty());
}

TEST(Names, OfASentenceBesideExcuseNone) {
  const std::string arabic =
      "زار الطبيب مقر حلف الناتو في الصباح.\nقرأ الشاعر رسالة من الناتو.\n"
      "أغلقت المدينة المكتبة يوم الأحد.\n";
  const auto english = [](const std::string& second) {
    return "In the morning the doctor visited the building of NATO.\nThe poet read a letter from " +
           second + ".\nThe city closed the library on Sunday.\n";
  };
  EXPECT_THAT(found(check_texts(arabic, english("NATO"))), IsEmpty());
  EXPECT_THAT(found(check_texts(arabic, english("ASEAN"))), ElementsAre("name"));
}

TEST(Names, ThatTheModelDoesNotKnowAreCompared) {
  const std::string arabic = "التقى كريم بريكمانو في السوق.";
  EXPECT_THAT(found_between(arabic, "Karim met Brickmano in the market."), IsEmpty());
  EXPECT_THAT(found_between(arabic, "Karim met Robert in the market."), ElementsAre("name"));
  EXPECT_THAT(found_between("شاهد كريم الفيلم على نتفليكس.", "Karim watched the film on Netflix."),
              IsEmpty());
  EXPECT_THAT(found_between("شاهد كريم الفيلم على نتفليكس.", "Karim watched the film on Amazon."),
              ElementsAre("name"));
}

TEST(Names, MayBeTwoWordsInOneLanguage) {
  EXPECT_THAT(found_between("كتب ديفرانس رسالة إلى الملك في الصباح.",
                            "In the morning De France wrote a letter to the king."),
              IsEmpty());
  EXPECT_THAT(found_between("اشترى الطبيب الخبز من متجر وول ماركت في المدينة.",
                            "The doctor bought the bread in the Wallmarket shop in the city."),
              IsEmpty());
}

TEST(Names, MayBeInitialsSaidLetterByLetter) {
  const std::string arabic = "قرأ الطبيب رسالة من شركة بي إتش كيو في الصباح.";
  EXPECT_THAT(
      found_between(arabic, "In the morning the doctor read a letter from the BHQ company."),
      IsEmpty());
}

std::vector<std::string> names_in(const Checked& checked) {
  std::vector<std::string> out;
  for (const Finding& finding : checked.report.findings) {
    if (finding.rule == Rule::name)
      out.emplace_back(slice(checked.english.text(), finding.english[0]));
  }
  return out;
}

/// Of a sentence between others that pair without doubt.
std::vector<std::string> names_between(const std::string& arabic, const std::string& english) {
  return names_in(check_texts("فتح الحارس بوابة الحديقة قبل شروق الشمس.\n" + arabic +
                                  "\nأغلقت المدينة المكتبة يوم الأحد.\n",
                              "The guard opened the gate of the garden before sunrise.\n" +
                                  english + "\nThe city closed the library on Sunday.\n"));
}

TEST(Names, AreEachInThePlaceOfAnother) {
  const std::string arabic = "قال مانديلا إن الحكومة طلبت من ريغان المال.";
  for (const std::string first : {"He", "Gandhi"}) {
    EXPECT_THAT(names_between(arabic, first + " said that the government of Churchill had asked "
                                              "Putin for the money."),
                Contains("Putin"))
        << first;
  }
}

TEST(Names, OfSeveralWordsAreOne) {
  EXPECT_THAT(names_between("التقى الرئيس ميركل في القصر الكبير.",
                            "The president met Jean Claude Juncker in the large palace."),
              ElementsAre("Jean Claude Juncker"));
}

TEST(Names, BehindParticlesAreKnown) {
  const std::string arabic = "بنى العمال جسرا طويلا لإسرائيل ولألمانيا.";
  EXPECT_THAT(found_between(arabic, "The workers built a long bridge for Israel and for Germany."),
              IsEmpty());
  EXPECT_THAT(found_between(arabic, "The workers built a long bridge for Norway and for Germany."),
              ElementsAre("name"));
}

TEST(Names, AreNoUnitsAndNoFormulas) {
  EXPECT_THAT(found_between("يعمل الجهاز على تردد 2.4 جيغاهرتز في المدينة.",
                            "In the city the device works at 2.4Ghz."),
              IsEmpty());
  EXPECT_THAT(found_between("وصف الطبيب الببتيد أسبارتيت-أرجنين-فالين-تايروسين في الكتاب.",
                            "In the book the doctor described the peptide Asp-Arg-Val-Tyr."),
              IsEmpty());
}

TEST(Names, KeepTheirGreekEndingInArabic) {
  EXPECT_THAT(found_between("كتب هيرودوس رسالة إلى الملك في الصباح.",
                            "In the morning Herod wrote a letter to the king."),
              IsEmpty());
}

TEST(Names, ThatTheArabicHasInLatinLettersAreNoOthers) {
  EXPECT_THAT(found_between("لعب كريم في فريق Delta. وفاز يوسف في لندن مع Delta على الجميع.",
                            "Karim played for Delta. Youssef won everything with Delta."),
              IsEmpty());
}

TEST(Names, InLatinLettersAreCompared) {
  const std::string arabic = "سمع الشاعر أغنية Coldplay في الحديقة.";
  EXPECT_THAT(found_between(arabic, "In the garden the poet heard a song of Coldplay."), IsEmpty());
  EXPECT_THAT(found_between(arabic, "In the garden the poet heard a song of Radiohead."),
              ElementsAre("name"));
  EXPECT_THAT(found_between("تنطلق حافلات شركة CTM من الدار البيضاء مرتين في اليوم.",
                            "ONCF buses leave Casablanca twice a day."),
              ElementsAre("name"));
  EXPECT_THAT(found_between("زار الطبيب مصنع Toyota في المدينة.",
                            "In the city the doctor went to a factory of Honda."),
              ElementsAre("name"));
  EXPECT_THAT(found_between("اشترى المهندس جهاز GPS في المدينة.",
                            "In the city the engineer bought a Global Positioning System."),
              IsEmpty());
  EXPECT_THAT(found_between("كتب المهندس البرنامج بلغة JavaScript في المدينة.",
                            "In the city the engineer wrote the program in JS."),
              IsEmpty());
}

}  // namespace
}  // namespace muwazi
