#include "check/paired_marks.h"

#include <gtest/gtest.h>

#include <string>

namespace muwazi::check {
namespace {

struct Row {
  const char* name;
  MarkSort sort;
  const char* text;
  const char*
      unpaired;  ///< what the text has from the first mark without a partner on; empty: none
};

class Marks : public ::testing::TestWithParam<Row> {};

TEST_P(Marks, FindsTheFirstWithoutAPartner) {
  const std::string text = GetParam().text;
  const PairedMarks marks = paired_marks(text, GetParam().sort);
  EXPECT_EQ(marks.unpaired.empty() ? "" : text.substr(marks.unpaired[0].bytes.begin),
            GetParam().unpaired);
}

constexpr MarkSort kBracket = MarkSort::bracket, kQuote = MarkSort::quotation;

INSTANTIATE_TEST_SUITE_P(
    PairedMarks, Marks,
    ::testing::Values(
        Row{"none", kBracket, "the sea", ""}, Row{"round", kBracket, "(the) sea", ""},
        Row{"not_closed", kBracket, "the (old sea", "(old sea"},
        Row{"not_opened", kBracket, "the old) sea", ") sea"},
        Row{"doubled", kBracket, "the ((old) sea", "((old) sea"},
        Row{"closed_by_another", kBracket, "the [old) sea", "[old) sea"},
        Row{"nested", kBracket, "the (old [and] calm) sea", ""},
        Row{"turned_round", kBracket, ")البحر( القديم", ""},
        Row{"list_marker", kBracket, "a) the sea, 2) the land", ""},
        Row{"no_list_marker", kBracket, "see page 12) and come", ") and come"},
        Row{"list_marker_arabic", kBracket, "أ) البحر", ""},
        Row{"bracket_behind_a_colon", kBracket, "قال:(البحر هادئ) ثم عاد", ""},
        Row{"roman", kBracket, "ii) the sea 1.2) the land", ") the land"},
        Row{"markers_in_bracket", kBracket, "(the sea is calm: a) the boat, and: b) the ship)", ""},
        Row{"value_in_bracket", kBracket, "set it (outline: 0) now", ""},
        Row{"numbers_in_bracket", kBracket, "the sea (see 1, 2) is calm", ""},
        Row{"face", kBracket, "the sea :-) is calm", ""}, Row{"ornate", kBracket, "﴿ البحر ﴾", ""},
        Row{"ornate_alone", kBracket, "البحر ﴾", "﴾"},
        Row{"straight", kQuote, "the \"old\" sea", ""},
        Row{"straight_not_closed", kQuote, "the \"old sea", "\"old sea"},
        Row{"straight_not_opened", kQuote, "an old\" sea and a \"calm\" one",
            "\" sea and a \"calm\" one"},
        Row{"straight_doubled", kQuote, "the \"\"old\" sea", "\"\"old\" sea"},
        Row{"straight_with_spaces", kQuote, "قال \" البحر هادئ \" ثم عاد", ""},
        Row{"straight_behind_a_letter", kQuote, "و\"البحر\" و\"الجبل\"", ""},
        Row{"inches", kQuote, "a 5\" pipe", ""}, Row{"inches_in_marks", kQuote, "a \"5\" pipe", ""},
        Row{"guillemets", kQuote, "«البحر» هادئ", ""},
        Row{"guillemet_not_closed", kQuote, "«البحر هادئ", "«البحر هادئ"},
        Row{"low", kQuote, "„old“ and „new”", ""},
        Row{"turned_round_behind_a_letter", kQuote, "أجاب بـ”نعم“.", ""},
        Row{"same_twice", kQuote, "”البحر هادئ” اليوم", ""},
        Row{"curly_inches", kQuote, "a 19” screen", ""},
        Row{"two_not_closed", kQuote, "the “old sea and the “new one", "“old sea and the “new one"},
        Row{"two_styles", kQuote, "the “old\" sea", ""},
        Row{"curly_turned_round", kQuote, "”البحر“ القديم", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(PairedMarks, GivesThePairs) {
  const PairedMarks marks = paired_marks("the (old [and] calm) sea", MarkSort::bracket);
  EXPECT_EQ(marks.pairs, (std::vector<ByteRange>{{9, 14}, {4, 20}}));
}

TEST(PairedMarks, ReadsManyMarks) {
  constexpr std::size_t kMany = 200000;
  const std::string text = std::string(kMany, '(') + std::string(kMany, ']');
  EXPECT_EQ(paired_marks(text, MarkSort::bracket).unpaired.size(), 2 * kMany);
}

}  // namespace
}  // namespace muwazi::check
