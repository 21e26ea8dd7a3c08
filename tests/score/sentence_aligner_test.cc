#include "score/sentence_aligner.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "lexicon/tiny.h"
#include "score/tiny_texts.h"

namespace muwazi {
namespace {

using tiny::lexicon;
using tiny::Strings;
using tiny::views;

std::vector<Bead> align(const Strings& arabic, const Strings& english,
                        const Parameters& parameters = default_parameters()) {
  return SentenceAligner(lexicon(), nullptr, parameters, views(arabic), views(english)).align();
}

/// Every sentence once, in order; shapes that there are; posteriors that are probabilities.
void expect_alignment(const std::vector<Bead>& beads, std::size_t arabic, std::size_t english) {
  std::uint32_t a = 0, e = 0;
  for (const Bead& bead : beads) {
    ASSERT_EQ(bead.arabic.begin, a);
    ASSERT_EQ(bead.english.begin, e);
    ASSERT_LE(a, bead.arabic.end);
    ASSERT_LE(e, bead.english.end);
    ASSERT_FALSE(bead.arabic.empty() && bead.english.empty());
    ASSERT_GE(bead.posterior, 0.0F);
    ASSERT_LE(bead.posterior, 1.0F);
    ASSERT_LE(std::max(bead.arabic.size(), bead.english.size()), 9U);
    a = bead.arabic.end, e = bead.english.end;
  }
  ASSERT_EQ(a, arabic);
  ASSERT_EQ(e, english);
}

/// "1-1 1-0 0-1"
std::string shapes(const std::vector<Bead>& beads) {
  std::string out;
  for (const Bead& bead : beads) {
    out += (out.empty() ? "" : " ") + std::to_string(bead.arabic.size()) + "-" +
           std::to_string(bead.english.size());
  }
  return out;
}

/// The sentences of the tiny text.
std::pair<Strings, Strings> tiny_text() {
  std::pair<Strings, Strings> sides;
  std::string_view text = tiny::kSentences;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() + 1);
    const std::size_t tab = line.find('\t');
    sides.first.emplace_back(line.substr(0, tab));
    sides.second.emplace_back(line.substr(tab + 1));
  }
  return sides;
}

TEST(SentenceAligner, AlignsATextWithItsTranslation) {
  const auto [arabic, english] = tiny_text();
  const auto beads = align(arabic, english);
  expect_alignment(beads, arabic.size(), english.size());
  std::size_t right = 0;
  for (const Bead& bead : beads) {
    if (bead.arabic.size() == 1 && bead.english.size() == 1 &&
        bead.arabic.begin == bead.english.begin)
      ++right;
  }
  EXPECT_GE(right, 36U) << shapes(beads);
}

/// Numbers of this test's own: what the decisions below are must not hang on the last training.
Parameters plain_parameters() {
  Parameters parameters;
  const auto set = [&](Feature feature, float weight) {
    parameters.weights[static_cast<std::size_t>(feature)] = weight;
  };
  set(Feature::likelihood_english, 0.05F), set(Feature::likelihood_root, 0.4F);
  set(Feature::uncovered_english, -0.5F), set(Feature::uncovered_arabic, -0.4F);
  set(Feature::length, -0.04F), set(Feature::length_far, -0.04F);
  parameters.unknown_word = 1.0F;
  return parameters;
}

TEST(SentenceAligner, FindsASentenceWithoutCounterpart) {
  const Strings arabic = {"الولد في المدرسة", "القطة على الشجرة", "زار الطبيب القرية",
                          "النهر كبير"},
                english = {"The boy is in the school", "The cat is on the tree",
                           "The doctor visited the village", "The river is large"};
  EXPECT_EQ(shapes(align(arabic, english, plain_parameters())), "1-1 1-1 1-1 1-1");
  Strings more = arabic;
  more.insert(more.begin() + 2, "خرتيت وكركدن وبطاريق عند بحيرات ثلجية زرقاء");
  EXPECT_EQ(shapes(align(more, english, plain_parameters())), "1-1 1-1 1-0 1-1 1-1");
  more = english;
  more.insert(more.begin() + 2, "Quaggas, okapis and thylacines trot past frozen lagoons");
  EXPECT_EQ(shapes(align(arabic, more, plain_parameters())), "1-1 1-1 0-1 1-1 1-1");
}

TEST(SentenceAligner, TakesAnEmptySide) {
  const Strings some = {"الولد في المدرسة", "القلم صغير", "؟"};
  EXPECT_TRUE(align({}, {}).empty());
  const auto arabic = align(some, {}), english = align({}, {"a", "b"});
  EXPECT_EQ(shapes(arabic), "1-0 1-0 1-0");
  EXPECT_EQ(shapes(english), "0-1 0-1");
  expect_alignment(arabic, 3, 0);
  expect_alignment(english, 0, 2);
  for (const Bead& bead : arabic) EXPECT_NEAR(bead.posterior, 1.0F, 1e-4F);
}

