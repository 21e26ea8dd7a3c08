// Bytes of any encoding that ICU has to UTF-8, strictly: nothing is replaced.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "muwazi/text/fault.h"

namespace muwazi {

/// The usual name of an encoding ("cp1256" is windows-1256); none if ICU does not know it.
[[nodiscard]] std::optional<std::string> standard_name(const std::string& encoding);

/// The text of `bytes`. `skip` bytes at the start (a byte order mark) are not text, but counted in the
/// offsets of faults. Faults: invalid_encoding, nul_byte, unknown_encoding; `file` is named in them.
[[nodiscard]] Result<std::string> convert(std::string_view bytes, std::size_t skip,
                                          const std::string& encoding, const std::string& file);

/// What each byte of a single-byte encoding stands for; 0 where it stands for nothing.
[[nodiscard]] std::array<char32_t, 256> byte_table(const std::string& encoding);

/// "byte 0xC3" or "bytes 0xE2 0x82".
[[nodiscard]] std::string hex_bytes(std::string_view bytes);

/// The number, from 1, of the line that the offset is in.
[[nodiscard]] std::uint64_t line_of(std::string_view bytes, std::size_t offset);

}  // namespace muwazi
