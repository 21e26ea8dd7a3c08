#include "score/likelihood_climb.h"

#include <fmt/format.h>
#include <lbfgs.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace muwazi {
namespace {

constexpr int kSteps = 20;           // of L-BFGS between two estimates of the rates
constexpr double kLeastScale = 0.1;  // a weight that begins near 0 may become so large as easily
constexpr double kFlat = 1e-4;       // length of the gradient, relative to the weights', at a top
constexpr int kPast = 3;             // steps that together gain less than
constexpr double kLittle = 1e-5;     // this share are the last ones

/// What liblbfgs minimises: the mean of -log p(gold), and the prior.
class Climb {
 public:
  Climb(std::span<TuningCase> cases, const Parameters& start, const TuneOptions& options,
        const ParallelFor& parallel_for)
      : cases_(cases), start_(start), now_(start), options_(options), parallel_for_(parallel_for) {
    double beads = 0.0;
    for (const TuningCase& one : cases_) beads += static_cast<double>(one.gold.size());
    prior_ = options_.prior / std::max(beads, 1.0);
  }

  struct Objective {
    double before, after;
  };
  Objective round() {
    parallel_for_(cases_.size(), [&](std::size_t k) { cases_[k].aligner.settle_rates(now_); });
    std::array<double, kFeatureCount> x{}, gradient{};
    std::copy(now_.weights.begin(), now_.weights.end(), x.begin());
    const double before = evaluate(x.data(), gradient.data());
    lbfgs_parameter_t how{};
    lbfgs_parameter_init(&how);
    how.max_iterations = kSteps;
    how.epsilon = kFlat;
    how.past = kPast;
    how.delta = kLittle;
    const auto call = [](void* self, const lbfgsfloatval_t* at, lbfgsfloatval_t* slope, int,
                         lbfgsfloatval_t) {
      return static_cast<Climb*>(self)->evaluate(at, slope);
    };
    double after = before;
    // A code other than success says that it got no further: what it reached until then counts.
    lbfgs(kFeatureCount, x.data(), &after, call, nullptr, this, &how);
    now_ = at(x.data());
    return {before, after};
  }

  [[nodiscard]] const Parameters& now() const { return now_; }

 private:
  [[nodiscard]] Parameters at(const double* x) const {
    Parameters p = now_;
    for (std::size_t k = 0; k < kFeatureCount; ++k) p.weights[k] = static_cast<float>(x[k]);
    return p;
  }

  double evaluate(const double* x, double* slope) {
    const Parameters tried = at(x);
    std::vector<GoldLikelihood> found(cases_.size());
    parallel_for_(cases_.size(), [&](std::size_t k) {
      found[k] =
          cases_[k].aligner.likelihood(cases_[k].gold, tried, static_cast<float>(options_.doubt));
    });
    double loss = 0.0;
    for (std::size_t j = 0; j < kFeatureCount; ++j) {
      const auto begin = static_cast<double>(start_.weights[j]);
      const double scale = std::max(std::abs(begin), kLeastScale);
      const double change = (x[j] - begin) / scale;
      loss += prior_ * change * change;
      slope[j] = 2.0 * prior_ * change / scale;
    }
    for (std::size_t k = 0; k < found.size(); ++k) {
      loss -= cases_[k].weight * found[k].nats;
      for (std::size_t j = 0; j < kFeatureCount; ++j)
        slope[j] -= cases_[k].weight * found[k].by_weight[j];
    }
    return loss;
  }

  std::span<TuningCase> cases_;
  Parameters start_, now_;
  const TuneOptions& options_;
  const ParallelFor& parallel_for_;
  double prior_ = 0.0;
};

}  // namespace

Parameters climb_likelihood(std::span<TuningCase> cases, const Parameters& start,
                            const TuneOptions& options, const ParallelFor& parallel_for,
                            const std::function<void(std::string_view)>& say) {
  Climb climb(cases, start, options, parallel_for);
  for (int round = 1; round <= options.climbs; ++round) {
    const auto [before, after] = climb.round();
    say(fmt::format("climb {}: {:.5f} -> {:.5f} nats a bead", round, -before, -after));
  }
  return climb.now();
}

}  // namespace muwazi
