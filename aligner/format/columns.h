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
/// By either name.
[[nodiscard]] std::optional<Column> column_named(std::string_view name);

/// What stands between the tabs of a line.
void split_cells(std::string_view line, std::vector<std::string>& cells);

/// The columns that a header has, a place each; nothing where a cell is no known name. Not of a row of data: a header
/// has both texts.
[[nodiscard]] std::optional<std::vector<std::optional<Column>>> header_of(
    const std::vector<std::string>& cells);

/// What a row lacks that is meant for a header: it names one of the texts, or several columns, and not both texts.
[[nodiscard]] std::optional<std::string> missing_column(const std::vector<std::string>& cells);

/// How many cells a row has that has both texts.
[[nodiscard]] std::size_t least_cells(const std::vector<std::optional<Column>>& columns);

void append_cell(std::string& out, const SegmentPair& pair, Column column);

/// Says what is wrong with a cell where it is: "the score is \"high\"".
[[nodiscard]] std::optional<std::string> set_cell(SegmentPair& pair, Column column,
                                                  std::string_view cell);

/// 64 bits of what a person may change, the texts, the judgement and the note, as 16 hexadecimal digits. Carriage returns
/// do not count: spreadsheets drop them.
[[nodiscard]] std::string pair_key(const SegmentPair& pair);

}  // namespace muwazi
