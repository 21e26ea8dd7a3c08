#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "muwazi/page/page.h"

namespace muwazi {
namespace {

constexpr const char* kEnglish =
    "The municipal council met on Sunday evening to discuss the new transport\n"
    "plan in the old city, and the head of the council said that the plan\n"
    "would relieve congestion in the narrow streets and give residents new bus\n"
    "lines. He added that work would begin next spring if the government\n"
    "approved the budget.\n"
    "\n"
    "A number of traders asked for the plan to be postponed until the end of\n"
    "the tourist season, because closing the streets would harm their\n"
    "business.\n";
constexpr const char* kArabic =
    "اجتمع مجلس البلدية مساء الأحد لمناقشة خطة النقل الجديدة في المدينة\n"
    "القديمة، وقال رئيس المجلس إن الخطة ستخفف الازدحام في الشوارع الضيقة\n"
    "وتمنح السكان خطوط حافلات جديدة. وأضاف أن التنفيذ سيبدأ في الربيع\n"
    "المقبل إذا وافقت الحكومة على الميزانية.\n"
    "\n"
    "وطالب عدد من التجار بتأجيل الخطة حتى نهاية موسم السياحة، لأن إغلاق\n"
    "الشوارع سيضر بأعمالهم.\n";

TEST(WrappedParagraphs, AreOnePassageEach) {
  const std::string text = std::string(kEnglish) + "\n" + kArabic;
  const Page page = read_page(text);
  ASSERT_EQ(page.passages.size(), 4U);
  for (const Passage& passage : page.passages) EXPECT_TRUE(passage.wrapped);
  EXPECT_EQ(page.passages[1].line, 6U);
  EXPECT_EQ(page.passages[1].paragraph, 1U);
  EXPECT_EQ(page.passages[2].language, Language::arabic);
  ASSERT_EQ(page.lines.size(), 17U);
  EXPECT_EQ(slice(text, page.lines[2].bytes),
            "would relieve congestion in the narrow streets and give residents new bus");
  EXPECT_TRUE(slice(text, page.passages[0].bytes).ends_with("the budget."));
}

TEST(WrappedParagraphs, AreToldInAFileOfOneLanguage) {
  EXPECT_EQ(read_monolingual(kEnglish, Language::english).passages.size(), 2U);
  const Page lines = read_monolingual(kEnglish, Language::english, false);
  EXPECT_EQ(lines.passages.size(), 8U);
  EXPECT_FALSE(lines.passages[0].wrapped);
}

TEST(WrappedParagraphs, EndAtItemsOfListsAndAtIndentation) {
  const std::string list = std::string(kEnglish) +
                           "- a first item that is about as long as the lines of the paragraphs\n"
                           "- a second item that is about as long as the lines of the paragraphs\n";
  EXPECT_EQ(read_page(list).passages.size(), 4U);
  const std::string indented =
      std::string(kEnglish) +
      "Nobody on the council had an answer to the question of who would pay,\n"
      "   and the meeting went on until late at night.\n";
  EXPECT_EQ(read_page(indented).passages.size(), 4U);
}

TEST(ShortLines, AreNoParagraphsHoweverManyBytesTheyHave) {
  // As many lines of goods as a filler that counts bytes would break at 40 of them.
  const std::string goods =
      "أقلام رصاص ملونة\nدفاتر مدرسية كبيرة\nحقائب جلدية سوداء\nمقصات ورق صغيرة\n"
      "ألوان مائية جديدة\nمساطر خشبية طويلة\nأوراق بيضاء سميكة\nعلب هندسية كاملة\n";
  const Page page = read_monolingual(goods, Language::arabic);
  EXPECT_EQ(page.passages.size(), 8U);
  for (const Passage& passage : page.passages) EXPECT_FALSE(passage.wrapped);
}

struct Row {
  const char* name;
  const char* text;
  std::size_t lines;
};

class UnwrappedLines : public testing::TestWithParam<Row> {};

TEST_P(UnwrappedLines, StayAlone) {
  const Page page = read_page(GetParam().text);
  EXPECT_EQ(page.passages.size(), GetParam().lines);
  for (const Passage& passage : page.passages) EXPECT_FALSE(passage.wrapped);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Texts, UnwrappedLines, testing::Values(
    Row{"verses", "O river, my friend\nwhere are you going\nwhile the night is long\nand the sea is far\n\n"
                  "You pass the villages\nand do not sleep\nand carry the stories of the old people\n"
                  "into the evening\n", 8},
    Row{"arabic_verses", "يا نهر يا صديقي\nإلى أين تمضي بنا هذا المساء\nوالليل طويل\nوالبحر بعيد عن القرى\n\n"
                         "تمر بالقرى\nولا تنام حتى يطلع الصباح\nوتحمل الحكايات\nإلى المساء\n", 8},
    Row{"headlines", "Farmers in the valley wait for rain\nPort reopens after a week of storms\n"
                     "Why the old market will move\nA school without walls\n"
                     "Twelve new buses for the coast line this summer\n", 5},
    Row{"sentences", "The gate was open.\nNobody had seen the guard since the evening before.\n"
                     "Was he asleep?\nThe dog knew, and it did not say a word about it.\n", 4}),
    [](const auto& row) { return std::string(row.param.name); });
// clang-format on

}  // namespace
}  // namespace muwazi
