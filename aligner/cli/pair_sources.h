// Which of the files on a command line are read together as one file of pairs.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "muwazi/format/pairs.h"
#include "muwazi/text/fault.h"

namespace muwazi {

/// Files that are read as one, in their format; also those that nobody named, pair_inputs().
struct PairSource {
  std::vector<std::string> files;
  PairFormat format = PairFormat::tsv;
};

/// In the order of the files. `format` is a name, or empty: the endings tell. A fault where they do not.
[[nodiscard]] Result<std::vector<PairSource>> pair_sources(const std::vector<std::string>& files,
                                                           const std::string& format);

/// Every file that is read.
[[nodiscard]] std::vector<std::string> files_of(const std::vector<PairSource>& sources);

/// What to say where one of `outputs` would replace a document that was named in what `reader` has read. It is known only
/// then; outputs do not take their names before the end.
[[nodiscard]] std::optional<std::string> replaces_further(const std::vector<std::string>& outputs,
                                                          const PairReader& reader);

}  // namespace muwazi
