// Where the readers of aligned segments get their bytes from, and what they refuse alike.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "muwazi/text/fault.h"
#include "text/decompress.h"

namespace muwazi {

struct Input {
  std::string name;  ///< as the user named it
  ReadBytes read;
};

/// More than this in one pair, one line or one tag is no file of sentences, and would have to be held in memory.
inline constexpr std::size_t kLongestPair = std::size_t{64} << 20U;

/// The first byte of a line that no text has: one that is no UTF-8, or a NUL.
[[nodiscard]] std::optional<Fault> bad_byte(std::string_view line, const std::string& file,
                                            std::uint64_t number);

/// The fault of a line, or of a pair, of more than so many bytes.
[[nodiscard]] Fault too_long(const std::string& file, std::uint64_t line,
                             std::size_t most = kLongestPair);

/// Puts U+FFFD in the place of each NUL, which no text file can hold; gives how many there were.
std::size_t replace_nuls(std::string& text);

/// Columns count characters, from 1.
[[nodiscard]] std::uint64_t column_of(std::string_view line, std::size_t byte);

}  // namespace muwazi
