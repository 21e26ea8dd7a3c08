#include "lexicon/phrases.h"

#include <gtest/gtest.h>

#include <tuple>
#include <vector>

namespace muwazi {
namespace {

constexpr std::uint32_t kNone = kUnknownToken;

/// Phrases are numbered from 100.
PhraseTable learn(const std::vector<std::uint32_t>& stems, const PhraseOptions& options = {}) {
  std::uint32_t next = 100;
  return learn_phrases(stems, options, [&](auto, auto) { return next++; });
}

/// `times` lines, each of them `line`.
void add(std::vector<std::uint32_t>& stems, int times, const std::vector<std::uint32_t>& line) {
  for (int k = 0; k < times; ++k) {
    stems.insert(stems.end(), line.begin(), line.end());
    stems.push_back(kNone);
  }
}

TEST(Phrases, AreNeighboursThatKeepTogether) {
  std::vector<std::uint32_t> stems;
  add(stems, 10, {1, 2});
  add(stems, 10, {3, 4});
  const PhraseTable table = learn(stems);
  EXPECT_EQ(table.size(), 2U);
  EXPECT_EQ(table.join(1, 2), 100U);
  EXPECT_EQ(table.join(3, 4), 101U);
  EXPECT_EQ(table.join(2, 1), kNone);
  EXPECT_TRUE(table.begins_with(1));
  EXPECT_FALSE(table.begins_with(2));
}

TEST(Phrases, AreNotNeighboursByChance) {
  std::vector<std::uint32_t> stems;
  for (std::uint32_t x = 0; x < 10; ++x) {
    for (std::uint32_t y = 0; y < 10; ++y) add(stems, 5, {x, y});
  }
  EXPECT_EQ(learn(stems).size(), 0U);
}

TEST(Phrases, AreSeenOftenEnough) {
  std::vector<std::uint32_t> stems;
  add(stems, 3, {1, 2});
  add(stems, 100, {3});
  EXPECT_EQ(learn(stems, {.least_count = 3, .least_ratio = 1.0}).size(), 1U);
  EXPECT_EQ(learn(stems, {.least_count = 4, .least_ratio = 1.0}).size(), 0U);
}

TEST(Phrases, DoNotReachOverTheEndOfALine) {
  std::vector<std::uint32_t> stems;
  add(stems, 50, {1});
  add(stems, 50, {2});
  std::vector<std::uint32_t> alternating;
  for (int k = 0; k < 50; ++k) add(alternating, 1, {1}), add(alternating, 1, {2});
  EXPECT_EQ(learn(stems).size(), 0U);
  EXPECT_EQ(learn(alternating).size(), 0U);
}

TEST(Phrases, OfThreeWordsAreMadeOfTwoAndOne) {
  std::vector<std::uint32_t> stems;
  add(stems, 10, {1, 2, 3});
  add(stems, 10, {4, 5});
  const PhraseTable table = learn(stems);
  const std::uint32_t two = table.join(1, 2);
  ASSERT_NE(two, kNone);
  EXPECT_NE(table.join(two, 3), kNone);
  EXPECT_EQ(table.join(two, 4), kNone);
}

TEST(Phrases, AreNoneInNoText) { EXPECT_EQ(learn({}).size(), 0U); }

TEST(Phrases, AreFoundInASentenceWithThoseThatOverlap) {
  PhraseTable table;
  table.add(1, 2, 100);
  table.add(2, 3, 101);
  table.add(100, 3, 102);
  using Found = std::tuple<std::uint32_t, std::size_t, std::size_t>;
  std::vector<Found> found;
  for_each_phrase(
      std::vector<std::uint32_t>{1, 2, 3, kNone, 1, kNone, 2, 3},
      [&](auto first, auto second) { return table.join(first, second); },
      [&](auto phrase, auto first, auto count) { found.emplace_back(phrase, first, count); });
  EXPECT_EQ(found, (std::vector<Found>{{100, 0, 2}, {102, 0, 3}, {101, 1, 2}, {101, 6, 2}}));
}

}  // namespace
}  // namespace muwazi
