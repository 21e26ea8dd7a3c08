#include "score/known_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "score/side.h"
#include "score/tiny_texts.h"

namespace muwazi {
namespace {

using tiny::lexicon;
using tiny::Strings;

void expect_same(const SideTokens& found, const SideTokens& expected) {
  ASSERT_EQ(found.tokens.size(), expected.tokens.size());
  for (std::size_t k = 0; k < found.tokens.size(); ++k) {
    const SideTokens::Token &x = found.tokens[k], &y = expected.tokens[k];
    EXPECT_EQ(x.text, y.text);
    EXPECT_EQ(x.number, y.number) << x.text;
    EXPECT_EQ(x.probability, y.probability) << x.text;
    EXPECT_EQ(x.idf, y.idf) << x.text;
    EXPECT_EQ(x.target, y.target) << x.text;
    EXPECT_EQ(x.name, y.name) << x.text;
  }
  EXPECT_EQ(found.source.items, expected.source.items);
  EXPECT_EQ(found.target.items, expected.target.items);
  EXPECT_EQ(found.sentences.items, expected.sentences.items);
  EXPECT_EQ(found.length, expected.length);
}

/// Words that only explain in one text and stand for themselves in another, phrases, numbers in words and in digits.
const std::vector<Strings>& english_texts() {
  static const std::vector<Strings> texts = {
      {"The houses by and large", "Twenty-five small trees, Anna"},
      {"Trees house Anna", "25 and house"},
      {"by and large", "the house by the tree", "anna lopinavir 25"},
      {"The houses by and large", "Twenty-five small trees, Anna"}};
  return texts;
}

TEST(KnownWords, ChangeNothingForTheTextsThatAreReadAfterThem) {
  const Model model = tiny::train_with_phrase();
  const Lexicon with_phrase(model);
  KnownWords known(with_phrase, Language::english);
  for (const Strings& text : english_texts()) {
    const auto views = tiny::views(text);
    expect_same(read_side(known, views), read_side(with_phrase, Language::english, views));
  }
  KnownWords arabic(lexicon(), Language::arabic);
  const std::vector<Strings> texts = {{"وللمدرسة بيت", "خمسة وعشرون"}, {"مدرسة", "25 بيت"}};
  for (const Strings& text : texts) {
    const auto views = tiny::views(text);
    expect_same(read_side(arabic, views), read_side(lexicon(), Language::arabic, views));
  }
}

TEST(KnownWords, AreForgottenBehindALongText) {
  KnownWords known(lexicon(), Language::english);
  (void)read_side(known, tiny::views({"the house"}));
  EXPECT_GT(known.size(), 0U);
  Strings text;
  for (int k = 0; k < 9000; ++k) text.push_back("word" + std::to_string(k));
  const auto views = tiny::views(text);
  expect_same(read_side(known, views), read_side(lexicon(), Language::english, views));
  EXPECT_EQ(known.size(), 0U);
}

TEST(KnownWords, AreForgottenWhereTheyAreTooMany) {
  KnownWords known(lexicon(), Language::english);
  std::size_t most = 0;
  for (int round = 0; round < 12; ++round) {
    Strings text;
    for (int k = 0; k < 8000; ++k) text.push_back("x" + std::to_string(round * 8000 + k));
    (void)read_side(known, tiny::views(text));
    most = std::max(most, known.size());
  }
  EXPECT_GT(most, 50'000U);
  EXPECT_LE(most, 65'536U);
}

}  // namespace
}  // namespace muwazi
