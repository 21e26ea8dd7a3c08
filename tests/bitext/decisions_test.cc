#include "muwazi/bitext/decisions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bitext/shipped.h"
#include "muwazi/bitext/aligner.h"

namespace muwazi {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Strings = std::vector<std::string>;

/// A decision on keys of one letter; neighbours are taken from the texts.
DecidedSide side(const std::string& keys, std::size_t begin, std::size_t size) {
  DecidedSide out;
  for (std::size_t k = 0; k < size; ++k) out.sentences.emplace_back(1, keys[begin + k]);
  const auto key = [&](std::ptrdiff_t at) {
    return at < 0 || at >= std::ssize(keys) ? std::string()
                                            : std::string(1, keys[static_cast<std::size_t>(at)]);
  };
  for (std::ptrdiff_t k = 0; k < 2; ++k) {
    out.before[static_cast<std::size_t>(k)] = key(static_cast<std::ptrdiff_t>(begin) - k - 1);
    out.after[static_cast<std::size_t>(k)] = key(static_cast<std::ptrdiff_t>(begin + size) + k);
  }
  return out;
}

Strings letters(const std::string& keys) {
  Strings out;
  for (const char c : keys) out.emplace_back(1, c);
  return out;
}

struct Spans {
  std::size_t arabic, arabic_size, english, english_size;
};
const std::string kArabic = "abcdefa", kEnglish = "ABCDEFA";

Decision decision(Spans spans, Verdict verdict = Verdict::right) {
  return {verdict, side(kArabic, spans.arabic, spans.arabic_size),
          side(kEnglish, spans.english, spans.english_size)};
}

struct Edit {
  const char* name;
  Spans decided;
  const char *arabic, *english;
  std::vector<Bead> right;
};
class Edits : public ::testing::TestWithParam<Edit> {};

TEST_P(Edits, LeaveDecisionsWhereTheirTextsAre) {
  const Edit& edit = GetParam();
  const PlacedDecisions placed =
      place({decision(edit.decided)}, letters(edit.arabic), letters(edit.english));
  EXPECT_EQ(placed.right, edit.right);
  EXPECT_EQ(placed.lost.size(), edit.right.empty() ? 1U : 0U);
}

INSTANTIATE_TEST_SUITE_P(
    All, Edits,
    ::testing::Values(
        Edit{"None", {1, 2, 1, 1}, "abcdefa", "ABCDEFA", {{{1, 3}, {1, 2}, 1.0F}}},
        Edit{"BeforeIt", {1, 2, 1, 1}, "xyabcdefa", "ABCDEFA", {{{3, 5}, {1, 2}, 1.0F}}},
        Edit{"BehindIt", {1, 2, 1, 1}, "abc", "ABX", {{{1, 3}, {1, 2}, 1.0F}}},
        Edit{"OfANeighbour", {2, 1, 2, 1}, "axcyefa", "AXCYEFA", {{{2, 3}, {2, 3}, 1.0F}}},
        Edit{"OfAllNeighbours", {2, 1, 2, 1}, "uvcwx", "UVCWX", {}},
        Edit{"OfItself", {1, 2, 1, 1}, "abxdefa", "ABCDEFA", {}},
        Edit{"InsertedIntoIt", {1, 2, 1, 1}, "abxcdefa", "ABCDEFA", {}},
        Edit{"NothingOnOneSide", {2, 1, 2, 0}, "xabcdefa", "ABCDEFA", {{{3, 4}, {0, 0}, 1.0F}}},
        Edit{"OfTwoAlikeTheFirst", {0, 1, 0, 1}, "abcdefa", "ABCDEFA", {{{0, 1}, {0, 1}, 1.0F}}},
        Edit{"OfTwoAlikeTheLast", {6, 1, 6, 1}, "abcdefa", "ABCDEFA", {{{6, 7}, {6, 7}, 1.0F}}}),
    [](const auto& row) { return row.param.name; });

TEST(Decisions, RightOnesNeitherOverlapNorCross) {
  const PlacedDecisions placed = place({decision({1, 1, 2, 1}), decision({2, 1, 1, 1}),
                                        decision({1, 1, 1, 1}), decision({3, 1, 3, 1})},
                                       letters(kArabic), letters(kEnglish));
  EXPECT_THAT(placed.right, ElementsAre(Bead{{1, 2}, {2, 3}, 1.0F}, Bead{{3, 4}, {3, 4}, 1.0F}));
  EXPECT_THAT(placed.lost, ElementsAre(LostDecision{1, LostReason::contradicted},
                                       LostDecision{2, LostReason::contradicted}));
}

TEST(Decisions, WhatIsRightIsNotWrong) {
  const PlacedDecisions placed =
      place({decision({1, 1, 1, 1}, Verdict::wrong), decision({1, 1, 1, 1}),
             decision({2, 1, 2, 1}, Verdict::wrong)},
            letters(kArabic), letters(kEnglish));
  EXPECT_THAT(placed.right, ElementsAre(Bead{{1, 2}, {1, 2}, 1.0F}));
  EXPECT_THAT(placed.wrong, ElementsAre(Bead{{2, 3}, {2, 3}, 1.0F}));
}

TEST(Decisions, RepeatedSentencesAreEachTakenOnce) {
  const std::string arabic = "aaaaaaaa", english = "AAAAAAAA";
  std::vector<Decision> all;
  for (std::size_t k = 0; k < arabic.size(); ++k)
    all.push_back({Verdict::right, side(arabic, k, 1), side(english, k, 1)});
  const PlacedDecisions placed = place(all, letters(arabic), letters(english));
  EXPECT_EQ(placed.right.size(), 8U);
  EXPECT_THAT(placed.lost, IsEmpty());
}

TEST(Decisions, KeysSeeWordsOnly) {
  EXPECT_EQ(sentence_key("أَهلاً وسهـلاً!"), sentence_key("اهلا  وسهلا"));
  EXPECT_EQ(sentence_key("The Door."), sentence_key("the door"));
  EXPECT_NE(sentence_key("the door"), sentence_key("the doors"));
  EXPECT_NE(sentence_key("* * *"), sentence_key("---"));
  EXPECT_EQ(sentence_key("* * *"), sentence_key("***"));
  EXPECT_EQ(sentence_key("").size(), 12U);
}

// ---- applied ----

const char* const kArabicText =
    "وصل القطار متأخرا ساعة كاملة.\nكان الركاب متعبين وجائعين.\nنزلوا إلى الرصيف وبحثوا عن مقهى.\n"
    "وجدوا مقهى صغيرا قرب المحطة.\nشربوا الشاي وأكلوا الخبز.\n";
const char* const kEnglishText =
    "The train arrived a whole hour late.\nThe passengers were tired and hungry.\nThey got off "
    "onto "
    "the platform and looked for a café.\nThey found a small café near the station.\nThey drank "
    "tea "
    "and ate bread.\n";

class Applied : public ::testing::Test {
 protected:
  Applied()
      : arabic_("ar.txt", kArabicText),
        english_("en.txt", kEnglishText),
        bitext_(testing::shipped_aligner().align(arabic_, english_)) {}

