// What tells a changed name from a free translation.
//
// The Arabic word is one that names are translated of, by its letters, by the lexicon, or by what the document has for it
// elsewhere; the English word has no other counterpart, and elsewhere has one; and the counterparts of the words around the
// one stand around the other.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "check/name_pair.h"

namespace muwazi::check {

enum class NameFeature : std::uint8_t {
  // Of the English word.
  letters,       ///< nats: the Arabic word of the pair that it is the most like
  letters_near,  ///< and of the pairs beside
  left,          ///< share of its content that nothing explains
  known,         ///< 1: the lexicon has it
  name,          ///< how often it has a capital in what the lexicon was learnt from
  translated,  ///< log of the probability of the lexicon that a word of the pair is its translation
  people,      ///< 1: a country or a people, of which the Arabic has nothing
  first,       ///< 1: begins a sentence or is in a headline, where all words have capitals
  lower,       ///< 1: the document has it in lower case
  matched,     ///< share of the other pairs that have it, in which its letters match
  partner,     ///< share of them in which it has its most usual counterpart
  partner_here,    ///< and of that of its counterparts that stands in this pair
  times,           ///< log of their number
  content,         ///< of the word
  acronym,         ///< 1: has a capital behind the first letter
  size,            ///< log of its letters
  beside_matched,  ///< words with a capital next to it whose letters match
  beside_left,     ///< and those that nothing explains
  // Of the Arabic word.
  of_left,
  of_spare,  ///< how often the pair has it more than English words that it has something of
  of_known,
  of_letters,      ///< nats: the Latin word of the pair that it is the most like
  of_names,        ///< how often its translations have capitals in what the lexicon was learnt from
  of_mutual,       ///< how much it and an English word are each other's only translation
  of_capitalised,  ///< log odds that its translations have capitals in this document
  of_translations,  ///< log of the probability of its translations that the document has
  of_adjective,     ///< 1: ends as adjectives do that are made of names
  of_people,        ///< 1: a country or a people, of which the English has nothing
  of_matched,
  of_partner,  ///< share of the other pairs that have it, in which its most usual counterpart stands that is not here
  of_partner_here,  ///< and of that which is
  of_times,
  of_content,
  of_article,         ///< 1: has the article
  of_beside_matched,  ///< words next to it whose letters match
  of_size,            ///< log of its letters
  of_foreign,         ///< log odds that it is a name, by its letters alone
  // Of both.
  alike,     ///< nats: by their letters
  partners,  ///< share of the pairs with the Arabic word in which they are each other's counterpart
  related,   ///< 1: one of its names has the same beginning
  apart,     ///< words from it to where the counterparts of the words around the English one stand
  no_place,  ///< 1: there are none
  displaced,      ///< how far apart they are as shares of their sides, in words
  beside_linked,  ///< how much words next to the one and to the other explain each other
  // Of the pair.
  doubt,       ///< log of the probability that the sentences are no pair
  others,      ///< log of the number of such English words
  candidates,  ///< and of the Arabic words in whose place it may stand
  of_others,   ///< and of Arabic words that nothing explains
  of_named,    ///< and of the candidates that are names as far as the lexicon or their letters tell
  rest,        ///< share of the content of the other English words that nothing explains
  of_rest
};
inline constexpr std::size_t kNameFeatures = 51;

/// An Arabic word in whose place an English one may stand.
struct NameSwap {
  ByteRange bytes;  ///< in the document
  std::array<double, kNameFeatures> features{};
  [[nodiscard]] double& operator[](NameFeature f) { return features[static_cast<std::size_t>(f)]; }
  [[nodiscard]] double operator[](NameFeature f) const {
    return features[static_cast<std::size_t>(f)];
  }
};

/// What speaks for an Arabic word, which the pair has `spare` times more than its counterparts: what it has elsewhere in the
/// pair then is not its own. `left`: the share of it that nothing explains.
[[nodiscard]] NameSwap arabic_features(const NamePair& pair, const NameWord& word, double spare,
                                       double left);
/// What speaks for an English word, of which the pair has `suspects`, and so many Arabic candidates.
[[nodiscard]] NameSwap english_features(const NamePair& pair, const NameWord& word,
                                        std::size_t suspects, std::size_t candidates);
/// What speaks for the one in the place of the other is added to what speaks for each.
[[nodiscard]] NameSwap joint_features(const NamePair& pair, const NameWord& english,
                                      const NameWord& arabic, const NameSwap& of_english,
                                      const NameSwap& of_arabic);

}  // namespace muwazi::check
