// What the lexicon says of Arabic words that may be names, whatever is written with them.
#include "check/name_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bitext/shipped.h"
#include "check/checked.h"
#include "check/letter_odds.h"
#include "check/name_words.h"
#include "lexicon/lexicon.h"

namespace muwazi::check {
namespace {

class NameLexiconTest : public ::testing::Test {
 protected:
  std::unordered_set<std::uint32_t> tokens(std::string_view english) {
    const std::vector<std::uint32_t> all = names_.english_tokens(english);
    return {all.begin(), all.end()};
  }

  Checked texts_ = check_texts("فتح الحارس الباب.\n", "The guard opened the door.\n");
  BitextView view_{texts_.bitext, texts_.arabic.text(), texts_.english.text()};
  Lexicon lexicon_{testing::shipped_model()};
  NameLexicon names_{lexicon_, view_};
};

TEST_F(NameLexiconTest, TakesParticlesOffWhereTheRestHasTheSameTranslations) {
  EXPECT_EQ(names_.stem("لإسحاق"), "اسحاق");
  EXPECT_EQ(names_.stem("وَسُلَيْمَانُ"), "سليمان");
  EXPECT_EQ(names_.stem("لإسرائيل"), "اسراييل");
  EXPECT_EQ(names_.stem("بنيامين"), "بنيامين");  // not "by" somebody
  EXPECT_EQ(names_.stem("وسام"), "وسام");        // a medal, not "and Sam"
  EXPECT_EQ(names_.stem("كفرنسا"), "فرنسا");
  EXPECT_EQ(names_.stem("الـ"), "ال");
  EXPECT_EQ(names_.stem("كتاب"), "كتاب");
  EXPECT_EQ(names_.stem("الرجل"), names_.stem("رجل"));
}

TEST_F(NameLexiconTest, TakesParticlesOffUnknownWordsByTheirLetters) {
  EXPECT_EQ(names_.stem("وللزرنفسيين"), "زرنفسيين");
  EXPECT_EQ(names_.stem("ألزرنفس"), "الزرنفس");  // a hamza: no article
}

TEST_F(NameLexiconTest, KnowsANameBehindParticles) {
  for (const char* const name : {"إسحاق", "لإسحاق", "وإسحاق", "لإسرائيل", "وسليمان"})
    EXPECT_TRUE(names_.is_name(name)) << name;
  for (const char* const word : {"كانوا", "بسرعة", "والكتاب", "للمدينة"})
    EXPECT_FALSE(names_.is_name(word)) << word;
}

TEST_F(NameLexiconTest, GivesANameByItsOwnTranslationOnly) {
  EXPECT_GT(names_.given("لإسرائيل", tokens("worked for Israel")), 0.3);
  EXPECT_LT(names_.given("لإسرائيل", tokens("he worked for all of the people")), 0.01);
}

TEST(LetterOdds, TellNamesOfOtherLanguagesFromWords) {
  for (const char* const name : {"وودز", "بيكمان", "مايكروسوفت", "كونتيسة", "روري"})
    EXPECT_GT(odds_of_name(name), 0.0) << name;
  for (const char* const word : {"محادثة", "مستخدمون", "يقول", "هواء", "ضحايا", "كتاب", "ولد"})
    EXPECT_LT(odds_of_name(word), 0.0) << word;
}

TEST(LetterOdds, TakeAllLettersOfOtherScriptsForTheSame) {
  EXPECT_EQ(odds_of_name("باگڤپ"), odds_of_name("باپژگ"));
  EXPECT_NE(odds_of_name("باگڤپ"), odds_of_name("بابرك"));
}

TEST(HasArticle, LooksAtTheLettersAsTheyAreWritten) {
  for (const char* const word : {"المدينة", "والمدينة", "بالمدينة", "للمدينة", "الْمَدِينَةُ"})
    EXPECT_TRUE(has_article(word)) << word;
  for (const char* const word : {"ألفاريز", "وَأَلِيهُو", "إلياس", "مدينة", "بلد"})
    EXPECT_FALSE(has_article(word)) << word;
}

}  // namespace
}  // namespace muwazi::check