  [[nodiscard]] DecidedSide decided(const Document& document,
                                    const std::vector<Sentence>& sentences,
                                    SentenceSpan span) const {
    const Strings keys = sentence_keys(document.text(), sentences);
    DecidedSide out;
    for (std::uint32_t k = span.begin; k < span.end; ++k) out.sentences.push_back(keys[k]);
    if (span.begin > 0) out.before[0] = keys[span.begin - 1];
    if (span.end < keys.size()) out.after[0] = keys[span.end];
    out.text = "some text";
    return out;
  }
  [[nodiscard]] Decision decide(Verdict verdict, SentenceSpan arabic, SentenceSpan english) const {
    return {verdict, decided(arabic_, bitext_.arabic, arabic),
            decided(english_, bitext_.english, english)};
  }
  [[nodiscard]] Bitext apply(const std::vector<Decision>& decisions, const Aligner& aligner) const {
    Bitext applied = aligner.apply(decisions, bitext_, arabic_.text(), english_.text());
    testing::expect_files(applied, arabic_.text(), english_.text());
    return applied;
  }
  [[nodiscard]] Bitext apply(const std::vector<Decision>& decisions) const {
    return apply(decisions, testing::shipped_aligner());
  }
  static bool holds(const Bitext& bitext, SentenceSpan arabic, SentenceSpan english) {
    return std::any_of(bitext.beads.begin(), bitext.beads.end(), [&](const Bead& bead) {
      const bool same = (arabic.empty() ? bead.arabic.empty() : bead.arabic == arabic) &&
                        (english.empty() ? bead.english.empty() : bead.english == english);
      return same && bead.posterior == 1.0F;
    });
  }

