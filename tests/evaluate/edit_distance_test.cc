#include "evaluate/edit_distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace muwazi {
namespace {

using Words = std::vector<std::uint32_t>;

std::uint64_t whole_table(const Words& reference, const Words& hypothesis) {
  std::vector<std::vector<std::uint64_t>> d(reference.size() + 1,
                                            std::vector<std::uint64_t>(hypothesis.size() + 1));
  for (std::size_t r = 0; r <= reference.size(); ++r) {
    for (std::size_t h = 0; h <= hypothesis.size(); ++h) {
      std::uint64_t least = r + h;
      if (r > 0 && h > 0) {
        const bool same = reference[r - 1] == hypothesis[h - 1];
        least = std::min({d[r - 1][h] + 1, d[r][h - 1] + 1, d[r - 1][h - 1] + (same ? 0 : 1)});
      }
      d[r][h] = least;
    }
  }
  return d.back().back();
}

std::uint32_t below(std::uint32_t end, std::mt19937& random) {
  return static_cast<std::uint32_t>(random() % end);
}

Words random_words(std::mt19937& random, std::uint32_t most, std::uint32_t kinds) {
  Words words(below(most + 1, random));
  for (std::uint32_t& word : words) word = below(kinds, random);
  return words;
}

TEST(WordEditDistance, IsThatOfTheWholeTable) {
  std::mt19937 random(1);
  for (int turn = 0; turn < 3000; ++turn) {
    const std::uint32_t kinds = 1 + below(5, random);
    const Words reference = random_words(random, 8, kinds),
                hypothesis = random_words(random, 8, kinds);
    ASSERT_EQ(word_edit_distance(reference, hypothesis, kinds), whole_table(reference, hypothesis));
  }
}

// 64 rows are a block: some more and some less.
TEST(WordEditDistance, IsThatOfTheWholeTableWhereTextsAreLong) {
  std::mt19937 random(2);
  for (int turn = 0; turn < 60; ++turn) {
    const std::uint32_t kinds = 2 + below(60, random);
    const Words reference = random_words(random, 300, kinds);
    Words hypothesis = turn % 2 == 0 ? random_words(random, 300, kinds) : reference;
    for (std::uint32_t& word : hypothesis) {
      if (random() % 4 == 0) word = below(kinds, random);
    }
    ASSERT_EQ(word_edit_distance(reference, hypothesis, kinds), whole_table(reference, hypothesis));
  }
}

}  // namespace
}  // namespace muwazi
