// Tables of two languages: rows by separator and number of cells, columns by vote.
#pragma once
#include <string_view>
#include <vector>

#include "page/splits.h"

namespace muwazi::page {

/// Fills in the splits of lines that are rows of a two-language table.
void split_rows(std::string_view text, const std::vector<LineFacts>& lines,
                std::vector<Split>& splits);

}  // namespace muwazi::page
