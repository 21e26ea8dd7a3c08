// The lines of a stream, one at a time and none longer than a limit.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "text/decompress.h"

namespace muwazi {

struct TextLine {
  std::uint64_t number = 0;  ///< counts from 1
  std::string
      bytes;  ///< without its line end, LF or CR LF; of a line past the limit, its beginning
  bool too_long = false;
};

/// Only LF ends a line: a text inside JSON may hold U+2028, NEL and CR. A last line needs no line end;
/// behind a last line end there is no line more.
class LineReader {
 public:
  /// Of a line of more than `most_bytes` this many bytes at most are kept, enough to see what it is.
  static constexpr std::size_t kKept = 4096;

  LineReader(ReadBytes source, std::size_t most_bytes);

  /// False at the end. Throws what the source throws.
  [[nodiscard]] bool next(TextLine& line);

 private:
  bool fill();
  void add(TextLine& line, const char* bytes, std::size_t count) const;

  ReadBytes source_;
  std::size_t most_bytes_;
  std::vector<char> buffer_;
  std::size_t at_ = 0, end_ = 0;  ///< what of the buffer is not given away yet
  std::uint64_t number_ = 0;
};

}  // namespace muwazi
