#include <gtest/gtest.h>

#include <string>

#include "muwazi/page/page.h"

namespace muwazi {
namespace {

struct Row {
  const char* name;
  const char* text;
  Language language;
};

class DetectLanguage : public testing::TestWithParam<Row> {};

TEST_P(DetectLanguage, IsWhatAReaderWouldSay) {
  EXPECT_EQ(code(detect_language(GetParam().text)), code(GetParam().language)) << GetParam().text;
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Lines, DetectLanguage, testing::Values(
    Row{"empty", "", Language::none},
    Row{"spaces", " \t\u00A0", Language::none},
    Row{"digits", "12/03/2021 – 14:05", Language::none},
    Row{"arabic_digits", "١٢٫٥ ٪", Language::none},
    Row{"arabic", "وصل الوفد إلى المدينة صباح اليوم.", Language::arabic},
    Row{"vocalised", "ذَهَبَ الوَلَدُ إِلى المَدْرَسَةِ", Language::arabic},
    Row{"one_arabic_word", "مقدمة", Language::arabic},
    Row{"arabic_with_terms", "يستخدم الخادم بروتوكول HTTPS مع شهادة TLS صالحة.", Language::arabic},
    Row{"term_first", "Docker أداة لتشغيل التطبيقات في حاويات معزولة.", Language::arabic},
    Row{"foreign_name_with_persian_letters", "أعلن تشاڤيز وگيبسون في القاهرة عن الاتفاق.", Language::arabic},
    Row{"persian_keyboard", "قال الوزیر إن الحکومة ستعلن القرار في الأسبوع المقبل", Language::arabic},
    Row{"english", "The committee will meet again on Monday.", Language::english},
    Row{"english_with_arabic_name", "The newspaper (الأهرام) was founded in 1875 in Egypt.", Language::english},
    Row{"abbreviation", "CWE", Language::english},
    Row{"short_heading", "Getting started", Language::english},
    Row{"name", "Maria van der Berg", Language::english},
    Row{"accented_names", "Häußge and Étienne met the Núñez family.", Language::english},
    Row{"for_example", "Some fruits (e.g. apples) keep longer than others (e.g. figs), e.g. in a cellar.", Language::english},
    Row{"french", "Le ministre est arrivé dans la ville avec les membres de son parti.", Language::other},
    Row{"german", "Die Regierung hat sich mit dem Parlament auf eine Reform geeinigt.", Language::other},
    Row{"spanish", "El gobierno anunció que los precios de la energía no subirán este año.", Language::other},
    Row{"turkish", "Bakan, toplantıdan sonra bir açıklama yaptı ve soruları yanıtladı.", Language::other},
    Row{"french_short", "Les travaux commencent lundi.", Language::other},
    Row{"french_with_words_of_english", "Elle a dit non.", Language::other},
    Row{"french_elided", "Voici l'hiver.", Language::english},
    Row{"french_elided_longer", "Voici enfin l'hiver.", Language::other},
    Row{"german_short", "Die Arbeiten beginnen am Montag.", Language::other},
    Row{"german_with_words_of_english", "Der Mann war in Berlin.", Language::other},
    Row{"spanish_short", "Las obras comienzan el lunes.", Language::other},
    Row{"italian_short", "I lavori iniziano dopo la festa.", Language::other},
    Row{"portuguese_short", "As obras não começaram.", Language::other},
    Row{"turkish_short", "Köprü yarın açılıyor.", Language::other},
    Row{"name_with_article", "El Salvador votes Sunday", Language::english},
    Row{"name_with_particles", "Ludwig van Holten visits Cairo", Language::english},
    Row{"loan_word", "New café opens Tuesday", Language::english},
    Row{"latin_phrase", "GDP per capita", Language::english},
    Row{"option", "ls -la /usr/les", Language::english},
    Row{"vietnamese", "Chính phủ đã công bố kế hoạch mới vào hôm qua", Language::other},
    Row{"russian", "Заседание состоится завтра.", Language::other},
    Row{"chinese", "会议将于明天举行。", Language::other},
    Row{"persian", "وزیر گفت که این تصمیم برای مردم است و در هفته آینده اجرا می‌شود.", Language::other},
    Row{"persian_digits", "این پل ۸۴۰ متر طول دارد.", Language::other},
    Row{"persian_short", "او نه گفت.", Language::other},
    Row{"persian_work", "کار از دوشنبه آغاز می‌شود.", Language::other},
    Row{"arabic_with_persian_digits", "بلغ طول الجسر ۸۴۰ مترا", Language::arabic},
    Row{"urdu_short", "یہ پل لمبا ہے۔", Language::other},
    Row{"urdu", "وزیر اعظم نے کہا ہے کہ یہ فیصلہ عوام کے لیے ہے۔", Language::other},
    Row{"kurdish", "سەرۆک لە کۆبوونەوەکە قسەی کرد", Language::other},
    Row{"both", "تقرير التنمية البشرية السنوي Annual Human Development Report", Language::mixed},
    Row{"hostile_bytes", "\xFF\xFE\xC3(", Language::none}),
    [](const auto& row) { return std::string(row.param.name); });
// clang-format on

TEST(ReadPage, AsksTheNeighboursOfAShortLineForItsLanguage) {
  const Page page = read_page(
      "The gates will open to all on Monday.\nVisitors welcome\n\n"
      "Les portes sont ouvertes dans la ville.\nVisiteurs bienvenus\nIl ne pleut pas sur le "
      "pont.\n");
  ASSERT_EQ(page.lines.size(), 6U);
  EXPECT_EQ(code(page.lines[1].language), code(Language::english));
  EXPECT_EQ(code(page.lines[4].language), code(Language::other));
}

}  // namespace
}  // namespace muwazi
