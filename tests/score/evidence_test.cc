#include "score/evidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "score/random_side.h"
#include "score/translations.h"

namespace muwazi {
namespace {

using testing::Random;

/// t of a pair of tokens; 0 where it is not listed.
double t_of(const Translations& translations, std::uint32_t target, std::uint32_t source) {
  for (auto k = translations.begin[target]; k < translations.begin[target + 1]; ++k) {
    if (translations.source[k] == source) return static_cast<double>(translations.t[k]);
  }
  return 0.0;
}

struct Values {
  double likelihood = 0.0, uncovered = 0.0, neighbour = 0.0, content = 0.0;
};

/// The formulas of evidence.h, word by word.
class NaiveEvidence {
 public:
  NaiveEvidence(const SideTokens& source, const SideTokens& target,
                const Translations& translations, const Parameters& parameters)
      : source_(source), target_(target), translations_(translations), p_(parameters) {}

  [[nodiscard]] Values of(std::uint32_t sentence, std::uint32_t begin, std::uint32_t length) const {
    Values values;
    for (const std::uint32_t word : target_.target[sentence]) {
      const auto& token = target_.tokens[word];
      double sum = 0.0, count = 0.0;
      for (std::uint32_t s = begin; s < begin + length; ++s) {
        for (const std::uint32_t source : source_.source[s]) {
          sum += t_of(translations_, word, source);
          count += 1.0;
        }
      }
      const double mix = static_cast<double>(p_.mix), pe = static_cast<double>(token.probability);
      // A word of which nothing at all is known speaks neither way.
      const bool known = token.number != kUnknownToken ||
                         translations_.begin[word] != translations_.begin[word + 1];
      if (known) {
        const double mean = count > 0.0 ? sum / count : 0.0;
        values.likelihood += std::log((mix * mean + (1.0 - mix) * pe) / pe);
      }
      const double idf =
          static_cast<double>(token.idf) * (known ? 1.0 : static_cast<double>(p_.unknown_word));
      const double inside = cover(word, begin, begin + length);
      const double before = begin > 0 ? cover(word, begin - 1, begin) : 0.0;
      const double after =
          begin + length < source_.size() ? cover(word, begin + length, begin + length + 1) : 0.0;
      values.uncovered += idf * (1.0 - inside);
      values.neighbour += idf * std::max(std::max(before, after) - inside, 0.0);
      values.content += idf;
    }
    return values;
  }

 private:
  [[nodiscard]] double cover(std::uint32_t word, std::uint32_t begin, std::uint32_t end) const {
    double most = 0.0;
    for (std::uint32_t s = begin; s < end; ++s) {
      for (const std::uint32_t source : source_.source[s])
        most = std::max(most, t_of(translations_, word, source));
    }
    return std::min(1.0, most / static_cast<double>(p_.full_cover));
  }

