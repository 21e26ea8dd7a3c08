// Files by POSIX calls: iostreams tell neither why an open failed nor whether bytes reached the disk.
#include "muwazi/text/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "text/decompress.h"

namespace muwazi {
namespace {

namespace fs = std::filesystem;

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

// What the user can do about an error of the system.
std::string remedy_for(int error) {
  switch (error) {
    case ENOENT:
      return "check the name";
    case EACCES:
    case EPERM:
      return "check the permissions of the file and its folder";
    case EROFS:
      return "name a file on a disk that can be written to";
    case ENOSPC:
    case EDQUOT:
      return "free some space, or name a file on another disk";
    case EISDIR:
      return "name a file in it";
    case ENOTDIR:
      return "a part of the path is a file, not a folder";
    case EPIPE:
      return "the program that reads it has ended";
    case ENAMETOOLONG:
      return "choose a shorter name";
    case EMFILE:
    case ENFILE:
      return "allow more open files (ulimit -n)";
    default:
      return "try again, or name another file";
  }
}

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "no such file or folder";
    case EACCES:
      return "permission denied";
    case EISDIR:
      return "it is a folder";
    default:
      return std::generic_category().message(error);
  }
}

[[noreturn]] void fail(std::string_view action, const std::string& path, int error) {
  throw EnvironmentError(fmt::format("cannot {} {}: {}", action, path, reason(error)),
                         remedy_for(error));
}

// All bytes up to the end, or one more than `max_bytes`.
std::string read_all(int file, const std::string& shown, std::uint64_t max_bytes) {
  struct stat status {};
  std::string bytes;
  std::size_t expected = 0;
  if (::fstat(file, &status) == 0) {
    if (S_ISDIR(status.st_mode)) fail("read", shown, EISDIR);
    if (S_ISREG(status.st_mode)) expected = static_cast<std::size_t>(status.st_size);
  }
  constexpr std::size_t kPiece = 1U << 16U;
  const std::uint64_t most = max_bytes + 1 == 0 ? max_bytes : max_bytes + 1;
  expected = static_cast<std::size_t>(std::min<std::uint64_t>(expected, most));
  for (std::size_t size = 0;;) {
    // One byte past the expected size, so that the end is met without growing.
    const std::size_t room = size <= expected ? expected + 1 : size + std::max(kPiece, size / 2);
    if (bytes.size() < room) bytes.resize(room);
    const ssize_t count = ::read(file, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("read", shown, errno);
    size += static_cast<std::size_t>(count);
    if (count == 0 || size >= most) {
      bytes.resize(size);
      return bytes;
    }
  }
}

// Throws nothing; gives the error, or 0.
int write_all(int file, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

void write_to_stdout(std::string_view bytes) {
  std::cout.flush();
  std::fflush(stdout);
  if (const int error = write_all(STDOUT_FILENO, bytes); error != 0) {
    fail("write to", "standard output", error);
  }
}

void write_directly(const std::string& path, std::string_view bytes) {
  FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.number() < 0) fail("write to", path, errno);
  int error = write_all(file.number(), bytes);
  if (error == 0 && !file.close()) error = errno;
  if (error != 0) fail("write to", path, error);
}

// Where a chain of symbolic links leads, whether a file is there or not.
fs::path link_target(fs::path path) {
  constexpr int kMostLinks = 40;  // as Linux allows
  std::error_code error;
  for (int links = 0; fs::is_symlink(path, error); ++links) {
    if (links == kMostLinks) fail("write", path.string(), ELOOP);
    path = path.parent_path() / fs::read_symlink(path, error);
  }
  return path;
}

// A file that is not there yet, in the folder of the one that it will become.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& target) : target_(target), file_(create()) {}
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  // Gives the error, or 0. The owner goes first: changing it can clear permission bits.
  int take_over(const struct stat& status) noexcept {
    struct stat own {};
    if (::fstat(file_.number(), &own) != 0) return errno;
    if (own.st_uid != status.st_uid || own.st_gid != status.st_gid) {
      // Only the superuser may; for others the file becomes their own.
      if (::fchown(file_.number(), status.st_uid, status.st_gid) != 0 && errno != EPERM)
        return errno;
    }
    return ::fchmod(file_.number(), status.st_mode & 07777U) == 0 ? 0 : errno;
  }

  int write(std::string_view bytes) noexcept {
    if (const int error = write_all(file_.number(), bytes); error != 0) return error;
    if (::fsync(file_.number()) != 0 && errno != EINVAL) return errno;
    return file_.close() ? 0 : errno;
  }

  int rename() noexcept {
    if (::rename(path_.c_str(), target_.c_str()) != 0) return errno;
    path_.clear();
    FileDescriptor folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() >= 0) ::fsync(folder.number());  // not every file system can
    return 0;
  }

 private:
  int create() {
    folder_ = target_.has_parent_path() ? target_.parent_path().string() : ".";
    for (unsigned attempt = 0;; ++attempt) {
      path_ = fmt::format("{}/.muwazi-{}-{}.tmp", folder_, ::getpid(), attempt);
      const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (file >= 0) return file;
      if (errno == EEXIST) continue;
      const int error = errno;
      path_.clear();
      fail("write", target_.string(), error);
    }
  }

  fs::path target_;
  std::string folder_, path_;
  FileDescriptor file_;
};

void replace(const std::string& path, std::string_view bytes) {
  const fs::path target = link_target(path);
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  // A rename would get past the protection of the file, since only the folder's counts for it.
  if (exists && ::access(target.c_str(), W_OK) != 0) fail("write", path, errno);
  TemporaryFile file(target);
  int error = exists ? file.take_over(status) : 0;
  if (error == 0) error = file.write(bytes);
  if (error == 0) error = file.rename();
  if (error != 0) fail("write", path, error);
}

}  // namespace

Result<std::string> read_bytes(const std::string& path, const ReadOptions& options) {
  const bool from_stdin = path == "-";
  FileDescriptor file(from_stdin ? ::dup(STDIN_FILENO)
                                 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const std::string shown = from_stdin ? "standard input" : path;
  if (file.number() < 0) fail("read", shown, errno);
  std::string bytes = read_all(file.number(), shown, options.max_bytes);
  if (bytes.size() > options.max_bytes) return too_large(path, options.max_bytes);
  const Compression compression = compression_of(bytes);
  if (compression == Compression::none) return bytes;
  return decompress(bytes, compression, options.max_bytes, path);
}

void write_whole(const std::string& path, std::string_view bytes) {
  if (path == "-" || path == "/dev/stdout") return write_to_stdout(bytes);
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (path.empty()) fail("write", "\"\"", ENOENT);
  if (path.back() == '/' || (exists && S_ISDIR(status.st_mode))) fail("write", path, EISDIR);
  const bool descriptor =
      path.starts_with("/dev/fd/") || path == "/dev/stderr" || path.starts_with("/proc/");
  if (exists && (!S_ISREG(status.st_mode) || descriptor)) return write_directly(path, bytes);
  replace(path, bytes);
}

}  // namespace muwazi
