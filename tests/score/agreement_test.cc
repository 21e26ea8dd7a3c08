#include "score/agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

#include "align/brute_force.h"
#include "score/random_side.h"
#include "score/translations.h"

namespace muwazi {
namespace {

using testing::Random;

constexpr float kFullCover = 0.3F;

/// The idf mass of a target sentence's words, each once, that a source sentence explains.
float explained(const SideTokens& source, std::uint32_t s, const SideTokens& target,
                std::uint32_t t, const Translations& translations) {
  float mass = 0.0F;
  const std::set<std::uint32_t> words(target.target[t].begin(), target.target[t].end());
  for (const std::uint32_t word : words) {
    float greatest = 0.0F;
    for (auto k = translations.begin[word]; k < translations.begin[word + 1]; ++k) {
      const auto in_source = source.source[s];
      if (std::find(in_source.begin(), in_source.end(), translations.source[k]) != in_source.end())
        greatest = std::max(greatest, translations.t[k]);
    }
    mass += target.tokens[word].idf * std::min(greatest / kFullCover, 1.0F);
  }
  return mass;
}

/// By sums over all words, row by row and column by column.
std::vector<float> slow_agreement(const SideTokens& arabic, const SideTokens& english,
                                  const TranslationPair& translations, const Band& band) {
  std::vector<float> out(band.cells(), 0.0F);
  const auto add_less_mean = [&](const std::vector<std::size_t>& cells,
                                 const std::vector<float>& masses) {
    float sum = 0.0F;
    for (const float mass : masses) sum += mass;
    for (std::size_t k = 0; k < cells.size(); ++k)
      out[cells[k]] += masses[k] - sum / static_cast<float>(masses.size());
  };
  for (std::uint32_t a = 1; a <= band.arabic(); ++a) {
    std::vector<std::size_t> cells;
    std::vector<float> masses;
    for (std::uint32_t e = 1; e <= band.english(); ++e) {
      if (band.cell(a, e) == Band::kOutside) continue;
      cells.push_back(band.cell(a, e));
      masses.push_back(explained(english, e - 1, arabic, a - 1, translations.arabic));
    }
    add_less_mean(cells, masses);
  }
  for (std::uint32_t e = 1; e <= band.english(); ++e) {
    std::vector<std::size_t> cells;
    std::vector<float> masses;
    for (std::uint32_t a = 1; a <= band.arabic(); ++a) {
      if (band.cell(a, e) == Band::kOutside) continue;
      cells.push_back(band.cell(a, e));
      masses.push_back(explained(arabic, a - 1, english, e - 1, translations.english));
    }
    add_less_mean(cells, masses);
  }
  for (float& x : out) x = std::max(x, 0.0F);
  return out;
}

TEST(Agreement, IsThatOfSumsOverAllWordsInOneBandAfterAnother) {
  Random random(3);
  std::mt19937 chains(4);
  for (int round = 0; round < 60; ++round) {
    const SideTokens arabic = testing::random_side(random, 1 + random.below(40), 25),
                     english = testing::random_side(random, 1 + random.below(40), 25);
    TranslationPair translations{testing::random_translations(random, arabic, english, 0.1F),
                                 testing::random_translations(random, english, arabic, 0.1F)};
    Agreement agreement(arabic, english, translations, kFullCover);
    for (int band_number = 0; band_number < 4; ++band_number) {
      const Band band =
          Band::around(brute_force::random_chain(arabic.size(), english.size(), chains),
                       arabic.size(), english.size(), random.below(6));
      const std::vector<float> found = agreement.in(band),
                               expected = slow_agreement(arabic, english, translations, band);
      ASSERT_EQ(found.size(), expected.size());
      for (std::size_t k = 0; k < found.size(); ++k) EXPECT_NEAR(found[k], expected[k], 1e-4F);
      // What was worked out before holds only for words that get no other translation.
      merge(translations.english, {{random.below(25), random.below(25), 0.9F}});
      merge(translations.arabic, {{random.below(25), random.below(25), 0.9F}});
    }
  }
}

}  // namespace
}  // namespace muwazi
