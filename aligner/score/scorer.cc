#include "score/scorer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "align/cells.h"

namespace muwazi {
namespace {

constexpr float kNegligible = 1e-5F;  // posteriors below it count nothing

constexpr PerMismatch<Feature> kMismatchFeatures = {
    Feature::ending_mismatch, Feature::open_mismatch, Feature::quotation_mismatch,
    Feature::quoted_mismatch, Feature::item_mismatch};

/// Squared difference of lengths in units of their mean: a chi-square-like measure (after Gale & Church 1993).
float length_difference(float arabic, float english, float ratio) {
  const float expected = ratio * arabic;
  return (english - expected) * (english - expected) / ((english + expected) / 2.0F + 1.0F);
}

/// log odds against what happens at a rate; 0 where it is no exception.
float odds_against(float rate) { return std::max(0.0F, std::log((1.0F - rate) / rate)); }

bool holds(const Band& band, const Bead& bead) {
  return band.cell(bead.arabic.begin, bead.english.begin) != Band::kOutside &&
         band.cell(bead.arabic.end, bead.english.end) != Band::kOutside;
}

/// The most English sentences of a bead, by its Arabic ones.
constexpr auto kMostEnglish = [] {
  std::array<std::uint32_t, kLongestSide + 1> most{};
  for (std::size_t s = 2; s < kShapeCount; ++s) most[kShapes[s].arabic] = kShapes[s].english;
  return most;
}();

/// Where beads that begin at a cell end in the band, by their Arabic sentences: with the `first` to the `last` number of
/// English ones; first > last where none does. `last_from`: the last of as many Arabic sentences or more. As the band's
/// columns never decrease, neither do the first.
struct Ends {
  std::array<std::uint32_t, kLongestSide + 2> first{}, last{}, last_from{};

  Ends(std::uint32_t a, std::uint32_t e, const Band& band) {
    for (std::uint32_t m = std::min<std::uint32_t>(kLongestSide, band.arabic() - a); m > 0; --m) {
      const Columns columns = band.columns(a + m);
      first[m] = columns.begin > e ? columns.begin - e : 1;
      last[m] = columns.end > e ? std::min(columns.end - 1 - e, kMostEnglish[m]) : 0;
      if (last[m] < first[m]) last[m] = 0;
      last_from[m] = std::max(last[m], last_from[m + 1]);
    }
  }
};

/// Whether two bands of one table have the same columns in rows `first` to `last`.
bool same_rows(const Band& x, const Band& y, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t row = first; row <= std::min(last, x.arabic()); ++row) {
    if (!(x.columns(row) == y.columns(row))) return false;
  }
  return true;
}

/// Calls f(bead) for all nulls, and for the beads with both sides that are probable enough to count.
template <class F>
void for_each_expected(const Posteriors& posteriors, const Band& band, F f) {
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      const float* at = posteriors.beads.data() + band.cell(a, e) * kShapeCount;
      if (a > 0) f(Bead{{a - 1, a}, {e, e}, at[kArabicNull]});
      if (e > 0) f(Bead{{a, a}, {e - 1, e}, at[kEnglishNull]});
      if (!align::any_reaches(at, kNegligible)) continue;
      for (std::size_t s = 2; s < kShapeCount; ++s) {
        if (at[s] >= kNegligible)
          f(Bead{{a - kShapes[s].arabic, a}, {e - kShapes[s].english, e}, at[s]});
      }
    }
  }
}

}  // namespace

RateTerms::RateTerms(const Rates& of_document)
    : rates(of_document),
      mismatch{},
      open_end(odds_against(of_document.open_end)),
      per_length_mean(5.0F / of_document.length_mean),
      per_words_mean(5.0F / of_document.words_mean) {
  for (std::size_t k = 0; k < kMismatches; ++k) mismatch[k] = odds_against(of_document.mismatch[k]);
}

