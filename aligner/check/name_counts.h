// How often a document has the words that may be names, and which ones it has for each other.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "check/name_lexicon.h"
#include "check/name_words.h"
#include "check/texts.h"

namespace muwazi::check {

/// Arabic forms are stems by NameLexicon.
class NameCounts {
 public:
  NameCounts(const BitextView& view, const std::vector<BeadNames>& beads, NameLexicon& lexicon);

  /// In how many pairs a word is, of which it has a counterpart by its letters, and which words it has for counterparts:
  /// none that the lexicon contradicts.
  struct Counts {
    double pairs = 0.0, matched = 0.0;
    std::map<std::string, double> partners;  ///< in how many of them
  };
  [[nodiscard]] const Counts& arabic(const std::string& form) const;
  [[nodiscard]] const Counts& english(const std::string& form) const;
  /// Whether the English has it without a capital.
  [[nodiscard]] bool in_lower_case(const std::string& form) const {
    return in_lower_case_.contains(form);
  }

 private:
  using Table = std::unordered_map<std::string, Counts>;
  void add_pairs(const BitextView& view, std::uint32_t bead, const BeadNames& names,
                 NameLexicon& lexicon);
  void add_lower_case(const BitextView& view, std::uint32_t bead);

  Table arabic_, english_;
  std::unordered_set<std::string> in_lower_case_;
};

}  // namespace muwazi::check
