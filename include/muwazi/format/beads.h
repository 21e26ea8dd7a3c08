// Beads as text, one a line: `[0, 1]:[2]:0.98`, 0-based sentence numbers, Arabic first.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/align/bead.h"
#include "muwazi/text/fault.h"

namespace muwazi {

/// A bead as files have it: any set of numbers on each side.
struct BeadLine {
  std::vector<std::uint32_t> arabic, english;
  friend bool operator==(const BeadLine&, const BeadLine&) = default;
};

/// Reads what `muwazi align --format beads` writes, and gold files; a third field is ignored, blank lines
/// are passed over. Fault: malformed_bead with its line.
[[nodiscard]] Result<std::vector<BeadLine>> read_beads(std::string_view text,
                                                       const std::string& file);

}  // namespace muwazi
