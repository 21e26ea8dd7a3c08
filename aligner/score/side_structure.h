// Counts of headings, questions and open ends, so that a bead asks in constant time.
#pragma once
#include <cstdint>
#include <vector>

#include "muwazi/align/bead.h"
#include "score/side.h"

namespace muwazi {

/// How many sentences of a span have a property.
class RunningCount {
 public:
  void add(bool has) { upto_.push_back(upto_.back() + (has ? 1 : 0)); }
  [[nodiscard]] std::uint32_t count(SentenceSpan span) const {
    return upto_[span.end] - upto_[span.begin];
  }
  [[nodiscard]] bool any(SentenceSpan span) const { return count(span) > 0; }

 private:
  std::vector<std::uint32_t> upto_{0};
};

struct SideStructure {
  RunningCount headings, questions, open_ends;

  explicit SideStructure(const SideTokens& side) {
    for (std::uint32_t s = 0; s < side.size(); ++s) {
      headings.add(side.heading[s] != 0);
      questions.add(side.ending[s] == Ending::question);
      open_ends.add(side.ending[s] == Ending::open);
    }
  }

  /// Whether a paragraph ends before sentence `end`.
  [[nodiscard]] static bool ends_paragraph(const SideTokens& side, std::uint32_t end) {
    return end == side.size() || side.paragraph[end] != side.paragraph[end - 1];
  }
};

}  // namespace muwazi
