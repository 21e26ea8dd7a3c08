#include "text/descriptor.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <climits>
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

/// Until the file takes PIPE_BUF bytes, or has an error that write() will tell.
int wait_for_room(int file, int stop) noexcept {
  constexpr int kGraceMilliseconds = 1000;
  std::array<pollfd, 2> files = {{{file, POLLOUT, 0}, {stop, POLLIN, 0}}};  // -1 is passed over
  for (int timeout = -1;;) {
    const int count = ::poll(files.data(), files.size(), timeout);
    if (count < 0 && errno != EINTR) return errno;
    if (count < 0) continue;
    if (files[0].revents != 0) return 0;
    if (count == 0) return ECANCELED;
    files[1].fd = -1;
    timeout = kGraceMilliseconds;
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

int write_all(int file, std::string_view bytes, int stop) noexcept {
  bool wait = stop >= 0;
  while (!bytes.empty()) {
    if (const int error = wait ? wait_for_room(file, stop) : 0; error != 0) return error;
    const std::size_t piece = wait ? std::min<std::size_t>(bytes.size(), PIPE_BUF) : bytes.size();
    const ssize_t count = ::write(file, bytes.data(), piece);
    if (count < 0 && errno != EINTR && errno != EAGAIN) return errno;
    // Whoever shares the file, a shell's terminal for example, may have made it non-blocking.
    wait = wait || (count < 0 && errno == EAGAIN);
    bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
  }
  return 0;
}

}  // namespace muwazi
