#include "score/constraints.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "muwazi/align/shapes.h"

namespace muwazi {
namespace {

using testing::ElementsAre;

/// Whether a bead is among those of a path, wherever its nulls stand.
bool holds(const std::vector<Bead>& path, const Bead& wanted) {
  return std::any_of(path.begin(), path.end(), [&](const Bead& bead) {
    return (wanted.arabic.empty() ? bead.arabic.empty() : bead.arabic == wanted.arabic) &&
           (wanted.english.empty() ? bead.english.empty() : bead.english == wanted.english);
  });
}

Lattice random_lattice(std::mt19937& random, std::uint32_t arabic, std::uint32_t english) {
  Lattice lattice(Band::full(arabic, english));
  std::uniform_real_distribution<float> score(-20.0F, 20.0F);
  for (std::uint32_t a = 0; a <= arabic; ++a) {
    for (std::uint32_t e = 0; e <= english; ++e) {
      for (std::size_t s = 0; s < kShapeCount; ++s) {
        if (kShapes[s].arabic <= a && kShapes[s].english <= e)
          lattice.scores[lattice.band.cell(a, e) * kShapeCount + s] = score(random);
      }
    }
  }
  return lattice;
}

TEST(Constraints, GivenBeadsAreInEveryBestPath) {
  std::mt19937 random(7);
  const std::vector<Bead> pairs = {{{0, 1}, {0, 1}}, {{2, 3}, {1, 2}}, {{3, 4}, {4, 5}}};
  const std::vector<Bead> nulls = {{{1, 2}, {0, 0}}, {{0, 0}, {2, 3}}};
  for (int round = 0; round < 50; ++round) {
    Lattice lattice = random_lattice(random, 5, 6);
    Constraints constraints{pairs, {}};
    constraints.given.insert(constraints.given.end(), nulls.begin(), nulls.end());
    constrain(lattice, constraints);
    const std::vector<Bead> path = best_path(lattice);
    for (const Bead& bead : constraints.given) EXPECT_TRUE(holds(path, bead)) << round;
    const Posteriors sums = posteriors(lattice);
    for (const Bead& bead : pairs) {
      const std::size_t cell = lattice.band.cell(bead.arabic.end, bead.english.end);
      EXPECT_NEAR(sums.beads[cell * kShapeCount + shape_number(1, 1)], 1.0F, 1e-5F);
    }
  }
}

TEST(Constraints, OneToOneLeavesNoLongerBeads) {
  std::mt19937 random(17);
  Constraints constraints;
  constraints.one_to_one = true;
  for (int round = 0; round < 20; ++round) {
    Lattice lattice = random_lattice(random, 5, 6);
    constrain(lattice, constraints);
    for (const Bead& bead : best_path(lattice)) {
      EXPECT_LE(bead.arabic.size(), 1U);
      EXPECT_LE(bead.english.size(), 1U);
    }
  }
}

TEST(Constraints, ExcludedBeadsAreInNoPathThatHasAnotherWay) {
  std::mt19937 random(11);
  for (const Bead& excluded : std::vector<Bead>{{{1, 2}, {1, 2}},
                                                {{0, 2}, {1, 4}},
                                                {{2, 3}, {0, 0}},
                                                {{0, 0}, {3, 4}},
                                                {{0, 5}, {0, 6}}}) {
    for (int round = 0; round < 20; ++round) {
      Lattice lattice = random_lattice(random, 5, 6);
      constrain(lattice, {{}, {excluded}});
      EXPECT_FALSE(holds(best_path(lattice), excluded));
    }
  }
}

TEST(Constraints, WhereThereIsNoOtherWayThePathStays) {
  std::mt19937 random(3);
  Lattice lattice = random_lattice(random, 1, 0);
  constrain(lattice, {{}, {{{0, 1}, {0, 0}}}});
  EXPECT_EQ(best_path(lattice).size(), 1U);
}

TEST(Constraints, NothingGivenChangesNothing) {
  std::mt19937 random(5);
  Lattice lattice = random_lattice(random, 4, 4);
  const std::vector<float> before = lattice.scores;
  constrain(lattice, {});
  EXPECT_EQ(lattice.scores, before);
  std::vector<float> agreement(lattice.band.cells(), 0.5F);
  constrain(agreement, lattice.band, {});
  EXPECT_THAT(agreement, testing::Each(0.5F));
}

TEST(Constraints, NoBeadHasTwoSentencesOfASideThatIsSingle) {
  std::mt19937 random(13);
  for (const Language side : {Language::arabic, Language::english}) {
    for (int round = 0; round < 20; ++round) {
      Lattice lattice = random_lattice(random, 5, 6);
      Constraints constraints;
      constraints.single = side;
      constrain(lattice, constraints);
      for (const Bead& bead : best_path(lattice))
        EXPECT_LE((side == Language::arabic ? bead.arabic : bead.english).size(), 1U);
    }
  }
}

TEST(Constraints, NoPairCrossesACorner) {
  std::mt19937 random(17);
  for (const auto& corners : std::vector<std::vector<Waypoint>>{
           {{2, 2}}, {{1, 4}, {4, 5}}, {{1, 1}, {1, 3}, {3, 3}}, {{4, 1}}}) {
    for (int round = 0; round < 30; ++round) {
      Lattice lattice = random_lattice(random, 5, 6);
      Constraints constraints;
      constraints.corners = corners;
      constrain(lattice, constraints);
      for (const Bead& bead : best_path(lattice)) {
        if (bead.null()) continue;
        for (const Waypoint& corner : corners) {
          const bool before =
              bead.arabic.end <= corner.arabic && bead.english.end <= corner.english;
          const bool behind =
              bead.arabic.begin >= corner.arabic && bead.english.begin >= corner.english;
          EXPECT_TRUE(before || behind);
        }
      }
    }
  }
}

MATCHER_P2(At, arabic, english, "") {
  return arg.arabic == static_cast<std::uint32_t>(arabic) &&
         arg.english == static_cast<std::uint32_t>(english);
}

TEST(Constraints, TheChainLeadsThroughWhatIsGiven) {
  const std::vector<Waypoint> chain = {{1, 1}, {2, 2}, {3, 9}, {6, 6}, {7, 7}, {8, 8}};
  EXPECT_THAT(through_given(chain, {}),
              ElementsAre(At(1, 1), At(2, 2), At(3, 9), At(6, 6), At(7, 7), At(8, 8)));
  EXPECT_THAT(through_given(chain, {{{{0, 0}, {4, 5}}, {{4, 5}, {3, 4}}, {{6, 7}, {6, 7}}}, {}}),
              ElementsAre(At(1, 1), At(2, 2), At(4, 3), At(5, 4), At(6, 6), At(6, 6), At(7, 7),
                          At(7, 7), At(8, 8)));
  EXPECT_THAT(through_given({}, {{{{4, 5}, {3, 4}}}, {}}), ElementsAre(At(4, 3), At(5, 4)));
}

TEST(Constraints, TheChainLeadsThroughTheCorners) {
  const std::vector<Waypoint> chain = {{1, 1}, {2, 2}, {3, 9}, {6, 6}, {7, 7}};
  EXPECT_THAT(through_corners(chain, {}),
              ElementsAre(At(1, 1), At(2, 2), At(3, 9), At(6, 6), At(7, 7)));
  EXPECT_THAT(through_corners(chain, {{4, 3}, {6, 7}}),
              ElementsAre(At(1, 1), At(2, 2), At(4, 3), At(6, 6), At(6, 7), At(7, 7)));
  EXPECT_THAT(through_corners({}, {{4, 3}}), ElementsAre(At(4, 3)));
}

}  // namespace
}  // namespace muwazi
