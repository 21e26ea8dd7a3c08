// What scores the candidates of a rule: linear · f + out · tanh(hidden f + shift) + bias, learnt with faults that were
// planted into texts that nothing is judged with (scripts/train-checks).
#pragma once
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

namespace muwazi::check {

template <std::size_t kFeatures, std::size_t kHidden>
struct Network {
  using Row = std::array<double, kFeatures>;
  std::array<Row, kHidden> hidden;
  std::array<double, kHidden> shift, out;
  Row linear;
  double bias;
  double share;  ///< of the groups that it was learnt from, those with a fault

  /// Log odds of a candidate against none, where all candidates of a group are as likely beforehand.
  [[nodiscard]] double score(const Row& features) const {
    const auto times = [&](const Row& row) {
      return std::inner_product(row.begin(), row.end(), features.begin(), 0.0);
    };
    double sum = bias + times(linear);
    for (std::size_t k = 0; k < kHidden; ++k)
      sum += out[k] * std::tanh(times(hidden[k]) + shift[k]);
    return sum;
  }
};

/// Of a group its likeliest candidate, the first of equal ones, and the odds that one of them is a fault.
template <class Candidate>
struct Likeliest {
  const Candidate* candidate = nullptr;  ///< null where there are none
  double odds = 0.0;
};

template <class Scores, class Candidate>
[[nodiscard]] Likeliest<Candidate> likeliest(const Scores& network,
                                             const std::vector<Candidate>& group) {
  Likeliest<Candidate> out;
  double best = -std::numeric_limits<double>::infinity();
  for (const Candidate& candidate : group) {
    const double score = network.score(candidate.features);
    out.odds += std::exp(score) / static_cast<double>(group.size());
    if (out.candidate != nullptr && score <= best) continue;
    out.candidate = &candidate;
    best = score;
  }
  return out;
}

}  // namespace muwazi::check
