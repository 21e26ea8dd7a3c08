// gzip, xz and zstd data, told by its first bytes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "muwazi/text/fault.h"

namespace muwazi {

enum class Compression : std::uint8_t { none, gzip, xz, zstd };
[[nodiscard]] Compression compression_of(std::string_view bytes) noexcept;

/// All members of `bytes`, one after the other. `compression` must not be none. Faults:
/// corrupt_compression, too_large past `max_bytes`; `file` is named in them.
[[nodiscard]] Result<std::string> decompress(std::string_view bytes, Compression compression,
                                             std::uint64_t max_bytes, const std::string& file);

/// The fault of a file past the limit.
[[nodiscard]] Fault too_large(const std::string& file, std::uint64_t max_bytes);

}  // namespace muwazi
