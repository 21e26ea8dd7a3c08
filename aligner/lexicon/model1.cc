#include "lexicon/model1.h"

#include <algorithm>

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
      for (auto a = corpus_.arabic_begin[p]; a < corpus_.arabic_begin[p + 1]; ++a) {
        for (auto e = corpus_.english_begin[p]; e < corpus_.english_begin[p + 1]; ++e) {
          keys.push_back(std::uint64_t{corpus_.arabic[a]} << 32 | corpus_.english[e]);
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
      for (auto a = corpus_.arabic_begin[p]; a < corpus_.arabic_begin[p + 1]; ++a) {
        const auto row = table.english.begin() + table.row_begin[corpus_.arabic[a]];
        const auto end = table.english.begin() + table.row_begin[corpus_.arabic[a] + 1];
        for (auto e = corpus_.english_begin[p]; e < corpus_.english_begin[p + 1]; ++e) {
          const auto place = std::lower_bound(row, end, corpus_.english[e]);
          places_.push_back(static_cast<std::uint32_t>(place - table.english.begin()));
        }
      }
    }
  }

  const TokenCorpus& corpus_;
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> places_;
};

/// Expected counts of one direction; the null token's of each target apart.
struct Counts {
  std::vector<float> pairs;
  std::vector<double> null;
};

/// One direction of the model.
struct Direction {
  std::vector<float>& given;  ///< t(target | given token) of each cell
  std::vector<double> null;   ///< t(target | null token)
  Counts counts{};

  void clear() {
    counts.pairs.assign(given.size(), 0.0F);
    counts.null.assign(null.size(), 0.0);
  }

  /// The E step for one target token. Its cells are `count`, each `stride` after the one before.
  void expect(std::uint32_t target, const std::uint32_t* cell, std::size_t count,
              std::size_t stride, float weight) {
    double sum = null[target];
    for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(given[cell[i * stride]]);
    const double share = sum > 0.0 ? static_cast<double>(weight) / sum : 0.0;
    counts.null[target] += null[target] * share;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t k = cell[i * stride];
      counts.pairs[k] += given[k] * static_cast<float>(share);
    }
  }

  void normalise_null() {
    double sum = 0.0;
    for (const double count : counts.null) sum += count;
    for (std::size_t k = 0; k < null.size(); ++k) null[k] = sum > 0.0 ? counts.null[k] / sum : 0.0;
  }
};

void expect_pair(const TokenCorpus& corpus, std::size_t pair, const std::uint32_t* cells,
                 Direction& forth, Direction& back) {
  const std::uint32_t a0 = corpus.arabic_begin[pair], e0 = corpus.english_begin[pair];
  const std::size_t m = corpus.arabic_begin[pair + 1] - a0, n = corpus.english_begin[pair + 1] - e0;
  const float weight = corpus.weights[pair];
  for (std::size_t j = 0; j < n; ++j) forth.expect(corpus.english[e0 + j], cells + j, m, n, weight);
  for (std::size_t i = 0; i < m; ++i) {
    if (!corpus.arabic_target[a0 + i]) continue;
    back.expect(corpus.arabic[a0 + i], cells + i * n, n, 1, weight);
  }
}

/// Without a discount a token that explained nothing has the sum 0.
float ratio(float count, double sum) {
  return sum > 0.0 ? static_cast<float>(static_cast<double>(count) / sum) : 0.0F;
}

/// The M step.
void maximise(TranslationTable& table, Direction& forth, Direction& back, double discount) {
  const std::vector<float>&forth_counts = forth.counts.pairs, &back_counts = back.counts.pairs;
  forth.normalise_null();
  back.normalise_null();
  std::vector<double> english_sums(forth.null.size(), discount);
  for (std::size_t k = 0; k < table.english.size(); ++k)
    english_sums[table.english[k]] += static_cast<double>(back_counts[k]);
  for (std::size_t a = 0; a + 1 < table.row_begin.size(); ++a) {
    const auto begin = table.row_begin[a], end = table.row_begin[a + 1];
    double sum = discount;
    for (auto k = begin; k < end; ++k) sum += static_cast<double>(forth_counts[k]);
    for (auto k = begin; k < end; ++k) {
      table.english_given_arabic[k] = ratio(forth_counts[k], sum);
      table.arabic_given_english[k] = ratio(back_counts[k], english_sums[table.english[k]]);
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
  Direction forth{table.english_given_arabic, std::vector<double>(english_tokens, 1.0)};
  Direction back{table.arabic_given_english, std::vector<double>(arabic_tokens, 1.0)};
  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    forth.clear();
    back.clear();
    for (std::size_t p = 0; p < corpus.size(); ++p)
      expect_pair(corpus, p, cells.begin(p), forth, back);
    maximise(table, forth, back, options.discount);
  }
  return table;
}

}  // namespace muwazi
