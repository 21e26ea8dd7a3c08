// Beads are compared as sets: a bead said twice counts once (except in a block, where each is judged).
// lax, per bead: it shares a link, a pair of one Arabic and one English sentence, with some bead of the
// other alignment. Links are kept in a hash set of 64-bit keys, so that time is linear in their number.
#include "muwazi/evaluate/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "format/cells.h"

namespace muwazi {
namespace {

using Numbers = std::vector<std::uint32_t>;
using BeadSet = std::set<std::pair<Numbers, Numbers>>;
using KeySet = std::unordered_set<std::uint64_t>;

constexpr std::uint64_t key(std::uint32_t high, std::uint32_t low) {
  return std::uint64_t{high} << 32 | low;
}

BeadSet full_beads(const std::vector<BeadLine>& beads) {
  BeadSet full;
  for (const BeadLine& bead : beads) {
    if (!bead.arabic.empty() && !bead.english.empty()) full.emplace(bead.arabic, bead.english);
  }
  return full;
}

KeySet links(const BeadSet& beads) {
  KeySet keys;
  for (const auto& [arabic, english] : beads) {
    for (const std::uint32_t a : arabic) {
      for (const std::uint32_t e : english) keys.insert(key(a, e));
    }
  }
  return keys;
}

/// Sentences without a counterpart: key(0, number) for Arabic ones, key(1, number) for English ones.
KeySet nulls(const std::vector<BeadLine>& beads) {
  KeySet keys;
  for (const BeadLine& bead : beads) {
    if (bead.english.empty()) {
      for (const std::uint32_t a : bead.arabic) keys.insert(key(0, a));
    }
    if (bead.arabic.empty()) {
      for (const std::uint32_t e : bead.english) keys.insert(key(1, e));
    }
  }
  return keys;
}

std::uint64_t count_touching(const BeadSet& beads, const KeySet& keys) {
  std::uint64_t count = 0;
  for (const auto& bead : beads) {
    const auto &arabic = bead.first, &english = bead.second;
    count += std::any_of(arabic.begin(), arabic.end(), [&](std::uint32_t a) {
      return std::any_of(english.begin(), english.end(),
                         [&](std::uint32_t e) { return keys.contains(key(a, e)); });
    });
  }
  return count;
}

std::uint64_t count_common(const KeySet& some, const KeySet& others) {
  return static_cast<std::uint64_t>(
      std::count_if(some.begin(), some.end(), [&](std::uint64_t k) { return others.contains(k); }));
}

/// The block of each sentence, keyed as in nulls(). Sentences of no block share one number: a bead made
/// of them alone counts as inside a block.
class Homes {
 public:
  explicit Homes(const std::vector<BeadLine>& blocks) {
    for (std::size_t block = 0; block < blocks.size(); ++block) {
      for (const std::uint32_t a : blocks[block].arabic) home_[key(0, a)] = block;
      for (const std::uint32_t e : blocks[block].english) home_[key(1, e)] = block;
    }
  }
  [[nodiscard]] bool inside_one(const BeadLine& bead) const {
    const std::size_t first = of(key(0, bead.arabic.front()));
    return std::all_of(bead.arabic.begin(), bead.arabic.end(),
                       [&](std::uint32_t a) { return of(key(0, a)) == first; }) &&
           std::all_of(bead.english.begin(), bead.english.end(),
                       [&](std::uint32_t e) { return of(key(1, e)) == first; });
  }

