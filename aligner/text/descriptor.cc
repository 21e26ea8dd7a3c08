#include "text/descriptor.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <system_error>

#include "muwazi/text/fault.h"

namespace muwazi {
namespace {

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

}  // namespace

void fail(std::string_view action, const std::string& path, int error) {
  throw EnvironmentError(fmt::format("cannot {} {}: {}", action, path, reason(error)),
                         remedy_for(error));
}

int open_to_read(const std::string& path) {
  const bool from_stdin = path == "-";
  const int file = from_stdin ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail("read", from_stdin ? "standard input" : path, errno);
  return file;
}

int write_all(int file, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

}  // namespace muwazi
