// A sentence as the parsers of values read it: words, numerals, marks, and what is a value already.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anchor/amount.h"
#include "anchor/tables.h"
#include "muwazi/anchor/values.h"

namespace muwazi::anchor {

struct Lexeme {
  /// date, clock: numerals joined by / - . or by ':'; fixed: a value as it stands.
  enum class Kind : std::uint8_t { word, numeral, date, clock, mark, fixed } kind = Kind::mark;
  ByteRange bytes;
  bool spaced = false;       ///< white space, or the begin of the sentence, before it
  bool capitalised = false;  ///< words
  /// word: comparison form; numeral: ASCII digits with at most one '.'; mark: its ASCII form
  std::string form;
  std::string suffix;  ///< numeral, clock: Latin letters directly behind, lower case: "th", "km"
  bool plain_run = false;                ///< numeral: no separators
  std::size_t run = 0;                   ///< numeral: digits before the point
  std::optional<Amount> amount;          ///< numeral: none if it has more than 18 digits
  std::array<std::uint32_t, 3> parts{};  ///< date, clock
  std::uint8_t part_count = 0;
  NumberWord number;      ///< word: what it is as a number word
  std::size_t value = 0;  ///< fixed: its index in Lexemes::fixed

  [[nodiscard]] bool is_word(std::string_view text) const {
    return kind == Kind::word && form == text;
  }
  [[nodiscard]] bool is_mark(std::string_view text) const {
    return kind == Kind::mark && form == text;
  }
};

/// With one empty mark behind the last, so that a parser may always look one ahead.
struct Lexemes {
  Language language = Language::none;
  std::vector<Lexeme> list;
  std::vector<Value> fixed;
  [[nodiscard]] std::size_t size() const { return list.size() - 1; }
  /// The lexeme at `at`, the empty mark past the end.
  [[nodiscard]] const Lexeme& operator[](std::size_t at) const {
    return list[at < size() ? at : size()];
  }
};

[[nodiscard]] Lexemes lexemes(std::string_view sentence, Language language);

}  // namespace muwazi::anchor