LengthRatios length_ratios(const SideTokens& arabic, const SideTokens& english) {
  const auto total = [](const auto& lengths) {
    double sum = 1.0;
    for (const auto length : lengths) sum += static_cast<double>(length);
    return sum;
  };
  const auto characters = static_cast<float>(total(english.length) / total(arabic.length));
  const auto words = static_cast<float>(total(english.words) / total(arabic.words));
  return {std::clamp(characters, 0.9F, 1.6F), std::clamp(words, 0.8F, 2.0F)};
}

Scorer::Scorer(const Parameters& parameters, const SideTokens& arabic, const SideTokens& english,
               const TranslationPair& translations, const Windows& windows, const Scorer* before)
    : parameters_(parameters),
      arabic_(arabic),
      english_(english),
      arabic_structure_(arabic),
      english_structure_(english),
      of_english_(arabic, english, translations.english, windows.of_english, parameters,
                  before == nullptr ? nullptr : &before->of_english_),
      of_arabic_(english, arabic, translations.arabic, windows.of_arabic, parameters,
                 before == nullptr ? nullptr : &before->of_arabic_) {}

/// Nulls come in runs: a two-state chain, in which a document's own rate of staying replaces the usual one. The cost
/// of leaving a run is paid with its first null, so that a path's score needs no further term.
float Scorer::leave_gain(const Rates& rates) const {
  return std::log((1.0F - rates.null_stay) / (1.0F - parameters_.null_stay));
}

