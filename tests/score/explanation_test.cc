#include "score/explanation.h"

#include <gtest/gtest.h>

#include <algorithm>
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

std::size_t shape_of(const Bead& bead) {
  const BeadShape shape{static_cast<std::uint8_t>(bead.arabic.size()),
                        static_cast<std::uint8_t>(bead.english.size())};
  return static_cast<std::size_t>(std::find(kShapes.begin(), kShapes.end(), shape) -
                                  kShapes.begin());
}

/// A text with its alignment and what is said of it. The sides must outlive it.
struct Explained {
  Explained(const Strings& arabic, const Strings& english)
      : aligner(lexicon(), nullptr, default_parameters(), views(arabic), views(english)),
        beads(aligner.align()),
        why(explain(aligner, lexicon(), views(arabic), views(english), beads)) {}

  /// The scores that the decision saw.
  [[nodiscard]] Lattice lattice() const {
    Lattice lattice(aligner.band());
    aligner.scorer().fill(aligner.rates(), lattice);
    return lattice;
  }

  SentenceAligner aligner;
  std::vector<Bead> beads;
  std::vector<Explanation> why;
};

/// Sentences of the tiny text in their order, some of them without their counterpart, some two in one.
std::pair<Strings, Strings> random_text(std::mt19937& random) {
  Strings arabic, english;
  std::string_view text = tiny::kSentences;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() + 1);
    const std::size_t tab = line.find('\t');
    const auto what = random() % 10;
    if (what != 0) arabic.emplace_back(line.substr(0, tab));
    if (what == 1 || what == 2) continue;
    if (what == 3 && !english.empty()) {
      english.back() += " " + std::string(line.substr(tab + 1));
    } else {
      english.emplace_back(line.substr(tab + 1));
    }
  }
  return {arabic, english};
}

TEST(Explanation, SumsUpToTheScoreThatTheBeadWasChosenBy) {
  std::mt19937 random(5);
  std::size_t pairs = 0, nulls = 0, runs = 0;
  for (int trial = 0; trial < 12; ++trial) {
    const auto [arabic, english] = random_text(random);
    const Explained text(arabic, english);
    const Lattice lattice = text.lattice();
    ASSERT_EQ(text.why.size(), text.beads.size());
    for (std::size_t k = 0; k < text.beads.size(); ++k) {
      const Bead& bead = text.beads[k];
      float sum = 0.0F;
      for (const ScoreTerm& term : text.why[k].terms) {
        EXPECT_FLOAT_EQ(term.contribution, term.value * term.weight) << term.name;
        sum += term.contribution;
      }
      EXPECT_NEAR(sum, text.why[k].score, 1e-4F);
      const std::size_t cell = lattice.band.cell(bead.arabic.end, bead.english.end);
      ASSERT_NE(cell, Band::kOutside);
      float expected = lattice.scores[cell * kShapeCount + shape_of(bead)];
      if (bead.null() && k > 0 && text.beads[k - 1].null()) {
        expected += text.beads[k - 1].english.empty() == bead.english.empty()
                        ? lattice.null_run.same_side
                        : lattice.null_run.other_side;
        ++runs;
      }
      EXPECT_NEAR(text.why[k].score, expected, 1e-3F);
      ++(bead.null() ? nulls : pairs);
    }
  }
  EXPECT_GT(pairs, 100U);
  EXPECT_GT(nulls, 10U);
  EXPECT_GT(runs, 2U);
}

TEST(Explanation, NamesEveryFeatureOnceAndThePrior) {
  const Strings arabic = {"الولد في المدرسة", "القطة على الشجرة"},
                english = {"The boy is in the school", "The cat is on the tree"};
  const Explained text(arabic, english);
  ASSERT_EQ(text.beads.size(), 2U);
  for (const Explanation& why : text.why) {
    ASSERT_EQ(why.terms.size(), kFeatureCount + 1);
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      EXPECT_EQ(why.terms[k].name, name(static_cast<Feature>(k)));
      EXPECT_EQ(why.terms[k].weight, default_parameters().weights[k]);
    }
    EXPECT_EQ(why.terms.back().name, "prior");
  }
}

