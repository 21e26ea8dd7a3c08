#include "bitext/layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace muwazi {
namespace {

/// A bitext whose sentences stand on these lines, each with ten bytes in the order of the lines.
Bitext bitext_of(const std::vector<std::uint32_t>& arabic,
                 const std::vector<std::uint32_t>& english,
                 const std::vector<std::pair<int, int>>& shapes) {
  Bitext bitext;
  for (const std::uint32_t line : arabic)
    bitext.arabic.push_back({{line * 100, line * 100 + 10}, Role::body, line, 0});
  for (const std::uint32_t line : english)
    bitext.english.push_back({{line * 100 + 20, line * 100 + 30}, Role::body, line, 0});
  std::uint32_t a = 0, e = 0;
  for (const auto& [m, n] : shapes) {
    const auto a_end = a + static_cast<std::uint32_t>(m), e_end = e + static_cast<std::uint32_t>(n);
    bitext.beads.push_back({{a, a_end}, {e, e_end}, 1.0F});
    a = a_end, e = e_end;
  }
  return bitext;
}

const std::string kText(2000, ' ');

TEST(Layout, IsToldByTheSidesThatThereAre) {
  EXPECT_EQ(layout_of({}, ""), "empty");
  EXPECT_EQ(layout_of(bitext_of({0, 1}, {}, {{1, 0}, {1, 0}}), kText), "monolingual");
  EXPECT_EQ(layout_of(bitext_of({}, {0}, {{0, 1}}), kText), "monolingual");
  EXPECT_EQ(layout_of(bitext_of({0}, {1}, {{1, 0}, {0, 1}}), kText), "unrelated");
}

TEST(Layout, IsABlockWhereOneLanguageFollowsTheOther) {
  const std::vector<std::pair<int, int>> three = {{1, 1}, {1, 1}, {1, 1}};
  EXPECT_EQ(layout_of(bitext_of({0, 1, 2}, {4, 5, 6}, three), kText), "block");
  EXPECT_EQ(layout_of(bitext_of({4, 5, 6}, {0, 1, 2}, three), kText), "block_en_first");
}

TEST(Layout, IsPartialWhereTheEndHasNoCounterparts) {
  EXPECT_EQ(layout_of(bitext_of({0, 1, 2, 3, 4}, {6, 7}, {{1, 1}, {1, 1}, {1, 0}, {1, 0}, {1, 0}}),
                      kText),
            "partial");
}

TEST(Layout, IsAHeadingWhereOneSideHasNothingElse) {
  Bitext bitext = bitext_of({0}, {1, 2, 3, 4, 5}, {{1, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 1}});
  bitext.arabic[0].role = Role::heading;
  EXPECT_EQ(layout_of(bitext, kText), "heading_ar_body_en");
  Bitext reversed = bitext_of({1, 2, 3, 4, 5}, {0}, {{1, 1}, {1, 0}, {1, 0}, {1, 0}, {1, 0}});
  reversed.english[0].role = Role::heading;
  EXPECT_EQ(layout_of(reversed, kText), "heading_en_body_ar");
}

TEST(Layout, IsInterleavedWhereLinesTakeTurns) {
  EXPECT_EQ(layout_of(bitext_of({0, 2, 4}, {1, 3, 5}, {{1, 1}, {1, 1}, {1, 1}}), kText),
            "interleaved_sentence");
  EXPECT_EQ(
      layout_of(bitext_of({0, 0, 2, 2}, {1, 1, 3, 3}, {{1, 1}, {1, 1}, {1, 1}, {1, 1}}), kText),
      "interleaved");
}

TEST(Layout, IsATableWhereATabOrABarStandsBetweenThePair) {
  const std::vector<std::pair<int, int>> three = {{1, 1}, {1, 1}, {1, 1}};
  std::string tabs = kText, bars = kText;
  for (const std::size_t line : {0U, 1U, 2U})
    tabs[line * 100 + 15] = '\t', bars[line * 100 + 15] = '|';
  EXPECT_EQ(layout_of(bitext_of({0, 1, 2}, {0, 1, 2}, three), tabs), "table");
  EXPECT_EQ(layout_of(bitext_of({0, 1, 2}, {0, 1, 2}, three), bars), "table");
  EXPECT_EQ(layout_of(bitext_of({0, 1, 2}, {0, 1, 2}, three), kText), "mixed_inline");
  Bitext reversed = bitext_of({0, 1, 2}, {0, 1, 2}, three);
  for (std::size_t k = 0; k < 3; ++k)
    std::swap(reversed.arabic[k].bytes, reversed.english[k].bytes);
  EXPECT_EQ(layout_of(reversed, tabs), "table_rev");
}

}  // namespace
}  // namespace muwazi
