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

/// Without a discount a token that explained nothing has the sum 0.
float ratio(float count, double sum) {
  return sum > 0.0 ? static_cast<float>(static_cast<double>(count) / sum) : 0.0F;
}

}  // namespace

TranslationTable model1(const TokenCorpus& corpus, std::size_t arabic_tokens,
                        std::size_t english_tokens, const Model1Options& options) {
  TranslationTable table;
  const Cells cells(corpus, arabic_tokens, table);
  const std::size_t pairs = table.english.size();
  table.english_given_arabic.assign(pairs, 1.0F);
  table.arabic_given_english.assign(pairs, 1.0F);
  std::vector<double> english_null(english_tokens, 1.0), arabic_null(arabic_tokens, 1.0);

  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    Counts forth{std::vector<float>(pairs, 0.0F), std::vector<double>(english_tokens, 0.0)};
    Counts back{std::vector<float>(pairs, 0.0F), std::vector<double>(arabic_tokens, 0.0)};
    for (std::size_t p = 0; p < corpus.size(); ++p) {
      const std::uint32_t a0 = corpus.arabic_begin[p], e0 = corpus.english_begin[p];
      const std::size_t m = corpus.arabic_begin[p + 1] - a0, n = corpus.english_begin[p + 1] - e0;
      const std::uint32_t* place = cells.begin(p);
      const float weight = corpus.weights[p];
      for (std::size_t j = 0; j < n; ++j) {
        double sum = english_null[corpus.english[e0 + j]];
        for (std::size_t i = 0; i < m; ++i)
          sum += static_cast<double>(table.english_given_arabic[place[i * n + j]]);
        const double share = sum > 0.0 ? static_cast<double>(weight) / sum : 0.0;
        forth.null[corpus.english[e0 + j]] += english_null[corpus.english[e0 + j]] * share;
        for (std::size_t i = 0; i < m; ++i) {
          const std::uint32_t k = place[i * n + j];
          forth.pairs[k] += table.english_given_arabic[k] * static_cast<float>(share);
        }
      }
      for (std::size_t i = 0; i < m; ++i) {
        if (!corpus.arabic_target[a0 + i]) continue;
        double sum = arabic_null[corpus.arabic[a0 + i]];
        for (std::size_t j = 0; j < n; ++j)
          sum += static_cast<double>(table.arabic_given_english[place[i * n + j]]);
        const double share = sum > 0.0 ? static_cast<double>(weight) / sum : 0.0;
        back.null[corpus.arabic[a0 + i]] += arabic_null[corpus.arabic[a0 + i]] * share;
        for (std::size_t j = 0; j < n; ++j) {
          const std::uint32_t k = place[i * n + j];
          back.pairs[k] += table.arabic_given_english[k] * static_cast<float>(share);
        }
      }
    }
    const auto normalise_null = [](const std::vector<double>& counts, std::vector<double>& t) {
      double sum = 0.0;
      for (const double count : counts) sum += count;
      for (std::size_t k = 0; k < t.size(); ++k) t[k] = sum > 0.0 ? counts[k] / sum : 0.0;
    };
    normalise_null(forth.null, english_null);
    normalise_null(back.null, arabic_null);
    std::vector<double> english_sums(english_tokens, options.discount);
    for (std::size_t k = 0; k < pairs; ++k)
      english_sums[table.english[k]] += static_cast<double>(back.pairs[k]);
    for (std::size_t a = 0; a < arabic_tokens; ++a) {
      double sum = options.discount;
      for (auto k = table.row_begin[a]; k < table.row_begin[a + 1]; ++k)
        sum += static_cast<double>(forth.pairs[k]);
      for (auto k = table.row_begin[a]; k < table.row_begin[a + 1]; ++k) {
        table.english_given_arabic[k] = ratio(forth.pairs[k], sum);
        table.arabic_given_english[k] = ratio(back.pairs[k], english_sums[table.english[k]]);
      }
    }
  }
  return table;
}

}  // namespace muwazi
