#include "score/windows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "align/brute_force.h"

namespace muwazi {
namespace {

/// Whether some bead of the band has the Arabic sentence `a` and the English ones [begin, begin + length).
bool meets(const Band& band, std::uint32_t a, std::uint32_t begin, std::uint32_t length) {
  for (std::size_t s = 2; s < kShapeCount; ++s) {
    const std::uint32_t m = kShapes[s].arabic;
    if (kShapes[s].english != length || begin + length > band.english()) continue;
    for (std::uint32_t first = a + 1 > m ? a + 1 - m : 0; first <= a; ++first) {
      if (first + m <= band.arabic() && band.cell(first, begin) != Band::kOutside &&
          band.cell(first + m, begin + length) != Band::kOutside) {
        return true;
      }
    }
  }
  return false;
}

TEST(Windows, HoldEveryRangeThatABeadMayHave) {
  std::mt19937 random(5);
  for (int round = 0; round < 100; ++round) {
    const auto arabic = static_cast<std::uint32_t>(random() % 12);
    const auto english = static_cast<std::uint32_t>(random() % 12);
    const Band band = Band::around(brute_force::random_chain(arabic, english, random), arabic,
                                   english, static_cast<std::uint32_t>(random() % 4));
    const Windows found = windows(band);
    ASSERT_EQ(found.of_arabic.size(), arabic);
    ASSERT_EQ(found.of_english.size(), english);
    for (std::uint32_t a = 0; a < arabic; ++a) {
      const Reach& reach = found.of_arabic[a];
      for (std::uint32_t length = 1; length <= kLongestSide; ++length) {
        std::uint32_t first = english, last = 0;
        for (std::uint32_t begin = 0; begin < english; ++begin) {
          if (!meets(band, a, begin, length)) continue;
          first = std::min(first, begin), last = std::max(last, begin + 1);
        }
        if (first >= last) {
          EXPECT_EQ(reach.begins[length - 1].size(), 0U);
          continue;
        }
        EXPECT_EQ(reach.begins[length - 1], (Window{first, last}));
        EXPECT_LE(reach.window.begin, first > 0 ? first - 1 : 0);
        EXPECT_GE(reach.window.end, std::min(last + length, english));
      }
    }
  }
}

}  // namespace
}  // namespace muwazi
