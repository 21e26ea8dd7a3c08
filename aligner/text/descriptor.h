// Files by POSIX calls: iostreams tell neither why an open failed nor whether bytes reached the disk.
#pragma once
#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>

namespace muwazi {

/// An open file, closed at the end.
class FileDescriptor {
 public:
  explicit FileDescriptor(int number) noexcept : number_(number) {}
  ~FileDescriptor() { close(); }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;

  [[nodiscard]] int number() const noexcept { return number_; }
  /// False where the file system tells only now that bytes were lost.
  bool close() noexcept {
    const int number = number_;
    number_ = -1;
    return number < 0 || ::close(number) == 0 || errno == EINTR;
  }

 private:
  int number_;
};

/// Throws EnvironmentError: "cannot read x.txt: no such file or folder; check the name". `error` is an
/// errno.
[[noreturn]] void fail(std::string_view action, const std::string& path, int error);

/// Opens for reading; "-" is standard input. Throws EnvironmentError.
[[nodiscard]] int open_to_read(const std::string& path);

/// Writes all of `bytes`; waits where the file is non-blocking and full. Throws nothing; gives the errno,
/// or 0. With a file descriptor `stop` it never waits within write(), where a signal that is blocked
/// cannot reach it: as soon as `stop` can be read from, a reader who takes nothing for a second is given
/// up, with ECANCELED. One who goes on reading gets all bytes.
[[nodiscard]] int write_all(int file, std::string_view bytes, int stop = -1) noexcept;

}  // namespace muwazi