  const SideTokens &source_, &target_;
  const Translations& translations_;
  const Parameters& p_;
};

/// All ranges within some of the sentences.
Reach whole(Window window, std::uint32_t sentences) {
  Reach reach;
  if (window.size() == 0) return reach;
  reach.window = {window.begin - (window.begin > 0 ? 1 : 0), std::min(window.end + 1, sentences)};
  for (std::uint32_t length = 1; length <= std::min(window.size(), Evidence::kLongest); ++length)
    reach.begins[length - 1] = {window.begin, window.end - length + 1};
  return reach;
}

std::vector<Reach> random_reaches(Random& random, std::uint32_t target, std::uint32_t source) {
  std::vector<Reach> reaches;
  for (std::uint32_t k = 0; k < target; ++k) {
    const std::uint32_t begin = random.below(source + 1);
    reaches.push_back(random.one_in(3)
                          ? whole({0, source}, source)
                          : whole({begin, begin + random.below(source - begin + 1)}, source));
    for (Window& begins : reaches.back().begins) {
      if (begins.size() == 0 || !random.one_in(2)) continue;
      begins.begin += random.below(begins.size() + 1);
      begins.end = begins.begin + random.below(begins.end - begins.begin + 1);
    }
  }
  return reaches;
}

TEST(Evidence, AgreesWithItsFormulasOnRandomSides) {
  Random random(21);
  for (int trial = 0; trial < 120; ++trial) {
    const SideTokens source = testing::random_side(random, random.below(14), 1 + random.below(20)),
                     target = testing::random_side(random, random.below(8), 1 + random.below(20));
    const auto translations = testing::random_translations(random, source, target, 0.2F);
    const auto reaches = random_reaches(random, target.size(), source.size());
    Parameters parameters;
    parameters.mix = 0.05F + 0.9F * random.unit();
    parameters.full_cover = 0.02F + 0.5F * random.unit();
    parameters.unknown_word = random.unit();
    const Evidence evidence(source, target, translations, reaches, parameters);
    const NaiveEvidence naive(source, target, translations, parameters);
    for (std::uint32_t j = 0; j < target.size(); ++j) {
      for (std::uint32_t begin = 0; begin <= source.size(); ++begin) {
        for (std::uint32_t length = 1; length <= Evidence::kLongest; ++length) {
          const auto& found = evidence.at(j, begin, length);
          const Window begins = reaches[j].begins[length - 1];
          const bool inside = begin >= begins.begin && begin < begins.end;
          const Values expected = inside ? naive.of(j, begin, length) : Values{};
          const auto words = static_cast<double>(target.target[j].size());
          const double near = 2e-5 * (words + 1.0);  // the logarithm is good to 1e-5
          ASSERT_NEAR(static_cast<double>(found.likelihood), expected.likelihood, near);
          ASSERT_NEAR(static_cast<double>(found.uncovered), expected.uncovered, near);
          ASSERT_NEAR(static_cast<double>(found.neighbour), expected.neighbour, near);
          if (inside) {
            ASSERT_NEAR(static_cast<double>(evidence.content(j)), expected.content, near);
          }
        }
      }
    }
  }
}

TEST(Evidence, KeptFromBeforeIsThatComputedAnew) {
  Random random(22);
  for (int trial = 0; trial < 60; ++trial) {
    const SideTokens source = testing::random_side(random, 1 + random.below(14), 20),
                     target = testing::random_side(random, 1 + random.below(8), 20);
    auto translations = testing::random_translations(random, source, target, 0.2F);
    auto reaches = random_reaches(random, target.size(), source.size());
    const Parameters parameters;
    const Evidence before(source, target, translations, reaches, parameters);
    std::vector<TranslationEntry> more;
    for (std::uint32_t k = random.below(3); k > 0; --k) {
      more.push_back({random.below(static_cast<std::uint32_t>(target.tokens.size())),
                      random.below(static_cast<std::uint32_t>(source.tokens.size())), 0.9F});
    }
    merge(translations, more);
    if (random.one_in(2)) reaches[0] = whole({0, source.size()}, source.size());
    const Evidence kept(source, target, translations, reaches, parameters, &before);
    const Evidence anew(source, target, translations, reaches, parameters);
    for (std::uint32_t j = 0; j < target.size(); ++j) {
      ASSERT_EQ(kept.content(j), anew.content(j));
      for (std::uint32_t begin = 0; begin < source.size(); ++begin) {
        for (std::uint32_t length = 1; length <= Evidence::kLongest; ++length) {
          ASSERT_EQ(kept.at(j, begin, length).likelihood, anew.at(j, begin, length).likelihood);
          ASSERT_EQ(kept.at(j, begin, length).uncovered, anew.at(j, begin, length).uncovered);
          ASSERT_EQ(kept.at(j, begin, length).neighbour, anew.at(j, begin, length).neighbour);
        }
      }
    }
  }
}

TEST(Evidence, HasTheValuesWorkedOutByHand) {
  // Three source sentences of one token each, (a) (b) (a); one target sentence of one word with
  // t(e|a) = 0.06, t(e|b) = 0.02, p(e) = 0.01, idf 1; mix 1/2, full cover 0.1.
  SideTokens source, target;
  source.tokens.resize(2);
  for (const std::uint32_t token : {0U, 1U, 0U}) {
    source.source.items.push_back(token);
    source.source.close();
    source.length.push_back(5.0F);
  }
  testing::index_sentences(source);
  target.tokens.resize(1);
  target.tokens[0] = {"e", 0, 0.01F, 1.0F, true, false};
  target.target.items = {0};
  target.target.close();
  target.length = {5.0F};
  const Translations translations = {{0, 2}, {0, 1}, {0.06F, 0.02F}};
  Parameters parameters;
  parameters.mix = 0.5F, parameters.full_cover = 0.1F;
  const Evidence evidence(source, target, translations, {whole({0, 3}, 3)}, parameters);
  EXPECT_FLOAT_EQ(evidence.content(0), 1.0F);
  // (a): log((0.03 + 0.005) / 0.01), covered 0.6; (b): log((0.01 + 0.005) / 0.01), 0.2; (a b): mean
  // 0.04, log((0.02 + 0.005) / 0.01), 0.6.
  EXPECT_NEAR(evidence.at(0, 0, 1).likelihood, std::log(3.5), 2e-5);
  EXPECT_NEAR(evidence.at(0, 0, 1).uncovered, 0.4, 1e-6);
  EXPECT_NEAR(evidence.at(0, 0, 1).neighbour, 0.0, 1e-6);
  EXPECT_NEAR(evidence.at(0, 1, 1).likelihood, std::log(1.5), 2e-5);
  EXPECT_NEAR(evidence.at(0, 1, 1).uncovered, 0.8, 1e-6);
  EXPECT_NEAR(evidence.at(0, 1, 1).neighbour, 0.4, 1e-6);  // its neighbours cover 0.6
  EXPECT_NEAR(evidence.at(0, 0, 2).likelihood, std::log(2.5), 2e-5);
  EXPECT_NEAR(evidence.at(0, 0, 2).uncovered, 0.4, 1e-6);
}

TEST(Evidence, CountsAWordOfWhichNothingIsKnownLittle) {
  SideTokens source, target;
  source.source.close(), source.length = {5.0F}, source.sentences.begin = {0};
  target.tokens.resize(2);
  target.tokens[0] = {"known", 0, 0.01F, 0.5F, true, false};
  target.tokens[1] = {"unknown", kUnknownToken, 0.01F, 1.0F, true, false};
  target.target.items = {0, 1};
  target.target.close(), target.length = {10.0F};
  Parameters parameters;
  parameters.mix = 0.2F, parameters.unknown_word = 0.25F;
  const Evidence evidence(source, target, {{0, 0, 0}, {}, {}}, {whole({0, 1}, 1)}, parameters);
  EXPECT_FLOAT_EQ(evidence.content(0), 0.5F + 0.25F);
  EXPECT_FLOAT_EQ(evidence.at(0, 0, 1).uncovered, 0.5F + 0.25F);
  EXPECT_NEAR(evidence.at(0, 0, 1).likelihood, std::log(0.8), 2e-5);  // of the known word alone
}

TEST(Evidence, TakesEmptySides) {
  const SideTokens none;
  Random random(22);
  const SideTokens some = testing::random_side(random, 3, 4);
  const Parameters parameters;
  const Evidence nothing(none, none, {{0}, {}, {}}, {}, parameters);
  const Translations unknown = {std::vector<std::uint32_t>(5, 0), {}, {}};
  const Evidence of_some(none, some, unknown, {{0, 0}, {0, 0}, {0, 0}}, parameters);
  EXPECT_EQ(of_some.at(2, 0, 1).likelihood, 0.0F);
  const Evidence given_some(some, none, {{0}, {}, {}}, {}, parameters);
}

}  // namespace
}  // namespace muwazi
