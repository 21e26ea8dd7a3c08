#include "score/windows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "align/brute_force.h"

namespace muwazi {
namespace {

/// Whether some bead of the band has a sentence and [begin, begin + length) of the other side.
bool meets(const Band& band, bool arabic, std::uint32_t sentence, std::uint32_t begin,
           std::uint32_t length) {
  for (std::size_t s = 2; s < kShapeCount; ++s) {
    const std::uint32_t own = arabic ? kShapes[s].arabic : kShapes[s].english;
    const std::uint32_t other = arabic ? kShapes[s].english : kShapes[s].arabic;
    if (other != length) continue;
    for (std::uint32_t first = sentence + 1 > own ? sentence + 1 - own : 0; first <= sentence;
         ++first) {
      const std::uint32_t a = arabic ? first : begin, e = arabic ? begin : first;
      const std::uint32_t a_end = a + kShapes[s].arabic, e_end = e + kShapes[s].english;
      if (a_end <= band.arabic() && e_end <= band.english() && band.cell(a, e) != Band::kOutside &&
          band.cell(a_end, e_end) != Band::kOutside) {
        return true;
      }
    }
  }
  return false;
}

void expect_reaches(const Band& band, bool arabic, const std::vector<Reach>& reaches) {
  const std::uint32_t sentences = arabic ? band.arabic() : band.english();
  const std::uint32_t others = arabic ? band.english() : band.arabic();
  ASSERT_EQ(reaches.size(), sentences);
  for (std::uint32_t k = 0; k < sentences; ++k) {
    const Reach& reach = reaches[k];
    for (std::uint32_t length = 1; length <= kLongestSide; ++length) {
      std::uint32_t first = others, last = 0;
      for (std::uint32_t begin = 0; begin < others; ++begin) {
        if (!meets(band, arabic, k, begin, length)) continue;
        first = std::min(first, begin), last = std::max(last, begin + 1);
      }
      if (first >= last) {
        EXPECT_EQ(reach.begins[length - 1].size(), 0U);
        continue;
      }
      EXPECT_EQ(reach.begins[length - 1], (Window{first, last}));
      EXPECT_LE(reach.window.begin, first > 0 ? first - 1 : 0);
      EXPECT_GE(reach.window.end, std::min(last + length, others));
    }
  }
}

TEST(Windows, HoldEveryRangeThatABeadMayHave) {
  std::mt19937 random(5);
  for (int round = 0; round < 100; ++round) {
    const auto arabic = static_cast<std::uint32_t>(random() % 12);
    const auto english = static_cast<std::uint32_t>(random() % 12);
    const Band band = Band::around(brute_force::random_chain(arabic, english, random), arabic,
                                   english, static_cast<std::uint32_t>(random() % 4));
    const Windows found = windows(band);
    expect_reaches(band, true, found.of_arabic);
    expect_reaches(band, false, found.of_english);
  }
}

}  // namespace
}  // namespace muwazi