/// Whether two beads are of the same sentences; a null is one of its sentence wherever it stands.
bool same(const Bead& x, const Bead& y) {
  if (x.english.empty() || y.english.empty()) {
    return x.english.empty() && y.english.empty() && x.arabic == y.arabic;
  }
  if (x.arabic.empty() || y.arabic.empty()) {
    return x.arabic.empty() && y.arabic.empty() && x.english == y.english;
  }
  return x.arabic == y.arabic && x.english == y.english;
}

TEST(Explanation, NamesTheMostProbableOtherBead) {
  const auto meet = [](SentenceSpan x, SentenceSpan y) {
    return x.begin < y.end && y.begin < x.end;
  };
  std::mt19937 random(7);
  std::size_t found = 0;
  for (int trial = 0; trial < 6; ++trial) {
    const auto [arabic, english] = random_text(random);
    const Explained text(arabic, english);
    const Band& band = text.aligner.band();
    std::vector<Bead> all;
    for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
      for (std::uint32_t e = band.columns(a).begin; e < band.columns(a).end; ++e) {
        for (std::size_t s = 2; s < kShapeCount; ++s) {
          const float p = text.aligner.decided_on().beads[band.cell(a, e) * kShapeCount + s];
          if (p > 0.0F) all.push_back({{a - kShapes[s].arabic, a}, {e - kShapes[s].english, e}, p});
        }
      }
    }
    const NullPosteriors nulls = null_posteriors(band, text.aligner.decided_on());
    for (std::uint32_t a = 0; a < band.arabic(); ++a) {
      all.push_back({{a, a + 1}, {0, 0}, nulls.arabic[a]});
    }
    for (std::uint32_t e = 0; e < band.english(); ++e) {
      all.push_back({{0, 0}, {e, e + 1}, nulls.english[e]});
    }
    for (std::size_t k = 0; k < text.beads.size(); ++k) {
      float most = 0.0F, own = 0.0F;
      for (const Bead& bead : all) {
        if (same(bead, text.beads[k])) own = std::max(own, bead.posterior);
        const bool shares =
            meet(bead.arabic, text.beads[k].arabic) || meet(bead.english, text.beads[k].english);
        if (shares && !same(bead, text.beads[k])) most = std::max(most, bead.posterior);
      }
      const auto& instead = text.why[k].instead;
      ASSERT_EQ(instead.has_value(), most >= 1e-4F);
      if (!instead) continue;
      EXPECT_FALSE(same(*instead, text.beads[k]));
      const float left = 1.0F - text.beads[k].posterior;
      EXPECT_LE(instead->posterior, left);
      EXPECT_NEAR(instead->posterior, left * std::min(1.0F, most / (1.0F - own)), 1e-4F);
      ++found;
    }
  }
  EXPECT_GT(found, 20U);
}

TEST(Explanation, TakesWordsOfAPhraseThatExplainsForExplaining) {
  // عموما explains none of "by", "and", "large": the phrase explains عموما.
  const Model model = tiny::train_with_phrase();
  const Lexicon with_phrase(model);
  const Strings arabic = {"عموما صحيح"}, english = {"By and Large, true"};
  SentenceAligner aligner(with_phrase, nullptr, default_parameters(), views(arabic),
                          views(english));
  const auto beads = aligner.align();
  const auto why = explain(aligner, with_phrase, views(arabic), views(english), beads);
  ASSERT_EQ(why.size(), 1U);
  EXPECT_EQ(why[0].uncovered_arabic, Strings{});
  EXPECT_EQ(why[0].uncovered_english, Strings{});
}

TEST(Explanation, TakesTextsOfWhichNothingPairs) {
  const Strings arabic = {"خرتيت وكركدن", "بطاريق"}, english = {"Okapis trot", "Frozen lagoons"};
  const Explained text(arabic, english);
  ASSERT_EQ(text.why.size(), text.beads.size());
  const Strings none;
  EXPECT_TRUE(Explained(none, none).why.empty());
  EXPECT_EQ(Explained(arabic, none).why.size(), 2U);
}

}  // namespace
}  // namespace muwazi
