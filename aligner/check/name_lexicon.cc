#include "check/name_lexicon.h"

#include <algorithm>
#include <string>

namespace muwazi::check {
namespace {

constexpr double kMostlyNames = 0.5;  // share of occurrences with a capital
constexpr double kMutual = 0.2;       // of a name: Nature::mutual

/// A word, and one that begins with لل as it is without the preposition: some names are known with their article only,
/// so that nothing is known of "للصين" but of "الصين".
std::vector<std::string> with_article(std::string_view word) {
  constexpr std::string_view kAssimilated = "لل", kArticle = "ال";
  std::vector<std::string> out{std::string(word)};
  const std::size_t at = word.starts_with("و") || word.starts_with("ف") ? 2 : 0;
  if (word.substr(at).starts_with(kAssimilated))
    out.push_back(std::string(kArticle).append(word.substr(at + kAssimilated.size())));
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

/// What the lexicon has of a word: its surface and its pieces.
std::vector<std::uint32_t> NameLexicon::arabic_tokens(std::string_view text) {
  std::vector<std::string> tokens;
  for (const Word& word : words(text)) append(tokens, lexicon_.arabic_word(word, stemmer_).source);
  return known(lexicon_.arabic(), tokens);
}

NameLexicon::Nature NameLexicon::nature(std::string_view text) {
  Nature out;
  const std::vector<std::uint32_t> tokens = arabic_tokens(with_article(text).back());
  if (tokens.empty()) return out;
  // The others are particles.
  const std::uint32_t rarest =
      *std::min_element(tokens.begin(), tokens.end(), [&](std::uint32_t x, std::uint32_t y) {
        return lexicon_.arabic_probability(x) < lexicon_.arabic_probability(y);
      });
  out.known = true;
  double all = 0.0;
  lexicon_.for_each_translation(rarest, [&](const Lexicon::Translation& translation) {
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

double NameLexicon::translation(std::string_view arabic,
                                const std::unordered_set<std::uint32_t>& english) {
  float best = 0.0F;
  for (const std::string& form : with_article(arabic)) {
    for (const std::uint32_t token : arabic_tokens(form)) {
      lexicon_.for_each_translation(
          token, [&](std::uint32_t wanted) { return english.contains(wanted); },
          [&](const Lexicon::Translation& t) {
            best = std::max({best, t.english_given_arabic, t.arabic_given_english});
          });
    }
  }
  return static_cast<double>(best);
}

}  // namespace muwazi::check
