#include "lexicon/vocabulary.h"

#include <xxhash.h>

namespace muwazi {
namespace {
constexpr std::size_t kBuckets = 1U << 16;
}

std::uint64_t token_key(std::string_view token) {
  return XXH3_64bits(token.data(), token.size()) >> 16;
}

std::uint32_t Vocabulary::find(std::string_view token) const {
  if (keys_.empty()) return kUnknownToken;
  const std::uint64_t key = token_key(token);
  const auto bucket = static_cast<std::size_t>(key >> 32);
  const auto low = static_cast<std::uint32_t>(key);
  for (std::uint32_t at = buckets_[bucket]; at < buckets_[bucket + 1]; ++at) {
    if (keys_[at] == low) return at;
  }
  return kUnknownToken;
}

VocabularyArrays::VocabularyArrays(const std::vector<std::uint64_t>& sorted_keys)
    : buckets(kBuckets + 1, 0) {
  keys.reserve(sorted_keys.size());
  for (const std::uint64_t key : sorted_keys) {
    keys.push_back(static_cast<std::uint32_t>(key));
    ++buckets[static_cast<std::size_t>(key >> 32) + 1];
  }
  for (std::size_t b = 0; b < kBuckets; ++b) buckets[b + 1] += buckets[b];
}

}  // namespace muwazi