  Document arabic_, english_;
  Bitext bitext_;
};

TEST_F(Applied, TheTextPairsLineByLine) { ASSERT_EQ(bitext_.beads.size(), 5U); }

TEST_F(Applied, NoDecisionsChangeNothing) { testing::expect_same(apply({}), bitext_); }

TEST_F(Applied, WhatIsRightStandsAsItWasGiven) {
  // Each of them is against the texts.
  for (const auto& [arabic, english] :
       std::vector<std::pair<SentenceSpan, SentenceSpan>>{{{1, 3}, {1, 2}},
                                                          {{0, 1}, {0, 3}},
                                                          {{0, 5}, {0, 5}},
                                                          {{2, 3}, {}},
                                                          {{}, {4, 5}},
                                                          {{0, 1}, {4, 5}},
                                                          {{4, 5}, {0, 1}},
                                                          {{1, 3}, {}}}) {
    const Bitext applied = apply({decide(Verdict::right, arabic, english)});
    if (arabic.size() > 1 && english.empty()) {  // each alone
      EXPECT_TRUE(holds(applied, {1, 2}, {}) && holds(applied, {2, 3}, {}));
    } else {
      EXPECT_TRUE(holds(applied, arabic, english))
          << arabic.begin << ' ' << arabic.end << ' ' << english.begin << ' ' << english.end;
    }
    EXPECT_THAT(applied.notes, IsEmpty());
  }
}

TEST_F(Applied, TheRestIsAlignedAroundIt) {
  const Bitext applied = apply({decide(Verdict::right, {1, 3}, {1, 3})});
  EXPECT_EQ(applied.beads.size(), 4U);
  EXPECT_EQ(applied.beads[0].english, (SentenceSpan{0, 1}));
  EXPECT_EQ(applied.beads[2].english, (SentenceSpan{3, 4}));
}

TEST_F(Applied, WhatIsWrongIsNoBeadAnyMore) {
  const Bitext applied = apply({decide(Verdict::wrong, {1, 2}, {1, 2})});
  for (const Bead& bead : applied.beads)
    EXPECT_FALSE(bead.arabic == (SentenceSpan{1, 2}) && bead.english == (SentenceSpan{1, 2}));
  const Bitext alone = apply({decide(Verdict::right, {2, 3}, {})});
  EXPECT_TRUE(holds(alone, {2, 3}, {}));
  EXPECT_LT(alone.coverage.arabic, 1.0);
}

TEST_F(Applied, NoneOfSeveralSentencesThatWereWronglyAloneStaysAlone) {
  const Document english("en.txt",
                         "The train arrived a whole hour late.\nThey found a small café near the "
                         "station.\nThey drank tea and ate bread.\n");
  const Bitext bitext = testing::shipped_aligner().align(arabic_, english);
  const auto alone = [](const Bitext& in, std::uint32_t sentence) {
    return std::any_of(in.beads.begin(), in.beads.end(), [&](const Bead& bead) {
      return bead.english.empty() && bead.arabic == (SentenceSpan{sentence, sentence + 1});
    });
  };
  ASSERT_TRUE(alone(bitext, 1) && alone(bitext, 2));
  const Bitext applied = testing::shipped_aligner().apply(
      {{Verdict::wrong, decided(arabic_, bitext.arabic, {1, 3}), {}}}, bitext, arabic_.text(),
      english.text());
  EXPECT_FALSE(alone(applied, 1));
  EXPECT_FALSE(alone(applied, 2));
}

TEST_F(Applied, ExplanationsKeepToTheSentences) {
  const Aligner aligner(testing::shipped_model(), default_parameters(), {.explain = true});
  const Bitext applied = apply({decide(Verdict::right, {1, 3}, {1, 2})}, aligner);
  EXPECT_EQ(applied.explanations.size(), applied.beads.size());
}

TEST_F(Applied, DecisionsThatNoLongerApplyAreNotes) {
  Decision decision = decide(Verdict::right, {1, 2}, {1, 2});
  decision.arabic.sentences = {"ffffffffffff"};
  const Bitext applied = apply({decision});
  ASSERT_EQ(applied.notes.size(), 1U);
  EXPECT_THAT(applied.notes[0],
              HasSubstr("decision 1 no longer applies, its text has changed: some text"));
  EXPECT_EQ(applied.beads, bitext_.beads);
}

TEST_F(Applied, TextsThatAreNoTranslationsKeepTheGivenPair) {
  const Document arabic("ar.txt", "القمر بعيد.\nالخبز طازج.\nالقط نائم.\n");
  const Document english("en.txt",
                         "Quarterly profits fell.\nThe court adjourned.\nRain stopped play.\n");
  const Bitext bitext = testing::shipped_aligner().align(arabic, english);
  const auto one = [](const Document& document, const std::vector<Sentence>& sentences) {
    const Strings keys = sentence_keys(document.text(), sentences);
    return DecidedSide{{keys[1]}, {keys[0]}, {keys[2]}, ""};
  };
  const Bitext applied = testing::shipped_aligner().apply(
      {{Verdict::right, one(arabic, bitext.arabic), one(english, bitext.english)}}, bitext,
      arabic.text(), english.text());
  testing::expect_files(applied, arabic.text(), english.text());
  EXPECT_TRUE(holds(applied, {1, 2}, {1, 2}));
}

}  // namespace
}  // namespace muwazi
