#include "muwazi/text/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace muwazi {
namespace {

// Every code point that UTF-8 may hold.
bool is_scalar(char32_t c) { return c < 0xD800U || (c > 0xDFFFU && c <= 0x10FFFFU); }

TEST(Utf8, EveryCodePointComesBack) {
  std::string text;
  for (char32_t c = 0; c <= 0x10FFFFU; ++c) {
    if (is_scalar(c)) append(text, c);
  }
  EXPECT_EQ(first_invalid_utf8(text), text.size());
  EXPECT_EQ(code_points(text), 0x110000U - 0x800U);
  EXPECT_EQ(utf16_units(text), 0x110000U - 0x800U + 0x100000U);
  std::size_t at = 0;
  for (char32_t c = 0; c <= 0x10FFFFU; ++c) {
    if (!is_scalar(c)) continue;
    ASSERT_EQ(next(text, at), c);
  }
  EXPECT_EQ(at, text.size());
  for (char32_t c = 0x10FFFF;; --c) {
    if (is_scalar(c)) {
      ASSERT_EQ(previous(text, at), c);
    }
    if (c == 0) break;
  }
  EXPECT_EQ(at, 0U);
}

TEST(Utf8, WhatIsNoCodePointIsAppendedAsReplacement) {
  std::string text;
  append(text, 0xD800);
  append(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Utf8, InvalidBytesAreFound) {
  const std::vector<std::pair<std::string, std::size_t>> rows = {
      {"", 0},
      {"ab\x80", 2},
      {"\xC0\xAF", 0},
      {"\xC1\xBF", 0},
      {"a\xC3(", 1},
      {"\xE0\x9F\xBF", 0},
      {"\xED\xA0\x80", 0},
      {"\xE2\x82", 0},
      {"12345678\xF0\x8F\xBF\xBF", 8},
      {"\xF4\x90\x80\x80", 0},
      {"\xF5\x80\x80\x80", 0},
      {"\xFF", 0},
      {"\xEF\xBF\xBF", 3},  // U+FFFF is a noncharacter, and valid
  };
  for (const auto& [bytes, offset] : rows) EXPECT_EQ(first_invalid_utf8(bytes), offset) << bytes;
}

TEST(Utf8, NextAndPreviousMoveByOneByteOverBadOnes) {
  const std::string bad = "\xE2\x82\x28";
  std::size_t at = 0;
  EXPECT_EQ(next(bad, at), kReplacement);
  EXPECT_EQ(at, 1U);
  at = bad.size();
  EXPECT_EQ(previous(bad, at), U'(');
  EXPECT_EQ(previous(bad, at), kReplacement);
  EXPECT_EQ(at, 1U);
}

// Exhaustive over two bytes: next() and first_invalid_utf8() agree on what is valid.
TEST(Utf8, NextAgreesWithTheValidator) {
  for (unsigned i = 0; i < 0x10000U; ++i) {
    const std::string text = {static_cast<char>(i >> 8U), static_cast<char>(i & 0xFFU), '\x80'};
    bool replaced = false;
    for (std::size_t at = 0; at < text.size();) replaced |= next(text, at) == kReplacement;
    EXPECT_EQ(replaced, first_invalid_utf8(text) < text.size()) << i;
  }
}

TEST(Utf8, WidthsAreThoseOfATerminal) {
  const std::vector<std::pair<std::string, std::size_t>> rows = {
      {"", 0},       {"abc", 3},         {"سلام", 4}, {"سَلَامٌ", 4},    {"e\u0301", 1},
      {"日本", 4},   {"\u200Fأ", 1},     {"🙂", 2}, {"\uFEFFx", 1}, {"a\tb", 2},
      {"\uFF21", 2}, {"می\u200Cشود", 5}, {"«»", 2},   {"\u0640", 1}};
  for (const auto& [text, width] : rows) EXPECT_EQ(display_width(text), width) << text;
}

TEST(Utf8, LettersAreToldByScript) {
  struct Row {
    char32_t c;
    bool letter, arabic, latin, digit;
  };
  const std::vector<Row> rows = {
      {U'a', true, false, true, false},    {U'É', true, false, true, false},
      {U'ب', true, true, false, false},    {U'گ', true, true, false, false},
      {0xFE91, true, true, false, false},  {0x640, true, false, false, false},
      {0x64E, false, false, false, false}, {U'Ж', true, false, false, false},
      {U'٣', false, false, false, true},   {U'۳', false, false, false, true},
      {U'3', false, false, false, true},   {U'ª', true, false, true, false},
      {U'،', false, false, false, false},  {0x10FFFF, false, false, false, false}};
  for (const Row& row : rows) {
    const auto number = static_cast<std::uint32_t>(row.c);
    EXPECT_EQ(is_letter(row.c), row.letter) << number;
    EXPECT_EQ(is_arabic_letter(row.c), row.arabic) << number;
    EXPECT_EQ(is_latin_letter(row.c), row.latin) << number;
    EXPECT_EQ(is_digit(row.c), row.digit) << number;
    EXPECT_EQ(digit_value(row.c), row.digit ? 3 : -1) << number;
  }
  EXPECT_TRUE(is_upper(U'É') && !is_upper(U'é') && is_lower(U'é') && !is_upper(U'ب'));
  EXPECT_EQ(to_lower(U'É'), U'é');
  EXPECT_TRUE(is_punctuation(U'؟') && is_punctuation(U'«') && !is_punctuation(U'+'));
}

TEST(Utf8, TrimmingTakesSpacesAndBidiControlsOnly) {
  const std::string text = "\uFEFF \u00A0\u200Fنص هنا.\u200E\u3000\t\n";
  EXPECT_EQ(slice(text, trimmed(text, {0, text.size()})), "نص هنا.");
  const std::string blank = "x \u200B\n y";
  EXPECT_EQ(trimmed(blank, {1, blank.size() - 1}), (ByteRange{1, 1}));
  EXPECT_EQ(trimmed("", {0, 0}), (ByteRange{0, 0}));
}

}  // namespace
}  // namespace muwazi
