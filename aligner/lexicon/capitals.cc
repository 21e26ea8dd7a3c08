#include "lexicon/capitals.h"

#include <algorithm>
#include <cmath>

namespace muwazi {
namespace {

// The share of a token that was never seen, and what it weighs, in occurrences.
constexpr double kUsual = 0.2, kUsualWeight = 0.3;
constexpr double kLeastCapitals = 0.01;  // share of the words of a source that has capitals

bool is_capitalised(const Word& word) { return word.kind != WordKind::latin || word.capitalised; }

}  // namespace

void Capitals::add(const std::vector<Word>& words, const std::vector<std::uint32_t>& stems,
                   SourceKind source) {
  const bool sentence = source == SourceKind::sentences;
  if (sentence && std::all_of(words.begin(), words.end(), is_capitalised)) return;
  for (std::size_t k = sentence ? 1 : 0; k < words.size(); ++k) {
    if (words[k].kind != WordKind::latin) continue;
    if (stems[k] >= of_source_.size()) of_source_.resize(stems[k] + 1);
    Counts& counts = of_source_[stems[k]];
    counts.all += 1.0;
    if (words[k].capitalised || source == SourceKind::names) counts.with += 1.0;
  }
}

void Capitals::end_source() {
  Counts sum;
  for (const Counts& counts : of_source_) {
    sum.with += counts.with;
    sum.all += counts.all;
  }
  if (sum.with >= kLeastCapitals * sum.all) {
    counts_.resize(std::max(counts_.size(), of_source_.size()));
    for (std::size_t k = 0; k < of_source_.size(); ++k) {
      counts_[k].with += of_source_[k].with;
      counts_[k].all += of_source_[k].all;
    }
  }
  of_source_.clear();
}

std::uint8_t Capitals::share(std::uint32_t token) const {
  const Counts counts = token < counts_.size() ? counts_[token] : Counts{};
  const double share = (counts.with + kUsual * kUsualWeight) / (counts.all + kUsualWeight);
  return static_cast<std::uint8_t>(std::lround(255.0 * share));
}

}  // namespace muwazi
