// IBM Model 1 once more, as the paper has it: maps from pairs of tokens, no tables, doubles throughout.
#pragma once
#include <map>
#include <utility>
#include <vector>

namespace muwazi::slow {

struct Pair {
  std::vector<unsigned> arabic, english;
  std::vector<bool> arabic_target;
  double weight = 1.0;
};

using Probabilities = std::map<std::pair<unsigned, unsigned>, double>;  // (source, target)

/// t(target | source); the null token is source kNull. `targets(pair)` and `sources(pair)` give the sides.
inline constexpr unsigned kNull = 0xFFFFFFFF;

inline Probabilities expectation_maximisation(
    const std::vector<std::pair<std::vector<unsigned>, std::vector<unsigned>>>& pairs,
    const std::vector<double>& weights, int iterations, double discount) {
  Probabilities t;  // 1 where a pair is missing, before the first iteration
  for (int iteration = 0; iteration < iterations; ++iteration) {
    Probabilities counts;
    std::map<unsigned, double> sums;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      auto sources = pairs[p].first;
      sources.push_back(kNull);
      for (const unsigned target : pairs[p].second) {
        double total = 0.0;
        for (const unsigned source : sources) total += iteration == 0 ? 1.0 : t[{source, target}];
        for (const unsigned source : sources) {
          const double share = weights[p] * (iteration == 0 ? 1.0 : t[{source, target}]) / total;
          counts[{source, target}] += share;
          sums[source] += share;
        }
      }
    }
    t.clear();
    for (const auto& [key, count] : counts) {
      // Null is seen in every sentence: its counts are never few, and nothing is taken off.
      t[key] = count / (sums[key.first] + (key.first == kNull ? 0.0 : discount));
    }
  }
  return t;
}

/// (t(english | arabic), keyed (arabic, english); t(arabic | english), keyed (english, arabic)).
inline std::pair<Probabilities, Probabilities> model1(const std::vector<Pair>& corpus,
                                                      int iterations, double discount) {
  std::vector<std::pair<std::vector<unsigned>, std::vector<unsigned>>> forth, back;
  std::vector<double> weights;
  for (const Pair& pair : corpus) {
    std::vector<unsigned> targets;
    for (std::size_t k = 0; k < pair.arabic.size(); ++k) {
      if (pair.arabic_target.empty() || pair.arabic_target[k]) targets.push_back(pair.arabic[k]);
    }
    forth.emplace_back(pair.arabic, pair.english);
    back.emplace_back(pair.english, targets);
    weights.push_back(pair.weight);
  }
  return {expectation_maximisation(forth, weights, iterations, discount),
          expectation_maximisation(back, weights, iterations, discount)};
}

}  // namespace muwazi::slow
