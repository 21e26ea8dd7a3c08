// Pairs that are given: what stands empty, or was not translated, and what may stay as it is.
#include <gmock/gmock.h>

#include <string>

#include "check/checked.h"
#include "check/texts.h"

namespace muwazi {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kArabicRows[] = {"أغلق النافذة قبل المطر.", "وصل القطار إلى المحطة.",
                                       "كتب الطالب رسالة إلى أمه.", "فتح الحارس باب الحديقة."};
constexpr const char* kEnglishRows[] = {
    "Close the window before the rain.", "The train reached the station.",
    "The student wrote a letter to his mother.", "The guard opened the garden gate."};

/// Of these rows and, as the last one, the two texts.
Checked check_row(const std::string& arabic, const std::string& english) {
  std::vector<ByteRange> of_arabic, of_english;
  std::string arabic_text, english_text;
  const auto add = [](std::string& text, std::vector<ByteRange>& rows, const std::string& row) {
    rows.push_back({text.size(), text.size() + row.size()});
    text += row + '\n';
  };
  for (const char* row : kArabicRows) add(arabic_text, of_arabic, row);
  for (const char* row : kEnglishRows) add(english_text, of_english, row);
  add(arabic_text, of_arabic, arabic);
  add(english_text, of_english, english);
  Checked out{Document("ar", arabic_text), Document("en", english_text), {}, {}};
  out.bitext = explaining_aligner().weigh_pairs(out.arabic, of_arabic, out.english, of_english);
  judge(out);
  return out;
}

TEST(CheckerOfRows, SaysOfARowWithAnEmptySideThatItIsMissing) {
  using check::word_count;  // the rows that pair have 25
  for (const char* text : {"Settings", "The file is missing", "Close the door now please"}) {
    const Checked checked = check_row("", text);
    ASSERT_EQ(checked.report.findings.size(), 1U) << text;
    const Finding& finding = checked.report.findings[0];
    EXPECT_EQ(finding.rule, Rule::addition);
    EXPECT_EQ(finding.severity, Severity::error);
    EXPECT_GT(finding.probability, 0.99F);
    EXPECT_EQ(finding.message, "there is no Arabic text");
    EXPECT_LE(checked.report.english.share, 25.0 / static_cast<double>(25 + word_count(text)));
    EXPECT_GT(checked.report.arabic.share, 0.9);
  }
  const Checked omitted = check_row("إلغاء الأمر", "");
  ASSERT_EQ(omitted.report.findings.size(), 1U);
  EXPECT_EQ(omitted.report.findings[0].rule, Rule::omission);
  EXPECT_LT(omitted.report.arabic.share, 0.95);
}

// One side of the row is what the other is.
TEST(CheckerOfRows, TellsOfARowThatWasNotTranslated) {
  for (const char* text : {"Save changes", "Cancel order", "Please wait a moment", "Log in",
                           "Please restart the computer.", "Open GitHub settings", "Turn {0} off",
                           "Choose a file from USB 3.0", "حفظ التغييرات", "انتظر لحظة من فضلك."}) {
    const Checked checked = check_row(text, text);
    EXPECT_THAT(found(checked), ElementsAre("untranslated")) << text;
    EXPECT_LT(checked.report.arabic.share, 0.95) << text;
    EXPECT_LT(checked.report.english.share, 0.95) << text;
  }
  EXPECT_THAT(found(check_row("Save your changes", "Save changes")), ElementsAre("untranslated"));
}

TEST(CheckerOfRows, SaysNothingOfARowThatMayStayAsItIs) {
  for (const char* text : {"OK",
                           "GitHub",
                           "USB 3.0",
                           "muwazi align",
                           "report.docx",
                           "https://example.org/a-b",
                           "2024",
                           "{count}",
                           "%s",
                           "HTTP 404",
                           "iPhone 15",
                           "Microsoft Word",
                           "Visual Studio Code",
                           "Lord of the Rings",
                           "John Smith",
                           "git-lfs",
                           "ISO/IEC 27001",
                           "info@example.org",
                           "Esc",
                           "Settings",
                           "العربية",
                           "<br/>",
                           "C++",
                           "muwazi check --pairs memory.tmx",
                           "Ctrl+C",
                           "const version = ref()",
                           "OWASP Cheat Sheet - Password storage",
                           "Vue on CodeSandbox"}) {
    const Checked checked = check_row(text, text);
    EXPECT_THAT(found(checked), IsEmpty()) << text;
    EXPECT_GT(checked.report.arabic.share, 0.95) << text;
  }
}

TEST(CheckerOfRows, SaysNothingOfARowWithBothSidesEmpty) {
  EXPECT_THAT(check_row("", "").report.findings, IsEmpty());
}

}  // namespace
}  // namespace muwazi
