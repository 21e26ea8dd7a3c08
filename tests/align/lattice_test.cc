// Every dynamic programme against its brute-force twin, on all tables up to 5 x 5, whole and in
// bands.
#include "muwazi/align/lattice.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <random>

#include "align/brute_force.h"

namespace muwazi {
namespace {

using brute_force::all_paths;
using brute_force::Path;
using brute_force::random_lattice;
using brute_force::Scores;
using brute_force::shapes_of;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Case {
  const char* name;
  Scores scores;
  NullRun null_run;
};

class Twins : public testing::TestWithParam<Case> {
 protected:
  /// Calls the check with every table up to 5 x 5: whole, and in bands of margin 0 to 2 around
  /// random chains.
  static void for_all_tables(
      const std::function<void(const Lattice&, const std::vector<Path>&)>& check) {
    std::mt19937 random(20);
    for (std::uint32_t arabic = 0; arabic <= 5; ++arabic) {
      for (std::uint32_t english = 0; english <= 5; ++english) {
        for (std::uint32_t trial = 0; trial < 10; ++trial) {
          const Band band = trial == 0
                                ? Band::full(arabic, english)
                                : Band::around(brute_force::random_chain(arabic, english, random),
                                               arabic, english, trial % 3);
          Lattice lattice = random_lattice(band, GetParam().scores, random);
          lattice.null_run = GetParam().null_run;
          SCOPED_TRACE(testing::Message() << arabic << " x " << english << ", trial " << trial);
          check(lattice, all_paths(band));
          if (testing::Test::HasFatalFailure()) return;
        }
      }
    }
  }
};

std::vector<Bead> all_nulls(std::uint32_t arabic, std::uint32_t english) {
  std::vector<Bead> beads;
  for (std::uint32_t a = 0; a < arabic; ++a) beads.push_back({{a, a + 1}, {0, 0}});
  for (std::uint32_t e = 0; e < english; ++e) beads.push_back({{arabic, arabic}, {e, e + 1}});
  return beads;
}

TEST_P(Twins, BestPathIsTheBestOfAll) {
  for_all_tables([](const Lattice& lattice, const std::vector<Path>& paths) {
    double score = 0.0;
    const std::vector<Bead> found = best_path(lattice, &score);
    const Path* const best = brute_force::best(paths, lattice.scores, lattice.null_run);
    if (best == nullptr) {
      ASSERT_EQ(score, -kInfinity);
      ASSERT_EQ(found, all_nulls(lattice.band.arabic(), lattice.band.english()));
      return;
    }
    ASSERT_NEAR(score, brute_force::score(*best, lattice.scores, lattice.null_run), 1e-9);
    ASSERT_EQ(shapes_of(found), shapes_of(brute_force::beads(*best)));
    ASSERT_EQ(found, brute_force::beads(*best));
  });
}

TEST_P(Twins, PosteriorsAreSharesOfAllPaths) {
  for_all_tables([](const Lattice& lattice, const std::vector<Path>& paths) {
    const Posteriors found = posteriors(lattice);
    const Posteriors listed = brute_force::posteriors(paths, lattice);
    if (listed.log_z == -kInfinity) {
      ASSERT_EQ(found.log_z, -kInfinity);
    } else {
      ASSERT_NEAR(found.log_z, listed.log_z, 3e-6);
      ASSERT_LT(brute_force::worst_sum(lattice.band, found), 1e-6);
    }
    ASSERT_NEAR(found.null_runs, listed.null_runs, 1e-5);
    ASSERT_EQ(found.beads.size(), listed.beads.size());
    for (std::size_t i = 0; i < listed.beads.size(); ++i) {
      ASSERT_NEAR(found.beads[i], listed.beads[i], 3e-6) << "bead " << i;
      ASSERT_GE(found.beads[i], 0.0F);
      ASSERT_LE(found.beads[i], 1.0F);
    }
  });
}

/// What most_expected_path maximises, bead by bead: a null counts wherever it stands.
std::vector<double> gains(const Band& band, const Posteriors& posteriors,
                          const DecisionOptions& options) {
  const NullPosteriors nulls = null_posteriors(band, posteriors);
  const auto gain = [&](float p, float weight) {
    return p > 0.0F ? static_cast<double>(weight * p) - options.bead_cost : -kInfinity;
  };
  std::vector<double> result(posteriors.beads.size(), -kInfinity);
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    for (std::uint32_t e = band.columns(a).begin; e < band.columns(a).end; ++e) {
      const std::size_t first = band.cell(a, e) * kShapeCount;
      for (std::size_t s = 2; s < kShapeCount; ++s)
        result[first + s] = gain(posteriors.beads[first + s], 1.0F);
      if (a > 0) result[first + kArabicNull] = gain(nulls.arabic[a - 1], options.null_weight);
      if (e > 0) result[first + kEnglishNull] = gain(nulls.english[e - 1], options.null_weight);
    }
  }
  return result;
}

TEST_P(Twins, MostExpectedPathIsTheBestOfAll) {
  const DecisionOptions options{.bead_cost = 0.0625F, .null_weight = 1.5F};
  for_all_tables([&options](const Lattice& lattice, const std::vector<Path>& paths) {
    Posteriors given = posteriors(lattice);
    // In steps of 1/16, so that sums are exact and there are many ties.
    for (float& p : given.beads) p = std::ceil(p * 16.0F) / 16.0F;
    const std::vector<Bead> found = most_expected_path(lattice.band, given, options);
    const Path* const best = brute_force::best(paths, gains(lattice.band, given, options), {});
    if (best == nullptr) {
      ASSERT_EQ(found, all_nulls(lattice.band.arabic(), lattice.band.english()));
      return;
    }
    std::vector<Bead> expected = brute_force::beads(*best);
    const NullPosteriors nulls = null_posteriors(lattice.band, given);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      Bead& bead = expected[i];
      bead.posterior = bead.english.empty()  ? nulls.arabic[bead.arabic.begin]
                       : bead.arabic.empty() ? nulls.english[bead.english.begin]
                                             : given.beads[best->beads[i]];
    }
    ASSERT_EQ(shapes_of(found), shapes_of(expected));
    ASSERT_EQ(found, expected);
  });
}

