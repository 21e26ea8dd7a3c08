// Sentences in clauses, of which those are joined again that the alignment does not part (Granularity::fine).
//
// All clauses that punctuation allows are aligned; a cut stays where both pairs beside it are probable; what is left
// is aligned again, until nothing more is joined. So the beads and their confidence are those of the final units.
// News and health texts of which runs of Arabic sentences were joined, F1 of the pairs before joining, which sentences
// that stand in one line as published hold down to .894:
//             sentence   fine
//   by «؛»      .317     .833
//   by «، و»    .317     .826
//   not         .894     .851   48 pairs are cut further, 42 of them where both sides have a mark
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "muwazi/align/bead.h"
#include "muwazi/bitext/bitext.h"
#include "muwazi/text/language.h"

namespace muwazi {

/// What a unit ends with: its sentence, or a mark inside it.
enum class UnitEnd : std::uint8_t { sentence, semicolon, comma };

/// One side of a text: units are sentences or parts of them, in order, never empty.
struct Units {
  std::vector<Sentence> units;
  std::vector<UnitEnd> ends;  ///< one a unit

  /// Every sentence of the body cut wherever punctuation allows it; headings stay whole.
  [[nodiscard]] static Units cut(std::string_view text, const std::vector<Sentence>& sentences,
                                 Language language);
  [[nodiscard]] bool whole() const;  ///< no unit is part of a sentence
  /// What lies between the units of one sentence.
  [[nodiscard]] std::vector<Skipped> gaps() const;
};

/// The least confidence of the pairs on both sides of a cut. 0.5 and 0.95 moved the figures above by .01.
inline constexpr float kLeastForCut = 0.8F;

/// Joins units where `beads` do not support the cut between them: it stays where it ends a pair and begins another,
/// both of at least kLeastForCut, and where the other side has a sentence end there, or a mark as well that is a
/// semicolon on one of the sides. Returns whether any were joined: then the beads are no longer those of the units.
bool join_unsupported(const std::vector<Bead>& beads, Units& arabic, Units& english);

}  // namespace muwazi
