#include "score/sentence_aligner.h"

#include <algorithm>
#include <cmath>

#include "align/cells.h"
#include "muwazi/align/narrow.h"
#include "score/backbone.h"
#include "score/calibration.h"
#include "score/name_pairs.h"
#include "score/own_lexicon.h"
#include "score/translations.h"

namespace muwazi {
namespace {

constexpr std::size_t kFullTable =
    std::size_t{10} * 10;                     // cells; a smaller table is computed whole
constexpr std::size_t kSecondTable = 10'000;  // cells, where a narrow band found nothing
constexpr std::uint32_t kChainMargin = 7;     // sentences around the backbone
constexpr float kRimMass = 0.01F;     // a bead this probable at the rim asks for a wider band
constexpr std::uint32_t kWidest = 8;  // times
constexpr double kFewRows =
    0.25;  // of all: as many may touch the rim before the sides are known to be related
constexpr double kSmallGain = 20.0;
constexpr double kLeastPairs = 4.0;
constexpr float kNoChance = 1e-12F;     // posterior at a first look
constexpr int kRounds = 2;              // of re-estimating the rates
constexpr float kForbidden = -1000.0F;  // nats: below every path that has no such bead

void forbid_nulls(Lattice& lattice) {
  for (std::size_t cell = 0; cell < lattice.band.cells(); ++cell) {
    float* const scores = lattice.scores.data() + cell * kShapeCount;
    for (const std::size_t null : {kArabicNull, kEnglishNull}) {
      if (scores[null] != Lattice::kImpossible) scores[null] = kForbidden;
    }
  }
}

std::size_t cells_of_table(std::uint32_t arabic, std::uint32_t english) {
  return (std::size_t{arabic} + 1) * (std::size_t{english} + 1);
}

bool is_whole(const Band& band) {
  return band.cells() == cells_of_table(band.arabic(), band.english());
}

}  // namespace

SentenceAligner::SentenceAligner(const Lexicon& lexicon, const NameModel* names,
                                 const Parameters& parameters, std::span<const SentenceView> arabic,
                                 std::span<const SentenceView> english, Omissions omissions)
    : SentenceAligner(*std::make_unique<KnownWordsPair>(lexicon), lexicon, names, parameters,
                      arabic, english, omissions) {}

SentenceAligner::SentenceAligner(KnownWordsPair& known, const Lexicon& lexicon,
                                 const NameModel* names, const Parameters& parameters,
                                 std::span<const SentenceView> arabic,
                                 std::span<const SentenceView> english, Omissions omissions)
    : parameters_(parameters),
      omissions_(omissions),
      arabic_(read_side(known.arabic, arabic)),
      english_(read_side(known.english, english)),
      translations_(gather_translations(lexicon, parameters, arabic_, english_)),
      agreement_(arabic_, english_, translations_, parameters_.full_cover) {
  if (names != nullptr && parameters_.name_scale > 0.0F)
    names_.emplace(*names, parameters_, arabic_, english_, translations_);
}

Band SentenceAligner::near_paths(const Band& within, std::uint32_t width) {
  const NarrowOptions options;
  std::vector<float> agreeing = agreement_.in(within);
  constrain(agreeing, within, constraints_);
  return with_corners(narrow(within, agreeing,
                             {.share_cost = options.share_cost,
                              .slack = static_cast<float>(width) * options.slack,
                              .margin = width * options.margin}));
}

/// A path can pass through the corners only where they are in the band.
Band SentenceAligner::with_corners(const Band& band) const {
  if (constraints_.corners.empty()) return band;
  std::vector<bool> there(band.arabic() + 1, false);
  for (const Waypoint& corner : constraints_.corners) there[corner.arabic] = true;
  return band.with(Band::around(constraints_.corners, band.arabic(), band.english(), 1), there);
}

Band SentenceAligner::first_band() {
  const std::uint32_t rows = arabic_.size(), columns = english_.size();
  chain_ = through_corners(through_given(backbone(arabic_, english_, translations_), constraints_),
                           constraints_.corners);
  if (whole_table_ || cells_of_table(rows, columns) <= kFullTable) return Band::full(rows, columns);
  return near_paths(Band::around(chain_, rows, columns, kChainMargin), 1);
}

void SentenceAligner::prepare(const Band& band) {
  posteriors_ = {};
  lattice_.emplace(band);
  const Windows meeting = windows(band);
  if (names_) names_->add(translations_, meeting.of_arabic);
  make_scorer(meeting);
}

void SentenceAligner::make_scorer(const Windows& meeting) {
  scorer_ = std::make_unique<Scorer>(parameters_, arabic_, english_, translations_, meeting,
                                     scorer_.get());
}

/// Widens the band around the rows where paths touch its rim; false where it is wide enough, or as wide as it gets.
/// `share`: of rows that may be touched; more look like a band around chance.
bool SentenceAligner::widen(std::uint32_t& width, double share) {
  const std::vector<float> masses = rim_masses(lattice_->band, posteriors_);
  const auto touched =
      std::count_if(masses.begin(), masses.end(), [](float mass) { return mass > kRimMass; });
  const auto rows = static_cast<double>(masses.size());
  if (touched == 0 || width == kWidest || static_cast<double>(touched - 1) > share * rows)
    return false;
  width *= 2;
  std::vector<bool> there(masses.size(), false);
  const std::size_t reach = std::size_t{width} * kChainMargin;
  for (std::size_t row = 0; row < masses.size(); ++row) {
    if (masses[row] <= kRimMass) continue;
    const std::size_t end = std::min(row + reach + 1, masses.size());
    for (std::size_t near = row > reach ? row - reach : 0; near < end; ++near) there[near] = true;
  }
  known_ = lattice_->band;
  const Band wide = known_->with(
      Band::around(chain_, arabic_.size(), english_.size(), width * kChainMargin), there);
  prepare(known_->with(near_paths(wide, width), there));
  return true;
}

/// Of beads that a narrower band had already, only those count that had a chance there.
void SentenceAligner::look() {
  rates_ = Rates::prior(parameters_, length_ratios(arabic_, english_));
  scorer_->fill(rates_, *lattice_, known_ ? &*known_ : nullptr);
  if (known_) scorer_->fill(rates_, likely_, *lattice_);
  known_.reset();
  find_posteriors(parameters_.sharpen);
  find_likely();
}

void SentenceAligner::find_posteriors(float sharpness) {
  if (without_nulls_) forbid_nulls(*lattice_);
  constrain(*lattice_, constraints_);
  posteriors_ = {};  // two at a time would be the most memory that is ever needed
  posteriors_ = posteriors(*lattice_, sharpness);
}

/// What has no chance at a first look has none under rates that are a little different: it is left out from here on.
void SentenceAligner::find_likely() {
  likely_.clear();
  for (std::uint32_t a = 1; a <= arabic_.size(); ++a) {
    const Columns columns = lattice_->band.columns(a);
    for (std::uint32_t e = columns.begin; e < columns.end; ++e) {
      const std::size_t first = lattice_->band.cell(a, e) * kShapeCount;
      if (!align::any_reaches(&posteriors_.beads[first], kNoChance)) {
        std::fill_n(&lattice_->scores[first + 2], kShapeCount - 2, Lattice::kImpossible);
        continue;
      }
      for (std::size_t s = 2; s < kShapeCount; ++s) {
        if (posteriors_.beads[first + s] >= kNoChance) {
          likely_.push_back({{a - kShapes[s].arabic, a}, {e - kShapes[s].english, e}, 0.0F});
        } else {
          lattice_->scores[first + s] = Lattice::kImpossible;
        }
      }
    }
  }
}

void SentenceAligner::settle() {
  for (int round = 1;; ++round) {
    rates_ =
        estimate(parameters_, scorer_->count(rates_, posteriors_, lattice_->band), rates_.ratios);
    scorer_->fill(rates_, likely_, *lattice_);
    if (round == kRounds) break;
    find_posteriors(parameters_.sharpen);
  }
  find_posteriors(1.0F);
}

void SentenceAligner::adapt() {
  look();
  settle();
}

/// Gives how probably the sides are related at all, by what the band holds.
float SentenceAligner::settle_band() {
  prepare(first_band());
  const float related = settle_widths();
  if (related >= 0.5F || is_whole(lattice_->band)) return related;
  // Chance may have drawn the band away from what pairs: before it is said that nothing does, a wider look.
  prepare(second_band());
  return settle_widths();
}

float SentenceAligner::settle_widths() {
  std::uint32_t width = 1;
  look();
  while (widen(width, kFewRows)) look();
  settle();
  float related = relatedness();
  while (related >= 0.5F && widen(width, 1.0)) {
    adapt();
    related = relatedness();
  }
  return related;
}

/// The whole table where that is no great matter, else all that is near the backbone.
Band SentenceAligner::second_band() const {
  const std::uint32_t rows = arabic_.size(), columns = english_.size();
  if (std::size_t{rows} * columns <= kSecondTable) return Band::full(rows, columns);
  return Band::around(chain_, rows, columns, 2 * kChainMargin);
}

bool SentenceAligner::learn_own_words() {
  return add_own_pairs(translations_, parameters_, arabic_, english_, lattice_->band, posteriors_) >
         0;
}

/// With what the document taught, among the beads that had a chance without it.
void SentenceAligner::score_again() {
  make_scorer(windows(likely_, arabic_.size(), english_.size()));
  rates_ = Rates::prior(parameters_, length_ratios(arabic_, english_));
  scorer_->fill(rates_, likely_, *lattice_);
  find_posteriors(parameters_.sharpen);
  settle();
}

double SentenceAligner::gain_of_pairs(double log_z, const Rates& rates) const {
  const double a = arabic_.size(), e = english_.size();
  const NullRun null_run = scorer_->null_run(rates);
  const double without_pairs = a * static_cast<double>(scorer_->null_score(rates, true)) +
                               e * static_cast<double>(scorer_->null_score(rates, false)) +
                               (a + e - 2.0) * static_cast<double>(null_run.same_side) +
                               static_cast<double>(null_run.other_side);
  return log_z - without_pairs -
         static_cast<double>(parameters_.chance_match) * log_of_possible_pairs();
}

/// One sentence a side may look right by chance too.
double SentenceAligner::log_of_possible_pairs() const {
  return std::log(std::max(kLeastPairs, static_cast<double>(arabic_.size()) * english_.size()));
}

/// The probability that the sides translate each other at all. Texts on one event share names and words, so that some
/// of all possible pairs look right by chance: the more pairs there are to choose from, the more must speak for it.
/// The document's own rates may have adapted to such pairs; where the gain is small they must do without.
/// In nats for each pair's logarithm, 241 stretches of texts that are no translations gave 1.2 at most, 275 of
/// translations 10 at least.
float SentenceAligner::relatedness() {
  double gain = gain_of_pairs(posteriors_.log_z, rates_);
  const double small = kSmallGain * log_of_possible_pairs();
  if (gain < small) {
    const Rates rates = Rates::prior(parameters_, length_ratios(arabic_, english_));
    scorer_->fill(rates, likely_, *lattice_);
    constrain(*lattice_, constraints_);
    gain = std::min(gain, gain_of_pairs(posteriors(*lattice_).log_z, rates));
  }
  return static_cast<float>(1.0 / (1.0 + std::exp(-gain)));
}

float SentenceAligner::confidence(const Bead& bead) const {
  const float right = calibrated(bead, parameters_);
  return bead.null() ? 1.0F - related_ * (1.0F - right) : related_ * right;
}

/// But for those that are given.
std::vector<Bead> SentenceAligner::without_pairs() const {
  const NullPosteriors nulls = null_posteriors(lattice_->band, posteriors_);
  std::vector<Bead> beads;
  std::uint32_t a = 0, e = 0;
  const auto leave_alone = [&](std::uint32_t a_end, std::uint32_t e_end) {
    for (; a < a_end; ++a) beads.push_back({{a, a + 1}, {e, e}, nulls.arabic[a]});
    for (; e < e_end; ++e) beads.push_back({{a, a}, {e, e + 1}, nulls.english[e]});
  };
  for (const Bead& bead : constraints_.given) {
    if (bead.null()) continue;
    leave_alone(bead.arabic.begin, bead.english.begin);
    beads.push_back(bead);
    a = bead.arabic.end, e = bead.english.end;
  }
  leave_alone(arabic_.size(), english_.size());
  return beads;
}

/// What the user knows of gaps holds for translations: whether the sides are any is judged before it is heard, so that
/// texts that have nothing in common are not forced into pairs.
void SentenceAligner::hear_omissions() {
  const Parameters given = parameters_;
  parameters_ = with_omissions(given, omissions_);
  without_nulls_ = omissions_ == Omissions::never;
  make_scorer(windows(lattice_->band));
  adapt();
  std::uint32_t width = 1;
  while (widen(width, 1.0)) adapt();
  parameters_ = given;
}

std::vector<Bead> SentenceAligner::align() {
  without_nulls_ = false;
  related_ = settle_band();
  if (related_ >= 0.5F && learn_own_words()) {
    score_again();
    related_ = relatedness();
  }
  if (omissions_ != Omissions::estimated && related_ >= 0.5F) hear_omissions();
  std::vector<Bead> beads =
      related_ < 0.5F ? without_pairs() : decide({parameters_.bead_cost, parameters_.null_weight});
  if (arabic_.size() == 0 || english_.size() == 0) return beads;  // nothing else is possible
  for (Bead& bead : beads) bead.posterior = confidence(bead);
  return beads;
}

std::vector<Bead> SentenceAligner::decide(const DecisionOptions& options) const {
  return most_expected_path(lattice_->band, posteriors_, options);
}

}  // namespace muwazi
