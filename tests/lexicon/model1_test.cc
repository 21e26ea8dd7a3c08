#include "lexicon/model1.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "lexicon/slow_model1.h"

namespace muwazi {
namespace {

TokenCorpus corpus_of(const std::vector<slow::Pair>& pairs) {
  TokenCorpus corpus;
  for (const auto& pair : pairs) {
    for (std::size_t k = 0; k < pair.arabic.size(); ++k) {
      const bool target = pair.arabic_target.empty() || pair.arabic_target[k];
      corpus.arabic.add(pair.arabic[k], target, static_cast<float>(k));
    }
    for (std::size_t k = 0; k < pair.english.size(); ++k)
      corpus.english.add(pair.english[k], true, static_cast<float>(k));
    corpus.arabic.end_pair(pair.arabic.size());
    corpus.english.end_pair(pair.english.size());
    corpus.weights.push_back(static_cast<float>(pair.weight));
    corpus.files.push_back(0);
  }
  return corpus;
}

/// The place of a pair in the table; its size where the pair is not there.
std::size_t place(const TranslationTable& table, std::uint32_t arabic, std::uint32_t english) {
  for (std::size_t k = table.row_begin[arabic]; k < table.row_begin[arabic + 1]; ++k) {
    if (table.english[k] == english) return k;
  }
  return table.english.size();
}

float forth(const TranslationTable& table, std::uint32_t arabic, std::uint32_t english) {
  return table.english_given_arabic.at(place(table, arabic, english));
}

float back(const TranslationTable& table, std::uint32_t arabic, std::uint32_t english) {
  return table.arabic_given_english.at(place(table, arabic, english));
}

// Arabic A = 0, B = 1; English x = 0, y = 1. The corpus is (A B | x y), (A | x); the discount is 1/2.
constexpr std::uint32_t A = 0, B = 1, x = 0, y = 1;
const std::vector<slow::Pair> kTwoPairs = {{{A, B}, {x, y}, {}, 1.0}, {{A}, {x}, {}, 1.0}};

TEST(Model1, HasTheProbabilitiesWorkedOutByHandAfterOneIteration) {
  // All t are 1, so each target is shared equally among the sources and null.
  //   pair 1: x and y a third each to null, A and B;  pair 2: x a half each to null and A
  //   c(x|A) = 1/3 + 1/2 = 5/6   c(y|A) = 1/3   sum with discount 5/6 + 1/3 + 1/2 = 5/3
  //   c(x|B) = c(y|B) = 1/3                     sum with discount 2/3 + 1/2 = 7/6
  const auto table = model1(corpus_of(kTwoPairs), 2, 2, {1, 0.5});
  EXPECT_FLOAT_EQ(forth(table, A, x), 1.0F / 2.0F);
  EXPECT_FLOAT_EQ(forth(table, A, y), 1.0F / 5.0F);
  EXPECT_FLOAT_EQ(forth(table, B, x), 2.0F / 7.0F);
  EXPECT_FLOAT_EQ(forth(table, B, y), 2.0F / 7.0F);
  // The corpus is its own mirror image with A for x and B for y.
  EXPECT_FLOAT_EQ(back(table, A, x), 1.0F / 2.0F);
  EXPECT_FLOAT_EQ(back(table, B, x), 1.0F / 5.0F);
  EXPECT_FLOAT_EQ(back(table, A, y), 2.0F / 7.0F);
  EXPECT_FLOAT_EQ(back(table, B, y), 2.0F / 7.0F);
}

TEST(Model1, HasTheProbabilitiesWorkedOutByHandAfterTwoIterations) {
  // After the first: t(x|A) = 1/2, t(y|A) = 1/5, t(x|B) = t(y|B) = 2/7; null without discount,
  // c(x) = 5/6, c(y) = 1/3: t(x|null) = 5/7, t(y|null) = 2/7.
  //   pair 1, x: 5/7 + 1/2 + 2/7 = 3/2    to A 1/3, to B 4/21
  //   pair 1, y: 2/7 + 1/5 + 2/7 = 27/35  to A 7/27, to B 10/27
  //   pair 2, x: 5/7 + 1/2 = 17/14        to A 7/17
  //   c(x|A) = 1/3 + 7/17 = 684/918   c(y|A) = 7/27 = 238/918   sum with 1/2: 1381/918
  //   c(x|B) = 4/21 = 72/378          c(y|B) = 10/27 = 140/378  sum with 1/2: 401/378
  const auto table = model1(corpus_of(kTwoPairs), 2, 2, {2, 0.5});
  EXPECT_FLOAT_EQ(forth(table, A, x), 684.0F / 1381.0F);
  EXPECT_FLOAT_EQ(forth(table, A, y), 238.0F / 1381.0F);
  EXPECT_FLOAT_EQ(forth(table, B, x), 72.0F / 401.0F);
  EXPECT_FLOAT_EQ(forth(table, B, y), 140.0F / 401.0F);
  EXPECT_FLOAT_EQ(back(table, A, x), 684.0F / 1381.0F);
  EXPECT_FLOAT_EQ(back(table, B, y), 140.0F / 401.0F);
}

TEST(Model1, ExplainsNoSurfaceFormButLetsItExplain) {
  // B only explains: forth is as before; back, A alone is shared among null and the English tokens.
  //   c(A|x) = 1/3 + 1/2 = 5/6, with discount 4/3    c(A|y) = 1/3, with discount 5/6
  const auto table = model1(corpus_of({{{A, B}, {x, y}, {true, false}, 1.0}, {{A}, {x}, {}, 1.0}}),
                            2, 2, {1, 0.5});
  EXPECT_FLOAT_EQ(forth(table, B, x), 2.0F / 7.0F);
  EXPECT_FLOAT_EQ(back(table, A, x), 5.0F / 8.0F);
  EXPECT_FLOAT_EQ(back(table, A, y), 2.0F / 5.0F);
  EXPECT_FLOAT_EQ(back(table, B, x), 0.0F);
}

TEST(Model1, CountsAPairAsOftenAsItWeighs) {
  // c(x|A) = 1/3 + 2 * 1/2 = 4/3, c(y|A) = 1/3: t(x|A) = (4/3) / (4/3 + 1/3 + 1/2) = 8/13
  const auto table =
      model1(corpus_of({{{A, B}, {x, y}, {}, 1.0}, {{A}, {x}, {}, 2.0}}), 2, 2, {1, 0.5});
  EXPECT_FLOAT_EQ(forth(table, A, x), 8.0F / 13.0F);
}

// Words that always stand together and in the same order: what co-occurs leaves open which is which.
const std::vector<slow::Pair> kInOrder(5, {{A, B}, {x, y}, {}, 1.0});

TEST(Model1, CannotTellWordsThatAlwaysStandTogether) {
  const auto table = model1(corpus_of(kInOrder), 2, 2, {8, 0.5});
  EXPECT_FLOAT_EQ(forth(table, A, x), forth(table, A, y));
  EXPECT_FLOAT_EQ(back(table, B, x), back(table, B, y));
}

TEST(Model1, TellsThemByTheirPlacesWhereOtherPairsShowThatOrderIsKept) {
  // C = 2 and D = 3, z = 2 and w = 3 are known from pairs of their own, and stand in the same order.
  constexpr std::uint32_t C = 2, D = 3, z = 2, w = 3;
  auto pairs = kInOrder;
  for (int k = 0; k < 5; ++k) {
    pairs.push_back({{C}, {z}, {}, 1.0});
    pairs.push_back({{D}, {w}, {}, 1.0});
    pairs.push_back({{C, D}, {z, w}, {}, 1.0});
  }
  const auto table = model1(corpus_of(pairs), 4, 4, {8, 0.5, true});
  EXPECT_GT(forth(table, A, x), 0.8F);
  EXPECT_LT(forth(table, A, y), 0.1F);
  EXPECT_GT(back(table, B, y), 0.8F);
  EXPECT_LT(back(table, B, x), 0.1F);
}

TEST(Model1, LearnsOfEachFileWhetherOrderIsKept) {
  // The second file has the same words in any order: it says nothing of the places of A and B, nor does the first of theirs.
  constexpr std::uint32_t C = 2, D = 3, E = 4, F = 5;
  std::vector<slow::Pair> pairs;
  for (int k = 0; k < 6; ++k) {
    for (const std::uint32_t first : {C, D}) pairs.push_back({{first}, {first}, {}, 1.0});
    pairs.push_back({{C, D}, {C, D}, {}, 1.0});
    pairs.push_back({{A, B}, {x, y}, {}, 1.0});
  }
  const std::size_t first_file = pairs.size();
  for (int k = 0; k < 6; ++k) {
    for (const std::uint32_t first : {C, D}) pairs.push_back({{first}, {first}, {}, 1.0});
    pairs.push_back({{C, D}, {D, C}, {}, 1.0});
    pairs.push_back({{E, F}, {E, F}, {}, 1.0});
  }
  TokenCorpus corpus = corpus_of(pairs);
  std::fill(corpus.files.begin() + static_cast<std::ptrdiff_t>(first_file), corpus.files.end(), 1);
  const auto table = model1(corpus, 6, 6, {8, 0.5, true});
  EXPECT_GT(forth(table, A, x), 0.8F);
  EXPECT_FLOAT_EQ(forth(table, E, E), forth(table, E, F));
}

TEST(Model1, TakesACorpusWithoutPairsOrTokens) {
  const auto none = model1(corpus_of({}), 0, 0, {5, 0.5});
  EXPECT_TRUE(none.english.empty());
  EXPECT_EQ(none.row_begin, std::vector<std::uint32_t>{0});
  const auto halves = model1(corpus_of({{{A}, {}, {}, 1.0}, {{}, {x}, {}, 1.0}, {{}, {}, {}, 1.0}}),
                             1, 1, {5, 0.5});
  EXPECT_TRUE(halves.english.empty());
}

TEST(Model1, TakesPairsThatWeighNothing) {
  const auto table = model1(corpus_of({{{A}, {x}, {}, 0.0}}), 1, 1, {3, 0.5});
  EXPECT_EQ(forth(table, A, x), 0.0F);
}

TEST(Model1, ListsRowsWithRisingEnglishTokens) {
  const auto table =
      model1(corpus_of({{{1, 0}, {3, 1, 2}, {}, 1.0}, {{1}, {0, 3}, {}, 1.0}}), 3, 4, {1, 0.5});
  EXPECT_EQ(table.row_begin, (std::vector<std::uint32_t>{0, 3, 7, 7}));
  EXPECT_EQ(table.english, (std::vector<std::uint32_t>{1, 2, 3, 0, 1, 2, 3}));
}

std::vector<slow::Pair> random_corpus(std::mt19937& random, unsigned arabic, unsigned english) {
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  std::vector<slow::Pair> pairs(1 + below(12));
  for (auto& pair : pairs) {
    for (unsigned k = below(7); k > 0; --k) {
      pair.arabic.push_back(below(arabic));
      pair.arabic_target.push_back(below(4) != 0);
    }
    for (unsigned k = below(7); k > 0; --k) pair.english.push_back(below(english));
    pair.weight = (1.0 + below(4)) / 2.0;
  }
  return pairs;
}

TEST(Model1, AgreesWithTheSlowOneOnRandomCorpora) {
  std::mt19937 random(11);
  for (int trial = 0; trial < 300; ++trial) {
    const unsigned arabic = 2 + random() % 8, english = 2 + random() % 8;
    const auto pairs = random_corpus(random, arabic, english);
    const int iterations = 1 + static_cast<int>(random() % 6);
    const double discount = static_cast<double>(random() % 3) * 0.5;
    const bool positions = trial % 2 == 1;
    auto [expected_forth, expected_back] = slow::model1(pairs, iterations, discount, positions);
    const auto table = model1(corpus_of(pairs), arabic, english, {iterations, discount, positions});
    std::size_t cells = 0;
    for (std::uint32_t a = 0; a < arabic; ++a) {
      for (auto k = table.row_begin[a]; k < table.row_begin[a + 1]; ++k, ++cells) {
        const std::uint32_t e = table.english[k];
        ASSERT_TRUE(expected_forth.contains({a, e}));
        ASSERT_NEAR(static_cast<double>(table.english_given_arabic[k]), (expected_forth[{a, e}]),
                    2e-5)
            << "trial " << trial;
        const double reversed = expected_back.contains({e, a}) ? expected_back[{e, a}] : 0.0;
        ASSERT_NEAR(static_cast<double>(table.arabic_given_english[k]), reversed, 2e-5)
            << "trial " << trial;
      }
    }
    for (const auto& [key, value] : expected_forth) cells -= key.first != slow::kNull ? 1 : 0;
    ASSERT_EQ(cells, 0U) << "trial " << trial;
  }
}

TEST(Model1, HasProbabilitiesThatSumToLessThanOneByTheDiscount) {
  std::mt19937 random(12);
  for (int trial = 0; trial < 50; ++trial) {
    const auto table = model1(corpus_of(random_corpus(random, 6, 6)), 6, 6, {4, 0.5});
    std::vector<double> of_english(6, 0.0);
    for (std::uint32_t a = 0; a < 6; ++a) {
      double sum = 0.0;
      for (auto k = table.row_begin[a]; k < table.row_begin[a + 1]; ++k) {
        sum += static_cast<double>(table.english_given_arabic[k]);
        of_english[table.english[k]] += static_cast<double>(table.arabic_given_english[k]);
      }
      EXPECT_LT(sum, 1.0);
    }
    for (const double sum : of_english) EXPECT_LT(sum, 1.0);
  }
}

}  // namespace
}  // namespace muwazi
