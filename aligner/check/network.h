// What scores the candidates of a rule: linear · f + out · tanh(hidden f + shift) + bias, learnt with faults that were
// planted into texts that nothing is judged with (scripts/train-checks).
#pragma once
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>

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

}  // namespace muwazi::check
