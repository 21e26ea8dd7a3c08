// gzip, xz and zstd data, told by its first bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
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

/// Puts up to `size` bytes, which is not 0, at `to` and gives how many; 0 at the end.
using ReadBytes = std::function<std::size_t(char* to, std::size_t size)>;

/// The same bit by bit, so that no more is held than a piece of each.
class Decompressor {
 public:
  /// `compression` must not be none.
  Decompressor(Compression compression, ReadBytes packed);
  ~Decompressor();
  Decompressor(const Decompressor&) = delete;
  Decompressor& operator=(const Decompressor&) = delete;

  /// As ReadBytes; nullopt where the data is damaged or cut off. What `packed` throws as
  /// EnvironmentError comes through.
  [[nodiscard]] std::optional<std::size_t> read(char* to, std::size_t size);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The fault of data that is damaged or cut off.
[[nodiscard]] Fault corrupt(const std::string& file, Compression compression);

/// The fault of a file past the limit.
[[nodiscard]] Fault too_large(const std::string& file, std::uint64_t max_bytes);

}  // namespace muwazi
