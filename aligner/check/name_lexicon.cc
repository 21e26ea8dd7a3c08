#include "check/name_lexicon.h"

#include <algorithm>
#include <string>
#include <utility>

#include "anchor/tables.h"
#include "check/name_words.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kMostlyNames = 0.5;  // share of occurrences with a capital
constexpr double kMutual = 0.2;       // of a name: Nature::mutual
constexpr double kAsGood = 0.25;      // share of the best agreement()

constexpr std::string_view kArticle = "ال";
constexpr std::size_t kLeastDefinite =
    3;  // letters: "الا" has no article, and "ال" may stand alone

/// An Arabic word in all that it may be without particles, the longest first. What follows للـ may be known with its
/// article only.
std::vector<std::string> cuts_of(const std::string& form) {
  constexpr std::string_view kLike = "ك";
  constexpr std::size_t kLetters = 3;
  std::vector<std::string> out{form};
  anchor::Cut cut{form};
  while (anchor::shorten(cut)) {
    if (cut.preposition && cut.definite) out.push_back(std::string(kArticle).append(cut.stem));
    out.emplace_back(cut.stem);
  }
  for (const std::string& one : std::vector<std::string>(out)) {
    if (one.starts_with(kLike) && code_points(one) > kLetters)
      out.push_back(one.substr(kLike.size()));
  }
  return out;
}

/// The numbers of those tokens that a vocabulary has.
std::vector<std::uint32_t> known(const Vocabulary& vocabulary,
                                 const std::vector<std::string>& tokens) {
  std::vector<std::uint32_t> out;
  for (const std::string& token : tokens) {
    const std::uint32_t number = vocabulary.find(token);
    if (number != kUnknownToken) out.push_back(number);
  }
  return out;
}

std::vector<Lexicon::Translation> translations(const Lexicon& lexicon, std::uint32_t arabic) {
  std::vector<Lexicon::Translation> out;
  lexicon.for_each_translation(arabic, [&](const Lexicon::Translation& t) { out.push_back(t); });
  return out;
}

/// How much one Arabic word stands for what another one is translated by: over the English words, the probability of
/// each for the one, times that of the other for each. Both by English word.
double agreement(const std::vector<Lexicon::Translation>& of,
                 const std::vector<Lexicon::Translation>& by) {
  double sum = 0.0;
  auto other = by.begin();
  for (const Lexicon::Translation& one : of) {
    while (other != by.end() && other->english < one.english) ++other;
    if (other == by.end()) break;
    if (other->english != one.english) continue;
    sum += static_cast<double>(one.english_given_arabic * other->arabic_given_english);
  }
  return sum;
}

bool is_clitic(std::string_view token) { return token.starts_with('+') || token.ends_with('+'); }

void append(std::vector<std::string>& to, const std::vector<std::string>& tokens) {
  to.insert(to.end(), tokens.begin(), tokens.end());
}

}  // namespace

NameLexicon::NameLexicon(const Lexicon& lexicon, const BitextView& view) : lexicon_(lexicon) {
  for (std::uint32_t k = 0; k < view.english.sentences.size(); ++k) {
    bool first = true;  // its capital says nothing
    for (const Word& word : words(view.english.sentence(k))) {
      if (word.kind == WordKind::latin && !first) add(word);
      first = false;
    }
  }
}

void NameLexicon::add(const Word& word) {
  for (const std::uint32_t token :
       known(lexicon_.english(), lexicon_.english_word(word, stemmer_).target))
    (word.capitalised ? capitalised_ : in_lower_case_).insert(token);
}

std::vector<std::uint32_t> NameLexicon::arabic_tokens(const std::string& form) {
  const Word word{{}, WordKind::arabic, false, form};
  std::vector<std::string> tokens = lexicon_.arabic_word(word, stemmer_).source;
  std::erase_if(tokens, is_clitic);
  return known(lexicon_.arabic(), tokens);
}

const NameLexicon::Reading& NameLexicon::reading(std::string_view text) {
  const auto [at, made] = readings_.try_emplace(std::string(text));
  if (made) at->second = read(text);
  return at->second;
}

