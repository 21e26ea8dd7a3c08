// Tokens and their numbers. A model keeps no strings: a token is known by 48 bits of its hash, so that
// a look-up reads one cache line and the vocabulary takes 4 bytes a token. Two tokens of a model never
// share a key (the trainer drops the later one); a word that the model does not have is taken for one
// that it has in about one of 10^9 cases.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace muwazi {

inline constexpr std::uint32_t kUnknownToken = 0xFFFFFFFF;

/// The key of a token, 48 bits.
[[nodiscard]] std::uint64_t token_key(std::string_view token);

/// Numbers of tokens, in the order of their keys.
class Vocabulary {
 public:
  Vocabulary() = default;
  /// `buckets`: 65,537 offsets by the upper 16 bits; `keys`: the lower 32 bits of each token's key.
  Vocabulary(std::span<const std::uint32_t> buckets, std::span<const std::uint32_t> keys)
      : buckets_(buckets), keys_(keys) {}

  [[nodiscard]] std::uint32_t find(std::string_view token) const;
  [[nodiscard]] std::size_t size() const noexcept { return keys_.size(); }

 private:
  std::span<const std::uint32_t> buckets_, keys_;
};

/// The arrays of a Vocabulary from sorted, different keys.
struct VocabularyArrays {
  explicit VocabularyArrays(const std::vector<std::uint64_t>& sorted_keys);
  std::vector<std::uint32_t> buckets, keys;
};

}  // namespace muwazi
