// What a corpus is made of and how: the JSON file beside it.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "muwazi/corpus/builder.h"
#include "muwazi/corpus/filters.h"

namespace muwazi {

struct CorpusFile {
  std::string name;    ///< without its folder
  std::string sha256;  ///< of its bytes, as sha256sum prints it
};

struct CorpusSource {
  std::vector<CorpusFile> files;  ///< one, or those that belong together
  std::uint64_t pairs = 0;
  std::uint64_t failed_documents = 0;  ///< error records
  std::uint64_t foreign_units = 0;     ///< without Arabic or English
};

struct CorpusOrigin {
  std::string program;  ///< "muwazi 0.1.0"
  std::vector<CorpusSource> sources;
  std::vector<CorpusFile> models;  ///< that the pairs were aligned with, where that is known
  std::vector<CorpusFile> files;   ///< of the corpus
};

/// The whole file: an object, keys in a fixed order, a line end behind it. README.md says what they mean.
[[nodiscard]] std::string datasheet(const CorpusCounts& counts, const CorpusFilters& filters,
                                    const std::vector<CorpusSplit>& splits,
                                    const CorpusOrigin& origin);

}  // namespace muwazi
