// A file that is written bit by bit and is there whole or not at all.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace muwazi {

/// The bytes go to a new file beside `path`, which takes its name in finish() and has the permissions of
/// the file that was there. Where `path` is a symbolic link, the file that it leads to is written. "-" is
/// standard output; that, devices and pipes are written to directly, each write() at once. All throw
/// EnvironmentError; without finish() a file that was there is as it was.
///
/// A reader who stalls holds up write() for ever, unless a file descriptor `stop` can be read from: see
/// write_all().
class WholeFile {
 public:
  explicit WholeFile(const std::string& path, int stop = -1);
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  /// False: given up because of `stop`.
  bool write(std::string_view bytes);
  void finish();

 private:
  class Target;
  class Direct;
  class Replacement;
  std::unique_ptr<Target> target_;
};

}  // namespace muwazi
