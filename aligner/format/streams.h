// The readers and writers of each format, on streams. What open_pairs() and create_pairs() are made of, and align's
// writers too.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "format/input.h"
#include "muwazi/format/pairs.h"

namespace muwazi {

using ReaderPointer = std::unique_ptr<PairReader>;
using WriterPointer = std::unique_ptr<PairWriter>;

/// Takes what is written, in order.
using Sink = std::function<void(std::string_view)>;

/// Collects what is written until it is worth a call of the system.
class Buffered {
 public:
  explicit Buffered(Sink sink) : sink_(std::move(sink)) {}

  [[nodiscard]] std::string& bytes() { return bytes_; }
  void pass_on_if_full() {
    if (bytes_.size() >= kFull) pass_on();
  }
  void pass_on() {
    sink_(bytes_);
    bytes_.clear();
  }

 private:
  static constexpr std::size_t kFull = std::size_t{1} << 17U;
  Sink sink_;
  std::string bytes_;
};

/// A writer of one stream.
class StreamWriter : public PairWriter {
 public:
  explicit StreamWriter(Sink sink) : stream(std::move(sink)) {}
  [[nodiscard]] WriteLosses losses() const override { return lost; }

 protected:
  Buffered stream;
  WriteLosses lost;
};

// Which side is Arabic the first pairs say, but of TMX and JSON Lines, where the file does.
[[nodiscard]] ReaderPointer arabic_first(ReaderPointer reader);

[[nodiscard]] ReaderPointer read_tsv(Input input);
[[nodiscard]] ReaderPointer read_csv(Input input);
[[nodiscard]] ReaderPointer read_xlsx(const std::string& path);
[[nodiscard]] ReaderPointer read_jsonl(Input input);
[[nodiscard]] ReaderPointer read_tmx(Input input, bool is_utf8 = false);
[[nodiscard]] ReaderPointer read_xliff(Input input, bool is_utf8 = false);
[[nodiscard]] ReaderPointer read_moses(Input arabic, Input english);
[[nodiscard]] ReaderPointer read_bead_lines(Input beads, Input arabic, Input english);
[[nodiscard]] ReaderPointer read_ladder(Input ladder, Input arabic, Input english);
using OpenFile = std::function<Input(const std::string& path)>;
/// Opens `path`, and the documents that the links name, in its folder; or `documents`, where there are two.
[[nodiscard]] ReaderPointer read_ces(const std::string& path, std::vector<std::string> documents,
                                     const OpenFile& open, bool is_utf8 = false);

[[nodiscard]] WriterPointer write_tsv(Sink sink);
/// Its lines: the names of the columns, and a pair. The latter gives the number of NULs that became U+FFFD.
[[nodiscard]] std::string tsv_header();
std::size_t append_tsv_row(std::string& out, const SegmentPair& pair);
[[nodiscard]] WriterPointer write_csv(Sink sink);
/// Writes to a file of its own, which goes to `sink` at the end: the program that packs it wants to move about in it.
[[nodiscard]] WriterPointer write_xlsx(Sink sink);
[[nodiscard]] WriterPointer write_jsonl(Sink sink);
[[nodiscard]] WriterPointer write_tmx(Sink sink, std::string_view version);
[[nodiscard]] WriterPointer write_xliff(Sink sink);
[[nodiscard]] WriterPointer write_xliff2(Sink sink);
[[nodiscard]] WriterPointer write_moses(Sink arabic, Sink english, bool keep_nulls);
/// The numbers count the lines of both documents, which hold each part of a text in a line.
[[nodiscard]] WriterPointer write_bead_lines(Sink sink, Sink arabic, Sink english);
[[nodiscard]] WriterPointer write_ladder(Sink sink, Sink arabic, Sink english);
/// Names are those of the documents, for the links.
[[nodiscard]] WriterPointer write_ces(Sink links, Sink arabic, Sink english,
                                      const std::string& arabic_name,
                                      const std::string& english_name);

}  // namespace muwazi
