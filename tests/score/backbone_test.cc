#include "score/backbone.h"

#include <gtest/gtest.h>

#include <vector>

#include "score/random_side.h"

namespace muwazi {
namespace {

using testing::Random;

/// A side whose sentences hold these tokens, all rare.
SideTokens side_of(const std::vector<std::vector<std::uint32_t>>& sentences, std::size_t tokens) {
  SideTokens side;
  side.tokens.resize(tokens);
  for (auto& token : side.tokens) token.idf = 1.0F, token.target = true;
  for (const auto& sentence : sentences) {
    side.source.items.insert(side.source.items.end(), sentence.begin(), sentence.end());
    side.target.items.insert(side.target.items.end(), sentence.begin(), sentence.end());
    side.source.close(), side.target.close();
    side.length.push_back(10.0F);
  }
  testing::index_sentences(side);
  return side;
}

/// Token k translates as token k.
TranslationPair identity(std::uint32_t tokens, float t = 0.8F) {
  Translations one;
  one.begin = {0};
  for (std::uint32_t k = 0; k < tokens; ++k) {
    one.source.push_back(k);
    one.t.push_back(t);
    one.begin.push_back(k + 1);
  }
  return {one, one};
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// The sentence pairs of a chain; tests its form on the way.
Pairs pairs(const std::vector<Waypoint>& chain) {
  Pairs out;
  EXPECT_EQ(chain.size() % 2, 0U);
  for (std::size_t k = 0; k + 1 < chain.size(); k += 2) {
    EXPECT_EQ(chain[k + 1].arabic, chain[k].arabic + 1);
    EXPECT_EQ(chain[k + 1].english, chain[k].english + 1);
    out.emplace_back(chain[k].arabic, chain[k].english);
  }
  return out;
}

TEST(Backbone, IsTheDiagonalOfALiteralTranslation) {
  const SideTokens side = side_of({{0, 1}, {2}, {3}, {4, 5}}, 6);
  EXPECT_EQ(pairs(backbone(side, side, identity(6))), (Pairs{{0, 0}, {1, 1}, {2, 2}, {3, 3}}));
}

TEST(Backbone, FindsABlockFarOffTheDiagonal) {
  // 300 English sentences of their own stand before the 40 that have counterparts.
  std::vector<std::vector<std::uint32_t>> arabic, english;
  for (std::uint32_t k = 0; k < 300; ++k) english.push_back({40 + k});
  for (std::uint32_t k = 0; k < 40; ++k) arabic.push_back({k}), english.push_back({k});
  const auto chain = pairs(backbone(side_of(arabic, 340), side_of(english, 340), identity(340)));
  ASSERT_EQ(chain.size(), 40U);
  for (std::uint32_t k = 0; k < 40; ++k) EXPECT_EQ(chain[k], std::pair(k, 300 + k));
}

TEST(Backbone, TakesTheOrderWithTheMostAgreement) {
  // Three sentences agree one way round, one crosses them.
  const SideTokens arabic = side_of({{9}, {0}, {1}, {2}}, 10),
                   english = side_of({{0}, {1}, {2}, {9}}, 10);
  EXPECT_EQ(pairs(backbone(arabic, english, identity(10))), (Pairs{{1, 0}, {2, 1}, {3, 2}}));
}

TEST(Backbone, IsEmptyWhereNothingAgrees) {
  const SideTokens arabic = side_of({{0}, {1}}, 4), english = side_of({{2}, {3}}, 4);
  EXPECT_TRUE(backbone(arabic, english, identity(4)).empty());
  EXPECT_TRUE(backbone(arabic, {}, {{{0}, {}, {}}, identity(4).arabic}).empty());
  EXPECT_TRUE(backbone({}, {}, {{{0}, {}, {}}, {{0}, {}, {}}}).empty());
  EXPECT_TRUE(backbone(arabic, arabic, identity(4, 0.001F)).empty());  // hardly translations
}

TEST(Backbone, DoesNotTrustFrequentWords) {
  std::vector<std::vector<std::uint32_t>> same(20, {0});
  const SideTokens side = side_of(same, 1);
  EXPECT_TRUE(backbone(side, side, identity(1)).empty());
  SideTokens common = side_of({{0}, {1}}, 2);
  for (auto& token : common.tokens) token.idf = 0.0F;
  EXPECT_TRUE(backbone(common, common, identity(2)).empty());
}

TEST(Backbone, RisesOnBothSidesWhateverTheTexts) {
  Random random(41);
  std::size_t found = 0;
  for (int trial = 0; trial < 200; ++trial) {
    const SideTokens arabic = testing::random_side(random, random.below(60), 30),
                     english = testing::random_side(random, random.below(60), 30);
    const TranslationPair translations = {
        testing::random_translations(random, arabic, english, 0.05F),
        testing::random_translations(random, english, arabic, 0.05F)};
    const auto chain = pairs(backbone(arabic, english, translations));
    found += chain.size();
    for (std::size_t k = 0; k < chain.size(); ++k) {
      ASSERT_LT(chain[k].first, arabic.size());
      ASSERT_LT(chain[k].second, english.size());
      if (k == 0) continue;
      ASSERT_LT(chain[k - 1].first, chain[k].first);
      ASSERT_LT(chain[k - 1].second, chain[k].second);
    }
  }
  EXPECT_GT(found, 200U);
}

}  // namespace
}  // namespace muwazi
