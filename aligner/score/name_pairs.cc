#include "score/name_pairs.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "muwazi/text/utf8.h"
#include "score/translations.h"

namespace muwazi {
namespace {

constexpr float kTranslated =
    0.02F;  // a word with a translation this probable is not compared by letters
constexpr std::size_t kShortestName = 3;  // letters
constexpr float kRareName = 0.5F;         // idf

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

/// The names of each sentence, each once.
Lists names_of_sentences(const SideTokens& side, const Translations& translations) {
  const std::vector<bool> names = names_of(side, translations);
  Lists out;
  for (std::uint32_t s = 0; s < side.size(); ++s) {
    for (const std::uint32_t token : side.target[s]) {
      const auto begin = out.items.begin() + out.begin.back();
      if (names[token] && std::find(begin, out.items.end(), token) == out.items.end())
        out.items.push_back(token);
    }
    out.close();
  }
  return out;
}

/// Calls f(Arabic token, English token) once for every two names of which a sentence of the one meets a sentence of the
/// other.
template <class F>
void for_each_meeting(const NameLists& names, const SideTokens& arabic, std::size_t english_tokens,
                      const std::vector<Reach>& reaches, F f) {
  std::vector<bool> is_name(arabic.tokens.size(), false);
  for (const std::uint32_t token : names.arabic.items) is_name[token] = true;
  std::vector<std::uint32_t> met(english_tokens, 0);  // the Arabic token, from 1, that met it last
  for (std::uint32_t a = 0; a < arabic.tokens.size(); ++a) {
    if (!is_name[a]) continue;
    for (const std::uint32_t s : arabic.sentences[a]) {
      const Window window = reaches[s].window;
      for (std::uint32_t k = names.english.begin[window.begin]; k < names.english.begin[window.end];
           ++k) {
        const std::uint32_t e = names.english.items[k];
        if (met[e] == a + 1) continue;
        met[e] = a + 1;
        f(a, e);
      }
    }
  }
}

/// Sketches of tokens, made when they are asked for.
template <class Make>
class Sketches {
 public:
  Sketches(const SideTokens& side, Make make)
      : side_(side), make_(make), made_(side.tokens.size()) {}
  const NameModel::Sketch& of(std::uint32_t token) {
    if (!made_[token]) made_[token] = make_(side_.tokens[token].text);
    return *made_[token];
  }

 private:
  const SideTokens& side_;
  Make make_;
  std::vector<std::optional<NameModel::Sketch>> made_;
};

}  // namespace

NameLists untranslated_names(const TranslationPair& translations, const SideTokens& arabic,
                             const SideTokens& english) {
  return {names_of_sentences(arabic, translations.arabic),
          names_of_sentences(english, translations.english)};
}

void add_name_pairs(TranslationPair& translations, const NameLists& lists, const NameModel& names,
                    const Parameters& parameters, const SideTokens& arabic,
                    const SideTokens& english, const std::vector<Reach>& of_arabic) {
  Sketches arabic_sketches(arabic, [&](const std::string& x) { return names.arabic_sketch(x); });
  Sketches latin_sketches(english, [&](const std::string& x) { return names.latin_sketch(x); });
  std::vector<TranslationEntry> to_english, to_arabic;
  const auto compare = [&](std::uint32_t a, std::uint32_t e) {
    if (!NameModel::may_match(arabic_sketches.of(a), latin_sketches.of(e))) return;
    const auto evidence =
        static_cast<float>(names.best_evidence(arabic.tokens[a].text, english.tokens[e].text));
    const float t = std::min(parameters.name_scale * (evidence - parameters.name_offset),
                             parameters.same_token);
    if (t <= 0.0F) return;
    to_english.push_back({e, a, t});
    to_arabic.push_back({a, e, t});
  };
  for_each_meeting(lists, arabic, english.tokens.size(), of_arabic, compare);
  merge(translations.english, to_english);
  merge(translations.arabic, to_arabic);
}

}  // namespace muwazi
