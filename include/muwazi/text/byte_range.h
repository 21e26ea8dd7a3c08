// A stretch of a text, in bytes of its UTF-8 form: what everything after decoding is made of.
#pragma once
#include <cstddef>
#include <string_view>

namespace muwazi {

/// Half-open range of byte offsets into one UTF-8 text.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// Whether two ranges of one text have a byte in common; neither may be empty.
[[nodiscard]] constexpr bool overlap(const ByteRange& x, const ByteRange& y) noexcept {
  return x.begin < y.end && y.begin < x.end;
}

/// The bytes of `range`, which must lie inside `text`.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.size());
}

}  // namespace muwazi
