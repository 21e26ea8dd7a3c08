// What a person decided of an alignment. A decision names its sentences by their texts and not by their numbers, so
// that it holds after an edit elsewhere in either text, and for a second alignment.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/align/bead.h"
#include "muwazi/bitext/bitext.h"

namespace muwazi {

/// What stands for a sentence: 48 bits of a hash of its comparison form (words(), so without diacritics, case and
/// punctuation), as 12 hexadecimal digits. Of a sentence without words the hash of what it holds beside white space.
[[nodiscard]] std::string sentence_key(std::string_view sentence);
[[nodiscard]] std::vector<std::string> sentence_keys(std::string_view text,
                                                     const std::vector<Sentence>& sentences);

/// One side of a decision. Sentences are given by their keys.
struct DecidedSide {
  static constexpr std::size_t kNeighbours = 2;
  std::vector<std::string> sentences;             ///< in order; empty: nothing on this side
  std::array<std::string, kNeighbours> before{};  ///< the nearest first; "" beyond the text's begin
  std::array<std::string, kNeighbours> after{};   ///< likewise beyond its end
  std::string text;                               ///< for people, and to learn from
  friend bool operator==(const DecidedSide&, const DecidedSide&) = default;
};

enum class Verdict : std::uint8_t {
  right,  ///< these sentences and no others are a bead; with an empty side, they have no counterpart
  wrong,  ///< they are no bead: something else is to be found for them
};

struct Decision {
  Verdict verdict = Verdict::right;
  DecidedSide arabic, english;  ///< not both without sentences
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// Decisions of which nothing can be seen in a text any more.
enum class LostReason : std::uint8_t {
  text_changed,          ///< its sentences do not stand there in this order
  surroundings_changed,  ///< they do, but with other neighbours all around: likely another place
  contradicted,          ///< an earlier decision has one of its sentences, or they cross
};
struct LostDecision {
  std::size_t number = 0;  ///< in the list that was given
  LostReason reason = LostReason::text_changed;
  friend bool operator==(const LostDecision&, const LostDecision&) = default;
};

/// Decisions in the numbers of one text's sentences. The empty side of a bead is {0, 0}.
struct PlacedDecisions {
  std::vector<Bead> right;  ///< they neither overlap nor cross
  std::vector<Bead> wrong;  ///< none of them is in `right`
  std::vector<LostDecision> lost;
};

/// Finds each decision's sentences, one after the other. Where they stand more than once, in the place with the most
/// neighbours as they were, of equal ones in the first that no decision has taken.
/// Time: sentences + decisions x places where the first sentence stands.
[[nodiscard]] PlacedDecisions place(const std::vector<Decision>& decisions,
                                    const std::vector<std::string>& arabic_keys,
                                    const std::vector<std::string>& english_keys);

/// "decision 3 no longer applies, its text has changed: …", one line.
[[nodiscard]] std::string lost_note(const LostDecision& lost, const Decision& decision);

}  // namespace muwazi
