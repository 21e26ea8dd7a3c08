// What the options of an Aligner change, with the model that comes with the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "bitext/shipped.h"

namespace muwazi {
namespace {

using ::testing::Contains;
using testing::expect_page;
using ::testing::Not;
using testing::pairs;
using testing::shipped_model;
using Strings = std::vector<std::string>;

const char* const kArabic =
    "غادر قطار الليل المحطة متأخرا ساعتين.\nنام المسافرون على حقائبهم.\n"
    "وزّع بائع عجوز الشاي مجانا.\nوصل الجميع إلى العاصمة فجرا.\n";
const char* const kEnglish =
    "The night train left the station two hours late.\nThe passengers slept on their bags.\n"
    "Everybody reached the capital at dawn.\n";

Bitext align(const std::string& text, const AlignOptions& options) {
  const Aligner aligner(shipped_model(), default_parameters(), options);
  Bitext bitext = aligner.align_page({"page.txt", text});
  expect_page(bitext, text);
  return bitext;
}

std::string both(const std::string& english = kEnglish) {
  return std::string(kArabic) + "\n" + english;
}

TEST(AlignOptions, ExplainEachBeadAndChangeNone) {
  Bitext plain = align(both(), {}), why = align(both(), {.explain = true});
  EXPECT_TRUE(plain.explanations.empty());
  ASSERT_EQ(why.explanations.size(), why.beads.size());
  testing::expect_same(plain, why);
  const Explanation& first = why.explanations[0];
  const auto says = [&](const std::string& arabic, const std::string& english) {
    return std::any_of(first.words.begin(), first.words.end(), [&](const WordPair& pair) {
      return pair.arabic == arabic && pair.english == english && pair.probability > 0.1F &&
             pair.probability <= 1.0F;
    });
  };
  EXPECT_TRUE(says("قطار", "train"));
  EXPECT_TRUE(says("المحطة", "station"));
  EXPECT_LE(first.words.size(), Explanation::kWordPairs);
  EXPECT_THAT(first.uncovered_english, Not(Contains("train")));
}

TEST(AlignOptions, ExplainNamesTheWordsThatAPairLeavesOver) {
  const std::string text =
      "غادر قطار الليل المحطة متأخرا ساعتين.\nنام المسافرون على حقائبهم.\n\n"
      "The night train left the station two hours late with seven zebras.\n"
      "The passengers slept on their bags.\n";
  const Bitext bitext = align(text, {.explain = true});
  ASSERT_EQ(bitext.beads.size(), 2U);
  EXPECT_THAT(bitext.explanations[0].uncovered_english, Contains("zebras"));
  EXPECT_THAT(bitext.explanations[0].uncovered_english, Contains("seven"));
}

TEST(AlignOptions, ExplainTakesAPageInOneLanguage) {
  for (const std::string& text : {std::string(kArabic), std::string(kEnglish), std::string()}) {
    const Bitext bitext = align(text, {.explain = true});
    ASSERT_EQ(bitext.explanations.size(), bitext.beads.size());
    for (const Explanation& why : bitext.explanations) EXPECT_TRUE(why.terms.empty());
  }
}

TEST(AlignOptions, JoinWhatWasNotTranslatedWhereOmissionsNeverHappen) {
  const Bitext usual = align(both(), {}), never = align(both(), {.omissions = Omissions::never});
  EXPECT_THAT(pairs(usual, both(), both()), Contains("وزّع بائع عجوز الشاي مجانا. = "));
  EXPECT_EQ(never.beads.size(), 3U);
  EXPECT_EQ(never.coverage.arabic, 1.0);
}

TEST(AlignOptions, LeaveTextsThatAreNoTranslationsUnpairedWhateverIsSaidOfOmissions) {
  const std::string other =
      "Quantum computers store information in fragile states.\n"
      "Engineers cool the chips almost to absolute zero.\n"
      "Errors grow quickly unless they are corrected.\n";
  for (const Omissions omissions : {Omissions::never, Omissions::rare, Omissions::common}) {
    const Bitext bitext = align(both(other), {.omissions = omissions});
    EXPECT_EQ(bitext.layout, "unrelated");
    EXPECT_EQ(bitext.beads.size(), 7U);
  }
}

}  // namespace
}  // namespace muwazi
