#include "score/name_pairs.h"

#include <algorithm>
#include <string>
#include <vector>

#include "muwazi/text/utf8.h"
#include "score/translations.h"

namespace muwazi {
namespace {

constexpr float kTranslated =
    0.02F;  // a word with a translation this probable is not compared by letters
constexpr std::size_t kShortestName = 3;  // letters
constexpr float kRareName = 0.5F;         // idf
constexpr std::size_t kMostNames = 500;   // of a sentence: each is compared with each

bool translated(const Translations& translations, std::uint32_t token) {
  const auto begin = translations.t.begin() + translations.begin[token];
  const auto end = translations.t.begin() + translations.begin[token + 1];
  return std::any_of(begin, end, [](float t) { return t >= kTranslated; });
}

/// By token: whether it may be a name that nothing on the other side translates.
std::vector<bool> names_of(const SideTokens& side, const Translations& translations) {
  std::vector<bool> out(side.tokens.size());
  for (std::uint32_t k = 0; k < side.tokens.size(); ++k) {
    const SideTokens::Token& token = side.tokens[k];
    out[k] = token.name && token.idf >= kRareName && token.text.back() != '+' &&
             token.text.front() != '+' && code_points(token.text) >= kShortestName &&
             !translated(translations, k);
  }
  return out;
}

/// The names of each sentence, each once; the first ones only of a sentence that is a list without end.
Lists names_of_sentences(const SideTokens& side, const Translations& translations) {
  const std::vector<bool> names = names_of(side, translations);
  std::vector<std::uint32_t> seen(side.tokens.size(), 0);  // the sentence, from 1, that had it last
  Lists out;
  for (std::uint32_t s = 0; s < side.size(); ++s) {
    for (const std::uint32_t token : side.target[s]) {
      if (!names[token] || seen[token] == s + 1) continue;
      if (out.items.size() - out.begin.back() == kMostNames) break;
      seen[token] = s + 1;
      out.items.push_back(token);
    }
    out.close();
  }
  return out;
}

}  // namespace

NamePairs::NamePairs(const NameModel& names, const Parameters& parameters, const SideTokens& arabic,
                     const SideTokens& english, const TranslationPair& translations)
    : names_(names),
      parameters_(parameters),
      arabic_(arabic),
      english_(english),
      arabic_names_(names_of_sentences(arabic, translations.arabic)),
      english_names_(names_of_sentences(english, translations.english)),
      arabic_sketches_(arabic.tokens.size()),
      latin_sketches_(english.tokens.size()) {}

/// Calls f(Arabic token, English token) once for every two names of which a sentence of the one meets a sentence of the
/// other.
template <class F>
void NamePairs::for_each_meeting(const std::vector<Reach>& reaches, F f) const {
  std::vector<bool> is_name(arabic_.tokens.size(), false);
  for (const std::uint32_t token : arabic_names_.items) is_name[token] = true;
  // Of each English token the Arabic one, from 1, that met it last.
  std::vector<std::uint32_t> met(english_.tokens.size(), 0);
  for (std::uint32_t a = 0; a < arabic_.tokens.size(); ++a) {
    if (!is_name[a]) continue;
    for (const std::uint32_t s : arabic_.sentences[a]) {
      const Window window = reaches[s].window;
      for (std::uint32_t k = english_names_.begin[window.begin];
           k < english_names_.begin[window.end]; ++k) {
        const std::uint32_t e = english_names_.items[k];
        if (met[e] == a + 1) continue;
        met[e] = a + 1;
        f(a, e);
      }
    }
  }
}

float NamePairs::compare(std::uint32_t arabic, std::uint32_t english) {
  const std::string &arabic_text = arabic_.tokens[arabic].text,
                    &english_text = english_.tokens[english].text;
  auto& of_arabic = arabic_sketches_[arabic];
  auto& of_latin = latin_sketches_[english];
  if (!of_arabic) of_arabic = names_.arabic_sketch(arabic_text);
  if (!of_latin) of_latin = names_.latin_sketch(english_text);
  if (!NameModel::may_match(*of_arabic, *of_latin)) return 0.0F;
  if (!compared_.insert((std::uint64_t{arabic} << 32) | english).second) return 0.0F;
  const auto evidence = static_cast<float>(names_.best_evidence(arabic_text, english_text));
  return std::min(parameters_.name_scale * (evidence - parameters_.name_offset),
                  parameters_.same_token);
}

void NamePairs::add(TranslationPair& translations, const std::vector<Reach>& of_arabic) {
  std::vector<TranslationEntry> to_english, to_arabic;
  for_each_meeting(of_arabic, [&](std::uint32_t a, std::uint32_t e) {
    const float t = compare(a, e);
    if (t <= 0.0F) return;
    to_english.push_back({e, a, t});
    to_arabic.push_back({a, e, t});
  });
  merge(translations.english, to_english);
  merge(translations.arabic, to_arabic);
}

}  // namespace muwazi
