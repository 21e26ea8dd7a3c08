#include "score/backbone.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace muwazi {
namespace {

constexpr float kSureTranslation = 0.05F;  // t below it names no counterpart
constexpr std::size_t kRare = 8;           // a word of more sentences than this is no anchor
constexpr std::size_t kBestOfRow = 4;      // candidates kept of each sentence
constexpr float kLeastAgreement = 0.25F;
constexpr double kLargestGap =
    250e3;                   // cells between neighbouring waypoints that are all worth computing
constexpr int kDeepest = 4;  // levels of gaps within gaps

/// A rectangle of the table: half-open ranges of sentences.
struct Gap {
  Waypoint begin, end;
  [[nodiscard]] std::uint32_t rows() const { return end.arabic - begin.arabic; }
  [[nodiscard]] std::uint32_t columns() const { return end.english - begin.english; }
  [[nodiscard]] double cells() const { return static_cast<double>(rows()) * columns(); }
};

/// Those of rising numbers that lie in a range.
std::span<const std::uint32_t> within(std::span<const std::uint32_t> numbers, std::uint32_t begin,
                                      std::uint32_t end) {
  const auto first = std::lower_bound(numbers.begin(), numbers.end(), begin);
  return {first, std::lower_bound(first, numbers.end(), end)};
}

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

/// The rising chain of candidates with the most agreement; candidates come in order of their English sentences.
std::vector<Waypoint> chain_of(const std::vector<Candidate>& all, const Gap& gap) {
  BestBefore best(gap.rows());
  std::vector<std::int32_t> previous(all.size(), -1);
  std::vector<float> value(all.size(), 0.0F);
  std::int32_t last = -1;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    while (end < all.size() && all[end].english == all[begin].english) ++end;
    for (std::size_t k = begin; k < end; ++k) {
      const auto [sum, before] = best.before(all[k].arabic - gap.begin.arabic);
      value[k] = sum + all[k].agreement;
      previous[k] = before;
    }
    for (std::size_t k = begin; k < end; ++k) {
      best.raise(all[k].arabic - gap.begin.arabic, value[k], static_cast<std::int32_t>(k));
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

class Backbone {
 public:
  Backbone(const SideTokens& arabic, const SideTokens& english, const TranslationPair& translations)
      : arabic_(arabic), english_(english), translations_(translations), row_(arabic.size()) {}

  std::vector<Waypoint> build() {
    bridge({{0, 0}, {arabic_.size(), english_.size()}}, 0);
    return std::move(chain_);
  }

 private:
  /// Waypoints inside the gap, from the words that are rare in it; where they leave a gap that is too large, from
  /// those that are rare in that.
  void bridge(const Gap& gap, int depth) {
    const std::vector<Waypoint> inside = chain_of(candidates(gap), gap);
    if (inside.empty()) return walk_diagonally(gap);
    Waypoint last = gap.begin;
    for (std::size_t k = 0; k <= inside.size(); ++k) {
      const Waypoint next = k < inside.size() ? inside[k] : gap.end;
      if (const Gap left{last, next}; left.cells() > kLargestGap) {
        depth < kDeepest ? bridge(left, depth + 1) : walk_diagonally(left);
      }
      if (k < inside.size()) chain_.push_back(next);
      last = next;
    }
  }

  /// Nothing says where the path runs: rectangles along the diagonal, as large as may be.
  void walk_diagonally(const Gap& gap) {
    const auto steps = static_cast<std::uint64_t>(std::ceil(gap.cells() / kLargestGap));
    for (std::uint64_t step = 1; step < steps; ++step) {
      chain_.push_back(
          {gap.begin.arabic + static_cast<std::uint32_t>(gap.rows() * step / steps),
           gap.begin.english + static_cast<std::uint32_t>(gap.columns() * step / steps)});
    }
  }

  std::vector<Candidate> candidates(const Gap& gap) {
    std::vector<Candidate> out;
    for (std::uint32_t e = gap.begin.english; e < gap.end.english; ++e) {
      for (const std::uint32_t token : english_.target[e]) add_agreement(token, gap);
      row_.take(e, out);
    }
    return out;
  }

  void add_agreement(std::uint32_t token, const Gap& gap) {
    const auto of_english =
        within(english_.sentences[token], gap.begin.english, gap.end.english).size();
    if (of_english > kRare || english_.tokens[token].idf <= 0.0F) return;
    const auto& table = translations_.english;
    for (auto k = table.begin[token]; k < table.begin[token + 1]; ++k) {
      if (table.t[k] < kSureTranslation) continue;
      const auto sentences =
          within(arabic_.sentences[table.source[k]], gap.begin.arabic, gap.end.arabic);
      if (sentences.size() > kRare) continue;
      const float worth = english_.tokens[token].idf * std::min(1.0F, 4.0F * table.t[k]) /
                          std::sqrt(static_cast<float>(of_english * sentences.size()));
      for (const std::uint32_t a : sentences) row_.add(a, worth);
    }
  }

  const SideTokens &arabic_, &english_;
  const TranslationPair& translations_;
  RowAgreement row_;
  std::vector<Waypoint> chain_;
};

}  // namespace

std::vector<Waypoint> backbone(const SideTokens& arabic, const SideTokens& english,
                               const TranslationPair& translations) {
  return Backbone(arabic, english, translations).build();
}

}  // namespace muwazi
