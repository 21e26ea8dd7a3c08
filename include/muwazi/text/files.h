// Reading inputs and writing outputs.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "muwazi/text/fault.h"

namespace muwazi {

struct ReadOptions {
  /// The most bytes that a file may have, after decompression: a compressed file of 1 MB can hold a
  /// thousand times as much. Lower it for files from strangers. 0 and more.
  std::uint64_t max_bytes = std::uint64_t{4} << 30U;
};

/// The bytes of a file, "-" for standard input; .gz, .xz and .zst (also of several members) are told
/// by their first bytes and opened. Throws EnvironmentError where the file cannot be opened or read or
/// is a folder. Faults: corrupt_compression, too_large.
[[nodiscard]] Result<std::string> read_bytes(const std::string& path,
                                             const ReadOptions& options = {});

/// Writes a file whole or not at all: to a new file beside it, which takes its name at the end and has
/// the permissions of the file that was there. Where `path` is a symbolic link, the file that it leads
/// to is written. "-" is standard output. Devices and pipes are written to directly. Throws
/// EnvironmentError; a file that was there is as it was then.
void write_whole(const std::string& path, std::string_view bytes);

}  // namespace muwazi
