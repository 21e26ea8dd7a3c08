#include "score/backbone.h"

#include <algorithm>
#include <cmath>

namespace muwazi {
namespace {

constexpr float kSureTranslation = 0.05F;  // t below it names no counterpart
constexpr std::size_t kRare = 8;           // a word of more sentences than this is no anchor
constexpr std::size_t kBestOfRow = 4;      // candidates kept of each sentence
constexpr float kLeastAgreement = 0.25F;

struct Candidate {
  std::uint32_t arabic, english;
  float agreement;
};

/// Agreement of one English sentence with the Arabic ones that share rare words with it.
class RowAgreement {
 public:
  explicit RowAgreement(std::size_t arabic) : sums_(arabic, 0.0F) {}

  void add(std::uint32_t sentence, float agreement) {
    if (sums_[sentence] == 0.0F) touched_.push_back(sentence);
    sums_[sentence] += agreement;
  }

  /// The best candidates, and an empty row again.
  void take(std::uint32_t english, std::vector<Candidate>& out) {
    std::sort(touched_.begin(), touched_.end(), [&](std::uint32_t x, std::uint32_t y) {
      return sums_[x] != sums_[y] ? sums_[x] > sums_[y] : x < y;
    });
    for (std::size_t k = 0; k < touched_.size(); ++k) {
      const float agreement = sums_[touched_[k]];
      if (k < kBestOfRow && agreement >= kLeastAgreement)
        out.push_back({touched_[k], english, agreement});
      sums_[touched_[k]] = 0.0F;
    }
    touched_.clear();
  }

 private:
  std::vector<float> sums_;
  std::vector<std::uint32_t> touched_;
};

std::vector<Candidate> candidates(const SideTokens& arabic, const SideTokens& english,
                                  const TranslationPair& translations) {
  std::vector<Candidate> out;
  RowAgreement row(arabic.size());
  for (std::uint32_t e = 0; e < english.size(); ++e) {
    for (const std::uint32_t token : english.target[e]) {
      const std::size_t english_count = english.sentences[token].size();
      if (english_count > kRare || english.tokens[token].idf <= 0.0F) continue;
      for (auto k = translations.english.begin[token]; k < translations.english.begin[token + 1];
           ++k) {
        if (translations.english.t[k] < kSureTranslation) continue;
        const auto sentences = arabic.sentences[translations.english.source[k]];
        if (sentences.size() > kRare) continue;
        const float worth = english.tokens[token].idf *
                            std::min(1.0F, 4.0F * translations.english.t[k]) /
                            std::sqrt(static_cast<float>(english_count * sentences.size()));
        for (const std::uint32_t a : sentences) row.add(a, worth);
      }
    }
    row.take(e, out);
  }
  return out;
}

/// Prefix maxima over positions: the best chain that ends before a position (a Fenwick tree).
class BestBefore {
 public:
  explicit BestBefore(std::size_t size) : best_(size + 1, {0.0F, -1}) {}
  [[nodiscard]] std::pair<float, std::int32_t> before(std::size_t position) const {
    std::pair<float, std::int32_t> best = {0.0F, -1};
    for (std::size_t k = position; k > 0; k &= k - 1) {
      if (best_[k].first > best.first) best = best_[k];
    }
    return best;
  }
  void raise(std::size_t position, float value, std::int32_t candidate) {
    for (std::size_t k = position + 1; k < best_.size(); k += k & (~k + 1)) {
      if (value > best_[k].first) best_[k] = {value, candidate};
    }
  }

 private:
  std::vector<std::pair<float, std::int32_t>> best_;
};

}  // namespace

std::vector<Waypoint> backbone(const SideTokens& arabic, const SideTokens& english,
                               const TranslationPair& translations) {
  const auto all = candidates(arabic, english, translations);
  BestBefore best(arabic.size());
  std::vector<std::int32_t> previous(all.size(), -1);
  std::vector<float> value(all.size(), 0.0F);
  std::int32_t last = -1;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    while (end < all.size() && all[end].english == all[begin].english) ++end;
    for (std::size_t k = begin; k < end; ++k) {
      const auto [sum, before] = best.before(all[k].arabic);
      value[k] = sum + all[k].agreement;
      previous[k] = before;
    }
    for (std::size_t k = begin; k < end; ++k) {
      best.raise(all[k].arabic, value[k], static_cast<std::int32_t>(k));
      if (last < 0 || value[k] > value[static_cast<std::size_t>(last)])
        last = static_cast<std::int32_t>(k);
    }
    begin = end;
  }
  std::vector<Waypoint> chain;
  for (std::int32_t k = last; k >= 0; k = previous[static_cast<std::size_t>(k)]) {
    const Candidate& pair = all[static_cast<std::size_t>(k)];
    chain.push_back({pair.arabic + 1, pair.english + 1});
    chain.push_back({pair.arabic, pair.english});
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace muwazi
