#include "score/translations.h"

#include <algorithm>
#include <unordered_map>

namespace muwazi {
namespace {

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
    std::sort(first, last, [](const TranslationEntry& x, const TranslationEntry& y) {
      return x.source != y.source ? x.source < y.source : x.t > y.t;
    });
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

void merge(Translations& translations, std::vector<TranslationEntry> entries) {
  const auto targets = static_cast<std::uint32_t>(translations.begin.size() - 1);
  std::erase_if(entries, [&](const TranslationEntry& entry) {
    const auto first = translations.source.begin() + translations.begin[entry.target],
               last = translations.source.begin() + translations.begin[entry.target + 1];
    const auto found = std::lower_bound(first, last, entry.source);
    return found != last && *found == entry.source &&
           translations.t[static_cast<std::size_t>(found - translations.source.begin())] >= entry.t;
  });
  if (entries.empty()) return;
  std::vector<std::uint32_t> revision = std::move(translations.revision);
  revision.resize(targets, 0);
  for (const TranslationEntry& entry : entries) ++revision[entry.target];
  for (std::uint32_t target = 0; target < targets; ++target) {
    for (auto k = translations.begin[target]; k < translations.begin[target + 1]; ++k)
      entries.push_back({target, translations.source[k], translations.t[k]});
  }
  translations = by_target(entries, targets);
  translations.revision = std::move(revision);
}

TranslationPair gather_translations(const Lexicon& lexicon, const Parameters& parameters,
                                    const SideTokens& arabic, const SideTokens& english) {
  std::vector<std::uint32_t> local(lexicon.english().size(), kUnknownToken);
  std::unordered_map<std::string_view, std::uint32_t> by_text;
  for (std::uint32_t e = 0; e < english.tokens.size(); ++e) {
    if (english.tokens[e].number != kUnknownToken) local[english.tokens[e].number] = e;
    by_text.emplace(english.tokens[e].text, e);
  }
  std::vector<TranslationEntry> to_english, to_arabic;
  for (std::uint32_t a = 0; a < arabic.tokens.size(); ++a) {
    const SideTokens::Token& token = arabic.tokens[a];
    if (const auto same = by_text.find(token.text); same != by_text.end()) {
      to_english.push_back({same->second, a, parameters.same_token});
      if (token.target) to_arabic.push_back({a, same->second, parameters.same_token});
    }
    if (token.number == kUnknownToken) continue;
    lexicon.for_each_translation(token.number, [&](const Lexicon::Translation& row) {
      const std::uint32_t e = local[row.english];
      if (e == kUnknownToken) return;
      to_english.push_back({e, a, row.english_given_arabic});
      if (token.target) to_arabic.push_back({a, e, row.arabic_given_english});
    });
  }
  return {by_target(to_english, english.tokens.size()), by_target(to_arabic, arabic.tokens.size())};
}

}  // namespace muwazi