TEST(SentenceAligner, TakesOneSentenceAgainstMany) {
  const auto [arabic, english] = tiny_text();
  expect_alignment(align({arabic[5]}, english), 1, 40);
  expect_alignment(align(arabic, {english[5]}), 40, 1);
  Strings most(300, "The pen is small");
  expect_alignment(align({arabic[5]}, most), 1, 300);
}

TEST(SentenceAligner, TakesTheSameSentenceOverAndOver) {
  for (const std::size_t count : {2U, 40U, 200U}) {
    const auto beads =
        align(Strings(count, "القلم على الكتاب"), Strings(count, "The pen is on the book"));
    expect_alignment(beads, count, count);
  }
  expect_alignment(align(Strings(130, "القلم"), Strings(170, "pen")), 130, 170);
}

Strings random_text(std::mt19937& random, const Strings& sentences, std::size_t longest) {
  static const Strings kOdd = {"",
                               ".",
                               "؟؟؟",
                               "25",
                               "a",
                               "\u202E\u200F",
                               std::string("\0", 1),
                               "https://example.org/a?b=c",
                               "ـــــ",
                               "!!! ??? ..."};
  Strings out(random() % (longest + 1));
  for (auto& text : out) {
    if (random() % 8 == 0) {
      text = kOdd[random() % kOdd.size()];
    } else {
      text = sentences[random() % sentences.size()];
      if (random() % 5 == 0) text += " " + sentences[random() % sentences.size()] + "؟";
    }
  }
  return out;
}

TEST(SentenceAligner, KeepsEverySentenceOnceWhateverTheTexts) {
  const auto [arabic, english] = tiny_text();
  std::mt19937 random(61);
  for (int trial = 0; trial < 60; ++trial) {
    const std::size_t longest = trial % 10 == 0 ? 180 : 25;
    const Strings a = random_text(random, random() % 10 == 0 ? english : arabic, longest),
                  e = random_text(random, random() % 10 == 0 ? arabic : english, longest);
    std::vector<SentenceView> a_views = views(a), e_views = views(e);
    for (auto* side : {&a_views, &e_views}) {
      std::uint32_t paragraph = 0;
      for (auto& view : *side) {
        view.heading = random() % 6 == 0;
        view.paragraph = paragraph += random() % 3 == 0 ? 1 : 0;
      }
    }
    SentenceAligner aligner(lexicon(), nullptr, default_parameters(), a_views, e_views);
    expect_alignment(aligner.align(), a.size(), e.size());
    if (HasFatalFailure()) return;
  }
}

TEST(SentenceAligner, TakesAHugeSentence) {
  std::string huge;
  for (int k = 0; k < 20'000; ++k) huge += "الكتاب ";
  expect_alignment(align({huge, "القلم صغير"}, {"The pen is small"}), 2, 1);
}

TEST(SentenceAligner, TakesExtremeParameters) {
  const auto [arabic, english] = tiny_text();
  for (const float size : {0.0F, 100.0F, -100.0F}) {
    Parameters parameters = default_parameters();
    parameters.weights.fill(size);
    expect_alignment(align(arabic, english, parameters), 40, 40);
  }
  Parameters lonely = default_parameters();
  lonely.null_score = 1000.0F;
  expect_alignment(align(arabic, english, lonely), 40, 40);
}

TEST(SentenceAligner, GivesTheSameBeadsAgain) {
  const auto [arabic, english] = tiny_text();
  EXPECT_EQ(align(arabic, english), align(arabic, english));
  SentenceAligner twice(lexicon(), nullptr, default_parameters(), views(arabic), views(english));
  const auto first = twice.align();
  EXPECT_EQ(twice.align(), first);
}

TEST(SentenceAligner, FindsABlockFarOffTheDiagonalInALongText) {
  // More than a full table: 200 English sentences of their own stand before the translation.
  const auto [arabic, english] = tiny_text();
  Strings long_arabic, long_english;
  for (int k = 0; k < 200; ++k) {
    long_english.push_back("Zebra" + std::to_string(k) + " quagga okapi number" +
                           std::to_string(k));
  }
  for (int round = 0; round < 2; ++round) {
    for (std::size_t k = 0; k < arabic.size(); ++k) {
      const std::string number =
          " " + std::to_string(1000 + 97 * (round * 40 + static_cast<int>(k)));
      long_arabic.push_back(arabic[k] + number);
      long_english.push_back(english[k] + number);
    }
  }
  const auto beads = align(long_arabic, long_english);
  expect_alignment(beads, long_arabic.size(), long_english.size());
  std::size_t right = 0;
  for (const Bead& bead : beads) {
    if (bead.arabic.size() == 1 && bead.english.size() == 1 &&
        bead.english.begin == bead.arabic.begin + 200)
      ++right;
  }
  EXPECT_GE(right, 78U) << shapes(beads);
}

}  // namespace
}  // namespace muwazi