NameLexicon::Reading NameLexicon::read(std::string_view text) {
  const std::string form = comparison_form(text);
  Reading out{bare(form, has_article(text)), {}};
  std::vector<Lexicon::Translation> own;
  std::vector<std::pair<double, std::uint32_t>> all;  // with what speaks for it
  double most = 0.0;
  for (const std::string& cut : cuts_of(form)) {
    for (const std::uint32_t token : arabic_tokens(cut)) {
      const std::vector<Lexicon::Translation> given = translations(lexicon_, token);
      if (own.empty()) own = given;
      const double now = agreement(own, given);
      if (now == 0.0) continue;
      all.emplace_back(now, token);
      if (now < most) continue;  // of equals the shorter cut, whose stem is the same
      most = now;
      out.form = cut;
    }
  }
  // Definite and indefinite words have one stem.
  if (out.form.starts_with(kArticle) && code_points(out.form) > kLeastDefinite && has_article(text))
    out.form.erase(0, kArticle.size());
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& x, const auto& y) { return x.first > y.first; });
  for (const auto& [now, token] : all) {
    if (now >= kAsGood * most) out.tokens.push_back(token);
  }
  return out;
}

NameLexicon::Nature NameLexicon::nature(std::string_view text) {
  const std::vector<std::uint32_t>& tokens = reading(text).tokens;
  return tokens.empty() ? Nature() : nature(tokens.front());
}

NameLexicon::Nature NameLexicon::nature(std::uint32_t arabic) const {
  Nature out;
  out.known = true;
  double all = 0.0;
  lexicon_.for_each_translation(arabic, [&](const Lexicon::Translation& translation) {
    const auto p = static_cast<double>(translation.english_given_arabic);
    all += p;
    out.names += p * static_cast<double>(lexicon_.english_capitalised(translation.english));
    out.mutual += p * static_cast<double>(translation.arabic_given_english);
    if (in_lower_case_.contains(translation.english)) {
      out.in_lower_case += p;
    } else if (capitalised_.contains(translation.english)) {
      out.capitalised += p;
    }
  });
  if (all > 0.0) out.names /= all;
  return out;
}

double NameLexicon::capitalised(const std::vector<std::uint32_t>& tokens) const {
  float most = 0.0F;
  for (const std::uint32_t token : tokens)
    most = std::max(most, lexicon_.english_capitalised(token));
  return static_cast<double>(most);
}

bool NameLexicon::is_name(std::string_view arabic) {
  const Nature of = nature(arabic);
  return of.names >= kMostlyNames && of.mutual >= kMutual;
}

bool NameLexicon::contradicts(std::string_view arabic, std::string_view english) {
  const std::vector<std::uint32_t> tokens = english_tokens(english);
  return capitalised(tokens) >= kMostlyNames && is_name(arabic) &&
         translation(arabic, {tokens.begin(), tokens.end()}) < NameLexicon::kTranslated;
}

std::vector<std::uint32_t> NameLexicon::english_tokens(std::string_view text) {
  std::vector<std::string> tokens;
  for (const Word& word : words(text)) append(tokens, lexicon_.english_word(word, stemmer_).target);
  return known(lexicon_.english(), tokens);
}

template <class F>
void NameLexicon::for_each_translation(std::string_view arabic,
                                       const std::unordered_set<std::uint32_t>& english, F f) {
  for (const std::uint32_t token : reading(arabic).tokens) {
    lexicon_.for_each_translation(
        token, [&](std::uint32_t wanted) { return english.contains(wanted); }, f);
  }
}

double NameLexicon::translation(std::string_view arabic,
                                const std::unordered_set<std::uint32_t>& english) {
  float best = 0.0F;
  for_each_translation(arabic, english, [&](const Lexicon::Translation& t) {
    best = std::max({best, t.english_given_arabic, t.arabic_given_english});
  });
  return static_cast<double>(best);
}

double NameLexicon::given(std::string_view arabic,
                          const std::unordered_set<std::uint32_t>& english) {
  float best = 0.0F;
  for_each_translation(arabic, english, [&](const Lexicon::Translation& t) {
    best = std::max(best, std::min(t.english_given_arabic, t.arabic_given_english));
  });
  return static_cast<double>(best);
}

}  // namespace muwazi::check
