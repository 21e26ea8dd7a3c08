// The likelihood of gold beads, and its derivatives against differences.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "score/sentence_aligner.h"
#include "score/tiny_texts.h"

namespace muwazi {
namespace {

using tiny::lexicon;
using tiny::Strings;
using tiny::views;

TEST(SentenceAlignerTraining, MeasuresTheLogPosteriorOfGivenBeads) {
  const Strings arabic = {"الولد في المدرسة", "القطة على الشجرة"},
                english = {"The boy is in the school", "The cat is on the tree"};
  SentenceAligner aligner(lexicon(), nullptr, default_parameters(), views(arabic), views(english));
  aligner.prepare_tuning();
  const Bead first = {{0, 1}, {0, 1}, 0.0F}, second = {{1, 2}, {1, 2}, 0.0F};
  const float doubt = 0.02F;
  const double right = aligner.log_posterior({first, second}, default_parameters(), doubt);
  EXPECT_LE(right, 2.0 * std::log(1.02) + 1e-6);
  const auto decided = aligner.decide(
      DecisionOptions{default_parameters().bead_cost, default_parameters().null_weight});
  ASSERT_EQ(decided.size(), 2U);
  EXPECT_NEAR(right,
              std::log(static_cast<double>(decided[0].posterior) + 0.02) +
                  std::log(static_cast<double>(decided[1].posterior) + 0.02),
              1e-5);
  // Beads of another alignment are less probable, and a shape that there is not leaves the doubt.
  EXPECT_LT(aligner.log_posterior({{{0, 1}, {0, 0}, 0.0F}, second}, default_parameters(), doubt),
            right);
  EXPECT_EQ(aligner.log_posterior({}, default_parameters(), doubt), 0.0);
}

/// Texts that differ in marks, lengths and paragraphs, with a sentence too many on either side.
struct Gold {
  Strings arabic = {"الولد في المدرسة", "القطة على الشجرة.", "- البيت الكبير", "قرأ الولد الكتاب؟",
                    "\"الباب\" القديم"};
  Strings english = {"The boy is in the school.", "The cat is on the tree", "It was late.",
                     "The big house:", "The boy read the book?"};
  std::vector<Bead> beads = {{{0, 1}, {0, 1}, 0.0F}, {{1, 2}, {1, 2}, 0.0F},
                             {{2, 2}, {2, 3}, 0.0F}, {{2, 3}, {3, 4}, 0.0F},
                             {{3, 4}, {4, 5}, 0.0F}, {{4, 5}, {5, 5}, 0.0F}};
};

TEST(SentenceAlignerTraining, TheGradientIsThatOfTheLikelihood) {
  const Gold gold;
  const Parameters start = default_parameters();
  SentenceAligner aligner(lexicon(), nullptr, start, views(gold.arabic), views(gold.english));
  aligner.prepare_tuning();
  aligner.settle_rates(start);
  const auto nats = [&](std::size_t k, float weight) {
    Parameters tried = start;
    tried.weights[k] = weight;
    return aligner.likelihood(gold.beads, tried, 0.02F).nats;
  };
  const GoldLikelihood found = aligner.likelihood(gold.beads, start, 0.02F);
  int moving = 0;
  for (std::size_t k = 0; k < kFeatureCount; ++k) {
    constexpr float kStep = 0.02F;
    const float weight = start.weights[k];
    const double slope =
        (nats(k, weight + kStep) - nats(k, weight - kStep)) / (2.0 * static_cast<double>(kStep));
    EXPECT_NEAR(found.by_weight[k], slope, 0.02 + 0.05 * std::abs(slope))
        << name(static_cast<Feature>(k));
    moving += std::abs(slope) > 0.05;
  }
  EXPECT_GE(moving, 4);
}

TEST(SentenceAlignerTraining, GoldIsLikelierThanOtherBeadsAndNeverMoreThanCertain) {
  const Gold gold;
  SentenceAligner aligner(lexicon(), nullptr, default_parameters(), views(gold.arabic),
                          views(gold.english));
  aligner.prepare_tuning();
  aligner.settle_rates(default_parameters());
  const double right = aligner.likelihood(gold.beads, default_parameters(), 0.02F).nats;
  EXPECT_LE(right, 1e-6);
  std::vector<Bead> shifted = gold.beads;
  shifted[0] = {{0, 1}, {0, 2}, 0.0F};
  shifted[1] = {{1, 2}, {2, 2}, 0.0F};
  EXPECT_LT(aligner.likelihood(shifted, default_parameters(), 0.02F).nats, right);
  // Beads of a shape that there is not: nothing is drawn to them.
  EXPECT_NEAR(aligner.likelihood({}, default_parameters(), 0.02F).nats, 0.0, 1e-9);
}

}  // namespace
}  // namespace muwazi
