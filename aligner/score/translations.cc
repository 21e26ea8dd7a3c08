#include "score/translations.h"

#include <algorithm>
#include <bit>
#include <unordered_map>
#include <utility>

namespace muwazi {
namespace {

/// Which tokens of the lexicon a side has, and where: a bit for each, and the number of bits before each 64 of them.
/// An array of places would be as long as the lexicon and hardly ever in the cache.
class TokenPlaces {
 public:
  TokenPlaces(const SideTokens& side, std::size_t lexicon_size)
      : bits_(lexicon_size / 64 + 1), before_(bits_.size()) {
    for (const SideTokens::Token& token : side.tokens) {
      if (token.number != kUnknownToken) bits_[token.number / 64] |= bit(token.number);
    }
    std::uint32_t sum = 0;
    for (std::size_t k = 0; k < bits_.size(); ++k) {
      before_[k] = sum;
      sum += static_cast<std::uint32_t>(std::popcount(bits_[k]));
    }
    places_.resize(sum);
    for (std::uint32_t k = 0; k < side.tokens.size(); ++k) {
      if (side.tokens[k].number != kUnknownToken) places_[rank(side.tokens[k].number)] = k;
    }
  }
  [[nodiscard]] bool has(std::uint32_t number) const {
    return (bits_[number / 64] & bit(number)) != 0;
  }
  /// The side's number of a token that it has.
  [[nodiscard]] std::uint32_t of(std::uint32_t number) const { return places_[rank(number)]; }

 private:
  static std::uint64_t bit(std::uint32_t number) { return std::uint64_t{1} << (number % 64); }
  [[nodiscard]] std::size_t rank(std::uint32_t number) const {
    const std::uint64_t below = bits_[number / 64] & (bit(number) - 1);
    return before_[number / 64] + static_cast<std::size_t>(std::popcount(below));
  }

  std::vector<std::uint64_t> bits_;
  std::vector<std::uint32_t> before_, places_;
};

/// Entries in the order of their targets, else as they came (a counting sort).
std::vector<TranslationEntry> in_order_of_targets(const std::vector<TranslationEntry>& entries,
                                                  std::size_t targets) {
  std::vector<std::uint32_t> place(targets + 1, 0);
  for (const TranslationEntry& entry : entries) ++place[entry.target + 1];
  for (std::size_t k = 0; k < targets; ++k) place[k + 1] += place[k];
  std::vector<TranslationEntry> sorted(entries.size());
  for (const TranslationEntry& entry : entries) sorted[place[entry.target]++] = entry;
  return sorted;
}

}  // namespace

Translations by_target(const std::vector<TranslationEntry>& entries, std::size_t targets) {
  std::vector<TranslationEntry> sorted = in_order_of_targets(entries, targets);
  Translations out;
  out.begin.assign(targets + 1, 0);
  for (std::size_t begin = 0; begin < sorted.size();) {
    const std::uint32_t target = sorted[begin].target;
    std::size_t end = begin;
    while (end < sorted.size() && sorted[end].target == target) ++end;
    const auto first = sorted.begin() + static_cast<std::ptrdiff_t>(begin),
               last = sorted.begin() + static_cast<std::ptrdiff_t>(end);
    const auto by_source = [](const TranslationEntry& x, const TranslationEntry& y) {
      return x.source != y.source ? x.source < y.source : x.t > y.t;
    };
    if (!std::is_sorted(first, last, by_source)) std::sort(first, last, by_source);
    for (auto entry = first; entry != last; ++entry) {
      if (entry != first && entry[-1].source == entry->source) continue;
      ++out.begin[target + 1];
      out.source.push_back(entry->source);
      out.t.push_back(entry->t);
    }
    begin = end;
  }
  for (std::size_t k = 0; k < targets; ++k) out.begin[k + 1] += out.begin[k];
  return out;
}

std::uint32_t revision_of(std::span<const std::uint32_t> words, const Translations& translations) {
  if (translations.revision.empty()) return 0;
  std::uint32_t sum = 0;
  for (const std::uint32_t word : words) sum += translations.revision[word];
  return sum;
}

void merge(Translations& translations, const std::vector<TranslationEntry>& entries) {
  if (entries.empty()) return;
  const std::size_t targets = translations.begin.size() - 1;
  const Translations more = by_target(entries, targets);
  Translations out;
  out.begin.push_back(0);
  out.source.reserve(translations.source.size() + more.source.size());
  out.t.reserve(out.source.capacity());
  out.revision = translations.revision;
  out.revision.resize(targets, 0);
  const auto push = [&out](const Translations& from, std::uint32_t k) {
    out.source.push_back(from.source[k]);
    out.t.push_back(from.t[k]);
  };
  for (std::size_t target = 0; target < targets; ++target) {
    std::uint32_t old = translations.begin[target];
    const std::uint32_t old_end = translations.begin[target + 1];
    for (std::uint32_t k = more.begin[target]; k < more.begin[target + 1]; ++k) {
      while (old < old_end && translations.source[old] < more.source[k]) push(translations, old++);
      const bool there = old < old_end && translations.source[old] == more.source[k];
      if (there && translations.t[old] >= more.t[k]) continue;
      if (there) ++old;
      push(more, k);
      ++out.revision[target];
    }
    while (old < old_end) push(translations, old++);
    out.begin.push_back(static_cast<std::uint32_t>(out.source.size()));
  }
  translations = std::move(out);
}

TranslationPair gather_translations(const Lexicon& lexicon, const Parameters& parameters,
                                    const SideTokens& arabic, const SideTokens& english) {
  const TokenPlaces places(english, lexicon.english().size());
  std::unordered_map<std::string_view, std::uint32_t> by_text;
  by_text.reserve(english.tokens.size());
  for (std::uint32_t e = 0; e < english.tokens.size(); ++e)
    by_text.emplace(english.tokens[e].text, e);
  std::vector<TranslationEntry> to_english, to_arabic;
  for (std::uint32_t a = 0; a < arabic.tokens.size(); ++a) {
    const SideTokens::Token& token = arabic.tokens[a];
    if (const auto same = by_text.find(token.text); same != by_text.end()) {
      if (english.tokens[same->second].target)
        to_english.push_back({same->second, a, parameters.same_token});
      if (token.target) to_arabic.push_back({a, same->second, parameters.same_token});
    }
    if (token.number == kUnknownToken) continue;
    const auto has = [&](std::uint32_t number) { return places.has(number); };
    lexicon.for_each_translation(token.number, has, [&](const Lexicon::Translation& row) {
      const std::uint32_t e = places.of(row.english);
      if (english.tokens[e].target) to_english.push_back({e, a, row.english_given_arabic});
      if (token.target) to_arabic.push_back({a, e, row.arabic_given_english});
    });
  }
  return {by_target(to_english, english.tokens.size()), by_target(to_arabic, arabic.tokens.size())};
}

}  // namespace muwazi
