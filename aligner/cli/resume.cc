#include "cli/resume.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <string>
#include <utility>

#include "muwazi/text/fault.h"
#include "text/decompress.h"

namespace muwazi {
namespace {

constexpr std::string_view kRecordStart = R"({"id": )";
/// Of a record of an error, behind its id. In a string of a record the quotation marks would be escaped.
constexpr std::string_view kError = R"(, "error": {"code": ")";
constexpr std::string_view kPacked = "it is packed, and what is packed cannot be cut";

[[noreturn]] void refuse(const std::string& path, std::string_view why) {
  throw EnvironmentError(fmt::format("cannot go on with {}: {}", path, why),
                         "name another file to --resume");
}

int open_to_resume(const std::string& path, bool& made) {
  if (path.ends_with(".gz") || path.ends_with(".xz") || path.ends_with(".zst"))
    refuse(path, kPacked);
  constexpr int kFlags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC;
  int file = ::open(path.c_str(), kFlags | O_EXCL, 0666);
  made = file >= 0;
  if (!made) file = ::open(path.c_str(), kFlags, 0666);
  if (file < 0) fail("write", path, errno);
  return file;
}

}  // namespace

ResumedFile::ResumedFile(const std::string& path)
    : path_(path), file_(open_to_resume(path, made_)) {
  struct stat status {};
  if (::fstat(file_.number(), &status) != 0) fail("read", path, errno);
  if (!S_ISREG(status.st_mode)) refuse(path, "it is no plain file");
  if (::flock(file_.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    refuse(path, "another run is writing it");
  constexpr std::size_t kMagicSize = 6;
  if (compression_of(bytes_at(0, kMagicSize)) != Compression::none) refuse(path, kPacked);
  scan();
  const std::string last = bytes_at(last_, kRecordStart.size());
  const std::string rest = bytes_at(end_, kRecordStart.size());
  if ((records_ > 0 && last != kRecordStart) || !kRecordStart.starts_with(rest))
    refuse(path, "it holds something else than the records of 'muwazi align'");
}

ResumedFile::~ResumedFile() {
  if (made_) ::unlink(path_.c_str());
}

std::string ResumedFile::bytes_at(std::uint64_t offset, std::size_t count) const {
  std::string bytes(count, '\0');
  std::size_t size = 0;
  while (size < count) {
    const ssize_t got = ::pread(file_.number(), bytes.data() + size, count - size,
                                static_cast<off_t>(offset + size));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read", path_, errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return bytes;
}

void ResumedFile::scan() {
  constexpr std::size_t kPiece = std::size_t{1} << 18U;
  std::uint64_t offset = 0, errors = 0;  // errors: of the record that is not whole yet
  std::string window;                    // what a mark may have begun in before, and the next piece
  for (std::string piece; !(piece = bytes_at(offset, kPiece)).empty(); offset += piece.size()) {
    const std::size_t before = std::min(window.size(), kError.size() - 1);
    window.erase(0, window.size() - before);
    window += piece;
    std::size_t error = window.find(kError);
    const auto count_errors = [&](std::size_t end) {
      for (; error < end; error = window.find(kError, error + 1)) ++errors;
    };
    for (std::size_t at = window.find('\n', before); at != std::string::npos;
         at = window.find('\n', at + 1)) {
      count_errors(at);
      errors_ += std::exchange(errors, 0);
      ++records_;
      last_ = end_;
      end_ = offset + at - before + 1;
    }
    count_errors(std::string::npos);
  }
}

bool ResumedFile::last_has_id(std::string_view id) const {
  const std::string expected = fmt::format("{}{}, \"", kRecordStart, id);
  return bytes_at(last_, expected.size()) == expected;
}

void ResumedFile::cut() {
  made_ = false;  // the input is there
  if (::ftruncate(file_.number(), static_cast<off_t>(end_)) != 0) fail("write", path_, errno);
}

void ResumedFile::write(std::string_view bytes) {
  if (const int error = write_all(file_.number(), bytes); error != 0) fail("write", path_, error);
}

void ResumedFile::finish() {
  if (::fsync(file_.number()) != 0 && errno != EINVAL) fail("write", path_, errno);
  if (!file_.close()) fail("write", path_, errno);
}

}  // namespace muwazi
