// Whether an Arabic word looks like a name of another language: by which letters follow each other in these and which in
// words of its own, as a speaker sees of "وودز" that it is none.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace muwazi::check {

/// Edges of a word, the letters of odds_of_name(), all others.
inline constexpr std::size_t kOddsLetters = 32;
/// [letter][the one behind it]: log odds of a name against a word, in sixteenths of a nat. Written by scripts/train-letters.
using LetterOdds = std::array<std::array<std::int8_t, kOddsLetters>, kOddsLetters>;
extern const LetterOdds kLetterOdds;

/// Log odds in nats by the pairs of letters of a word in its comparison form, without particles.
[[nodiscard]] double odds_of_name(std::string_view form);

}  // namespace muwazi::check