INSTANTIATE_TEST_SUITE_P(
    Lattice, Twins,
    testing::Values(
        Case{"random", Scores::kRandom, {}}, Case{"runs_liked", Scores::kRandom, {2.5F, 1.0F}},
        Case{"runs_disliked", Scores::kRandom, {-2.0F, -3.0F}},
        Case{"runs_forbidden", Scores::kRandom, {Lattice::kImpossible, Lattice::kImpossible}},
        Case{"switches_forbidden", Scores::kRandom, {1.0F, Lattice::kImpossible}},
        Case{"ties", Scores::kTies, {}}, Case{"ties_and_runs", Scores::kTies, {0.25F, 0.25F}},
        Case{"ties_and_switches", Scores::kTies, {0.25F, -0.5F}},
        Case{"huge", Scores::kHuge, {1.0F, 0.5F}},
        Case{"many_impossible", Scores::kManyImpossible, {0.5F, -1.0F}},
        Case{"nearly_all_impossible", Scores::kNearlyAllImpossible, {0.5F, 1.0F}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Lattice, EmptyTableHasOneEmptyPath) {
  const Lattice lattice{Band()};
  double score = 1.0;
  EXPECT_TRUE(best_path(lattice, &score).empty());
  EXPECT_EQ(score, 0.0);
  const Posteriors found = posteriors(lattice);
  EXPECT_EQ(found.log_z, 0.0);
  EXPECT_EQ(found.null_runs, 0.0);
  EXPECT_TRUE(most_expected_path(lattice.band, found).empty());
  for (const float mass : rim_masses(lattice.band, found)) EXPECT_EQ(mass, 0.0F);
}

TEST(Lattice, NothingPossibleIsAllNulls) {
  const Lattice lattice(Band::full(2, 1));
  double score = 0.0;
  EXPECT_EQ(shapes_of(best_path(lattice, &score)), "1-0 1-0 0-1");
  EXPECT_EQ(score, -kInfinity);
  const Posteriors found = posteriors(lattice);
  EXPECT_EQ(found.log_z, -kInfinity);
  EXPECT_EQ(found.beads, std::vector<float>(lattice.scores.size(), 0.0F));
  EXPECT_EQ(shapes_of(most_expected_path(lattice.band, found)), "1-0 1-0 0-1");
}

TEST(Lattice, NullsListTheirArabicSentencesFirst) {
  Lattice lattice(Band::full(2, 2));
  for (std::size_t cell = 0; cell < lattice.band.cells(); ++cell) {
    lattice.scores[cell * kShapeCount + kArabicNull] = -1.0F;
    lattice.scores[cell * kShapeCount + kEnglishNull] = -1.0F;
  }
  lattice.null_run = {0.5F, -2.0F};
  EXPECT_EQ(shapes_of(best_path(lattice)), "1-0 1-0 0-1 0-1");
  const Posteriors found = posteriors(lattice);
  EXPECT_NEAR(found.log_z, -4.0 + 2 * 0.5 - 2.0, 1e-9);
  EXPECT_NEAR(found.null_runs, 3.0, 1e-9);
}

TEST(Lattice, AlwaysHasAPathWhereNullsAndOneToOneArePossible) {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    const auto arabic = static_cast<std::uint32_t>(random() % 40);
    const auto english = static_cast<std::uint32_t>(random() % 40);
    const std::vector<Waypoint> chain = brute_force::random_chain(arabic, english, random);
    Lattice lattice(Band::around(chain, arabic, english, round % 2));
    for (std::size_t cell = 0; cell < lattice.band.cells(); ++cell) {
      for (const std::size_t shape : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
        lattice.scores[cell * kShapeCount + shape] = -30.0F;
      }
    }
    double score = 0.0;
    const std::vector<Bead> path = best_path(lattice, &score);
    ASSERT_TRUE(std::isfinite(score));
    ASSERT_LT(brute_force::worst_sum(lattice.band, posteriors(lattice)), 1e-6);
  }
}

TEST(Lattice, BandEqualsTheFullTableWithTheRestImpossible) {
  std::mt19937 random(6);
  for (int round = 0; round < 30; ++round) {
    const auto arabic = static_cast<std::uint32_t>(20 + random() % 30);
    const auto english = static_cast<std::uint32_t>(20 + random() % 30);
    const std::vector<Waypoint> chain = brute_force::random_chain(arabic, english, random);
    const Band band = Band::around(chain, arabic, english, round % 4);
    Lattice narrow = random_lattice(band, Scores::kRandom, random);
    Lattice full(Band::full(arabic, english));
    narrow.null_run = full.null_run = {1.0F, -0.5F};
    std::vector<std::size_t> places;  // of the narrow lattice's beads in the full one
    for (std::uint32_t a = 0; a <= arabic; ++a) {
      for (std::uint32_t e = band.columns(a).begin; e < band.columns(a).end; ++e) {
        for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
          places.push_back(full.band.cell(a, e) * kShapeCount + shape);
          full.scores[places.back()] = narrow.scores[places.size() - 1];
        }
      }
    }
    EXPECT_EQ(best_path(narrow), best_path(full));
    const Posteriors in_band = posteriors(narrow), in_full = posteriors(full);
    EXPECT_EQ(in_band.log_z, in_full.log_z);
    for (std::size_t i = 0; i < places.size(); ++i) {
      ASSERT_EQ(in_band.beads[i], in_full.beads[places[i]]) << "bead " << i;
    }
  }
}

