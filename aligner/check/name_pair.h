// A pair of sentences with what is known of the words in it that may be names.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "check/name_counts.h"
#include "check/name_lexicon.h"
#include "check/name_words.h"
#include "check/texts.h"

namespace muwazi::check {

/// A document, as its names are looked at.
struct NameDocument {
  const BitextView& view;
  NameReader& reader;
  NameLexicon& lexicon;
  const std::vector<BeadNames>& beads;
  const NameCounts& counts;
};

/// Refers to the document.
class NamePair {
 public:
  NamePair(const NameDocument& all, std::uint32_t number);

  const NameDocument& document;
  const std::uint32_t bead;
  const BeadNames& names;
  const Explanation& why;
  std::unordered_set<std::uint32_t> english_tokens;
  std::unordered_set<std::string> english_forms;
  std::unordered_set<std::string> latin_forms;  ///< words in Latin letters of the Arabic
  std::map<std::uint32_t, int> english_peoples,
      arabic_peoples;           ///< how often each of Peoples is there
  bool english_months = false;  ///< whether one is there

  [[nodiscard]] std::string_view arabic(const NameWord& word) const {
    return slice(document.view.arabic.text, word.bytes);
  }
  /// NameLexicon::stem().
  [[nodiscard]] const std::string& stem(const NameWord& word) const {
    return document.lexicon.stem(arabic(word));
  }
  /// Those that the lexicon has.
  [[nodiscard]] std::vector<std::uint32_t> tokens(const NameWord& english) const {
    return document.lexicon.english_tokens(slice(document.view.english.text, english.bytes));
  }

  /// Letter evidence in nats, of the words with or without the endings that peoples and followers have.
  [[nodiscard]] double alike(const NameWord& arabic, const std::string& latin) const;

  /// Of an English word the probability that one of the pair is its translation, by the lexicon alone, which the document
  /// has not been learnt into; nullopt for a word that it does not have.
  [[nodiscard]] std::optional<double> translated(const NameWord& english) const;

  /// Whether the Arabic has the country, if the English has its people, or the other way round.
  [[nodiscard]] bool has_kin(const NameWord& english) const;
  /// Whether an Arabic word is a country or a people of which the English has nothing.
  [[nodiscard]] bool lacks_kin(const NameWord& arabic) const;

  /// How often the pair has an Arabic word more than English ones that it has something of: a name that comes twice, and
  /// once became another one. 0 for a word that comes once. By stem().
  [[nodiscard]] std::map<std::string, double> spare_words() const;

 private:
  [[nodiscard]] double spare_of_people(const std::string& form) const;
};

[[nodiscard]] bool is_month(const std::string& form);

/// Whether it ends as words do that are made of names and nouns.
[[nodiscard]] bool is_adjective(std::string_view arabic);

}  // namespace muwazi::check
