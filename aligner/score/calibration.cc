#include "score/calibration.h"

#include <algorithm>
#include <cmath>

namespace muwazi {
namespace {

constexpr double kSurest = 1e-6;      // posteriors are taken to be this far from 0 and 1
constexpr double kPriorWeight = 2.0;  // of each of the two numbers of a curve, in beads
constexpr int kIterations = 50;

double log_odds(float posterior) {
  const double p = std::clamp(static_cast<double>(posterior), kSurest, 1.0 - kSurest);
  return std::log(p / (1.0 - p));
}

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

template <class P>
auto& curve_of(const Bead& bead, P& parameters) {
  if (bead.null()) return parameters.confidence_null;
  return bead.arabic.size() == 1 && bead.english.size() == 1 ? parameters.confidence_one_one
                                                             : parameters.confidence_other;
}

/// Newton's method on the log-likelihood, which has one maximum.
ConfidenceCurve fit(const std::vector<const Chosen*>& beads) {
  double scale = 1.0, offset = 0.0;
  for (int k = 0; k < kIterations; ++k) {
    double by_scale = -kPriorWeight * (scale - 1.0), by_offset = -kPriorWeight * offset;
    double scale_scale = kPriorWeight, scale_offset = 0.0, offset_offset = kPriorWeight;
    for (const Chosen* chosen : beads) {
      const double x = log_odds(chosen->bead.posterior);
      const double p = logistic(scale * x + offset);
      const double error = (chosen->right ? 1.0 : 0.0) - p, spread = p * (1.0 - p);
      by_scale += error * x, by_offset += error;
      scale_scale += spread * x * x, scale_offset += spread * x, offset_offset += spread;
    }
    const double determinant = scale_scale * offset_offset - scale_offset * scale_offset;
    scale += (offset_offset * by_scale - scale_offset * by_offset) / determinant;
    offset += (scale_scale * by_offset - scale_offset * by_scale) / determinant;
  }
  return {static_cast<float>(scale), static_cast<float>(offset)};
}

}  // namespace

float calibrated(const Bead& bead, const Parameters& parameters) {
  const ConfidenceCurve& curve = curve_of(bead, parameters);
  const double odds = static_cast<double>(curve.scale) * log_odds(bead.posterior);
  return static_cast<float>(logistic(odds + static_cast<double>(curve.offset)));
}

void fit_calibration(const std::vector<Chosen>& beads, Parameters& parameters) {
  for (ConfidenceCurve* curve : {&parameters.confidence_one_one, &parameters.confidence_other,
                                 &parameters.confidence_null}) {
    std::vector<const Chosen*> of_curve;
    for (const Chosen& chosen : beads) {
      if (&curve_of(chosen.bead, parameters) == curve) of_curve.push_back(&chosen);
    }
    *curve = fit(of_curve);
  }
}

}  // namespace muwazi
