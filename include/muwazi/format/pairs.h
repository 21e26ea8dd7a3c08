// Files of aligned segments, read and written pair by pair: what is held does not grow with the file.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/bitext/bitext.h"
#include "muwazi/format/segment_pair.h"
#include "muwazi/format/writers.h"
#include "muwazi/text/byte_range.h"
#include "muwazi/text/fault.h"

namespace muwazi {

/// README.md says what each holds. `xliff` is version 1.2 where it is written; either reads both.
enum class PairFormat : std::uint8_t {
  tsv,
  csv,
  xlsx,
  jsonl,
  tmx,
  xliff,
  xliff2,
  moses,
  ces,
  beads,
  ladder
};

/// All names, for help and messages: "tsv", …; in the order of the enumerators.
[[nodiscard]] const std::vector<std::string>& pair_format_names();
[[nodiscard]] std::optional<PairFormat> pair_format_named(std::string_view name);
/// By the ending of a file's name, before that of a packed one.
[[nodiscard]] std::optional<PairFormat> pair_format_of(std::string_view file);

class PairReader {
 public:
  PairReader() = default;
  virtual ~PairReader() = default;
  PairReader(const PairReader&) = delete;
  PairReader& operator=(const PairReader&) = delete;

  /// False at the end, and where the file is wrong, which fault() tells then. Throws EnvironmentError.
  [[nodiscard]] virtual bool next(SegmentPair& pair) = 0;
  [[nodiscard]] virtual const std::optional<Fault>& fault() const = 0;
  /// Documents that had an error record in place of their pairs.
  [[nodiscard]] virtual std::uint64_t failed_documents() const { return 0; }
  /// Units without Arabic and without English, passed over: those of a TMX in other languages.
  [[nodiscard]] virtual std::uint64_t foreign_units() const { return 0; }
  /// Files that were named in what was read, and were opened for it so far: the documents of cesAlign.
  [[nodiscard]] virtual std::vector<std::string> further_files() const { return {}; }
};

/// What a format could not hold.
struct WriteLosses {
  std::uint64_t nulls = 0;       ///< pairs with an empty side, left out
  std::uint64_t wrong = 0;       ///< pairs that a person marked as wrong, left out
  std::uint64_t characters = 0;  ///< control characters, U+FFFD in their place
};

class PairWriter {
 public:
  PairWriter() = default;
  virtual ~PairWriter() = default;
  PairWriter(const PairWriter&) = delete;
  PairWriter& operator=(const PairWriter&) = delete;

  /// A fault: the format cannot hold this pair. Texts must be UTF-8. Throws EnvironmentError.
  [[nodiscard]] virtual std::optional<Fault> write(const SegmentPair& pair) = 0;
  /// Writes the end; the files take their names only now.
  virtual void finish() = 0;
  [[nodiscard]] virtual WriteLosses losses() const = 0;
};

/// Gets the bytes of each file as they are, packed, in order as they are read.
using SeeFile = std::function<void(const std::string& file, std::string_view bytes)>;

struct PairReadOptions {
  /// A name that ICU knows ("windows-1256"), or "auto": UTF-8, UTF-16 with a byte order mark, what XML says of itself.
  /// A workbook has its own.
  std::string encoding = "auto";
  int stop =
      -1;  ///< the input ends early as soon as this file descriptor can be read from; -1: none
  SeeFile see =
      {};  ///< not of xlsx and ces, which do not read a file once from its beginning to its end
};

/// Those of `files`, and those that go with them by their names where they are not named: the two sides of moses, the
/// Arabic and English sentences of beads and ladder. What cesAlign goes with stands in it.
[[nodiscard]] std::vector<std::string> pair_inputs(const std::vector<std::string>& files,
                                                   PairFormat format);

/// Opens what `files` are together: one file; the two of moses; beads or ladder with their Arabic and English sentences,
/// and ces with its documents, which are looked for beside it if they are not named. Packed ones are unpacked as they are
/// read. Which side is Arabic the letters of the first thousand pairs say, where the format does not. Throws
/// EnvironmentError.
[[nodiscard]] std::unique_ptr<PairReader> open_pairs(const std::vector<std::string>& files,
                                                     PairFormat format,
                                                     const PairReadOptions& options = {});

struct PairWriteOptions {
  bool keep_nulls = false;   ///< moses: also pairs with an empty side
  std::string version = "";  ///< of the program, for the headers that name it
  int stop =
      -1;  ///< ends the writing to a pipe whose reader has stalled, as that of PairReadOptions
};

/// The files that are written for a name: more than one of moses, ces, beads and ladder.
[[nodiscard]] std::vector<std::string> pair_files(const std::string& path, PairFormat format);

/// Throws EnvironmentError.
[[nodiscard]] std::unique_ptr<PairWriter> create_pairs(const std::string& path, PairFormat format,
                                                       const PairWriteOptions& options = {});

/// The beads of an alignment, as pairs with ids such as "harbour#3". A fault as of write().
[[nodiscard]] std::optional<Fault> write_pairs(const Bitext& bitext, const Texts& texts,
                                               const WriteOptions& options, PairWriter& writer);

/// A whole file of pairs in memory, for checking.
struct PairFile {
  struct Side {
    std::string text;
    std::vector<ByteRange> segments;  ///< in `text`; may be empty
  };
  Side arabic, english;
  std::vector<std::uint32_t> lines;  ///< of each pair, in the file, from 1
};

/// All pairs of TSV, CSV, TMX or XLIFF that is decoded already. White space inside a segment is one space; a line feed stands
/// between two.
[[nodiscard]] Result<PairFile> read_pairs(std::string_view text, const std::string& file,
                                          PairFormat format);

/// Whether a text is TSV with names of columns in its first line.
[[nodiscard]] bool has_pair_columns(std::string_view text);

/// The texts of such a file for learning: Arabic, a tab and English, a line feed; not of pairs with an empty side or
/// those that a person marked as wrong.
[[nodiscard]] Result<std::string> training_pairs(std::string_view text, const std::string& file);

}  // namespace muwazi
