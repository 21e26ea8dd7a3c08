// Nouns that count without a number word: "ساعتين ونصف" and "an hour and a half" say how many they are.
#pragma once
#include "anchor/lexeme.h"
#include "text/unit_names.h"

namespace muwazi::anchor {

struct UnitNoun {
  const UnitNames::Units* units = nullptr;  ///< null: no name of a unit
  bool dual = false;                        ///< Arabic: two of it
  bool definite = false;                    ///< Arabic: with its article

  [[nodiscard]] bool found() const { return units != nullptr; }
};

/// The unit of measurement that the word at `at` names.
[[nodiscard]] UnitNoun unit_noun(const Lexemes& lexemes, std::size_t at);

/// An Arabic word with its article.
[[nodiscard]] bool begins_definite(const Lexemes& lexemes, std::size_t at);

}  // namespace muwazi::anchor
