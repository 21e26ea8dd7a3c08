#include "score/scorer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace muwazi {
namespace {

constexpr float kNegligible = 1e-5F;  // posteriors below it count nothing
constexpr std::uint32_t kReach = 9;   // the longest side of a bead

/// For every English sentence the Arabic ones that a bead of the band may pair it with.
std::vector<Window> windows_of_english(const Band& band) {
  std::vector<Window> windows(band.english(), Window{band.arabic(), 0});
  for (std::uint32_t row = 0; row <= band.arabic(); ++row) {
    const Columns columns = band.columns(row);
    const std::uint32_t first = columns.begin > kReach ? columns.begin - kReach : 0;
    const std::uint32_t last = std::min(columns.end + kReach, band.english());
    for (std::uint32_t e = first; e < last; ++e) {
      windows[e].begin = std::min(windows[e].begin, row > kReach ? row - kReach : 0);
      windows[e].end = std::max(windows[e].end, std::min(row + 1, band.arabic()));
    }
  }
  return windows;
}

std::vector<Window> windows_of_arabic(const Band& band) {
  std::vector<Window> windows;
  for (std::uint32_t a = 0; a < band.arabic(); ++a) {
    const Columns first = band.columns(a > kReach ? a - kReach : 0);
    const Columns last = band.columns(std::min(a + kReach, band.arabic()));
    windows.push_back({first.begin, std::min(last.end, band.english())});
  }
  return windows;
}

/// Squared difference of lengths in units of their mean: a chi-square-like measure (after Gale & Church 1993).
float length_difference(float arabic, float english, float ratio) {
  const float expected = ratio * arabic;
  return (english - expected) * (english - expected) / ((english + expected) / 2.0F + 1.0F);
}

}  // namespace

float length_ratio(const SideTokens& arabic, const SideTokens& english) {
  double of_arabic = 1.0, of_english = 1.0;
  for (const float length : arabic.length) of_arabic += static_cast<double>(length);
  for (const float length : english.length) of_english += static_cast<double>(length);
  return std::clamp(static_cast<float>(of_english / of_arabic), 0.9F, 1.6F);
}

Scorer::Scorer(const Parameters& parameters, const SideTokens& arabic, const SideTokens& english,
               const TranslationPair& translations, const Band& band)
    : parameters_(parameters),
      arabic_(arabic),
      english_(english),
      of_english_(arabic, english, translations.english, windows_of_english(band), parameters),
      of_arabic_(english, arabic, translations.arabic, windows_of_arabic(band), parameters) {}

/// Nulls come in runs: a two-state chain, in which a document's own rate of staying replaces the usual one. The cost
/// of leaving a run is paid with its first null, so that a path's score needs no further term.
float Scorer::leave_gain(const Rates& rates) const {
  return std::log((1.0F - rates.null_stay) / (1.0F - parameters_.null_stay));
}

float Scorer::null_run(const Rates& rates) const {
  return parameters_.null_run + std::log(rates.null_stay / parameters_.null_stay) -
         leave_gain(rates);
}

float Scorer::null_score(const Rates& rates, bool arabic) const {
  const float mass = arabic ? rates.masses.arabic_null : rates.masses.english_null;
  return parameters_.null_score + parameters_.null_evidence * rates.evidence + std::log(mass) +
         leave_gain(rates);
}

float Scorer::prior(const Rates& rates, BeadShape shape) const {
  const int m = shape.arabic, n = shape.english;
  if (m == 1 && n == 1) return std::log(rates.masses.one_one);
  const float mass = m == 1   ? rates.masses.one_many
                     : n == 1 ? rates.masses.many_one
                              : rates.masses.many_many;
  const int beyond = m == 1 ? n - 2 : n == 1 ? m - 2 : m + n - 4;
  return std::log(mass * (1.0F - rates.tail)) + static_cast<float>(beyond) * std::log(rates.tail);
}

