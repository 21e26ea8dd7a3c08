#include "check/name_lexicon.h"

#include <string>
#include <vector>

namespace muwazi::check {
namespace {

constexpr float kLeastInDocument = 0.02F;  // of a word's translations, that the document has
constexpr float kMostlyNames = 0.5F;       // of these, that have a capital
constexpr float kMutual = 0.45F;           // that both are each other's translation, in the mean

/// As those end that are made of names and nouns, behind an article.
bool is_adjective(std::string_view form) {
  return form.find("ال") <= std::string_view("و").size() &&
         (form.ends_with("ي") || form.ends_with("ية") || form.ends_with("يون") ||
          form.ends_with("يين"));
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
  for (const std::string& token : lexicon_.english_word(word, stemmer_).target) {
    const std::uint32_t number = lexicon_.english().find(token);
    if (number != kUnknownToken) (word.capitalised ? capitalised_ : in_lower_case_).insert(number);
  }
}

/// The others are particles.
std::uint32_t NameLexicon::rarest_piece(const Word& word) {
  std::uint32_t rarest = kUnknownToken;
  for (const std::string& token : lexicon_.arabic_word(word, stemmer_).source) {
    const std::uint32_t number = lexicon_.arabic().find(token);
    if (number == kUnknownToken) continue;
    if (rarest == kUnknownToken ||
        lexicon_.arabic_probability(number) < lexicon_.arabic_probability(rarest))
      rarest = number;
  }
  return rarest;
}

bool NameLexicon::is_word(std::string_view text) {
  const std::vector<Word> read = words(text);
  if (read.size() != 1) return true;
  const std::uint32_t rarest = rarest_piece(read[0]);
  if (rarest == kUnknownToken) return false;
  float names = 0.0F, others = 0.0F;
  lexicon_.for_each_translation(rarest, [&](const Lexicon::Translation& translation) {
    if (in_lower_case_.contains(translation.english)) {
      others += translation.english_given_arabic;
    } else if (capitalised_.contains(translation.english)) {
      names += translation.english_given_arabic;
    }
  });
  const float all = names + others;
  return all >= kLeastInDocument && names < kMostlyNames * all;
}

bool NameLexicon::is_like_name(std::string_view text) {
  const std::vector<Word> read = words(text);
  if (read.size() != 1 || is_adjective(read[0].form)) return false;
  const std::uint32_t rarest = rarest_piece(read[0]);
  if (rarest == kUnknownToken) return false;
  float mutual = 0.0F;
  lexicon_.for_each_translation(rarest, [&](const Lexicon::Translation& translation) {
    mutual += translation.english_given_arabic * translation.arabic_given_english;
  });
  return mutual >= kMutual;
}

}  // namespace muwazi::check
