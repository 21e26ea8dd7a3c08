// The words of a side of a pair, as its stretches are judged by them (clause_spans.h).
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

/// A word of a side of a pair.
struct ClauseWord {
  ByteRange bytes;  ///< in the document
  double content = 0.0, uncovered = 0.0;
  double gain = 0.0;    ///< log odds for having no counterpart
  double needed = 0.0;  ///< of the stretch at hand: share of it that only it has to do with
  bool number = false;
  bool left = false;       ///< nothing explains it
  bool elsewhere = false;  ///< but a word of a pair beside this one does
  bool known = true;       ///< some translation of it is
  bool name = false;       ///< has a capital inside of a sentence
  std::uint32_t sentence = 0;
  bool begins = false, ends = false;  ///< the sentence
  bool gloss = false;  ///< an English word in the Arabic: what it stands beside says the same
  bool mark_before = false, mark_after = false, joins = false, bracketed = false;
};

/// `elsewhere` is of each word (elsewhere.h); `rate` the share of content that nothing explains in a translation; what
/// stands in `explained`, in the document, is explained whatever the lexicon says.
[[nodiscard]] std::vector<ClauseWord> clause_words(const SideOf& side, SentenceSpan span,
                                                   const std::vector<CoveredWord>& covered,
                                                   const std::vector<bool>& elsewhere, double rate,
                                                   const std::vector<ByteRange>& explained);

/// Whether it stands in one of them.
[[nodiscard]] bool within(const ByteRange& word, const std::vector<ByteRange>& ranges);

/// How many marks a text has that end and part clauses.
[[nodiscard]] double marks(std::string_view text);

/// Two capitals at least, and no lower-case letters but a plural s.
[[nodiscard]] bool is_initials(std::string_view text);

}  // namespace muwazi::check