FeatureVector Scorer::features(const Bead& bead, const BeadEvidence& evidence,
                               const Rates& rates) const {
  FeatureVector f{};
  const auto at = [&](Feature feature) -> float& { return f[static_cast<std::size_t>(feature)]; };
  at(Feature::likelihood_english) = evidence.likelihood_english;
  at(Feature::likelihood_arabic) = evidence.likelihood_arabic;
  at(Feature::likelihood_root) =
      std::sqrt(std::max(0.0F, evidence.likelihood_english + evidence.likelihood_arabic));
  at(Feature::uncovered_english) =
      evidence.uncovered_english - rates.uncovered_english * evidence.content_english;
  at(Feature::uncovered_arabic) =
      evidence.uncovered_arabic - rates.uncovered_arabic * evidence.content_arabic;
  at(Feature::neighbour_english) = evidence.neighbour_english;
  at(Feature::neighbour_arabic) = evidence.neighbour_arabic;
  at(Feature::straddle_english) = evidence.straddle_english;
  at(Feature::straddle_arabic) = evidence.straddle_arabic;
  const float difference =
      length_difference(evidence.length_arabic, evidence.length_english, rates.length_ratio) *
      5.0F / rates.length_mean;
  at(Feature::length) = std::min(difference, 20.0F);
  at(Feature::length_far) = std::min(difference, 187.0F);
  const auto any = [](const std::vector<std::uint8_t>& flags, SentenceSpan span) {
    return std::any_of(flags.begin() + span.begin, flags.begin() + span.end,
                       [](std::uint8_t x) { return x != 0; });
  };
  at(Feature::heading_mismatch) =
      any(arabic_.heading, bead.arabic) != any(english_.heading, bead.english) ? 1.0F : 0.0F;
  at(Feature::question_mismatch) =
      any(arabic_.question, bead.arabic) != any(english_.question, bead.english) ? 1.0F : 0.0F;
  at(Feature::ending_mismatch) =
      arabic_.mark[bead.arabic.end - 1] != english_.mark[bead.english.end - 1] ? 1.0F : 0.0F;
  const auto inside = [](const SideTokens& side, SentenceSpan span) {
    return static_cast<float>(side.paragraph[span.end - 1] - side.paragraph[span.begin]);
  };
  at(Feature::paragraph_inside) =
      std::min(inside(arabic_, bead.arabic) + inside(english_, bead.english), 4.0F);
  const auto edge = [](const SideTokens& side, std::uint32_t end) {
    return end == side.size() || side.paragraph[end] != side.paragraph[end - 1];
  };
  at(Feature::paragraph_edge) =
      edge(arabic_, bead.arabic.end) != edge(english_, bead.english.end) ? 1.0F : 0.0F;
  return f;
}

float Scorer::score(const FeatureVector& features) const {
  float sum = 0.0F;
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum += parameters_.weights[k] * features[k];
  return sum;
}

template <class F>
void Scorer::for_each_bead(const Band& band, F f) const {
  const auto straddle = [&](float uncovered, float content) {
    return std::max(0.0F, uncovered - parameters_.straddle_share * content);
  };
  static constexpr BeadEvidence kZero;
  std::array<std::array<BeadEvidence, kReach + 1>, kReach + 1> grid;
  for (std::uint32_t a = 0; a < band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < std::min(columns.end, band.english()); ++e) {
      for (std::size_t s = 2; s < kShapeCount; ++s) {
        const std::uint32_t m = kShapes[s].arabic, n = kShapes[s].english;
        if (a + m > band.arabic() || e + n > band.english()) continue;
        const std::size_t end = band.cell(a + m, e + n);
        // Summed along the shapes even where a shape itself ends outside the band: longer ones may not.
        BeadEvidence& now = grid[m][n];
        const auto& of_english = of_english_.at(e + n - 1, a, m);
        const auto& of_arabic = of_arabic_.at(a + m - 1, e, n);
        const BeadEvidence& left = n > 1 ? grid[m][n - 1] : kZero;
        const BeadEvidence& above = m > 1 ? grid[m - 1][n] : kZero;
        now.likelihood_english = left.likelihood_english + of_english.likelihood;
        now.uncovered_english = left.uncovered_english + of_english.uncovered;
        now.neighbour_english = left.neighbour_english + of_english.neighbour;
        now.content_english = left.content_english + of_english_.content(e + n - 1);
        now.straddle_english = std::max(
            left.straddle_english, straddle(of_english.uncovered, of_english_.content(e + n - 1)));
        now.length_english = left.length_english + english_.length[e + n - 1];
        now.likelihood_arabic = above.likelihood_arabic + of_arabic.likelihood;
        now.uncovered_arabic = above.uncovered_arabic + of_arabic.uncovered;
        now.neighbour_arabic = above.neighbour_arabic + of_arabic.neighbour;
        now.content_arabic = above.content_arabic + of_arabic_.content(a + m - 1);
        now.straddle_arabic = std::max(
            above.straddle_arabic, straddle(of_arabic.uncovered, of_arabic_.content(a + m - 1)));
        now.length_arabic = above.length_arabic + arabic_.length[a + m - 1];
        if (end == Band::kOutside) continue;
        BeadEvidence evidence = now;
        if (n == 1) evidence.straddle_english = 0.0F;
        if (m == 1) evidence.straddle_arabic = 0.0F;
        f(end, s, Bead{{a, a + m}, {e, e + n}, 0.0F}, evidence);
      }
    }
  }
}