NullRun Scorer::null_run(const Rates& rates) const {
  const float run =
      parameters_.null_run + std::log(rates.null_stay / parameters_.null_stay) - leave_gain(rates);
  return {run, run + parameters_.null_switch};
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

/// Calls take(feature, value) for every feature that may be other than 0, in no certain order. Inlined: sums then stay in
/// registers.
template <class F>
[[gnu::always_inline]] inline void Scorer::for_each_feature(const Bead& bead,
                                                            const BeadEvidence& evidence,
                                                            const RateTerms& terms, F take) const {
  const Rates& rates = terms.rates;
  take(Feature::likelihood_english, evidence.english.likelihood);
  take(Feature::likelihood_arabic, evidence.arabic.likelihood);
  take(Feature::likelihood_root,
       std::sqrt(std::max(0.0F, evidence.english.likelihood + evidence.arabic.likelihood)));
  take(Feature::uncovered_english,
       evidence.english.uncovered - rates.uncovered_english * evidence.english.content);
  take(Feature::uncovered_arabic,
       evidence.arabic.uncovered - rates.uncovered_arabic * evidence.arabic.content);
  take(Feature::neighbour_english, evidence.english.neighbour);
  take(Feature::neighbour_arabic, evidence.arabic.neighbour);
  // Only one of several sentences can straddle a cut.
  take(Feature::straddle_english, bead.english.size() > 1 ? evidence.english.straddle : 0.0F);
  take(Feature::straddle_arabic, bead.arabic.size() > 1 ? evidence.arabic.straddle : 0.0F);
  const float difference =
      length_difference(evidence.arabic.length, evidence.english.length, rates.ratios.characters) *
      terms.per_length_mean;
  take(Feature::length, std::min(difference, 20.0F));
  take(Feature::length_far, std::min(difference, 187.0F));
  const SpanStructure &a = arabic_structure_.of(bead.arabic),
                      &e = english_structure_.of(bead.english);
  take(Feature::length_words,
       std::min(length_difference(a.words, e.words, rates.ratios.words) * terms.per_words_mean,
                20.0F));
  const auto if_so = [](bool so, float value) { return so ? value : 0.0F; };
  take(Feature::heading_mismatch, if_so(a.heading != e.heading, 1.0F));
  take(Feature::question_mismatch, if_so(a.question != e.question, 1.0F));
  const PerMismatch<bool> differ = mismatches(a, e);
  for (std::size_t k = 0; k < kMismatches; ++k)
    take(kMismatchFeatures[k], if_so(differ[k], terms.mismatch[k]));
  take(Feature::open_inside,
       static_cast<float>(std::min(a.open_inside + e.open_inside, 4)) * terms.open_end);
  take(Feature::paragraph_inside,
       static_cast<float>(std::min(a.paragraphs_inside + e.paragraphs_inside, 4)));
  take(Feature::paragraph_edge, if_so(a.ends_paragraph != e.ends_paragraph, 1.0F));
}

FeatureVector Scorer::features(const Bead& bead, const BeadEvidence& evidence,
                               const RateTerms& terms) const {
  FeatureVector features{};
  for_each_feature(bead, evidence, terms, [&](Feature feature, float value) {
    features[static_cast<std::size_t>(feature)] = value;
  });
  return features;
}

float Scorer::score(const Bead& bead, const BeadEvidence& evidence, const RateTerms& terms) const {
  float sum = 0.0F;
  for_each_feature(bead, evidence, terms, [&](Feature feature, float value) {
    sum += parameters_.weights[static_cast<std::size_t>(feature)] * value;
  });
  return sum;
}

void SideEvidence::add(const Evidence::Entry& entry, float content_of_it, float length_of_it,
                       float share) {
  likelihood += entry.likelihood;
  uncovered += entry.uncovered;
  neighbour += entry.neighbour;
  content += content_of_it;
  straddle = std::max(straddle, entry.uncovered - share * content_of_it);
  length += length_of_it;
}

[[gnu::always_inline]] inline void Scorer::add_english(std::uint32_t e, SentenceSpan arabic,
                                                       SideEvidence& evidence) const {
  evidence.add(of_english_.at(e, arabic.begin, arabic.size()), of_english_.content(e),
               english_.length[e], parameters_.straddle_share);
}

[[gnu::always_inline]] inline void Scorer::add_arabic(std::uint32_t a, SentenceSpan english,
                                                      SideEvidence& evidence) const {
  evidence.add(of_arabic_.at(a, english.begin, english.size()), of_arabic_.content(a),
               arabic_.length[a], parameters_.straddle_share);
}

/// All beads that begin at one cell: each is one sentence more than the one before. Summed along the shapes even where a
/// shape itself ends outside the band, if a longer one does not.
template <class F>
void Scorer::for_each_bead_from(std::uint32_t a, std::uint32_t e, const Band& band, BeadGrid& grid,
                                F f) const {
  const Ends ends(a, e, band);
  for (std::size_t s = 2; s < kShapeCount; ++s) {
    const std::uint32_t m = kShapes[s].arabic, n = kShapes[s].english;
    if (a + m > band.arabic()) break;
    const Bead bead{{a, a + m}, {e, e + n}, 0.0F};
    BeadEvidence& now = grid[m][n];
    if (n >= ends.first[m] && n <= ends.last_from[m]) {
      now.arabic = m > 1 ? grid[m - 1][n].arabic : SideEvidence{};
      add_arabic(a + m - 1, bead.english, now.arabic);
    }
    if (n > ends.last[m]) continue;
    now.english = n > 1 ? grid[m][n - 1].english : SideEvidence{};
    add_english(e + n - 1, bead.arabic, now.english);
    if (n >= ends.first[m]) f(band.cell(a + m, e + n), s, bead, now);
  }
}

template <class F>
void Scorer::for_each_bead(const Band& band, const Band* known, F f) const {
  BeadGrid grid;
  for (std::uint32_t a = 0; a < band.arabic(); ++a) {
    if (known != nullptr && same_rows(band, *known, a, a + kLongestSide)) continue;
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < std::min(columns.end, band.english()); ++e) {
      for_each_bead_from(a, e, band, grid, f);
    }
  }
}

std::array<float, kShapeCount> Scorer::priors(const Rates& rates) const {
  std::array<float, kShapeCount> priors{};
  for (std::size_t s = 2; s < kShapeCount; ++s) priors[s] = prior(rates, kShapes[s]);
  return priors;
}

void Scorer::fill(const Rates& rates, Lattice& lattice, const Band* known) const {
  const RateTerms terms(rates);
  const auto priors = this->priors(rates);
  for_each_bead(
      lattice.band, known,
      [&](std::size_t end, std::size_t s, const Bead& bead, const BeadEvidence& evidence) {
        if (known != nullptr && holds(*known, bead)) return;
        lattice.scores[end * kShapeCount + s] = score(bead, evidence, terms) + priors[s];
      });
  fill_nulls(rates, lattice);
}

