#include "lexicon/phrases.h"

#include <algorithm>
#include <cmath>

namespace muwazi {
namespace {

/// Occurrences in a text of `total` words.
struct Together {
  double both, first, second, total;
};

/// How much likelier the text is where the second depends on the first.
double log_likelihood_ratio(const Together& n) {
  const auto term = [](double seen, double expected) {
    return seen > 0.0 ? seen * std::log(seen / expected) : 0.0;
  };
  const double no_first = n.total - n.first, no_second = n.total - n.second;
  return 2.0 * (term(n.both, n.first * n.second / n.total) +
                term(n.first - n.both, n.first * no_second / n.total) +
                term(n.second - n.both, no_first * n.second / n.total) +
                term(no_first - n.second + n.both, no_first * no_second / n.total));
}

class Learner {
 public:
  Learner(std::span<const std::uint32_t> stems, const PhraseOptions& options)
      : stems_(stems), options_(options) {}

  /// Counts what could be phrases of `words` words, those of one word less being known.
  void count(std::size_t words, const PhraseTable& shorter) {
    pairs_.clear();
    for (std::size_t k = 0; k < stems_.size(); ++k) {
      std::uint32_t first = stems_[k];
      for (std::size_t n = 1; n + 1 < words && first != kUnknownToken; ++n)
        first = shorter.join(first, stem(k + n));
      if (first == kUnknownToken) continue;
      ++singles_[first];
      if (words == 2) ++total_;
      const std::uint32_t second = stem(k + words - 1);
      if (second != kUnknownToken) ++pairs_[PhraseTable::key(first, second)];
    }
  }

  /// Of those that were counted, in the order of their numbers.
  [[nodiscard]] std::vector<std::uint64_t> phrases() const {
    std::vector<std::uint64_t> out;
    for (const auto& [pair, both] : pairs_) {
      if (both >= options_.least_count && is_phrase(pair, both)) out.push_back(pair);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  [[nodiscard]] std::uint32_t stem(std::size_t k) const {
    return k < stems_.size() ? stems_[k] : kUnknownToken;
  }

  [[nodiscard]] bool is_phrase(std::uint64_t pair, std::uint32_t both) const {
    const Together n{static_cast<double>(both),
                     static_cast<double>(singles_.at(static_cast<std::uint32_t>(pair >> 32))),
                     static_cast<double>(singles_.at(static_cast<std::uint32_t>(pair))),
                     static_cast<double>(total_)};
    return n.both * n.total > n.first * n.second && log_likelihood_ratio(n) >= options_.least_ratio;
  }

  std::span<const std::uint32_t> stems_;
  const PhraseOptions& options_;
  std::unordered_map<std::uint32_t, std::uint32_t> singles_;  ///< of stems and shorter phrases
  std::unordered_map<std::uint64_t, std::uint32_t> pairs_;
  std::uint64_t total_ = 0;
};

}  // namespace

PhraseTable learn_phrases(
    std::span<const std::uint32_t> stems, const PhraseOptions& options,
    const std::function<std::uint32_t(std::uint32_t, std::uint32_t)>& number) {
  PhraseTable table;
  Learner learner(stems, options);
  for (std::size_t words = 2; words <= kLongestPhrase; ++words) {
    learner.count(words, table);
    for (const std::uint64_t pair : learner.phrases()) {
      const auto first = static_cast<std::uint32_t>(pair >> 32),
                 second = static_cast<std::uint32_t>(pair);
      table.add(first, second, number(first, second));
    }
  }
  return table;
}

}  // namespace muwazi
