// A passage into sentences: ICU's break iterator gives candidates, rules and the lists of
// data/segment decide.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"
#include "muwazi/text/language.h"

namespace muwazi {

/// Not copyable, cheap to keep; one a thread.
class Segmenter {
 public:
  Segmenter();
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  /// The sentences of `passage` (valid UTF-8, one language; line ends end a sentence), as ranges
  /// into it: in order, not overlapping, not empty, without white space at either end; between them
  /// and around them is only white space (Unicode's, and U+FEFF). Punctuation alone on a line is a
  /// sentence. Abbreviations are those of Arabic and English whatever `language` says. Linear time.
  /// With `join_lines` a line end is a space: for paragraphs broken at a fixed width.
  [[nodiscard]] std::vector<ByteRange> sentences(std::string_view passage, Language language,
                                                 bool join_lines = false) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The rules of a Segmenter as an SRX 2.0 document (one languagerule for Arabic, one for English),
/// for tools that read SRX. SRX has no ICU candidates: the document says where it differs.
[[nodiscard]] std::string srx();

}  // namespace muwazi
