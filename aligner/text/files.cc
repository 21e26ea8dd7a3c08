#include "muwazi/text/files.h"

#include <sys/stat.h>

#include <algorithm>

#include "text/decompress.h"
#include "text/descriptor.h"
#include "text/whole_file.h"

namespace muwazi {
namespace {

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

}  // namespace

Result<std::string> read_bytes(const std::string& path, const ReadOptions& options) {
  const FileDescriptor file(open_to_read(path));
  const std::string shown = path == "-" ? "standard input" : path;
  std::string bytes = read_all(file.number(), shown, options.max_bytes);
  if (bytes.size() > options.max_bytes) return too_large(path, options.max_bytes);
  const Compression compression = compression_of(bytes);
  if (compression == Compression::none) return bytes;
  return decompress(bytes, compression, options.max_bytes, path);
}

void write_whole(const std::string& path, std::string_view bytes) {
  WholeFile file(path);
  file.write(bytes);
  file.finish();
}

}  // namespace muwazi
