// What encoding bytes are in, where nobody says so.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace muwazi {

struct ByteOrderMark {
  std::string_view encoding;
  std::size_t size = 0;
};
/// The byte order mark at the start, if there is one: of UTF-8, UTF-16 or UTF-32.
[[nodiscard]] std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

/// What kind of file begins like this ("a PNG image"); empty if it may be a text.
[[nodiscard]] std::string_view binary_kind(std::string_view bytes);

/// The number of NULs and of control characters that texts do not have.
struct Controls {
  std::size_t nul = 0;
  std::size_t other = 0;
};
[[nodiscard]] Controls count_controls(std::string_view bytes);

/// "UTF-16LE" or "UTF-16BE" if the bytes read as Arabic or Latin text in it; else empty.
[[nodiscard]] std::string_view guess_utf16(std::string_view bytes);

/// For bytes that are no UTF-8: whether they are UTF-8 nevertheless, damaged in places.
[[nodiscard]] bool is_damaged_utf8(std::string_view bytes);

/// "windows-1256" or "ISO-8859-6" if the bytes read as text in it; else empty. English with nothing
/// but quotation marks and dashes of windows-1256 (the same as in windows-1252) is windows-1256.
[[nodiscard]] std::string_view guess_single_byte(std::string_view bytes);

/// The encoding that ICU's detector likes best, for a hint to a person; empty if it is in doubt.
[[nodiscard]] std::string detector_hint(std::string_view bytes);

}  // namespace muwazi
