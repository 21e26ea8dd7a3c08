// Readers of segments that are paired already: translation memories, XLIFF, columns of tab-separated text.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"
#include "muwazi/text/fault.h"

namespace muwazi {

enum class PairFormat : std::uint8_t { tsv, tmx, xliff };

/// Segment k of the one side is that of the other. White space inside a segment is one space; a line feed stands
/// between two. What a file calls a placeholder or a paired code becomes "{x:1}", by its element and its number.
struct PairFile {
  struct Side {
    std::string text;
    std::vector<ByteRange> segments;  ///< in `text`; may be empty
  };
  Side arabic, english;
  std::vector<std::uint32_t> lines;  ///< of each pair, in the file, from 1
};

/// Which language a column or a source is, its letters say. Of TSV the columns src_text and trg_text, where the first line
/// has these names, else the first two. Faults: malformed_pair, malformed_xml. Memory of a few times the file.
[[nodiscard]] Result<PairFile> read_pairs(std::string_view text, const std::string& file,
                                          PairFormat format);

}  // namespace muwazi
