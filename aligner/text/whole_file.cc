#include "text/whole_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "text/descriptor.h"

namespace muwazi {
namespace {

namespace fs = std::filesystem;

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

int descriptor_of_stdout() {
  std::cout.flush();
  std::fflush(stdout);
  const int file = ::dup(STDOUT_FILENO);
  if (file < 0) fail("write to", "standard output", errno);
  return file;
}

int open_to_write(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) fail("write to", path, errno);
  return file;
}

}  // namespace

class WholeFile::Target {
 public:
  Target() = default;
  virtual ~Target() = default;
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;
  virtual bool write(std::string_view bytes) = 0;
  virtual void finish() = 0;
};

class WholeFile::Direct : public Target {
 public:
  Direct(std::string shown, int file, int stop)
      : shown_(std::move(shown)), file_(file), stop_(stop) {}

  bool write(std::string_view bytes) override {
    const int error = write_all(file_.number(), bytes, stop_);
    if (error != 0 && error != ECANCELED) fail("write to", shown_, error);
    return error == 0;
  }
  void finish() override {
    if (!file_.close()) fail("write to", shown_, errno);
  }

 private:
  std::string shown_;
  FileDescriptor file_;
  int stop_;
};

// A file that is not there yet, in the folder of the one that it will become.
class WholeFile::Replacement : public Target {
 public:
  explicit Replacement(const std::string& path)
      : shown_(path), target_(link_target(path)), file_(create()) {}
  ~Replacement() override {
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  bool write(std::string_view bytes) override {
    if (const int error = write_all(file_.number(), bytes); error != 0)
      fail("write", shown_, error);
    return true;
  }

  void finish() override {
    if (const int error = close_and_rename(); error != 0) fail("write", shown_, error);
  }

 private:
  int create() {
    struct stat status {};
    const bool exists = ::stat(target_.c_str(), &status) == 0;
    // A rename would get past the protection of the file, since only the folder's counts for it.
    if (exists && ::access(target_.c_str(), W_OK) != 0) fail("write", shown_, errno);
    folder_ = target_.has_parent_path() ? target_.parent_path().string() : ".";
    const int file = create_beside();
    if (const int error = exists ? take_over(file, status) : 0; error != 0) {
      ::close(file);
      ::unlink(path_.c_str());
      fail("write", shown_, error);
    }
    return file;
  }

  int create_beside() {
    for (unsigned attempt = 0;; ++attempt) {
      path_ = fmt::format("{}/.muwazi-{}-{}.tmp", folder_, ::getpid(), attempt);
      const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (file >= 0) return file;
      if (errno != EEXIST) fail("write", target_.string(), errno);
    }
  }

  // Gives the error, or 0. The owner goes first: changing it can clear permission bits.
  static int take_over(int file, const struct stat& status) noexcept {
    struct stat own {};
    if (::fstat(file, &own) != 0) return errno;
    if (own.st_uid != status.st_uid || own.st_gid != status.st_gid) {
      // Only the superuser may; for others the file becomes their own.
      if (::fchown(file, status.st_uid, status.st_gid) != 0 && errno != EPERM) return errno;
    }
    return ::fchmod(file, status.st_mode & 07777U) == 0 ? 0 : errno;
  }

  int close_and_rename() noexcept {
    if (::fsync(file_.number()) != 0 && errno != EINVAL) return errno;
    if (!file_.close()) return errno;
    if (::rename(path_.c_str(), target_.c_str()) != 0) return errno;
    path_.clear();
    const FileDescriptor folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() >= 0) ::fsync(folder.number());  // not every file system can
    return 0;
  }

  std::string shown_;
  fs::path target_;
  std::string folder_, path_;
  FileDescriptor file_;  // last: create() fills the others
};

WholeFile::WholeFile(const std::string& path, int stop) {
  if (path == "-" || path == "/dev/stdout") {
    target_ = std::make_unique<Direct>("standard output", descriptor_of_stdout(), stop);
    return;
  }
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (path.empty()) fail("write", "\"\"", ENOENT);
  if (path.back() == '/' || (exists && S_ISDIR(status.st_mode))) fail("write", path, EISDIR);
  const bool descriptor =
      path.starts_with("/dev/fd/") || path == "/dev/stderr" || path.starts_with("/proc/");
  if (exists && (!S_ISREG(status.st_mode) || descriptor)) {
    target_ = std::make_unique<Direct>(path, open_to_write(path), stop);
  } else {
    target_ = std::make_unique<Replacement>(path);
  }
}

WholeFile::~WholeFile() = default;
bool WholeFile::write(std::string_view bytes) { return target_->write(bytes); }
void WholeFile::finish() { target_->finish(); }

}  // namespace muwazi
