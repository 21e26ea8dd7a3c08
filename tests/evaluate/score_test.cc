#include "muwazi/evaluate/score.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace muwazi {
namespace {

using Beads = std::vector<BeadLine>;

const Beads kGold = {{{0}, {0}}, {{1}, {1, 2}}, {{2}, {}}, {{}, {3}}, {{3, 4}, {4}}};

TEST(Count, OfTheGoldAgainstItselfIsAllRight) {
  const BeadCounts counts = count(kGold, kGold);
  EXPECT_DOUBLE_EQ(strict(counts).f1, 1.0);
  EXPECT_DOUBLE_EQ(lax(counts).f1, 1.0);
  EXPECT_DOUBLE_EQ(null(counts).f1, 1.0);
  EXPECT_EQ(counts.block_beads, 0U);
}

TEST(Count, TellsStrictFromLaxFromNull) {
  // Wrong: [1]:[1] has its link, not its shape; [2]:[2] has neither; 3-4 is right; [3] of English is
  // said to be null and is.
  const Beads predicted = {{{0}, {0}}, {{1}, {1}}, {{2}, {2}}, {{}, {3}}, {{3, 4}, {4}}};
  const BeadCounts expected{.strict = 2,
                            .predicted = 4,
                            .gold = 3,
                            .lax_predicted = 3,
                            .lax_gold = 3,
                            .null_right = 1,
                            .null_predicted = 1,
                            .null_gold = 2};
  EXPECT_EQ(count(kGold, predicted), expected);
}

TEST(Count, TakesABeadThatIsSaidTwiceOnce) {
  const Beads predicted = {{{0}, {0}}, {{0}, {0}}};
  EXPECT_EQ(count(kGold, predicted).predicted, 1U);
}

TEST(Count, CountsNullsBySentence) {
  EXPECT_EQ(count(kGold, {{{2, 3}, {}}, {{}, {3}}}),
            (BeadCounts{.gold = 3, .null_right = 2, .null_predicted = 3, .null_gold = 2}));
}

TEST(Count, JudgesByBlocksWhereThereAreSome) {
  const Beads blocks = {{{0, 1}, {0, 1, 2}}, {{3, 4}, {4}}};
  const Beads predicted = {{{0}, {0}}, {{1}, {2, 3}}, {{2}, {}}, {{3, 4}, {4}}};
  const BeadCounts counts = count(kGold, predicted, blocks);
  EXPECT_EQ(counts.block_beads, 3U);
  EXPECT_EQ(counts.in_block, 2U);  // English 3 is in no block
  EXPECT_DOUBLE_EQ(in_block(counts), 2.0 / 3);
}

TEST(Count, OfNothingIsNought) {
  EXPECT_EQ(count({}, {}), BeadCounts{});
  EXPECT_EQ(strict({}).f1, 0.0);
  EXPECT_EQ(strict(count(kGold, {})).recall, 0.0);
}

TEST(Count, IsAddedUpBeforeRatios) {
  BeadCounts sum = count(kGold, kGold);
  sum += count({{{0}, {0}}}, {{{0}, {1}}});
  EXPECT_DOUBLE_EQ(strict(sum).precision, 3.0 / 4);
}

TEST(SentenceFaults, AreCountedForEachSide) {
  const Beads predicted = {{{0}, {0, 0}}, {{1}, {1}}, {{1, 2, 3, 4, 9}, {4}}};
  EXPECT_EQ(sentence_faults(kGold, predicted, Side::arabic),
            (SentenceFaults{.repeated = 1, .unknown = 1}));
  EXPECT_EQ(sentence_faults(kGold, predicted, Side::english),
            (SentenceFaults{.left_out = 2, .repeated = 1}));
  EXPECT_FALSE(sentence_faults(kGold, kGold, Side::english).any());
}

TEST(Report, HasThreeDigits) {
  BeadCounts counts{.strict = 2,
                    .predicted = 3,
                    .gold = 4,
                    .lax_predicted = 3,
                    .lax_gold = 4,
                    .null_right = 0,
                    .null_predicted = 1,
                    .null_gold = 0};
  EXPECT_EQ(report("small", counts),
            "small                        strict P 0.667 R 0.500 F1 0.571 | lax F1 1.000 | null P "
            "0.000 R "
            "0.000 F1 0.000");
  counts.block_beads = 8;
  counts.in_block = 7;
  EXPECT_TRUE(report("small", counts).ends_with(" | in block 0.875"));
}

TEST(Report, IsValidJson) {
  const auto json = nlohmann::json::parse(report_json("a \"name\"", count(kGold, kGold)));
  EXPECT_EQ(json["name"], "a \"name\"");
  EXPECT_EQ(json["strict"]["f1"], 1.0);
  EXPECT_EQ(json["counts"]["null_gold"], 2);
  EXPECT_FALSE(json.contains("in_block"));
}

}  // namespace
}  // namespace muwazi
