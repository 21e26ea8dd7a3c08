// The segments of a reference carried over to a translation of the same text that is cut otherwise, or not at all
// (Matusov, Leusch, Bender and Ney 2005: "Evaluating machine translation output with automatic sentence segmentation").
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"

namespace muwazi {

struct Projection {
  /// One a segment of the reference, in order, without white space at either end; empty where the hypothesis has
  /// nothing. Between them is white space only.
  std::vector<ByteRange> segments;
  /// Words and marks inserted, dropped and substituted from the whole reference to the whole hypothesis, the least there
  /// can be: edit distance, where each edit counts the same.
  std::uint64_t edits = 0;
  /// Of the hypothesis' words, those that stand in the reference of their segment, each counted by how rare it is: 0 to
  /// 1, and 1 where there is none but common ones.
  double shared = 1.0;
};

/// Edited are words and, each for itself, the punctuation marks around them. Two words are the same where their comparison
/// forms are (words(): case and diacritics do not count), two marks where their characters are. Boundaries are at white
/// space, or where it is missing behind a sentence ("there.Then").
/// Of all segmentations the one with the cheapest edits; aligner/evaluate/projection.cc has what they cost. Exact; memory
/// linear, time reference words x hypothesis words (100,000 of each: a quarter of a minute). `reference` has a segment or more.
[[nodiscard]] Projection project(std::span<const std::string_view> reference,
                                 std::string_view hypothesis);

}  // namespace muwazi
