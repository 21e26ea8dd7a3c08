// Some of a side's tokens.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace muwazi {

/// A bit for each token: what is asked of a long text's words one after the other then stays in the cache.
class TokenSet {
 public:
  /// Of tokens with numbers below `tokens`; empty.
  explicit TokenSet(std::size_t tokens) : bits_(tokens / 64 + 1, 0) {}

  [[nodiscard]] bool has(std::uint32_t token) const noexcept {
    return (bits_[token / 64] >> (token % 64) & 1U) != 0;
  }
  void insert(std::uint32_t token) noexcept { bits_[token / 64] |= bit(token); }
  void erase(std::uint32_t token) noexcept { bits_[token / 64] &= ~bit(token); }

 private:
  static std::uint64_t bit(std::uint32_t token) noexcept {
    return std::uint64_t{1} << (token % 64);
  }

  std::vector<std::uint64_t> bits_;
};

}  // namespace muwazi
