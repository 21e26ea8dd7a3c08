// A bead: m Arabic sentences matched with n English ones (the term: Brown, Lai & Mercer 1991).
#pragma once
#include <array>
#include <cstdint>

namespace muwazi {

/// Half-open range of sentence indices (not bytes).
struct SentenceSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  ///< == begin: nothing on this side
  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  friend bool operator==(const SentenceSpan&, const SentenceSpan&) = default;
};

/// Owns no text. At least one side is not empty.
struct Bead {
  SentenceSpan arabic, english;
  float posterior = 0.0F;  ///< probability that the bead is right, in [0, 1]
  [[nodiscard]] constexpr bool null() const noexcept { return arabic.empty() || english.empty(); }
  friend bool operator==(const Bead&, const Bead&) = default;
};

/// How many sentences a bead takes on each side.
struct BeadShape {
  std::uint8_t arabic = 0;
  std::uint8_t english = 0;
  friend bool operator==(const BeadShape&, const BeadShape&) = default;
};

}  // namespace muwazi
