// What does not change with the words of a bead: headings, questions, ends, paragraphs of its sentences on one side.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "muwazi/align/bead.h"
#include "muwazi/align/shapes.h"
#include "score/side.h"

namespace muwazi {

struct SpanStructure {
  bool heading = false, question = false;  ///< one of the sentences is one
  bool ends_paragraph = false;
  Ending ending = Ending::none;
  std::uint8_t open_inside = 0;        ///< sentences but the last that end within a sentence
  std::uint8_t paragraphs_inside = 0;  ///< paragraph ends between the sentences
};

/// Of all spans of a side that a bead may have, worked out once. 6 bytes a span, 9 spans a sentence.
class SideStructure {
 public:
  explicit SideStructure(const SideTokens& side) {
    spans_.reserve(std::size_t{side.size()} * kLongestSide);
    for (std::uint32_t begin = 0; begin < side.size(); ++begin) {
      SpanStructure span;
      for (std::uint32_t k = begin; k < begin + kLongestSide; ++k) {
        if (k < side.size()) add(side, begin, k, span);
        spans_.push_back(span);
      }
    }
  }

  [[nodiscard]] const SpanStructure& of(SentenceSpan span) const {
    return spans_[std::size_t{span.begin} * kLongestSide + (span.size() - 1)];
  }

 private:
  static void add(const SideTokens& side, std::uint32_t begin, std::uint32_t k,
                  SpanStructure& span) {
    if (k > begin) {
      if (side.ending[k - 1] == Ending::open) ++span.open_inside;
      if (side.paragraph[k] != side.paragraph[k - 1]) {
        span.paragraphs_inside = static_cast<std::uint8_t>(
            std::min(span.paragraphs_inside + (side.paragraph[k] - side.paragraph[k - 1]), 255U));
      }
    }
    span.heading = span.heading || side.heading[k] != 0;
    span.question = span.question || side.ending[k] == Ending::question;
    span.ends_paragraph = k + 1 == side.size() || side.paragraph[k + 1] != side.paragraph[k];
    span.ending = side.ending[k];
  }

  std::vector<SpanStructure> spans_;
};

}  // namespace muwazi
