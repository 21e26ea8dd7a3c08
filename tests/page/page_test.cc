#include "muwazi/page/page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace muwazi {
namespace {

/// Passages as "ar:text" and "en:text".
std::vector<std::string> passages(const std::string& text) {
  std::vector<std::string> found;
  for (const Passage& p : read_page(text).passages) {
    found.push_back(std::string(code(p.language)) + ":" + std::string(slice(text, p.bytes)));
  }
  return found;
}

using Strings = std::vector<std::string>;

/// Passages and skipped ranges cover each byte once.
void expect_tiles(std::string_view text, const Page& page) {
  std::vector<ByteRange> all;
  for (const Passage& p : page.passages) all.push_back(p.bytes);
  for (const Skipped& s : page.skipped) all.push_back(s.bytes);
  std::sort(all.begin(), all.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  std::size_t at = 0;
  for (const ByteRange range : all) {
    ASSERT_EQ(range.begin, at);
    ASSERT_LT(range.begin, range.end);
    at = range.end;
  }
  ASSERT_EQ(at, text.size());
}

TEST(ReadPage, ReadsBlockAfterBlock) {
  const std::string text =
      "الماء في المدينة\nشربت المدينة من النهر مئات السنين قبل حفر الآبار.\n\n"
      "Water in the city\nThe city drank from the river for centuries before wells were dug.\n";
  EXPECT_EQ(passages(text),
            (Strings{"ar:الماء في المدينة", "ar:شربت المدينة من النهر مئات السنين قبل حفر الآبار.",
                     "en:Water in the city",
                     "en:The city drank from the river for centuries before wells were dug."}));
  const Page page = read_page(text);
  EXPECT_EQ(page.passages[0].role, Role::heading);
  EXPECT_EQ(page.passages[1].role, Role::body);
  EXPECT_EQ(page.passages[1].paragraph, 0U);
  EXPECT_EQ(page.passages[2].paragraph, 1U);
  EXPECT_EQ(page.passages[2].line, 3U);
}

TEST(ReadPage, ReadsColumnsWithTabs) {
  EXPECT_EQ(passages("العربية\tEnglish\nتفاحة\tapple\nسنة\tyear\n7\t8\n"),
            (Strings{"ar:تفاحة", "en:apple", "ar:سنة", "en:year", "ar:7", "en:8"}));
}

TEST(ReadPage, CutsALineWhereTheLanguageChangesAtTheEndOfASentence) {
  EXPECT_EQ(
      passages("نزل المطر ليلا. فاض النهر! It rained at night. The river rose (2 m).\n"),
      (Strings{"ar:نزل المطر ليلا. فاض النهر!", "en:It rained at night. The river rose (2 m)."}));
  EXPECT_EQ(
      passages("It rained at night. نزل المطر في الليل. 12 boats sank there. غرق هناك 12 قاربا.\n"),
      (Strings{"en:It rained at night.", "ar:نزل المطر في الليل.", "en:12 boats sank there.",
               "ar:غرق هناك 12 قاربا."}));
  // A name in the other script is no turn, wherever it stands.
  for (const char* line : {"كتبت البرنامج بلغة Node.js ثم عدت إلى البيت. React مكتبة أخرى معروفة.",
                           "The word is written so. كتاب is what the teacher wrote."}) {
    EXPECT_EQ(passages(line).size(), 1U) << line;
  }
}

TEST(ReadPage, TakesARowThatRepeatsItselfForNoTranslation) {
  const std::string text =
      "ID\tEnglish\tArabic\n1\tpear\tكمثرى\n2\tAda Lovelace\tAda Lovelace\n3\tyear\tسنة\n"
      "4\t2019\t2019\n5\tThe page shows all of the open orders.\tThe page shows all of the open "
      "orders.\n";
  EXPECT_EQ(passages(text), (Strings{"en:pear", "ar:كمثرى", "en:year", "ar:سنة",
                                     "en:The page shows all of the open orders."}));
}

TEST(ReadPage, ReadsColumnsTheOtherWayRoundAndWithBars) {
  EXPECT_EQ(
      passages("| English | العربية |\n|---|---|\n| apple | تفاحة |\n| green pear | كمثرى خضراء |\n"
               "| RNN | RNN |\n"),
      (Strings{"en:apple", "ar:تفاحة", "en:green pear", "ar:كمثرى خضراء"}));
}

TEST(ReadPage, ReadsColumnsOfSpacesAndOfNumbers) {
  EXPECT_EQ(passages("تفاحة خضراء    green apple\nكتاب    book\n"),
            (Strings{"ar:تفاحة خضراء", "en:green apple", "ar:كتاب", "en:book"}));
  EXPECT_EQ(passages("1\tتفاحة\tapple\n2\tكتاب\tbook\n"),
            (Strings{"ar:تفاحة", "en:apple", "ar:كتاب", "en:book"}));
}

TEST(ReadPage, ReadsATranslationInBrackets) {
  EXPECT_EQ(
      passages("فتح الحارس الباب في الصباح. (The guard opened the gate in the morning.)\n"
               "كان البيت (القديم) خاليا. (The (old) house was empty.)\nCWE (CWE)\n(C6) ((C6))\n"),
      (Strings{"ar:فتح الحارس الباب في الصباح.", "en:The guard opened the gate in the morning.",
               "ar:كان البيت (القديم) خاليا.", "en:The (old) house was empty."}));
  EXPECT_EQ(passages("The guard opened the gate (فتح الحارس الباب).\n"),
            (Strings{"en:The guard opened the gate", "ar:فتح الحارس الباب"}));
}

TEST(ReadPage, LeavesATermInBracketsWhereItIs) {
  const std::string line = "اكتب كلمة المرور الجديدة مرتين ثم احفظها في مكان آمن (password)";
  EXPECT_EQ(passages(line), Strings{"ar:" + line});
  const std::string inside = "اكتب كلمة المرور (password) الجديدة";
  EXPECT_EQ(passages(inside), Strings{"ar:" + inside});
}

TEST(ReadPage, ReadsHeadingsInTwoLanguages) {
  EXPECT_EQ(passages("نظرة عامة / Overview\n"), (Strings{"ar:نظرة عامة", "en:Overview"}));
  EXPECT_EQ(passages("User guide – دليل المستخدم\n"),
            (Strings{"en:User guide", "ar:دليل المستخدم"}));
  EXPECT_EQ(passages("باب المدينة The city gate\nسوق السمك The fish market\nبيت القاضي The house "
                     "of the judge\n"),
            (Strings{"ar:باب المدينة", "en:The city gate", "ar:سوق السمك", "en:The fish market",
                     "ar:بيت القاضي", "en:The house of the judge"}));
}

TEST(ReadPage, ReadsOneHeadingInTwoLanguagesAmongOtherLines) {
  const std::string before = "سيرة الكاتب / About the author\n";
  const std::string after =
      "الاسم: سلمى إدريس\nName: Salma Idris\nالبريد / Mail: salma@example.org\n"
      "الهاتف / Phone: +962 6 555 0199\nولدت في قرية على الساحل.\n"
      "She was born in a village on the coast.\nدرست البحر والسفن.\nShe studied sea and ships.\n";
  EXPECT_EQ(passages(before + after),
            (Strings{"ar:سيرة الكاتب", "en:About the author", "ar:الاسم: سلمى إدريس",
                     "en:Name: Salma Idris", "ar:البريد", "en:Mail: salma@example.org", "ar:الهاتف",
                     "en:Phone: +962 6 555 0199", "ar:ولدت في قرية على الساحل.",
                     "en:She was born in a village on the coast.", "ar:درست البحر والسفن.",
                     "en:She studied sea and ships."}));
  // Sides of which one is much longer, or a side in both languages, are no translations.
  for (const std::string line :
       {"اكتب اسم البرنامج الذي تريد تشغيله / run", "نظام Harbor للبيع / New Harbor"})
    EXPECT_EQ(passages(line + "\n" + after).front(), "ar:" + line);
}

TEST(ReadPage, GivesUntranslatedLinesToBothSidesOfAlternatingText) {
  EXPECT_EQ(passages("قرأ الولد الكتاب كله في يوم.\nThe boy read the whole book in a day.\n"
                     "Proxy Tool\nProxy Tool\nثم نام حتى طلع الصباح عليه.\nThen he slept until "
                     "morning came.\n"),
            (Strings{"ar:قرأ الولد الكتاب كله في يوم.", "en:The boy read the whole book in a day.",
                     "ar:Proxy Tool", "en:Proxy Tool", "ar:ثم نام حتى طلع الصباح عليه.",
                     "en:Then he slept until morning came."}));
}

TEST(ReadPage, SkipsOtherLanguagesWithTheirReason) {
  const std::string text =
      "Заседание состоится завтра.\nThe meeting is tomorrow at noon.\nRead more\n";
  const Page page = read_page(text);
  ASSERT_EQ(page.passages.size(), 1U);
  ASSERT_EQ(page.skipped.size(), 5U);
  EXPECT_EQ(page.skipped[0].reason, SkipReason::other_language);
  EXPECT_EQ(page.skipped[1].reason, SkipReason::whitespace);
  EXPECT_EQ(page.skipped[3].reason, SkipReason::boilerplate);
}

TEST(ReadPage, SkipsAsWhiteSpaceOnlyWhiteSpace) {
  for (const char* line : {"***", "---", "```", "* * *", "…"}) {
    const std::string text = std::string("One two.\n\n") + line + "\n \nThree four.\n";
    const Page page = read_page(text);
    expect_tiles(text, page);
    for (const Skipped& skipped : page.skipped) {
      const std::string_view bytes = slice(text, skipped.bytes);
      const bool white = bytes.find_first_not_of(" \n") == std::string_view::npos;
      EXPECT_EQ(code(skipped.reason), white ? "whitespace" : "boilerplate") << line;
    }
  }
  const std::string text = "نزل المطر (It rained)\n";
  const Page page = read_page(text);
  expect_tiles(text, page);
  ASSERT_EQ(page.skipped.size(), 4U);
  EXPECT_EQ(page.skipped[0].reason, SkipReason::whitespace);
  EXPECT_EQ(slice(text, page.skipped[1].bytes), "(");
  EXPECT_EQ(page.skipped[1].reason, SkipReason::boilerplate);
  EXPECT_EQ(slice(text, page.skipped[2].bytes), ")");
  EXPECT_EQ(page.skipped[2].reason, SkipReason::boilerplate);
  EXPECT_EQ(page.skipped[3].reason, SkipReason::whitespace);
}

TEST(ReadPage, KnowsEveryLineEnd) {
  const std::string text =
      "\uFEFFone two\r\nthree four\rfive six\u2028seven\u2029eight\vnine\ften\n";
  const Page page = read_page(text);
  ASSERT_EQ(page.lines.size(), 7U);
  EXPECT_EQ(slice(text, page.lines[0].bytes), "\uFEFFone two");
  EXPECT_EQ(slice(text, page.passages[0].bytes), "one two");
  expect_tiles(text, page);
}

TEST(ReadPage, HasNoLinesForAnEmptyText) {
  const Page page = read_page("");
  EXPECT_TRUE(page.lines.empty());
  EXPECT_TRUE(page.passages.empty());
  EXPECT_TRUE(page.skipped.empty());
}

TEST(ReadPage, TilesWhateverComes) {
  static const Strings kPieces = {"\n",
                                  "\n\n",
                                  "\r\n",
                                  "\t",
                                  "  ",
                                  " | ",
                                  "(",
                                  ")",
                                  "((",
                                  "]",
                                  "كتاب",
                                  "في البيت",
                                  "the house",
                                  "Read more",
                                  "اقرأ أيضا",
                                  "12:30",
                                  "٥ رجب",
                                  "English",
                                  "العربية",
                                  " / ",
                                  ".",
                                  "؟",
                                  "•",
                                  "- ",
                                  "\u200F",
                                  "\u2028",
                                  "\f",
                                  "\uFEFF",
                                  "©",
                                  "été",
                                  "گفت",
                                  "\xFF",
                                  "\xE2\x80",
                                  "\xC2",
                                  std::string(1, '\0'),
                                  "a b c d e f g h i j k l m n."};
  std::mt19937 random(20240517);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += kPieces[random() % kPieces.size()];
    const Page page = read_page(text);
    ASSERT_NO_FATAL_FAILURE(expect_tiles(text, page)) << text;
    ASSERT_NO_FATAL_FAILURE(expect_tiles(text, read_monolingual(text, Language::english))) << text;
    for (const Passage& p : page.passages) {
      ASSERT_TRUE(p.language == Language::arabic || p.language == Language::english);
      ASSERT_TRUE(p.role == Role::body || p.role == Role::heading);
    }
  }
}

/// Repeated until it is large; each must take time that grows with its length only.
TEST(ReadPage, TakesLinearTimeOnLargeTexts) {
  const auto repeated = [](const std::string& piece, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + piece.size());
    while (text.size() < bytes) text += piece;
    return text;
  };
  for (const std::string& text :
       {repeated("كلمة word (", 4'000'000), repeated("\n", 1'000'000), repeated(") ", 2'000'000),
        repeated("Read more\nA short headline\n\n", 1'500'000), repeated("  |\t", 2'000'000),
        repeated("Home\nأخبار\n", 1'000'000), repeated("(((", 1'000'000)}) {
    expect_tiles(text, read_page(text));
  }
}

TEST(ReadMonolingual, KeepsEverythingButBlankLines) {
  const std::string text = "Home | News\n\n12\nRead more\n***\nكلمة\n";
  const Page page = read_monolingual(text, Language::english);
  ASSERT_EQ(page.passages.size(), 5U);
  for (const Passage& p : page.passages) EXPECT_EQ(p.language, Language::english);
  EXPECT_EQ(page.passages[0].paragraph, 0U);
  EXPECT_EQ(page.passages[1].paragraph, 1U);
  EXPECT_EQ(page.lines[1].role, Role::blank);
  expect_tiles(text, page);
}

TEST(Names, AreThoseOfTheRecord) {
  EXPECT_EQ(name(Role::boilerplate), "boilerplate");
  EXPECT_EQ(name(Role::blank), "blank");
  EXPECT_EQ(code(SkipReason::other_language), "other_language");
  EXPECT_EQ(code(SkipReason::undecodable), "undecodable");
}

}  // namespace
}  // namespace muwazi
