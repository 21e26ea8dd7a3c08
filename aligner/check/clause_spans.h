// The stretches of a sentence that may be clauses without counterpart, and what speaks for and against each.
//
// A stretch begins and ends at a mark, at a word that clauses begin with, or where the words that nothing explains do.
// Two things tell one that was left out from one that is freely translated: the other side loses nothing when it is taken
// away, for all that it says is explained by what stays; and without it the lengths of both sides agree better. One whose
// words have their counterparts in the pair beside was not left out: the sentences were cut elsewhere.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "check/elsewhere.h"
#include "check/lengths.h"
#include "check/texts.h"

namespace muwazi::check {

/// Sums are of content, as CoveredWord counts it.
enum class ClauseFeature : std::uint8_t {
  unexplained,  ///< log odds of its words, left over or not, for having no counterpart
  needed,    ///< how much of its content words of the other side explain that nothing else explains
  explains,  ///< how much content of the other side only it explains
  content,   ///< its own
  share,     ///< of it, what nothing explains
  other_left,  ///< how much more than usual is left over on the other side
  rest_left,   ///< and on its own, outside of it
  length,      ///< log odds of the lengths for lacking so much
  too_short,   ///< squared: how much shorter than usual its own side is without it
  begins,      ///< 1: at a mark or the side's begin
  ends,        ///< the same of its end
  joined,      ///< 1: begins with a word or a letter that joins clauses
  bracketed,   ///< 1: stands in brackets
  acronyms,    ///< of the other side, that are left over: some language spells them out
  words,       ///< log of their number
  longer,      ///< by how many standard deviations its side is longer than usual
  marks,  ///< how many marks its side has more than the other, beyond what is usual in the document
  sentences,       ///< and sentences
  numbers_left,    ///< words with digits that nothing explains
  numbers_needed,  ///< and others, as far as only they explain
  apart,           ///< 1: what stands before and behind it has counterparts
  apart_gap,       ///< how far these stand apart, in words of it: 0 where they are side by side
  between,  ///< 1: words before it and behind it have counterparts, of which those nearest to each other
  between_gap,  ///< stand so far apart, in words of it
  between_left,  ///< and what nothing explains between them, as a share of what nothing explains in it
  arabic,        ///< 1: its language
  whole,         ///< 1: begins and ends with sentences
  unknown,       ///< content that nothing explains, of words of which no translation is known
  names,         ///< of English, words with a capital that nothing explains
  breaks,        ///< how many words that nothing explains stand beside it
  elsewhere,     ///< content that nothing explains but words left over in the pairs beside this one
  other_elsewhere,  ///< the same of the other side
  doubt,            ///< log of the probability that the sentences are no pair
  at_edge,          ///< 1: begins or ends the side
};
inline constexpr std::size_t kClauseFeatures = 34;

struct ClauseSpan {
  std::uint32_t begin = 0, end = 0;  ///< words of the side
  ByteRange bytes;                   ///< in the document
  std::array<double, kClauseFeatures> features{};
  [[nodiscard]] double& operator[](ClauseFeature f) {
    return features[static_cast<std::size_t>(f)];
  }
};

/// Both sides of a document's pairs.
class ClauseReader {
 public:
  /// `shared`: values and organisations, by bead.
  ClauseReader(const BitextView& view, const Lexicon& lexicon,
               const std::vector<SharedPlaces>& shared);

  /// Five English words may be three Arabic ones.
  static constexpr std::size_t kLeastArabicWords = 2, kLeastEnglishWords = 4, kMostWords = 40;

  /// Of one side of a pair; none of a null.
  [[nodiscard]] std::vector<ClauseSpan> spans(std::uint32_t bead, const SideOf& own,
                                              const SideOf& other) const;

 private:
  const BitextView& view_;
  Lengths lengths_;
  Elsewhere elsewhere_;
  double arabic_rate_, english_rate_;  ///< share of content that nothing explains
  std::vector<SharedPlaces> shared_;   ///< values and organisations, by bead
  double marks_;  ///< how many marks the Arabic of a pair has more than the English, in the mean
};

}  // namespace muwazi::check
