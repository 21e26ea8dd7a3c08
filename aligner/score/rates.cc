#include "score/rates.h"

#include <algorithm>

namespace muwazi {

Rates Rates::prior(const Parameters& parameters, float length_ratio) {
  return estimate(parameters, RateCounts{}, length_ratio);
}

Rates estimate(const Parameters& p, const RateCounts& counts, float length_ratio) {
  const double prior_sum =
      static_cast<double>(p.mass_one_one + p.mass_one_many + p.mass_many_one + p.mass_many_many +
                          p.mass_arabic_null + p.mass_english_null);
  const double total = counts.one_one + counts.one_many + counts.many_one + counts.many_many +
                       counts.arabic_null + counts.english_null +
                       static_cast<double>(p.mass_weight);
  const auto mass = [&](double count, float prior) {
    return static_cast<float>((count + static_cast<double>(p.mass_weight * prior) / prior_sum) /
                              total);
  };
  const auto mean = [](double sum, double weight, float prior, float prior_weight) {
    return static_cast<float>((sum + static_cast<double>(prior * prior_weight)) /
                              (weight + static_cast<double>(prior_weight)));
  };
  Rates rates;
  rates.masses = {
      mass(counts.one_one, p.mass_one_one),         mass(counts.one_many, p.mass_one_many),
      mass(counts.many_one, p.mass_many_one),       mass(counts.many_many, p.mass_many_many),
      mass(counts.arabic_null, p.mass_arabic_null), mass(counts.english_null, p.mass_english_null)};
  rates.tail = std::clamp(
      mean(counts.beads_beyond, counts.beads_beyond + counts.beads_tailed, p.tail, p.tail_weight),
      0.005F, 0.9F);
  rates.null_stay = std::clamp(mean(counts.null_runs, counts.arabic_null + counts.english_null,
                                    p.null_stay, p.null_stay_weight),
                               0.01F, 0.99F);
  rates.uncovered_english =
      mean(counts.uncovered_english, counts.content_english, p.uncovered_rate, p.uncovered_weight);
  rates.uncovered_arabic =
      mean(counts.uncovered_arabic, counts.content_arabic, p.uncovered_rate, p.uncovered_weight);
  rates.ending_mismatch =
      mean(counts.ending_mismatch, counts.beads, p.ending_rate, p.ending_weight);
  rates.open_mismatch = mean(counts.open_mismatch, counts.beads, p.open_rate, p.ending_weight);
  rates.open_end =
      mean(counts.open_ends, 2.0 * counts.beads, p.open_end_rate, 2.0F * p.ending_weight);
  rates.length_ratio = length_ratio;
  rates.length_mean =
      std::max(mean(counts.length, counts.beads, p.length_mean, p.length_weight), 0.2F);
  rates.evidence = counts.sentences > 0.0
                       ? mean(counts.evidence, counts.sentences, p.evidence_start, 2.0F)
                       : p.evidence_start;
  return rates;
}

}  // namespace muwazi
