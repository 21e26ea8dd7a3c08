// The model of model1.h once more, as the papers have it: maps from pairs of tokens, no tables, doubles throughout.
#pragma once
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

namespace muwazi::slow {

/// Each Arabic token is a word of its own unless `arabic_words` says of which word it is.
struct Pair {
  std::vector<unsigned> arabic, english;
  std::vector<bool> arabic_target;
  double weight = 1.0;
  std::vector<unsigned> arabic_words = {};
};

using Probabilities = std::map<std::pair<unsigned, unsigned>, double>;  // (source, target)

/// t(target | source); the null token is source kNull.
inline constexpr unsigned kNull = 0xFFFFFFFF;

struct Token {
  unsigned number;
  double place;
};
using Tokens = std::vector<Token>;

/// Places are in the middle of words: of the first of four words, 1/8.
inline Tokens tokens(const std::vector<unsigned>& numbers, const std::vector<unsigned>& words) {
  Tokens out;
  const double count = words.empty() ? static_cast<double>(numbers.size()) : words.back() + 1.0;
  for (unsigned k = 0; k < numbers.size(); ++k) {
    const double word = words.empty() ? k : words[k];
    out.push_back({numbers[k], (word + 0.5) / count});
  }
  return out;
}

inline Probabilities expectation_maximisation(const std::vector<std::pair<Tokens, Tokens>>& pairs,
                                              const std::vector<double>& weights, int iterations,
                                              double discount, bool positions) {
  Probabilities t;  // 1 where a pair is missing, before the first iteration
  double tension = 0.0;
  for (int iteration = 0; iteration < iterations; ++iteration) {
    const auto probability = [&](unsigned source, unsigned target) {
      return iteration == 0 ? 1.0 : t[{source, target}];
    };
    Probabilities counts;
    std::map<unsigned, double> sums;
    double slope = 0.0, curvature = 0.0;  // of the likelihood, in the tension
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      const Tokens& sources = pairs[p].first;
      for (const auto& [target, place] : pairs[p].second) {
        std::vector<double> distance, prior;
        double prior_sum = 0.0;
        for (const Token& source : sources) {
          distance.push_back(std::abs(source.place - place));
          prior.push_back(std::exp(-tension * distance.back()));
          prior_sum += prior.back();
        }
        double total = probability(kNull, target), mean = 0.0, square = 0.0;
        for (std::size_t i = 0; i < sources.size(); ++i) {
          prior[i] /= prior_sum;
          total += static_cast<double>(sources.size()) * prior[i] *
                   probability(sources[i].number, target);
          mean += prior[i] * distance[i];
          square += prior[i] * distance[i] * distance[i];
        }
        const auto count = [&](unsigned source, double share) {
          counts[{source, target}] += weights[p] * share;
          sums[source] += weights[p] * share;
        };
        count(kNull, probability(kNull, target) / total);
        for (std::size_t i = 0; i < sources.size(); ++i) {
          const double share = static_cast<double>(sources.size()) * prior[i] *
                               probability(sources[i].number, target) / total;
          count(sources[i].number, share);
          slope += weights[p] * share * (mean - distance[i]);
          curvature += weights[p] * share * (square - mean * mean);
        }
      }
    }
    t.clear();
    for (const auto& [key, count] : counts) {
      // Null is seen in every sentence: its counts are never few, and nothing is taken off.
      t[key] = count / (sums[key.first] + (key.first == kNull ? 0.0 : discount));
    }
    if (positions && curvature > 0.0) tension = std::clamp(tension + slope / curvature, 0.0, 14.0);
  }
  return t;
}

/// (t(english | arabic), keyed (arabic, english); t(arabic | english), keyed (english, arabic)).
inline std::pair<Probabilities, Probabilities> model1(const std::vector<Pair>& corpus,
                                                      int iterations, double discount,
                                                      bool positions = false) {
  std::vector<std::pair<Tokens, Tokens>> forth, back;
  std::vector<double> weights;
  for (const Pair& pair : corpus) {
    const Tokens arabic = tokens(pair.arabic, pair.arabic_words),
                 english = tokens(pair.english, {});
    Tokens targets;
    for (std::size_t k = 0; k < arabic.size(); ++k) {
      if (pair.arabic_target.empty() || pair.arabic_target[k]) targets.push_back(arabic[k]);
    }
    forth.emplace_back(arabic, english);
    back.emplace_back(english, targets);
    weights.push_back(pair.weight);
  }
  return {expectation_maximisation(forth, weights, iterations, discount, positions),
          expectation_maximisation(back, weights, iterations, discount, positions)};
}

}  // namespace muwazi::slow