void Scorer::fill(const Rates& rates, Lattice& lattice) const {
  const Band& band = lattice.band;
  lattice.null_run = null_run(rates);
  std::array<float, kShapeCount> priors{};
  for (std::size_t s = 2; s < kShapeCount; ++s) priors[s] = prior(rates, kShapes[s]);
  for_each_bead(
      band, [&](std::size_t end, std::size_t s, const Bead& bead, const BeadEvidence& evidence) {
        lattice.scores[end * kShapeCount + s] = score(features(bead, evidence, rates)) + priors[s];
      });
  const float arabic_null = null_score(rates, true), english_null = null_score(rates, false);
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      float* scores = lattice.scores.data() + band.cell(a, e) * kShapeCount;
      if (a > 0 && band.cell(a - 1, e) != Band::kOutside) scores[kArabicNull] = arabic_null;
      if (e > columns.begin) scores[kEnglishNull] = english_null;
    }
  }
}

void Scorer::add(const Bead& bead, double p, const Rates& rates, RateCounts& counts) const {
  const auto m = bead.arabic.size(), n = bead.english.size();
  const BeadEvidence of_bead = evidence(bead);
  (m == 1 && n == 1 ? counts.one_one
   : m == 1         ? counts.one_many
   : n == 1         ? counts.many_one
                    : counts.many_many) += p;
  if (m > 1 || n > 1) {
    counts.beads_tailed += p;
    counts.beads_beyond += p * (m == 1 ? n - 2 : n == 1 ? m - 2 : m + n - 4);
  }
  counts.uncovered_english += p * static_cast<double>(of_bead.uncovered_english);
  counts.content_english += p * static_cast<double>(of_bead.content_english);
  counts.uncovered_arabic += p * static_cast<double>(of_bead.uncovered_arabic);
  counts.content_arabic += p * static_cast<double>(of_bead.content_arabic);
  counts.length += p * static_cast<double>(length_difference(
                           of_bead.length_arabic, of_bead.length_english, rates.length_ratio));
  counts.beads += p;
  counts.evidence += p * static_cast<double>(score(features(bead, of_bead, rates)));
  counts.sentences += p * (m + n);
}

RateCounts Scorer::count(const Rates& rates, const Posteriors& posteriors, const Band& band) const {
  RateCounts counts;
  counts.null_runs = posteriors.null_runs;
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      const float* at = posteriors.beads.data() + band.cell(a, e) * kShapeCount;
      counts.arabic_null += static_cast<double>(at[kArabicNull]);
      counts.english_null += static_cast<double>(at[kEnglishNull]);
      for (std::size_t s = 2; s < kShapeCount; ++s) {
        if (!(at[s] >= kNegligible)) continue;
        const Bead bead{{a - kShapes[s].arabic, a}, {e - kShapes[s].english, e}, at[s]};
        add(bead, static_cast<double>(at[s]), rates, counts);
      }
    }
  }
  return counts;
}

BeadEvidence Scorer::evidence(const Bead& bead) const {
  BeadEvidence evidence;
  for (std::uint32_t e = bead.english.begin; e < bead.english.end; ++e) {
    const auto& entry = of_english_.at(e, bead.arabic.begin, bead.arabic.size());
    const float content = of_english_.content(e);
    evidence.likelihood_english += entry.likelihood;
    evidence.uncovered_english += entry.uncovered;
    evidence.neighbour_english += entry.neighbour;
    evidence.content_english += content;
    evidence.length_english += english_.length[e];
    if (bead.english.size() > 1) {
      evidence.straddle_english = std::max(evidence.straddle_english,
                                           entry.uncovered - parameters_.straddle_share * content);
    }
  }
  for (std::uint32_t a = bead.arabic.begin; a < bead.arabic.end; ++a) {
    const auto& entry = of_arabic_.at(a, bead.english.begin, bead.english.size());
    const float content = of_arabic_.content(a);
    evidence.likelihood_arabic += entry.likelihood;
    evidence.uncovered_arabic += entry.uncovered;
    evidence.neighbour_arabic += entry.neighbour;
    evidence.content_arabic += content;
    evidence.length_arabic += arabic_.length[a];
    if (bead.arabic.size() > 1) {
      evidence.straddle_arabic = std::max(evidence.straddle_arabic,
                                          entry.uncovered - parameters_.straddle_share * content);
    }
  }
  return evidence;
}

FeatureVector Scorer::features(const Bead& bead, const Rates& rates) const {
  return features(bead, evidence(bead), rates);
}

}  // namespace muwazi
