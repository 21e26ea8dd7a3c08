// What an alignment is: the one type that every writer, checker and scorer reads.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "muwazi/align/bead.h"
#include "muwazi/page/page.h"
#include "muwazi/score/explanation.h"
#include "muwazi/text/byte_range.h"
#include "muwazi/text/language.h"

namespace muwazi {

struct Sentence {
  ByteRange bytes;              ///< in its side's document
  Role role = Role::body;       ///< body or heading
  std::uint32_t line = 0;       ///< counts from 0
  std::uint32_t paragraph = 0;  ///< counts from 0, never decreases
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// The share of a side's words that stand in a bead with a counterpart, 0 to 1; 0 for an empty side.
struct Coverage {
  double arabic = 0.0;
  double english = 0.0;
};

/// Owns no text. `beads` hold every sentence of both sides exactly once, in order on each side.
/// On a page both sides are ranges of the one document and `skipped` is `page_skipped`; for two files
/// each side has its own.
struct Bitext {
  std::string id;  ///< the file's name without folder and endings, or what the stream says
  std::string
      layout;  ///< "block", "block_en_first", "interleaved", "interleaved_sentence", "table",
               ///< "table_rev", "mixed_inline", "heading_ar_body_en", "heading_en_body_ar",
               ///< "partial", "monolingual", "unrelated", "files", "empty"
  std::vector<Sentence> arabic, english;
  std::vector<Bead> beads;
  std::vector<Explanation> explanations;  ///< one a bead where they were asked for, else empty
  std::vector<NullPair> null_pairs;       ///< as explanations; each sentence once at most
  std::vector<Skipped> skipped;           ///< of the page, or of the Arabic file
  std::vector<Skipped> english_skipped;   ///< of the English file; empty for a page
  Coverage coverage;
  std::vector<std::string> notes;  ///< for people: "no Arabic text: nothing to align"
};

}  // namespace muwazi
