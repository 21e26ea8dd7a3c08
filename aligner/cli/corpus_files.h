// The files that muwazi corpus reads and writes, with the checksums of their bytes.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/inputs.h"
#include "cli/pair_sources.h"
#include "format/streams.h"
#include "muwazi/corpus/datasheet.h"
#include "muwazi/text/checksum.h"
#include "text/whole_file.h"

namespace muwazi {

/// A file that is written bit by bit, whole or not at all.
class SummedFile {
 public:
  explicit SummedFile(std::string path) : path_(std::move(path)), file_(path_) {}

  void write(std::string_view bytes) {
    sum_.update(bytes);
    (void)file_.write(bytes);
  }
  [[nodiscard]] Sink sink() {
    return [this](std::string_view bytes) { write(bytes); };
  }
  void finish() { file_.finish(); }
  [[nodiscard]] CorpusFile entry() const { return {file_name(path_), sum_.hex()}; }

 private:
  std::string path_;
  WholeFile file_;
  Sha256 sum_;
};

/// PREFIX.ar, PREFIX.en and PREFIX.tsv, of the corpus or of a split of it.
[[nodiscard]] std::vector<std::string> split_files(const std::string& prefix,
                                                   const std::string& split);

class SplitFiles {
 public:
  explicit SplitFiles(const std::vector<std::string>& paths);
  void write(const SegmentPair& pair);
  /// Writes what is buffered; only then are entries() those of whole files.
  void end();
  [[nodiscard]] std::vector<CorpusFile> entries() const;
  void finish();

 private:
  SummedFile arabic_, english_, table_;
  WriterPointer sides_, rows_;
};

/// The pairs that were removed, as TSV, with the reason in a column before the others.
class RemovedFile {
 public:
  explicit RemovedFile(const std::string& path);
  void write(const SegmentPair& pair, Removal removal);
  void finish();

 private:
  WholeFile file_;
  Buffered out_;
};

/// A source that is being read, with the checksums of its files.
class SummedSource {
 public:
  SummedSource(const PairSource& source, PairReadOptions how);
  SummedSource(const SummedSource&) = delete;
  SummedSource& operator=(const SummedSource&) = delete;
  [[nodiscard]] PairReader& reader() { return *reader_; }
  /// After its end.
  [[nodiscard]] CorpusSource entry(std::uint64_t pairs);

 private:
  const PairSource& source_;
  std::map<std::string, Sha256> sums_;
  std::unique_ptr<PairReader> reader_;
};

}  // namespace muwazi
