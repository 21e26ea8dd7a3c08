// The role of each line: what its words say, then where it stands.
#pragma once
#include <string_view>
#include <vector>

#include "page/lines.h"
#include "page/splits.h"

namespace muwazi::page {

/// One role a line. Splits of lines that turn out to be menus or headers of tables are cleared.
[[nodiscard]] std::vector<Role> read_roles(std::string_view text,
                                           const std::vector<LineFacts>& lines,
                                           std::vector<Split>& splits);

}  // namespace muwazi::page
