#include "segment/clauses.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace muwazi::segment {
namespace {

/// The sentence with " | " at its cuts.
std::string cut(const std::string& sentence, Language language) {
  std::string out;
  std::size_t begin = 0;
  for (const ClauseCut& c : clause_cuts(sentence, language)) {
    out += sentence.substr(begin, c.end - begin) + " | ";
    begin = c.next;
  }
  return out + sentence.substr(begin);
}

struct Row {
  const char* name;
  Language language;
  const char* expected;  ///< with " | " at the cuts
};
class Clauses : public testing::TestWithParam<Row> {};

TEST_P(Clauses, AreCutOnlyWherePunctuationAllowsIt) {
  std::string sentence = GetParam().expected;
  for (std::size_t at = 0; (at = sentence.find(" | ", at)) != std::string::npos;) {
    sentence.replace(at, 3, " ");
  }
  EXPECT_EQ(cut(sentence, GetParam().language), GetParam().expected);
}

constexpr Language kAr = Language::arabic, kEn = Language::english;
INSTANTIATE_TEST_SUITE_P(
    Rules, Clauses,
    testing::Values(
        Row{"semicolon", kAr, "عاد الصيادون إلى الميناء؛ | وبقي قارب واحد في البحر."},
        Row{"two_semicolons", kEn,
            "The boats came back; | one stayed at sea; | nobody slept that night."},
        Row{"colon", kEn, "The council decided one thing: | the old bridge will be closed."},
        Row{"no_comma_alone", kAr, "اشترى الرجل خبزا، حليبا، تمرا من سوق المدينة القديم صباحا."},
        Row{"comma_and_waw", kAr,
            "وصلت الشاحنات إلى السوق قبل الفجر، | وبدأ الباعة يرتبون صناديق الفاكهة فورا."},
        Row{"short_before_waw", kAr, "وصلت الشاحنات، وبدأ الباعة يرتبون صناديق الفاكهة فورا."},
        Row{"comma_and_and", kEn,
            "The trucks reached the market early, | and the sellers began to arrange boxes."},
        Row{"comma_and_but", kEn,
            "The trucks reached the market early, | but the sellers were not there yet."},
        Row{"a_list", kEn, "They sold apples, pears, and plums."},
        Row{"short_parts", kEn, "Note: the bridge is closed; really."},
        Row{"time_of_day", kEn, "The first boat leaves at 10:30 and the last at 18:45 daily."},
        Row{"entity", kEn, "The firm of Salt &amp; Sons sells nets and ropes."},
        Row{"in_brackets", kEn, "The boat (it was old; it was small too) did not come back."},
        Row{"in_quotes", kAr, "قال البحار «عاد القارب سالما؛ ولم يغرق أحد منا» ثم مضى إلى بيته."},
        Row{"in_straight_quotes", kEn, "He said \"the boat is here; nobody is lost\" and left."},
        Row{"behind_quotes", kEn,
            "He read \"The Old Boat; A Tale\" aloud; | nobody in the room slept."},
        Row{"never_closed", kEn, "The boat (it was old; it was small too, did not come back."},
        Row{"item_label", kEn, "a) the boats came back; | one of them stayed at sea."},
        Row{"apostrophe", kEn, "The boats' crews came back; | one of them stayed at sea."},
        Row{"at_the_end", kAr, "عاد الصيادون إلى الميناء القديم؛"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(ClauseCuts, LeaveWhiteSpaceBetweenPartsWhateverTheBytes) {
  const std::vector<std::string> pieces = {"؛",    ";",    ":",    "، و",  ", and ", " ",
                                           "\t",   "(",    ")",    "\"",   "«",      "»",
                                           "كلمة", "word", "\xD8", "\xFF", "\n",     "\u200F"};
  std::mt19937 random(3);
  for (int trial = 0; trial < 3000; ++trial) {
    std::string text;
    for (auto count = random() % 60; count > 0; --count) text += pieces[random() % pieces.size()];
    for (const Language language : {kAr, kEn}) {
      std::size_t at = 0;
      for (const ClauseCut& c : clause_cuts(text, language)) {
        ASSERT_LT(at, c.end);
        ASSERT_LT(c.end, c.next);
        ASSERT_LT(c.next, text.size());
        ASSERT_EQ(text.substr(c.end, c.next - c.end).find_first_not_of(" \t\n"), std::string::npos);
        at = c.next;
      }
    }
  }
}

}  // namespace
}  // namespace muwazi::segment
