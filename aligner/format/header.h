// Which column of a table is what: by the names in its first row, or, where it has none, by what stands there.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "format/columns.h"

namespace muwazi {

/// A place each; nothing for a column that is not read.
using Columns = std::vector<std::optional<Column>>;

/// The columns that a header has. Names count in capitals too; of "source" and "target" one is Arabic, which one the reader
/// sees in the texts (arabic_first). Not of a row of data: a header has both texts.
[[nodiscard]] std::optional<Columns> header_of(const std::vector<std::string>& cells);

/// What a row lacks that is meant for a header: it names one of the texts as Bitextor does, or several columns, and not
/// both texts.
[[nodiscard]] std::optional<std::string> missing_column(const std::vector<std::string>& cells);

/// Of a first row that is none: two texts, or Bitextor's columns, which begin with two addresses. Cells without a letter
/// beside two texts are numbers of rows.
[[nodiscard]] Columns usual_columns(const std::vector<std::string>& cells);

/// How many cells a row has that has both texts.
[[nodiscard]] std::size_t least_cells(const Columns& columns);

}  // namespace muwazi
