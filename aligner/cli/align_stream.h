// The stream modes of `muwazi align`: many documents in, a record a line out, in the same order.
#pragma once
#include <string>
#include <vector>

#include "cli/options.h"
#include "muwazi/bitext/aligner.h"
#include "muwazi/format/writers.h"

namespace muwazi {

struct StreamConfig {
  bool jsonl = false;        ///< the input is a document a line
  std::string list;          ///< a file of names of files; empty: none
  std::string resume;        ///< the output, which goes on where it ends; empty: none
  std::string max_document;  ///< "64M"; empty: the default
  unsigned jobs = 1;         ///< threads that align; 0: one for each processor

  [[nodiscard]] bool asked() const { return jsonl || !list.empty(); }
};

/// What `align` was told besides, for both modes.
struct StreamRequest {
  StreamConfig config;
  std::vector<std::string> inputs;
  bool segmented = false;
  std::string output = "-", format, model, weights, encoding;
  AlignOptions align;
  WriteOptions write;
  bool quiet = false;
};

void add_stream_options(Options& options, StreamConfig& config);

/// What to say where a stream mode cannot do what it was told; also where one was not asked for but an
/// option of it was given.
[[nodiscard]] std::optional<std::string> wrong_stream(const StreamRequest& request);

/// Gives the exit code. Throws EnvironmentError.
[[nodiscard]] int align_stream(const StreamRequest& request);

}  // namespace muwazi
