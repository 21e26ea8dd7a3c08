#include "muwazi/bitext/decisions.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi {
namespace {

constexpr std::uint64_t kKeyBits = (std::uint64_t{1} << 48U) - 1;
constexpr std::size_t kShownCodePoints = 60;

std::string without_space(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (!is_space(c)) append(out, c);
  }
  return out;
}

/// One side's sentences by their keys.
class Side {
 public:
  enum class Use : std::uint8_t { none, wrong, right };  ///< in what decision a sentence is

  explicit Side(const std::vector<std::string>& keys) : keys_(keys), uses_(keys.size(), Use::none) {
    for (std::uint32_t k = 0; k < keys.size(); ++k) places_[keys[k]].push_back(k);
  }

  struct Spot {
    SentenceSpan span;
    int neighbours = 0;  ///< of the decision's that stand there too
  };

  /// Where the sentences stand best; none where they do not stand in this order.
  [[nodiscard]] std::optional<Spot> find(const DecidedSide& decided) const {
    std::optional<Spot> best;
    if (decided.sentences.empty()) return Spot{};
    const auto found = places_.find(decided.sentences.front());
    if (found == places_.end()) return best;
    bool best_free = false;
    for (const std::uint32_t begin : found->second) {
      if (!stand_at(decided.sentences, begin)) continue;
      const auto end = static_cast<std::uint32_t>(begin + decided.sentences.size());
      const Spot spot{{begin, end}, neighbours(decided, begin, end)};
      const bool free = !taken(spot.span);
      if (!best || std::pair(spot.neighbours, free) > std::pair(best->neighbours, best_free)) {
        best = spot;
        best_free = free;
      }
    }
    return best;
  }

  /// Whether one of the sentences has a decision, or one that is right.
  [[nodiscard]] bool taken(SentenceSpan span, Use least = Use::wrong) const {
    return std::any_of(uses_.begin() + span.begin, uses_.begin() + span.end,
                       [&](Use use) { return use >= least; });
  }
  void take(SentenceSpan span, Use use) {
    std::for_each(uses_.begin() + span.begin, uses_.begin() + span.end,
                  [&](Use& had) { had = std::max(had, use); });
  }

 private:
  [[nodiscard]] bool stand_at(const std::vector<std::string>& sentences, std::uint32_t at) const {
    return at + sentences.size() <= keys_.size() &&
           std::equal(sentences.begin(), sentences.end(), keys_.begin() + at);
  }

  [[nodiscard]] int neighbours(const DecidedSide& decided, std::uint32_t begin,
                               std::uint32_t end) const {
    int count = 0;
    for (std::size_t k = 0; k < DecidedSide::kNeighbours; ++k) {
      const std::string_view before = begin > k ? keys_[begin - k - 1] : std::string_view();
      const std::string_view after = end + k < keys_.size() ? keys_[end + k] : std::string_view();
      count += (decided.before[k] == before ? 1 : 0) + (decided.after[k] == after ? 1 : 0);
    }
    return count;
  }

  const std::vector<std::string>& keys_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> places_;
  std::vector<Use> uses_;
};

/// Pairs that were found, by where they begin on the Arabic side.
class Pairs {
 public:
  /// Whether a pair that overlaps none of them crosses one.
  [[nodiscard]] bool crossed_by(const Bead& bead) const {
    const auto after = pairs_.lower_bound(bead.arabic.begin);
    if (after != pairs_.end() && after->second < bead.english.begin) return true;
    return after != pairs_.begin() && std::prev(after)->second > bead.english.begin;
  }
  void add(const Bead& bead) { pairs_.emplace(bead.arabic.begin, bead.english.begin); }

 private:
  std::map<std::uint32_t, std::uint32_t> pairs_;
};

std::string shown(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t k = 0; at < text.size() && k < kShownCodePoints; ++k) (void)next(text, at);
  return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

std::string_view words_of(LostReason reason) {
  switch (reason) {
    case LostReason::text_changed:
      return "its text has changed";
    case LostReason::surroundings_changed:
      return "nothing around it is as it was";
    case LostReason::contradicted:
      break;
  }
  return "another decision contradicts it";
}

}  // namespace

std::string sentence_key(std::string_view sentence) {
  std::string form = comparison_form(sentence);
  if (form.empty()) form = without_space(sentence);
  return fmt::format("{:012x}", XXH64(form.data(), form.size(), 0) & kKeyBits);
}

std::vector<std::string> sentence_keys(std::string_view text,
                                       const std::vector<Sentence>& sentences) {
  std::vector<std::string> keys;
  keys.reserve(sentences.size());
  for (const Sentence& sentence : sentences)
    keys.push_back(sentence_key(slice(text, sentence.bytes)));
  return keys;
}

PlacedDecisions place(const std::vector<Decision>& decisions,
                      const std::vector<std::string>& arabic_keys,
                      const std::vector<std::string>& english_keys) {
  Side arabic(arabic_keys), english(english_keys);
  Pairs pairs;
  PlacedDecisions placed;
  for (std::size_t number = 0; number < decisions.size(); ++number) {
    const Decision& decision = decisions[number];
    const auto a = arabic.find(decision.arabic), e = english.find(decision.english);
    if (!a || !e) {
      placed.lost.push_back({number, LostReason::text_changed});
      continue;
    }
    if (a->neighbours + e->neighbours == 0) {
      placed.lost.push_back({number, LostReason::surroundings_changed});
      continue;
    }
    const Bead bead{a->span, e->span, 1.0F};
    if (decision.verdict == Verdict::wrong) {
      placed.wrong.push_back(bead);
      arabic.take(bead.arabic, Side::Use::wrong);
      english.take(bead.english, Side::Use::wrong);
      continue;
    }
    if (arabic.taken(bead.arabic, Side::Use::right) ||
        english.taken(bead.english, Side::Use::right) || (!bead.null() && pairs.crossed_by(bead))) {
      placed.lost.push_back({number, LostReason::contradicted});
      continue;
    }
    arabic.take(bead.arabic, Side::Use::right);
    english.take(bead.english, Side::Use::right);
    if (!bead.null()) pairs.add(bead);
    placed.right.push_back(bead);
  }
  std::erase_if(placed.wrong, [&](const Bead& bead) {
    return std::find(placed.right.begin(), placed.right.end(), bead) != placed.right.end();
  });
  return placed;
}

std::string lost_note(const LostDecision& lost, const Decision& decision) {
  const auto side = [](const DecidedSide& decided) {
    return decided.sentences.empty() ? std::string("—") : shown(decided.text);
  };
  return fmt::format("decision {} no longer applies, {}: {} = {}", lost.number + 1,
                     words_of(lost.reason), side(decision.english), side(decision.arabic));
}

}  // namespace muwazi
