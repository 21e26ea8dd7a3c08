#include "lexicon/model1.h"

#include <algorithm>
#include <cmath>

namespace muwazi {
namespace {

/// Walks the cells (Arabic token, English token) of all pairs in a fixed order, with each cell's place in the table.
class Cells {
 public:
  Cells(const TokenCorpus& corpus, std::size_t arabic_tokens, TranslationTable& table)
      : corpus_(corpus) {
    collect(arabic_tokens, table);
    locate(table);
  }

  [[nodiscard]] const std::uint32_t* begin(std::size_t pair) const {
    return places_.data() + first_[pair];
  }

 private:
  void collect(std::size_t arabic_tokens, TranslationTable& table) {
    std::vector<std::uint64_t> keys;
    for (std::size_t p = 0; p < corpus_.size(); ++p) {
      for (auto a = corpus_.arabic.begin[p]; a < corpus_.arabic.begin[p + 1]; ++a) {
        for (auto e = corpus_.english.begin[p]; e < corpus_.english.begin[p + 1]; ++e) {
          keys.push_back(std::uint64_t{corpus_.arabic.token[a]} << 32 | corpus_.english.token[e]);
        }
      }
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    table.row_begin.assign(arabic_tokens + 1, 0);
    table.english.reserve(keys.size());
    for (const std::uint64_t key : keys) {
      ++table.row_begin[(key >> 32) + 1];
      table.english.push_back(static_cast<std::uint32_t>(key));
    }
    for (std::size_t a = 0; a < arabic_tokens; ++a) table.row_begin[a + 1] += table.row_begin[a];
  }

  void locate(const TranslationTable& table) {
    for (std::size_t p = 0; p < corpus_.size(); ++p) {
      first_.push_back(places_.size());
      for (auto a = corpus_.arabic.begin[p]; a < corpus_.arabic.begin[p + 1]; ++a) {
        const auto row = table.english.begin() + table.row_begin[corpus_.arabic.token[a]];
        const auto end = table.english.begin() + table.row_begin[corpus_.arabic.token[a] + 1];
        for (auto e = corpus_.english.begin[p]; e < corpus_.english.begin[p + 1]; ++e) {
          const auto place = std::lower_bound(row, end, corpus_.english.token[e]);
          places_.push_back(static_cast<std::uint32_t>(place - table.english.begin()));
        }
      }
    }
  }

  const TokenCorpus& corpus_;
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> places_;
};

/// How strongly the words of one file keep to the diagonal, in one direction.
class Tension {
 public:
  [[nodiscard]] double value() const noexcept { return value_; }

  /// Of one target token: how much of it is explained; its mean distance from what explains it; and the mean and the mean
  /// square of the distance that the tension alone makes expect.
  void add(double explained, double distance, double prior, double prior_square) {
    slope_ += explained * (prior - distance);
    curvature_ += explained * (prior_square - prior * prior);
  }

  /// The M step: a step of Newton's, as the expected likelihood is concave in the tension.
  void maximise() {
    if (curvature_ > 0.0) value_ = std::clamp(value_ + slope_ / curvature_, 0.0, kMost);
    slope_ = curvature_ = 0.0;
  }

 private:
  static constexpr double kMost = 14.0;
  double value_ = 0.0, slope_ = 0.0, curvature_ = 0.0;
};

/// The cells of a pair: source i and target j have the one at i * source_stride + j * target_stride.
struct PairCells {
  const std::uint32_t* begin;
  std::size_t source_stride, target_stride;
};

/// One direction of the model.
class Direction {
 public:
  /// `given`: t(target | source token) of each cell.
  Direction(const TokenSide& sources, const TokenSide& targets, std::size_t target_tokens,
            std::size_t files, std::vector<float>& given)
      : sources_(sources),
        targets_(targets),
        given_(given),
        null_(target_tokens, 1.0),
        tensions_(files) {}

  /// Expected, of each cell.
  [[nodiscard]] const std::vector<float>& counts() const noexcept { return counts_; }

  void clear() {
    counts_.assign(given_.size(), 0.0F);
    null_counts_.assign(null_.size(), 0.0);
  }

  /// The E step for one pair.
  void expect(std::size_t pair, const PairCells& cells, std::uint32_t file, double weight) {
    const std::size_t sources = sources_.begin[pair + 1] - sources_.begin[pair];
    const std::uint32_t* cell = cells.begin;
    for (auto j = targets_.begin[pair]; j < targets_.begin[pair + 1]; ++j) {
      if (targets_.target[j]) {
        weigh_places(sources_.begin[pair], sources, targets_.place[j], tensions_[file].value());
        expect_target(targets_.token[j], cell, cells.source_stride, tensions_[file], weight);
      }
      cell += cells.target_stride;
    }
  }

