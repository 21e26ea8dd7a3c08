// One line of a stream, from its bytes to the record that is written for it.
#pragma once
#include <cstdint>
#include <string>

#include "cli/in_order.h"
#include "muwazi/bitext/aligner.h"
#include "muwazi/format/writers.h"
#include "text/line_reader.h"

namespace muwazi {

struct StreamSettings {
  bool list = false;       ///< a line names files, else it is JSON
  bool segmented = false;  ///< list only: each line of the files is a sentence
  std::string file;        ///< the stream's name, "-" for standard input
  std::string output;      ///< a file that no line may name as its input
  std::string encoding;    ///< of the files of a list
  std::uint64_t max_document = 0;
  WriteOptions write;
};

/// Never throws for what is wrong with the line, its files or their size: that is an error record. Throws
/// EnvironmentError for a line that names the output.
[[nodiscard]] Outcome align_line(const Aligner& aligner, const TextLine& line,
                                 const StreamSettings& settings);

/// The id, as JSON, that the record of a line has.
[[nodiscard]] std::string id_of_line(const TextLine& line, const StreamSettings& settings);

}  // namespace muwazi
