#include "muwazi/score/tuner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lexicon/tiny.h"
#include "score/sentence_aligner.h"
#include "score/tiny_texts.h"

namespace muwazi {
namespace {

using testing::Contains;
using testing::StartsWith;

void one_by_one(std::size_t count, const std::function<void(std::size_t)>& task) {
  for (std::size_t k = 0; k < count; ++k) task(k);
}

const Model& model() {
  static const Model trained = tiny::train(tiny::sources());
  return trained;
}

/// Each Arabic sentence with its English one; the second English sentence of each document is an addition.
std::vector<GoldDocument> documents() {
  GoldDocument one{"set", "one", {}, {}, {}};
  one.arabic = {{"الولد في المدرسة"}, {"القطة على الشجرة"}, {"قرأ الولد الكتاب"}};
  one.english = {{"The boy is in the school"},
                 {"Nothing else happened that evening"},
                 {"The cat is on the tree"},
                 {"The boy read the book"}};
  one.beads = {{{0, 1}, {0, 1}, 0.0F},
               {{1, 1}, {1, 2}, 0.0F},
               {{1, 2}, {2, 3}, 0.0F},
               {{2, 3}, {3, 4}, 0.0F}};
  GoldDocument two = one;
  two.name = "two";
  std::swap(two.arabic[0], two.arabic[2]);
  std::swap(two.english[0], two.english[3]);
  return {one, two};
}

struct Tuned {
  Parameters parameters;
  std::vector<std::string> said;
};

Tuned tuned(const Parameters& start, const TuneOptions& options) {
  Tuned result;
  result.parameters = tune(model(), documents(), start, options, one_by_one,
                           [&](std::string_view line) { result.said.emplace_back(line); });
  return result;
}

TEST(Tuner, ClimbsFromWeightsThatKnowLengthsOnly) {
  Parameters start = default_parameters();
  start.weights.fill(0.0F);
  start.weights[static_cast<std::size_t>(Feature::length)] = -0.05F;
  const Tuned found = tuned(start, {.climbs = 4, .prior = 0.001, .rounds = 0});
  EXPECT_THAT(found.said, Contains(StartsWith("climb 4: ")));
  EXPECT_THAT(found.said, Contains(StartsWith("climbed: ")));
  EXPECT_GT(found.parameters.weight(Feature::likelihood_root), 0.1F);
  // What no document has stays as it was, and what scores nulls too.
  EXPECT_EQ(found.parameters.weight(Feature::heading_mismatch), 0.0F);
  EXPECT_EQ(found.parameters.null_score, start.null_score);
}

TEST(Tuner, AStrongPriorHoldsTheWeights) {
  const Tuned found = tuned(default_parameters(), {.climbs = 2, .prior = 1e9, .rounds = 0});
  for (std::size_t k = 0; k < kFeatureCount; ++k)
    EXPECT_NEAR(found.parameters.weights[k], default_parameters().weights[k], 1e-3) << k;
}

TEST(Tuner, WithoutClimbsAndRoundsOnlyTheCurvesOfConfidenceChange) {
  const Tuned found = tuned(default_parameters(), {.climbs = 0, .rounds = 0});
  Parameters same = found.parameters;
  same.confidence_one_one = default_parameters().confidence_one_one;
  same.confidence_other = default_parameters().confidence_other;
  same.confidence_null = default_parameters().confidence_null;
  EXPECT_EQ(format_parameters(same), format_parameters(default_parameters()));
}

TEST(Tuner, NeverEndsBelowWhereItBegan) {
  const Tuned found = tuned(default_parameters(), {.climbs = 3, .prior = 0.001, .rounds = 1});
  const auto value = [&](const std::string& label) {
    for (const std::string& line : found.said) {
      if (line.starts_with(label)) return std::stod(line.substr(label.size()));
    }
    ADD_FAILURE() << label;
    return 0.0;
  };
  EXPECT_GE(value("round 1: "), value("start ") - 1e-5);
}

}  // namespace
}  // namespace muwazi