  /// The M step for the null token.
  void normalise_null() {
    double sum = 0.0;
    for (const double count : null_counts_) sum += count;
    for (std::size_t k = 0; k < null_.size(); ++k)
      null_[k] = sum > 0.0 ? null_counts_[k] / sum : 0.0;
  }

  void learn_tensions() {
    for (Tension& tension : tensions_) tension.maximise();
  }

 private:
  /// A source token as seen from a target token.
  struct Seen {
    double distance, near;  ///< near: what it counts for its place, 1 in the mean
  };

  void weigh_places(std::size_t first, std::size_t sources, float place, double tension) {
    seen_.clear();
    double sum = 0.0;
    for (std::size_t i = first; i < first + sources; ++i) {
      const auto distance = static_cast<double>(std::abs(sources_.place[i] - place));
      seen_.push_back({distance, tension > 0.0 ? std::exp(-tension * distance) : 1.0});
      sum += seen_.back().near;
    }
    for (Seen& seen : seen_) seen.near *= static_cast<double>(sources) / sum;
  }

  void expect_target(std::uint32_t target, const std::uint32_t* cell, std::size_t stride,
                     Tension& tension, double weight) {
    double sum = null_[target];
    for (std::size_t i = 0; i < seen_.size(); ++i)
      sum += seen_[i].near * static_cast<double>(given_[cell[i * stride]]);
    const double share = sum > 0.0 ? weight / sum : 0.0;
    null_counts_[target] += null_[target] * share;
    double explained = 0.0, distance = 0.0, prior = 0.0, prior_square = 0.0;
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const std::uint32_t k = cell[i * stride];
      const double expected = seen_[i].near * static_cast<double>(given_[k]) * share;
      counts_[k] += static_cast<float>(expected);
      const double d = seen_[i].distance, p = seen_[i].near / static_cast<double>(seen_.size());
      explained += expected;
      distance += expected * d;
      prior += p * d;
      prior_square += p * d * d;
    }
    if (explained > 0.0) tension.add(explained, distance / explained, prior, prior_square);
  }

  const TokenSide &sources_, &targets_;
  std::vector<float>& given_;
  std::vector<double> null_;  ///< t(target | null token)
  std::vector<Tension> tensions_;
  std::vector<float> counts_;
  std::vector<double> null_counts_;
  std::vector<Seen> seen_;
};

/// Without a discount a token that explained nothing has the sum 0.
float ratio(float count, double sum) {
  return sum > 0.0 ? static_cast<float>(static_cast<double>(count) / sum) : 0.0F;
}

/// The M step.
void maximise(TranslationTable& table, Direction& forth, Direction& back,
              std::size_t english_tokens, double discount) {
  forth.normalise_null();
  back.normalise_null();
  std::vector<double> english_sums(english_tokens, discount);
  for (std::size_t k = 0; k < table.english.size(); ++k)
    english_sums[table.english[k]] += static_cast<double>(back.counts()[k]);
  for (std::size_t a = 0; a + 1 < table.row_begin.size(); ++a) {
    const auto begin = table.row_begin[a], end = table.row_begin[a + 1];
    double sum = discount;
    for (auto k = begin; k < end; ++k) sum += static_cast<double>(forth.counts()[k]);
    for (auto k = begin; k < end; ++k) {
      table.english_given_arabic[k] = ratio(forth.counts()[k], sum);
      table.arabic_given_english[k] = ratio(back.counts()[k], english_sums[table.english[k]]);
    }
  }
}

}  // namespace

TranslationTable model1(const TokenCorpus& corpus, std::size_t arabic_tokens,
                        std::size_t english_tokens, const Model1Options& options) {
  TranslationTable table;
  const Cells cells(corpus, arabic_tokens, table);
  table.english_given_arabic.assign(table.english.size(), 1.0F);
  table.arabic_given_english.assign(table.english.size(), 1.0F);
  const std::size_t files =
      corpus.files.empty() ? 0 : *std::max_element(corpus.files.begin(), corpus.files.end()) + 1;
  const TokenSide &arabic = corpus.arabic, &english = corpus.english;
  Direction forth(arabic, english, english_tokens, files, table.english_given_arabic);
  Direction back(english, arabic, arabic_tokens, files, table.arabic_given_english);
  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    forth.clear();
    back.clear();
    for (std::size_t p = 0; p < corpus.size(); ++p) {
      const std::size_t n = english.begin[p + 1] - english.begin[p];
      const auto weight = static_cast<double>(corpus.weights[p]);
      forth.expect(p, {cells.begin(p), n, 1}, corpus.files[p], weight);
      back.expect(p, {cells.begin(p), 1, n}, corpus.files[p], weight);
    }
    maximise(table, forth, back, english_tokens, options.discount);
    if (options.positions) forth.learn_tensions(), back.learn_tensions();
  }
  return table;
}

}  // namespace muwazi
