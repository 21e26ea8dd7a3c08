#include "muwazi/align/band.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "align/brute_force.h"
#include "align/drawing.h"

namespace muwazi {
namespace {

struct Drawn {
  const char* name;
  std::vector<Waypoint> chain;
  std::uint32_t arabic, english, margin;
  const char* rows;
};

class Drawings : public testing::TestWithParam<Drawn> {};

TEST_P(Drawings, AgreeWithTheBand) {
  const Drawn& d = GetParam();
  EXPECT_EQ(drawing(Band::around(d.chain, d.arabic, d.english, d.margin)), d.rows);
}

INSTANTIATE_TEST_SUITE_P(
    Band, Drawings,
    testing::Values(Drawn{"in_the_comment",
                          {{1, 1}, {1, 4}, {4, 5}},
                          5,
                          6,
                          0,
                          "oo..... oooooo. ....oo. ....oo. ....ooo .....oo"},
                    Drawn{"in_the_comment_with_margin",
                          {{1, 1}, {1, 4}, {4, 5}},
                          5,
                          6,
                          1,
                          "ooooooo ooooooo ooooooo ...oooo ...oooo ...oooo"},
                    Drawn{"without_waypoints", {}, 2, 3, 0, "oooo oooo oooo"},
                    Drawn{"diagonal", {{1, 1}, {2, 2}}, 3, 3, 0, "oo.. ooo. .ooo ..oo"},
                    Drawn{"steep_in_english", {{0, 4}}, 2, 5, 0, "oooooo ....oo ....oo"},
                    Drawn{"steep_in_arabic", {{3, 0}}, 4, 2, 0, "o.. o.. o.. ooo ooo"},
                    Drawn{"many_to_one_and_back",
                          {{3, 1}, {4, 4}},
                          4,
                          5,
                          0,
                          "oo.... oo.... oo.... ooooo. .ooooo"},
                    Drawn{"one_side_empty", {{2, 0}}, 3, 0, 7, "o o o o"},
                    Drawn{"nothing", {}, 0, 0, 0, "o"},
                    Drawn{"outside_the_table", {{9, 9}}, 1, 1, 0, "oo oo"},
                    Drawn{"decreasing", {{2, 2}, {1, 1}}, 3, 3, 0, "ooo. ooo. oooo ..oo"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Band, DefaultIsTheEmptyTable) {
  EXPECT_EQ(drawing(Band()), "o");
  EXPECT_EQ(Band().cells(), 1U);
}

TEST(Band, FullIsAroundWithAHugeMargin) {
  const Band full = Band::full(4, 7);
  const Band around =
      Band::around({{1, 1}, {4, 2}}, 4, 7, std::numeric_limits<std::uint32_t>::max());
  EXPECT_EQ(full.cells(), 40U);
  EXPECT_EQ(drawing(full), drawing(around));
}

/// The definition, cell by cell.
bool within(const std::vector<Waypoint>& chain, std::uint32_t arabic, std::uint32_t english,
            std::int64_t margin, std::int64_t a, std::int64_t e) {
  std::vector<Waypoint> points{{0, 0}};
  points.insert(points.end(), chain.begin(), chain.end());
  points.push_back({arabic, english});
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    if (a >= points[i].arabic - margin && a <= points[i + 1].arabic + margin &&
        e >= points[i].english - margin && e <= points[i + 1].english + margin) {
      return true;
    }
  }
  return false;
}

TEST(Band, HoldsWhatIsWithinTheMarginAndIsConnected) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const auto arabic = static_cast<std::uint32_t>(random() % 12);
    const auto english = static_cast<std::uint32_t>(random() % 12);
    const auto margin = static_cast<std::uint32_t>(random() % 4);
    const std::vector<Waypoint> chain = brute_force::random_chain(arabic, english, random);
    const Band band = Band::around(chain, arabic, english, margin);
    std::size_t cells = 0;
    for (std::uint32_t a = 0; a <= arabic; ++a) {
      const Columns row = band.columns(a);
      ASSERT_LT(row.begin, row.end);
      if (a > 0) {
        const Columns above = band.columns(a - 1);
        ASSERT_LE(above.begin, row.begin);
        ASSERT_LE(above.end, row.end);
        ASSERT_LT(row.begin, above.end) << "rows " << a - 1 << " and " << a << " share no column";
      }
      for (std::uint32_t e = 0; e <= english; ++e) {
        const bool inside = within(chain, arabic, english, margin, a, e);
        ASSERT_EQ(band.cell(a, e), inside ? cells : Band::kOutside) << a << ' ' << e;
        cells += inside;
      }
    }
    ASSERT_EQ(band.cells(), cells);
    ASSERT_NE(band.cell(0, 0), Band::kOutside);
    ASSERT_NE(band.cell(arabic, english), Band::kOutside);
  }
}

TEST(Band, LongChainsTakeLinearTimeAndSpace) {
  constexpr std::uint32_t kSentences = 1'000'000;
  std::vector<Waypoint> chain;
  for (std::uint32_t i = 0; i < kSentences; i += 10) chain.push_back({i, i});
  const Band band = Band::around(chain, kSentences, kSentences, 0);
  EXPECT_EQ(band.columns(15), (Columns{10, 21}));
  EXPECT_EQ(band.columns(20), (Columns{10, 31}));
  EXPECT_LT(band.cells(), 13U * kSentences);
}

TEST(Band, WithAnotherIsTheSmallestThatHoldsBoth) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    const auto arabic = static_cast<std::uint32_t>(random() % 9),
               english = static_cast<std::uint32_t>(random() % 9);
    const auto one = Band::around(brute_force::random_chain(arabic, english, random), arabic,
                                  english, static_cast<std::uint32_t>(random() % 2));
    const auto other = Band::around(brute_force::random_chain(arabic, english, random), arabic,
                                    english, static_cast<std::uint32_t>(random() % 3));
    std::vector<bool> there(arabic + 1);
    for (std::uint32_t a = 0; a <= arabic; ++a) there[a] = random() % 2 == 0;
    const Band both = one.with(other, there);
    for (std::uint32_t a = 0; a <= arabic; ++a) {
      // A row begins with the first column that it, or a row below, must hold; ends likewise.
      std::uint32_t begin = english + 1, end = 0;
      for (std::uint32_t row = 0; row <= arabic; ++row) {
        for (const Band* band : {&one, &other}) {
          if (band == &other && !there[row]) continue;
          if (row >= a) begin = std::min(begin, band->columns(row).begin);
          if (row <= a) end = std::max(end, band->columns(row).end);
        }
      }
      ASSERT_EQ(both.columns(a), (Columns{begin, end})) << "round " << round << " row " << a;
    }
  }
}

}  // namespace
}  // namespace muwazi
