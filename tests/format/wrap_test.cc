#include "format/wrap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("one two three", 13), ElementsAre("one two three"));
}

TEST(Wrap, KeepsSpacesInsideALineAndDropsThemAtABreak) {
  EXPECT_THAT(wrap("  a  b    c ", 4), ElementsAre("a  b", "c"));
}

TEST(Wrap, BreaksAWordOnlyWhereItIsLongerThanALine) {
  EXPECT_THAT(wrap("ab cdefghij", 4), ElementsAre("ab", "cdef", "ghij"));
}

TEST(Wrap, CountsNoColumnForADiacritic) { EXPECT_THAT(wrap("كَتَبَ وَلَدٌ", 7), ElementsAre("كَتَبَ وَلَدٌ")); }

TEST(Wrap, KeepsADiacriticWithItsLetter) { EXPECT_THAT(wrap("كَتَبَ", 2), ElementsAre("كَتَ", "بَ")); }

TEST(Wrap, CountsTwoColumnsForAWideCharacter) {
  EXPECT_THAT(wrap("漢字", 3), ElementsAre("漢", "字"));
}

TEST(Wrap, GivesNoLineForNothing) {
  EXPECT_THAT(wrap("", 10), IsEmpty());
  EXPECT_THAT(wrap("    ", 10), IsEmpty());
}

TEST(Wrap, LosesNothingButSpaces) {
  const std::vector<std::string> characters = {"a", " ", " ", "ب", "\u064F", "漢", "\U0001F600"};
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (auto i = random() % 40; i > 0; --i) text += characters[random() % characters.size()];
    const std::size_t columns = 2 + random() % 9;
    std::string joined;
    for (const std::string& line : wrap(text, columns)) {
      EXPECT_LE(display_width(line), columns);
      EXPECT_FALSE(line.empty());
      joined += line;
    }
    std::erase(joined, ' ');
    std::erase(text, ' ');
    EXPECT_EQ(joined, text);
  }
}

TEST(Printable, SurvivesBytesThatAreNoUtf8) {
  EXPECT_EQ(printable("a\x80z"), "a\x80z");
  EXPECT_EQ(printable("a\nb"), "a b");
}

}  // namespace
}  // namespace muwazi
