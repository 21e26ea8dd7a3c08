// Digits as they are written, whatever they are part of.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"

namespace muwazi::check {

/// Digits of any script, as ASCII, with single separators between them.
struct DigitRun {
  ByteRange bytes;   ///< in the text
  std::string text;  ///< digits, with '.' where a point stands and ',' for all other separators
  std::size_t zeros =
      0;  ///< of the scale that a Latin letter behind them may mean: 6 of "7m", seven metres or million
};

/// In order. Linear time.
[[nodiscard]] std::vector<DigitRun> digit_runs(std::string_view text);

/// The numbers that a run may stand for as a whole: "1,234" is 1234 or 1.234, "2.50" is 2.5, "1.234.567" is 1234567.
[[nodiscard]] std::vector<std::string> readings(const DigitRun& run);

/// The numbers that a run may hold where its separators make no number, as "3,4,5" and "12.3.2024": its parts, and all
/// digits together.
[[nodiscard]] std::vector<std::string> parts(const DigitRun& run);

/// "1.10" of "10.1": in a text that runs from right to left the parts of a section's number are often written the other
/// way round. Empty where it has not two parts.
[[nodiscard]] std::string turned_round(const DigitRun& run);

/// The number of a section.
struct Label {
  std::vector<std::string> parts;
  std::size_t end = 0;  ///< behind it in the sentence; 0: none
};

/// "3.1", "(2-4)", "١-٣-" at a sentence's begin, of two parts or more with one or two digits each.
[[nodiscard]] Label section_label(std::string_view sentence);

/// Whether a number of the sentence is one of a section, a table or a version, not an amount: it begins the sentence, is
/// alone in brackets, has parts that are left open ("3.1.#"), or follows a letter or a word such as "section" or "الفقرة".
[[nodiscard]] bool is_label(std::string_view sentence, ByteRange number);

/// All digits of a text, as ASCII.
[[nodiscard]] std::string digits_of(std::string_view text);

/// "v7.4.1" is 147: in a text that runs from right to left its parts are often written the other way round.
[[nodiscard]] std::string reversed_parts(std::string_view code);

/// How many zeros a number has more than its digits say, "2500000000" written with 2.5: 9. nullopt: it is no such number.
[[nodiscard]] std::optional<std::size_t> zeros_more(std::string_view number,
                                                    std::string_view digits);

}  // namespace muwazi::check
