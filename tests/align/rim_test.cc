#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "align/brute_force.h"
#include "muwazi/align/lattice.h"

namespace muwazi {
namespace {

/// The definition: a neighbour in the table but not in the band.
bool on_rim(const Band& band, std::int64_t a, std::int64_t e) {
  for (const auto& [da, de] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
    const std::int64_t row = a + da, column = e + de;
    if (row < 0 || column < 0 || row > band.arabic() || column > band.english()) continue;
    if (band.cell(static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)) ==
        Band::kOutside) {
      return true;
    }
  }
  return false;
}

TEST(RimMasses, AreTheLargestPosteriorsOfBeadsThatTouchTheRim) {
  std::mt19937 random(4);
  for (int round = 0; round < 500; ++round) {
    const auto arabic = static_cast<std::uint32_t>(random() % 15);
    const auto english = static_cast<std::uint32_t>(random() % 15);
    const Band band = Band::around(brute_force::random_chain(arabic, english, random), arabic,
                                   english, static_cast<std::uint32_t>(random() % 4));
    const Posteriors found =
        posteriors(brute_force::random_lattice(band, brute_force::Scores::kRandom, random));
    std::vector<float> most(arabic + 1, 0.0F);
    for (std::uint32_t a = 0; a <= arabic; ++a) {
      for (std::uint32_t e = band.columns(a).begin; e < band.columns(a).end; ++e) {
        for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
          if (!brute_force::fits(band, a, e, kShapes[shape])) continue;
          const float posterior = found.beads[band.cell(a, e) * kShapeCount + shape];
          const std::uint32_t begin = a - kShapes[shape].arabic;
          if (on_rim(band, a, e)) most[a] = std::max(most[a], posterior);
          if (on_rim(band, begin, e - kShapes[shape].english))
            most[begin] = std::max(most[begin], posterior);
        }
      }
    }
    ASSERT_EQ(rim_masses(band, found), most);
  }
}

TEST(RimMasses, OfTheFullTableAreZero) {
  std::mt19937 random(4);
  const Lattice lattice =
      brute_force::random_lattice(Band::full(6, 7), brute_force::Scores::kRandom, random);
  for (const float mass : rim_masses(lattice.band, posteriors(lattice))) EXPECT_EQ(mass, 0.0F);
}

TEST(RimMasses, TellABandThatIsTooNarrow) {
  // Nulls shift the English side by `shift`, then all is 1-1; the band expects no shift.
  const auto mass = [](std::uint32_t shift, std::uint32_t margin) {
    constexpr std::uint32_t kSentences = 20;
    std::vector<Waypoint> chain;
    for (std::uint32_t i = 0; i <= kSentences; ++i) chain.push_back({i, i});
    Lattice lattice(Band::around(chain, kSentences, kSentences, margin));
    for (std::uint32_t a = 0; a <= kSentences; ++a) {
      for (std::uint32_t e = lattice.band.columns(a).begin; e < lattice.band.columns(a).end; ++e) {
        float* const scores = &lattice.scores[lattice.band.cell(a, e) * kShapeCount];
        scores[kArabicNull] = scores[kEnglishNull] = -5.0F;
        scores[2] = e == a + shift ? 10.0F : -10.0F;
      }
    }
    const std::vector<float> masses = rim_masses(lattice.band, posteriors(lattice));
    return *std::max_element(masses.begin(), masses.end());
  };
  EXPECT_LT(mass(1, 6), 0.001F);
  EXPECT_GT(mass(9, 4), 0.9F);
}

}  // namespace
}  // namespace muwazi
