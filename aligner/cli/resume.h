// An output that goes on where an interrupted run left it.
//
// A run writes one record a line for each line of its input, in order. So the number of whole records says
// how many lines of the input are done; what stands behind the last line end was cut off while it was
// written, and goes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "text/descriptor.h"

namespace muwazi {

class ResumedFile {
 public:
  /// Makes the file if it is not there, and counts its records otherwise. Changes nothing in it yet.
  /// Throws EnvironmentError: it is no plain file, packed, no output of align, or another run writes it.
  explicit ResumedFile(const std::string& path);
  /// Takes away a file that it made where cut() was not called: there was no input.
  ~ResumedFile();
  ResumedFile(const ResumedFile&) = delete;
  ResumedFile& operator=(const ResumedFile&) = delete;

  [[nodiscard]] std::uint64_t records() const noexcept { return records_; }
  /// How many of them are of documents that could not be aligned.
  [[nodiscard]] std::uint64_t errors() const noexcept { return errors_; }

  /// Whether the last whole record has this id, given as JSON.
  [[nodiscard]] bool last_has_id(std::string_view id) const;

  /// Takes off what is behind the last whole record.
  void cut();
  /// At the end of the file.
  void write(std::string_view bytes);
  /// Throws EnvironmentError where the bytes did not reach the disk.
  void finish();

 private:
  void scan();
  [[nodiscard]] std::string bytes_at(std::uint64_t offset, std::size_t count) const;

  std::string path_;
  bool made_ = false;
  FileDescriptor file_;
  std::uint64_t records_ = 0, errors_ = 0;
  std::uint64_t last_ = 0;  ///< where the last whole record begins
  std::uint64_t end_ = 0;   ///< where it ends, and with it what is kept
};

}  // namespace muwazi
