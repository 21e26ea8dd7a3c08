#include "lexicon/english_stemmer.h"

#include <gtest/gtest.h>

#include <string>

namespace muwazi {
namespace {

TEST(EnglishStemmer, TakesInflectionOff) {
  struct Case {
    const char *word, *stem;
  };
  const Case cases[] = {{"houses", "hous"},
                        {"house", "hous"},
                        {"running", "run"},
                        {"studies", "studi"},
                        {"study", "studi"},
                        {"nationally", "nation"},
                        {"teacher's", "teacher"},
                        {"sky", "sky"},
                        {"a", "a"},
                        {"42", "42"},
                        {"café", "café"}};
  EnglishStemmer stemmer;
  for (const Case& c : cases) EXPECT_EQ(stemmer.stem(c.word), c.stem) << c.word;
}

TEST(EnglishStemmer, TakesEmptyLongAndForeignWords) {
  EnglishStemmer stemmer;
  EXPECT_EQ(stemmer.stem(""), "");
  EXPECT_EQ(stemmer.stem("كتاب"), "كتاب");
  const std::string huge(100'000, 'x');
  EXPECT_EQ(stemmer.stem(huge), huge);
}

TEST(EnglishStemmer, GivesAStringThatOutlivesTheNextCall) {
  EnglishStemmer stemmer;
  const std::string first = stemmer.stem("gardens");
  (void)stemmer.stem("windows");
  EXPECT_EQ(first, "garden");
}

}  // namespace
}  // namespace muwazi
