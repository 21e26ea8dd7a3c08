// From the numbers that speak for a fault to its probability.
#include "check/faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "check/network.h"

namespace muwazi::check {
namespace {

using ::testing::IsEmpty;

struct Candidate {
  std::array<double, 2> features;
};

constexpr Network<2, 1> kNetwork = {.hidden = {{{1.0, -2.0}}},
                                    .shift = {0.5},
                                    .out = {3.0},
                                    .linear = {0.25, 0.0},
                                    .bias = -1.0,
                                    .share = 0.5};

TEST(Network, ScoresByItsLinearAndItsHiddenPart) {
  EXPECT_NEAR(kNetwork.score({2.0, 1.0}), 0.25 * 2.0 + 3.0 * std::tanh(0.5) - 1.0, 1e-12);
}

TEST(Network, TakesTheLikeliestCandidateAndTheMeanOfTheOdds) {
  const std::vector<Candidate> group = {{{0.0, 1.0}}, {{2.0, 0.0}}, {{2.0, 0.0}}};
  const auto [best, odds] = likeliest(kNetwork, group);
  EXPECT_EQ(best, &group[1]);
  double sum = 0.0;
  for (const Candidate& candidate : group) sum += std::exp(kNetwork.score(candidate.features));
  EXPECT_NEAR(odds, sum / 3.0, 1e-12);
}

TEST(Network, HasNoneOfNoCandidates) {
  const auto [best, odds] = likeliest(kNetwork, std::vector<Candidate>());
  EXPECT_EQ(best, nullptr);
  EXPECT_EQ(odds, 0.0);
}

TEST(FaultProbabilities, AreThoseOfTextsThatAreMostlyRight) {
  constexpr UsualShare kUsual = {.share = 0.02, .weight = 1000.0};
  EXPECT_THAT(fault_probabilities({}, 0.5, kUsual), IsEmpty());
  const std::vector<double> out = fault_probabilities({0.0, 1.0, 49.0, 1e9}, 0.5, kUsual);
  EXPECT_EQ(out[0], 0.0);
  EXPECT_NEAR(out[1], 0.02, 0.003);  // as likely as in the texts that were learnt from
  EXPECT_NEAR(out[2], 0.5, 0.05);
  EXPECT_GT(out[3], 0.999);
}

TEST(FaultProbabilities, GrowWhereATextHasMany) {
  constexpr UsualShare kUsual = {.share = 0.02, .weight = 10.0};
  std::vector<double> odds(50, 1e6);
  odds.push_back(1.0);
  EXPECT_GT(fault_probabilities(odds, 0.5, kUsual).back(),
            10.0 * fault_probabilities({1.0}, 0.5, kUsual).back());
}

}  // namespace
}  // namespace muwazi::check
