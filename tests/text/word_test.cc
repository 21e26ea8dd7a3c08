#include "muwazi/text/word.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "muwazi/text/utf8.h"

namespace muwazi {

std::ostream& operator<<(std::ostream& out, const Word& word) {
  return out << word.form << '/' << static_cast<int>(word.kind);
}

namespace {

struct Row {
  const char* text;
  const char* form;
};

// Comparison forms of whole texts; words are joined by one space.
const std::vector<Row> kRows = {
    {"", ""},
    {" \n\t", ""},
    {"؟!،؛ … «» -", ""},
    // Arabic
    {"كِتَابٌ", "كتاب"},
    {"ســـلام", "سلام"},
    {"أحمد إلى آخر ٱلكتاب", "احمد الي اخر الكتاب"},
    {"مستشفى", "مستشفي"},
    {"مؤمن شيئا", "مومن شييا"},
    {"مدرسة", "مدرسة"},
    {"کتاب فارسی", "كتاب فارسي"},
    {"\uFEE3\uFEAE\uFEA3\uFE92\uFE8E", "مرحبا"},
    {"\uFEFBعب", "لاعب"},
    {"سا\u200Cعة", "ساعة"},
    {"\u200Fنص\u200E \u202Bآخر\u202C", "نص اخر"},
    {"قال:«نعم»", "قال نعم"},
    {"وكتابهم،وبيتهم", "وكتابهم وبيتهم"},
    {"هٰذا", "هذا"},
    {"\uFDFA", "صلياللهعليهوسلم"},
    {"\uFDFC", "ريال"},
    // Latin
    {"Don't", "don't"},
    {"Don\u2019t", "don't"},
    {"'quoted' words'", "quoted words"},
    {"\u2018single\u2019 \u201Cdouble\u201D", "single double"},
    {"Café Ångström Đà Nẵng", "cafe angstrom da nang"},
    {"cafe\u0301", "cafe"},
    {"\uFF21\uFF22c", "abc"},
    {"co\u00ADoperate", "cooperate"},
    {"state-of-the-art", "state of the art"},
    {"A", "a"},
    // Numbers
    {"1,234.5", "1234.5"},
    {"١٬٢٣٤٫٥", "1234.5"},
    {"٢٥", "25"},
    {"۲۵", "25"},
    {"1,234,567", "1234567"},
    {"3.14", "3.14"},
    {"2020.", "2020"},
    {"1, 2", "1 2"},
    {"10-12", "10 12"},
    {"5%", "5"},
    {"5\u00BD", "5"},
    {"5\u2153", "5"},
    // Scripts that meet
    {"الـGDP", "ال gdp"},
    {"Привет", "привет"},
    {"٢٥كتابا", "25 كتابا"},
};

TEST(ComparisonForm, IsThatOfTheTable) {
  for (const Row& row : kRows) {
    EXPECT_EQ(comparison_form(row.text), row.form) << row.text;
  }
}

TEST(ComparisonForm, IsStableUnderRepetition) {
  for (const Row& row : kRows) {
    const std::string once = comparison_form(row.text);
    EXPECT_EQ(comparison_form(once), once) << row.text;
  }
}

TEST(Words, HaveRangeKindAndCapital) {
  const std::string text = "قال Mr. Smith إن ٢٥ «Привет»";
  const std::vector<Word> found = words(text);
  ASSERT_EQ(found.size(), 6U);
  const std::vector<std::string> slices = {"قال", "Mr", "Smith", "إن", "٢٥", "Привет"};
  const std::vector<WordKind> kinds = {WordKind::arabic, WordKind::latin,  WordKind::latin,
                                       WordKind::arabic, WordKind::number, WordKind::other};
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(slice(text, found[i].bytes), slices[i]);
    EXPECT_EQ(found[i].kind, kinds[i]) << slices[i];
    EXPECT_EQ(found[i].capitalised, i == 1 || i == 2) << slices[i];
  }
}

TEST(Words, SeparatorsAtTheEndOfANumberAreOutside) {
  const std::string text = "in 1999, or 2,000.";
  const std::vector<Word> found = words(text);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(slice(text, found[1].bytes), "1999");
  EXPECT_EQ(slice(text, found[3].bytes), "2,000");
  EXPECT_EQ(found[3].form, "2000");
}

void expect_in_order(const std::string& text) {
  std::size_t at = 0;
  for (const Word& word : words(text)) {
    ASSERT_LE(at, word.bytes.begin);
    ASSERT_LT(word.bytes.begin, word.bytes.end);
    ASSERT_LE(word.bytes.end, text.size());
    ASSERT_EQ(first_invalid_utf8(slice(text, word.bytes)), word.bytes.size());
    ASSERT_FALSE(word.form.empty());
    ASSERT_EQ(first_invalid_utf8(word.form), word.form.size());
    at = word.bytes.end;
  }
}

TEST(Words, AreInOrderAndWholeInAnyValidText) {
  for (const Row& row : kRows) expect_in_order(row.text);
  for (char32_t c = 1; c <= 0x10FFFFU; ++c) {
    if (c >= 0xD800U && c <= 0xDFFFU) continue;
    std::string text = "a";
    append(text, c);
    text += "ب";
    append(text, c);
    text += "1";
    append(text, c);
    expect_in_order(text);
    if (HasFatalFailure()) FAIL() << "U+" << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(Words, AreInOrderInRandomText) {
  std::mt19937 random(20261121);
  const std::u32string letters =
      U"ابةىأ\u064E\u0651\u0640\u200C\u200F\uFEFB\uFDFA "
      U"aZé'\u2019-0٣۳.,٬٫،\n\u00A0\U0001F642Ж日\u0301";
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = random() % 24; i > 0; --i)
      append(text, letters[random() % letters.size()]);
    expect_in_order(text);
    if (HasFatalFailure()) FAIL() << text;
  }
}

}  // namespace
}  // namespace muwazi
