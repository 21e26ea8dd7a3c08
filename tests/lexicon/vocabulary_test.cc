#include "lexicon/vocabulary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace muwazi {
namespace {

std::vector<std::uint64_t> keys_of(const std::vector<std::string>& tokens) {
  std::vector<std::uint64_t> keys;
  for (const auto& token : tokens) keys.push_back(token_key(token));
  std::sort(keys.begin(), keys.end());
  return keys;
}

TEST(TokenKey, Has48Bits) {
  for (const char* token : {"", "a", "كتاب", "و+", "+ها"}) EXPECT_EQ(token_key(token) >> 48, 0U);
  EXPECT_NE(token_key("كتاب"), token_key("كتب"));
}

TEST(Vocabulary, WithoutTokensKnowsNothing) {
  const Vocabulary none;
  EXPECT_EQ(none.size(), 0U);
  EXPECT_EQ(none.find("a"), kUnknownToken);
  const VocabularyArrays arrays({});
  EXPECT_EQ(arrays.buckets.size(), 65'537U);
  EXPECT_EQ(Vocabulary(arrays.buckets, arrays.keys).find(""), kUnknownToken);
}

TEST(Vocabulary, NumbersItsTokensInTheOrderOfTheirKeys) {
  std::vector<std::string> tokens = {"كتاب", "و+", "ال+", "+ها", "a", "", "25"};
  for (int k = 0; k < 5000; ++k) tokens.push_back("token" + std::to_string(k));
  const auto keys = keys_of(tokens);
  const VocabularyArrays arrays(keys);
  const Vocabulary vocabulary(arrays.buckets, arrays.keys);
  ASSERT_EQ(vocabulary.size(), tokens.size());
  for (const auto& token : tokens) {
    const std::uint32_t number = vocabulary.find(token);
    ASSERT_LT(number, tokens.size()) << token;
    EXPECT_EQ(keys[number], token_key(token));
  }
}

TEST(Vocabulary, DoesNotKnowOtherTokens) {
  std::vector<std::string> tokens;
  for (int k = 0; k < 5000; ++k) tokens.push_back("token" + std::to_string(k));
  const VocabularyArrays arrays(keys_of(tokens));
  const Vocabulary vocabulary(arrays.buckets, arrays.keys);
  for (int k = 5000; k < 20'000; ++k) {
    ASSERT_EQ(vocabulary.find("token" + std::to_string(k)), kUnknownToken);
  }
}

TEST(Vocabulary, FindsTheKeysOfTheFirstAndTheLastBucket) {
  // Keys that no token has, placed by hand: the highest 16 bits are the bucket.
  const std::vector<std::uint64_t> keys = {0, 1, 0xFFFFULL << 32, (0xFFFFULL << 32) | 0xFFFFFFFF};
  const VocabularyArrays arrays(keys);
  EXPECT_EQ(arrays.buckets[0], 0U);
  EXPECT_EQ(arrays.buckets[1], 2U);
  EXPECT_EQ(arrays.buckets[65'535], 2U);
  EXPECT_EQ(arrays.buckets[65'536], 4U);
  EXPECT_EQ(arrays.keys, (std::vector<std::uint32_t>{0, 1, 0, 0xFFFFFFFF}));
}

}  // namespace
}  // namespace muwazi
