#include "score/translations.h"

#include <algorithm>

#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

struct Entry {
  std::uint32_t target, source;
  float t;
};

Translations by_target(std::vector<Entry>& entries, std::size_t targets) {
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& x, const Entry& y) {
    return x.target != y.target   ? x.target < y.target
           : x.source != y.source ? x.source < y.source
                                  : x.t > y.t;
  });
  Translations out;
  out.begin.assign(targets + 1, 0);
  for (std::size_t k = 0; k < entries.size(); ++k) {
    const Entry& entry = entries[k];
    if (k > 0 && entries[k - 1].target == entry.target && entries[k - 1].source == entry.source)
      continue;
    ++out.begin[entry.target + 1];
    out.source.push_back(entry.source);
    out.t.push_back(entry.t);
  }
  for (std::size_t k = 0; k < targets; ++k) out.begin[k + 1] += out.begin[k];
  return out;
}

constexpr float kTranslated =
    0.02F;  // a word with a translation this probable is not compared by letters
constexpr std::size_t kShortestName = 3;  // letters
constexpr float kRareName = 0.5F;         // idf

/// Words that may be names and that nothing in the other side translates.
std::vector<std::uint32_t> untranslated_names(const SideTokens& side,
                                              const std::vector<Entry>& entries) {
  std::vector<bool> translated(side.tokens.size(), false);
  for (const Entry& entry : entries) {
    if (entry.t >= kTranslated) translated[entry.target] = true;
  }
  std::vector<std::uint32_t> out;
  for (std::uint32_t k = 0; k < side.tokens.size(); ++k) {
    const SideTokens::Token& token = side.tokens[k];
    if (token.name && !translated[k] && token.idf >= kRareName && token.text.back() != '+' &&
        token.text.front() != '+' && code_points(token.text) >= kShortestName) {
      out.push_back(k);
    }
  }
  return out;
}

/// Names by their letters: probable translations of each other where the letters say so.
void add_names(const Parameters& parameters, const NameModel& names, const SideTokens& arabic,
               const SideTokens& english, std::vector<Entry>& to_english,
               std::vector<Entry>& to_arabic) {
  const auto arabic_names = untranslated_names(arabic, to_arabic),
             english_names = untranslated_names(english, to_english);
  std::vector<NameModel::Sketch> sketches;
  sketches.reserve(english_names.size());
  for (const std::uint32_t e : english_names) {
    sketches.push_back(names.latin_sketch(english.tokens[e].text));
  }
  for (const std::uint32_t a : arabic_names) {
    const NameModel::Sketch sketch = names.arabic_sketch(arabic.tokens[a].text);
    for (std::size_t k = 0; k < english_names.size(); ++k) {
      if (!NameModel::may_match(sketch, sketches[k])) continue;
      const std::uint32_t e = english_names[k];
      const auto evidence =
          static_cast<float>(names.best_evidence(arabic.tokens[a].text, english.tokens[e].text));
      const float t = std::min(parameters.name_scale * (evidence - parameters.name_offset),
                               parameters.same_token);
      if (t <= 0.0F) continue;
      to_english.push_back({e, a, t});
      to_arabic.push_back({a, e, t});
    }
  }
}

}  // namespace

TranslationPair gather_translations(const Lexicon& lexicon, const Parameters& parameters,
                                    const NameModel* names, const SideTokens& arabic,
                                    const SideTokens& english) {
  std::vector<std::uint32_t> local(lexicon.english().size(), kUnknownToken);
  std::unordered_map<std::string_view, std::uint32_t> by_text;
  for (std::uint32_t e = 0; e < english.tokens.size(); ++e) {
    if (english.tokens[e].number != kUnknownToken) local[english.tokens[e].number] = e;
    by_text.emplace(english.tokens[e].text, e);
  }
  std::vector<Entry> to_english, to_arabic;
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
  if (names != nullptr && parameters.name_scale > 0.0F) {
    add_names(parameters, *names, arabic, english, to_english, to_arabic);
  }
  return {by_target(to_english, english.tokens.size()), by_target(to_arabic, arabic.tokens.size())};
}

}  // namespace muwazi