TEST(Lattice, LongChainsNeitherOverflowNorLoseMass) {
  constexpr std::uint32_t kSentences = 3000;
  std::vector<Waypoint> chain;
  for (std::uint32_t i = 0; i <= kSentences; ++i) chain.push_back({i, i});
  std::mt19937 random(8);
  for (const Scores kind : {Scores::kRandom, Scores::kHuge}) {
    Lattice lattice = random_lattice(Band::around(chain, kSentences, kSentences, 3), kind, random);
    lattice.null_run = {1.0F, 0.0F};
    double score = 0.0;
    const std::vector<Bead> path = best_path(lattice, &score);
    const Posteriors found = posteriors(lattice);
    EXPECT_GE(found.log_z, score - 1e-3);
    EXPECT_LT(found.log_z, score + kSentences);
    EXPECT_LT(brute_force::worst_sum(lattice.band, found), 1e-6);
    const std::vector<Bead> decided = most_expected_path(lattice.band, found);
    EXPECT_EQ(decided.back().arabic.end, kSentences);
    EXPECT_EQ(decided.back().english.end, kSentences);
  }
}

TEST(Lattice, PathsThatTheBeginMakesVeryUnlikelyAreFoundAgain) {
  // The first half speaks for leaving out English, by a thousand nats; the second half, by more,
  // against it.
  constexpr std::uint32_t kSentences = 40;
  Lattice lattice(Band::full(kSentences, kSentences));
  for (std::uint32_t a = 0; a <= kSentences; ++a) {
    for (std::uint32_t e = 0; e <= kSentences; ++e) {
      float* const scores = &lattice.scores[lattice.band.cell(a, e) * kShapeCount];
      if (a > 0) scores[kArabicNull] = -30.0F;
      if (e > 0) scores[kEnglishNull] = -30.0F;
      if (a == 0 || e == 0) continue;
      const bool aside = e == a + 20, middle = e == a;
      scores[2] = a <= 20 ? (aside ? 100.0F : -1.0F) : (middle ? 150.0F : -100.0F);
    }
  }
  const std::vector<Bead> path = best_path(lattice);
  EXPECT_EQ(path.size(), kSentences);  // all 1-1: 20 x -1 + 20 x 150 beats 20 x 100 less nulls
  const Posteriors found = posteriors(lattice);
  for (std::uint32_t i = 1; i <= kSentences; ++i) {
    EXPECT_NEAR(found.beads[lattice.band.cell(i, i) * kShapeCount + 2], 1.0F, 1e-5F);
  }
}

}  // namespace
}  // namespace muwazi
