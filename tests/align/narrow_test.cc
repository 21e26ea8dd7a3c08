#include "muwazi/align/narrow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "align/drawing.h"

namespace muwazi {
namespace {

/// Of a full table, with agreement where given.
struct Pair {
  std::uint32_t arabic, english;  // sentences, from 0
  float agreement;
};

std::vector<float> table(const Band& band, const std::vector<Pair>& pairs) {
  std::vector<float> out(band.cells(), 0.0F);
  for (const Pair& pair : pairs) out[band.cell(pair.arabic + 1, pair.english + 1)] = pair.agreement;
  return out;
}

struct Drawn {
  const char* name;
  std::uint32_t arabic, english;
  std::vector<Pair> pairs;
  std::uint32_t margin;
  const char* rows;
};

class Narrowed : public testing::TestWithParam<Drawn> {};

TEST_P(Narrowed, AgreesWithTheDrawing) {
  const Drawn& d = GetParam();
  const Band full = Band::full(d.arabic, d.english);
  EXPECT_EQ(drawing(narrow(full, table(full, d.pairs), {1.0F, 0.5F, d.margin})), d.rows);
}

INSTANTIATE_TEST_SUITE_P(
    Tables, Narrowed,
    testing::Values(
        Drawn{"in_the_comment",
              4,
              5,
              {{0, 0, 9}, {0, 1, 9}, {1, 2, 9}, {2, 3, 9}, {3, 4, 9}},
              0,
              "o..... .oo... ...o.. ....o. .....o"},
        Drawn{"in_the_comment_with_margin",
              4,
              5,
              {{0, 0, 9}, {0, 1, 9}, {1, 2, 9}, {2, 3, 9}, {3, 4, 9}},
              1,
              "oooo.. ooooo. oooooo ..oooo ...ooo"},
        Drawn{"one_path", 3, 3, {{0, 0, 9}, {1, 1, 9}, {2, 2, 9}}, 0, "o... .o.. ..o. ...o"},
        Drawn{"one_path_with_margin",
              3,
              3,
              {{0, 0, 9}, {1, 1, 9}, {2, 2, 9}},
              1,
              "ooo. oooo oooo .ooo"},
        Drawn{"nothing_agrees", 2, 2, {}, 0, "ooo ooo ooo"},
        Drawn{"two_that_agree_alike", 1, 2, {{0, 0, 9}, {0, 1, 9}}, 0, "o.. .oo"},
        Drawn{"a_block_without_counterpart", 4, 1, {{3, 0, 9}}, 0, "o. o. o. o. .o"},
        Drawn{"no_english", 2, 0, {}, 2, "o o o"}, Drawn{"empty", 0, 0, {}, 2, "o"}),
    [](const auto& row) { return std::string(row.param.name); });

/// Every path by recursion: the twin of the max-marginals.
class Twin {
 public:
  Twin(const Band& band, const std::vector<float>& agreement, float share_cost)
      : band_(band), agreement_(agreement), share_cost_(share_cost) {}

  [[nodiscard]] float best_through(std::uint32_t a, std::uint32_t e) const {
    return to(a, e) + from(a, e);
  }
  [[nodiscard]] float best() const { return to(band_.arabic(), band_.english()); }

 private:
  static constexpr float kNever = -std::numeric_limits<float>::infinity();
  [[nodiscard]] float gain(std::uint32_t a, std::uint32_t e, bool both) const {
    if (a == 0 || e == 0) return 0.0F;
    const float x = agreement_[band_.cell(a, e)];
    return both ? x : std::max(0.0F, x - share_cost_);
  }
  [[nodiscard]] bool inside(std::uint32_t a, std::uint32_t e) const {
    return a <= band_.arabic() && e <= band_.english() && band_.cell(a, e) != Band::kOutside;
  }
  [[nodiscard]] float to(std::uint32_t a, std::uint32_t e) const {
    if (a == 0 && e == 0) return 0.0F;
    float best = kNever;
    if (a > 0 && inside(a - 1, e)) best = std::max(best, to(a - 1, e) + gain(a, e, false));
    if (e > 0 && inside(a, e - 1)) best = std::max(best, to(a, e - 1) + gain(a, e, false));
    if (a > 0 && e > 0 && inside(a - 1, e - 1))
      best = std::max(best, to(a - 1, e - 1) + gain(a, e, true));
    return best;
  }
  [[nodiscard]] float from(std::uint32_t a, std::uint32_t e) const {
    if (a == band_.arabic() && e == band_.english()) return 0.0F;
    float best = kNever;
    if (inside(a + 1, e)) best = std::max(best, from(a + 1, e) + gain(a + 1, e, false));
    if (inside(a, e + 1)) best = std::max(best, from(a, e + 1) + gain(a, e + 1, false));
    if (inside(a + 1, e + 1)) best = std::max(best, from(a + 1, e + 1) + gain(a + 1, e + 1, true));
    return best;
  }

  const Band& band_;
  const std::vector<float>& agreement_;
  float share_cost_;
};

TEST(Narrow, KeepsExactlyTheRowsOfPathsNearTheBestOne) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const auto arabic = static_cast<std::uint32_t>(random() % 6),
               english = static_cast<std::uint32_t>(random() % 6);
    const Band band = round % 2 == 0
                          ? Band::full(arabic, english)
                          : Band::around({{arabic / 2, english / 2}}, arabic, english, 1);
    std::vector<float> agreement(band.cells());
    for (float& x : agreement) x = random() % 3 == 0 ? static_cast<float>(random() % 8) : 0.0F;
    const NarrowOptions options{1.0F, static_cast<float>(random() % 6), 0};
    const Band narrowed = narrow(band, agreement, options);
    const Twin twin(band, agreement, options.share_cost);
    for (std::uint32_t a = 0; a <= arabic; ++a) {
      std::uint32_t first = english + 1, last = 0;
      for (std::uint32_t e = 0; e <= english; ++e) {
        if (band.cell(a, e) == Band::kOutside) continue;
        if (twin.best_through(a, e) < twin.best() - options.slack) continue;
        first = std::min(first, e);
        last = e;
      }
      EXPECT_EQ(narrowed.columns(a), (Columns{first, last + 1})) << "round " << round;
    }
  }
}

TEST(Narrow, KeepsTheDiagonalOfALongText) {
  constexpr std::uint32_t kSentences = 20000;
  std::vector<Waypoint> chain;
  for (std::uint32_t k = 0; k <= kSentences; ++k) chain.push_back({k, k});
  const Band band = Band::around(chain, kSentences, kSentences, 1);
  std::vector<float> agreement(band.cells(), 0.0F);
  for (std::uint32_t k = 1; k <= kSentences; ++k) agreement[band.cell(k, k)] = 9.7F;
  const Band narrowed = narrow(band, agreement, {0.5F, 0.1F, 0});
  for (std::uint32_t k = 0; k <= kSentences; ++k)
    ASSERT_EQ(narrowed.columns(k), (Columns{k, k + 1}));
}

}  // namespace
}  // namespace muwazi
