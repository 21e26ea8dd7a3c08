// The unit of an alignment: neighbouring sentences of one side that correspond to neighbouring ones
// of the other, or to nothing. Brown, Lai & Mercer (1991) call this a bead.
#pragma once
#include <array>
#include <cstdint>

namespace muwazi {

/// Sentences of one side by number, counted from 0: `begin` is the first, `end` is behind the last.
struct SentenceSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  ///< the same as `begin` where this side has no sentence
  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  friend bool operator==(const SentenceSpan&, const SentenceSpan&) = default;
};

/// Numbers only, so it may outlive the text. Never empty on both sides.
struct Bead {
  SentenceSpan arabic, english;
  float posterior = 0.0F;  ///< how probably it is right, 0 to 1
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
