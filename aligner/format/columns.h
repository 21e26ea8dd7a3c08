// A pair as the cells of a row: the names of the columns, what stands in them, and what they are read as.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/format/segment_pair.h"

namespace muwazi {

enum class Column : std::uint8_t {
  arabic_source,
  english_source,
  arabic_text,
  english_text,
  score,
  arabic_start,
  arabic_end,
  english_start,
  english_end,
  document,
  marked,
  id,
  arabic_sentences,
  english_sentences,
  judgement,
  note,
  key,  ///< pair_key(): for sheets, to tell afterwards what a person changed
};

/// For a table that programs read (Bitextor's names: src_text), and for one that people do (Arabic).
[[nodiscard]] std::string_view table_name(Column column);
[[nodiscard]] std::string_view sheet_name(Column column);

/// What stands between the tabs of a line.
void split_cells(std::string_view line, std::vector<std::string>& cells);

void append_cell(std::string& out, const SegmentPair& pair, Column column);

/// Says what is wrong with a cell where it is: "the score is \"high\"".
[[nodiscard]] std::optional<std::string> set_cell(SegmentPair& pair, Column column,
                                                  std::string_view cell);

/// 64 bits of what a person may change, the texts, the judgement and the note, as 16 hexadecimal digits. Carriage returns
/// do not count: spreadsheets drop them.
[[nodiscard]] std::string pair_key(const SegmentPair& pair);

}  // namespace muwazi