void Scorer::fill(const Rates& rates, const std::vector<Bead>& beads, Lattice& lattice) const {
  const RateTerms terms(rates);
  const auto priors = this->priors(rates);
  for (const Bead& bead : beads) {
    const std::size_t end = lattice.band.cell(bead.arabic.end, bead.english.end);
    const std::size_t s = shape_number(bead.arabic.size(), bead.english.size());
    lattice.scores[end * kShapeCount + s] = score(bead, evidence(bead), terms) + priors[s];
  }
  fill_nulls(rates, lattice);
}

void Scorer::fill_nulls(const Rates& rates, Lattice& lattice) const {
  const Band& band = lattice.band;
  lattice.null_run = null_run(rates);
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

void Scorer::add(const Bead& bead, double p, const RateTerms& terms, RateCounts& counts) const {
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
  counts.uncovered_english += p * static_cast<double>(of_bead.english.uncovered);
  counts.content_english += p * static_cast<double>(of_bead.english.content);
  counts.uncovered_arabic += p * static_cast<double>(of_bead.arabic.uncovered);
  counts.content_arabic += p * static_cast<double>(of_bead.arabic.content);
  const SpanStructure &a = arabic_structure_.of(bead.arabic),
                      &e = english_structure_.of(bead.english);
  const PerMismatch<bool> differ = mismatches(a, e);
  for (std::size_t k = 0; k < kMismatches; ++k) counts.mismatch[k] += differ[k] ? p : 0.0;
  counts.open_ends += p * ((a.ending == Ending::open) + (e.ending == Ending::open));
  counts.words +=
      p * static_cast<double>(length_difference(a.words, e.words, terms.rates.ratios.words));
  counts.length +=
      p * static_cast<double>(length_difference(of_bead.arabic.length, of_bead.english.length,
                                                terms.rates.ratios.characters));
  counts.beads += p;
  counts.evidence += p * static_cast<double>(score(bead, of_bead, terms));
  counts.sentences += p * (m + n);
}

RateCounts Scorer::count(const Rates& rates, const Posteriors& posteriors, const Band& band) const {
  const RateTerms terms(rates);
  RateCounts counts;
  counts.null_runs = posteriors.null_runs;
  for_each_expected(posteriors, band, [&](const Bead& bead) {
    const auto p = static_cast<double>(bead.posterior);
    if (bead.null()) {
      (bead.english.empty() ? counts.arabic_null : counts.english_null) += p;
    } else {
      add(bead, p, terms, counts);
    }
  });
  return counts;
}

FeatureSums Scorer::sums(const Rates& rates, const Posteriors& posteriors, const Band& band) const {
  const RateTerms terms(rates);
  FeatureSums sums;
  for_each_expected(posteriors, band, [&](const Bead& bead) {
    const auto p = static_cast<double>(bead.posterior);
    if (bead.null()) {
      sums.nulls += p;
      return;
    }
    sums.paired += p * (bead.arabic.size() + bead.english.size());
    for_each_feature(bead, evidence(bead), terms, [&](Feature feature, float value) {
      sums.features[static_cast<std::size_t>(feature)] += p * static_cast<double>(value);
    });
  });
  return sums;
}

BeadEvidence Scorer::evidence(const Bead& bead) const {
  BeadEvidence evidence;
  for (std::uint32_t a = bead.arabic.begin; a < bead.arabic.end; ++a) {
    add_arabic(a, bead.english, evidence.arabic);
  }
  for (std::uint32_t e = bead.english.begin; e < bead.english.end; ++e) {
    add_english(e, bead.arabic, evidence.english);
  }
  return evidence;
}

FeatureVector Scorer::features(const Bead& bead, const Rates& rates) const {
  return features(bead, evidence(bead), RateTerms(rates));
}

}  // namespace muwazi