 private:
  [[nodiscard]] std::size_t of(std::uint64_t sentence) const {
    const auto found = home_.find(sentence);
    return found == home_.end() ? std::numeric_limits<std::size_t>::max() : found->second;
  }
  std::unordered_map<std::uint64_t, std::size_t> home_;
};

double share(std::uint64_t hits, std::uint64_t of) {
  return of == 0 ? 0.0 : static_cast<double>(hits) / static_cast<double>(of);
}

Ratios ratios(double precision, double recall) {
  const double sum = precision + recall;
  return {precision, recall, sum == 0.0 ? 0.0 : 2 * precision * recall / sum};
}

std::vector<std::uint32_t> sentences_of(const std::vector<BeadLine>& beads, Side side) {
  std::vector<std::uint32_t> all;
  for (const BeadLine& bead : beads) {
    const Numbers& numbers = side == Side::arabic ? bead.arabic : bead.english;
    all.insert(all.end(), numbers.begin(), numbers.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::string json_of(const Ratios& r) {
  return fmt::format(R"({{"precision": {:.6f}, "recall": {:.6f}, "f1": {:.6f}}})", r.precision,
                     r.recall, r.f1);
}

}  // namespace

BeadCounts& BeadCounts::operator+=(const BeadCounts& other) {
  strict += other.strict;
  predicted += other.predicted;
  gold += other.gold;
  lax_predicted += other.lax_predicted;
  lax_gold += other.lax_gold;
  null_right += other.null_right;
  null_predicted += other.null_predicted;
  null_gold += other.null_gold;
  in_block += other.in_block;
  block_beads += other.block_beads;
  return *this;
}

Ratios strict(const BeadCounts& counts) {
  return ratios(share(counts.strict, counts.predicted), share(counts.strict, counts.gold));
}

Ratios lax(const BeadCounts& counts) {
  return ratios(share(counts.lax_predicted, counts.predicted), share(counts.lax_gold, counts.gold));
}

Ratios null(const BeadCounts& counts) {
  return ratios(share(counts.null_right, counts.null_predicted),
                share(counts.null_right, counts.null_gold));
}

double in_block(const BeadCounts& counts) { return share(counts.in_block, counts.block_beads); }

BeadCounts count(const std::vector<BeadLine>& gold, const std::vector<BeadLine>& predicted,
                 const std::vector<BeadLine>& blocks) {
  const BeadSet gold_beads = full_beads(gold), predicted_beads = full_beads(predicted);
  const KeySet gold_nulls = nulls(gold), predicted_nulls = nulls(predicted);
  BeadCounts counts;
  counts.predicted = predicted_beads.size();
  counts.gold = gold_beads.size();
  for (const auto& bead : predicted_beads) counts.strict += gold_beads.contains(bead);
  counts.lax_predicted = count_touching(predicted_beads, links(gold_beads));
  counts.lax_gold = count_touching(gold_beads, links(predicted_beads));
  counts.null_right = count_common(gold_nulls, predicted_nulls);
  counts.null_predicted = predicted_nulls.size();
  counts.null_gold = gold_nulls.size();
  if (!blocks.empty()) {
    const Homes homes(blocks);
    for (const BeadLine& bead : predicted) {
      if (bead.arabic.empty() || bead.english.empty()) continue;
      ++counts.block_beads;
      counts.in_block += homes.inside_one(bead);
    }
  }
  return counts;
}

SentenceFaults sentence_faults(const std::vector<BeadLine>& gold,
                               const std::vector<BeadLine>& predicted, Side side) {
  std::vector<std::uint32_t> want = sentences_of(gold, side), have = sentences_of(predicted, side);
  SentenceFaults faults;
  want.erase(std::unique(want.begin(), want.end()), want.end());
  const auto last = std::unique(have.begin(), have.end());
  faults.repeated = static_cast<std::uint64_t>(have.end() - last);
  have.erase(last, have.end());
  std::vector<std::uint32_t> common;
  std::set_intersection(want.begin(), want.end(), have.begin(), have.end(),
                        std::back_inserter(common));
  faults.left_out = want.size() - common.size();
  faults.unknown = have.size() - common.size();
  return faults;
}

std::string report(std::string_view name, const BeadCounts& counts) {
  const Ratios s = strict(counts), n = null(counts);
  std::string out = fmt::format(
      "{:<28} strict P {:.3f} R {:.3f} F1 {:.3f} | lax F1 {:.3f} | null P {:.3f} R {:.3f} F1 "
      "{:.3f}",
      name, s.precision, s.recall, s.f1, lax(counts).f1, n.precision, n.recall, n.f1);
  if (counts.block_beads > 0) out += fmt::format(" | in block {:.3f}", in_block(counts));
  return out;
}

std::string report_json(std::string_view name, const BeadCounts& c) {
  std::string out =
      fmt::format(R"({{"name": {}, "strict": {}, "lax": {}, "null": {})", json_string(name),
                  json_of(strict(c)), json_of(lax(c)), json_of(null(c)));
  if (c.block_beads > 0) out += fmt::format(R"(, "in_block": {:.6f})", in_block(c));
  out += fmt::format(
      R"(, "counts": {{"strict": {}, "predicted": {}, "gold": {}, "lax_predicted": {}, "lax_gold": {}, )"
      R"("null_right": {}, "null_predicted": {}, "null_gold": {}, "in_block": {}, "block_beads": {}}}}})",
      c.strict, c.predicted, c.gold, c.lax_predicted, c.lax_gold, c.null_right, c.null_predicted,
      c.null_gold, c.in_block, c.block_beads);
  return out;
}

}  // namespace muwazi
