#include "check/spelled_initials.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

std::vector<SpelledInitials> read(const std::string& text) {
  std::vector<std::string> forms;
  for (const Word& word : words(text)) forms.push_back(word.form);
  return spelled_initials(forms);
}

bool spelled(const std::string& arabic, const std::string& latin) {
  const std::vector<SpelledInitials> found = read(arabic);
  return found.size() == 1 && spells(found[0], latin);
}

TEST(SpelledInitials, AreReadLetterByLetter) {
  EXPECT_TRUE(spelled("بي بي سي", "bbc"));
  EXPECT_TRUE(spelled("سي إن إن", "cnn"));
  EXPECT_TRUE(spelled("إتش إس بي سي", "hsbc"));
  EXPECT_TRUE(spelled("اف بي اي", "fbi"));
  EXPECT_TRUE(spelled("دبليو دبليو إف", "wwf"));
  EXPECT_FALSE(spelled("يو بي إس", "bbc"));
  EXPECT_FALSE(spelled("بي بي سي", "bbcx"));
}

TEST(SpelledInitials, StandInSentencesAndBehindParticles) {
  const std::vector<SpelledInitials> found = read("قال مراسل لبي بي سي إن الحارس فتح البوابة");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].begin, 2U);
  EXPECT_TRUE(spells(found[0], "bbc"));  // "إن" behind it may be an N, and is none
}

TEST(SpelledInitials, AreNotMadeOfCommonWords) {
  EXPECT_TRUE(read("في أي وقت أو في أي مكان").empty());
  EXPECT_TRUE(read("قالت أم إن الحارس نام").empty());
  EXPECT_TRUE(read("يو").empty());
  EXPECT_TRUE(read("").empty());
}

TEST(SpelledInitials, SpellLettersOnly) {
  ASSERT_EQ(read("بي إم دبليو").size(), 1U);
  const SpelledInitials found = read("بي إم دبليو")[0];
  EXPECT_TRUE(spells(found, "bmw"));
  EXPECT_TRUE(spells(found, "bm"));
  EXPECT_FALSE(spells(found, "b"));
  EXPECT_FALSE(spells(found, "b&w"));
  EXPECT_FALSE(spells(found, ""));
}

}  // namespace
}  // namespace muwazi::check
