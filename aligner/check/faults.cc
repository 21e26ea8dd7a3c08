#include "check/faults.h"

#include <numeric>

namespace muwazi::check {

std::vector<double> fault_probabilities(const std::vector<double>& odds, double learnt,
                                        const UsualShare& usual) {
  constexpr int kRounds = 5;
  std::vector<double> out(odds.size());
  double share = usual.share;
  for (int round = 0; round < kRounds; ++round) {
    const double prior = share / (1.0 - share) * (1.0 - learnt) / learnt;
    for (std::size_t k = 0; k < odds.size(); ++k)
      out[k] = odds[k] * prior / (1.0 + odds[k] * prior);
    share = std::accumulate(out.begin(), out.end(), usual.share * usual.weight) /
            (usual.weight + static_cast<double>(odds.size()));
  }
  return out;
}

}  // namespace muwazi::check
