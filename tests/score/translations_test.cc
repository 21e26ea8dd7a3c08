#include "score/translations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon/tiny.h"
#include "score/tiny_texts.h"

namespace muwazi {
namespace {

using tiny::both;
using tiny::lexicon;
using tiny::read;

TEST(Translations, ComeFromTheLexicon) {
  const SideTokens arabic = read(Language::arabic, {"للكتاب والقلم"}),
                   english = read(Language::english, {"pen", "For the book"});
  const Parameters parameters;
  const auto pair = gather_translations(lexicon(), parameters, arabic, english);
  ASSERT_EQ(pair.english.begin.size(), english.tokens.size() + 1);
  ASSERT_EQ(pair.arabic.begin.size(), arabic.tokens.size() + 1);
  float expected = 0.0F;
  lexicon().for_each_translation(lexicon().arabic().find("كتاب"),
                                 [&](const Lexicon::Translation& t) {
                                   if (t.english == lexicon().english().find("book"))
                                     expected = t.english_given_arabic;
                                 });
  ASSERT_GT(expected, 0.0F);
  EXPECT_EQ(both(pair, arabic, "كتاب", english, "book").first, expected);
  EXPECT_GT(both(pair, arabic, "كتاب", english, "book").second, 0.0F);
  EXPECT_EQ(both(pair, arabic, "كتاب", english, "pen").first, 0.0F);
}

TEST(Translations, OfTheSameTokenOnBothSidesAreSure) {
  Parameters parameters;
  parameters.same_token = 0.7F;
  const SideTokens arabic = read(Language::arabic, {"نظام Windows في ٢٥ مدينة"}),
                   english = read(Language::english, {"Windows runs in 25 towns"});
  const auto pair = gather_translations(lexicon(), parameters, arabic, english);
  EXPECT_EQ(both(pair, arabic, "window", english, "window"), std::pair(0.7F, 0.7F));
  EXPECT_EQ(both(pair, arabic, "25", english, "25"), std::pair(0.7F, 0.7F));
}

TEST(Translations, FindNumbersInWords) {
  const SideTokens arabic = read(Language::arabic, {"خمسة وعشرون"}),
                   english = read(Language::english, {"25"});
  const auto pair = gather_translations(lexicon(), Parameters{}, arabic, english);
  const auto [forth, back] = both(pair, arabic, "25", english, "25");
  EXPECT_GT(forth, 0.0F);
  EXPECT_EQ(back, 0.0F);  // the value only explains
}

TEST(Translations, ListEachPairOnceWithTheGreaterProbability) {
  // Linux is a pair of the model and the same token on both sides.
  const std::string sentences = std::string(tiny::kSentences) + "كتاب Linux\tbook Linux\n";
  const Model model = tiny::train({{SourceKind::sentences, "s", sentences, 1.0}});
  const Lexicon with_linux(model);
  const std::vector<SentenceView> views = {{"Linux"}};
  const SideTokens arabic = read_side(with_linux, Language::arabic, views),
                   english = read_side(with_linux, Language::english, views);
  for (const float same : {0.001F, 0.95F}) {
    Parameters parameters;
    parameters.same_token = same;
    const auto pair = gather_translations(with_linux, parameters, arabic, english);
    ASSERT_EQ(pair.english.source.size(), 1U);
    EXPECT_GE(pair.english.t[0], same);
    EXPECT_GT(pair.english.t[0], 0.1F);
  }
}

TEST(Translations, AreSortedByTargetAndSource) {
  const SideTokens arabic = read(Language::arabic, {"الولد في المدرسة", "القطة على الشجرة 25"}),
                   english = read(Language::english, {"The boy is in the school 25"});
  const auto pair = gather_translations(lexicon(), Parameters{}, arabic, english);
  for (const Translations* t : {&pair.english, &pair.arabic}) {
    EXPECT_EQ(t->begin.back(), t->source.size());
    EXPECT_EQ(t->t.size(), t->source.size());
    for (std::size_t k = 0; k + 1 < t->begin.size(); ++k) {
      for (auto at = t->begin[k] + 1; at < t->begin[k + 1]; ++at)
        EXPECT_LT(t->source[at - 1], t->source[at]);
    }
    for (const float value : t->t) EXPECT_TRUE(value > 0.0F && value <= 1.0F);
  }
}

TEST(Translations, TakeEmptySides) {
  const SideTokens some = read(Language::arabic, {"كتاب"});
  const auto pair = gather_translations(lexicon(), Parameters{}, some, {});
  EXPECT_EQ(pair.english.begin, std::vector<std::uint32_t>{0});
  EXPECT_EQ(pair.arabic.begin, (std::vector<std::uint32_t>{0, 0}));
}

}  // namespace
}  // namespace muwazi
