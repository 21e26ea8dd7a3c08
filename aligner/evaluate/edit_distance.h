// How many words one text has to be edited in to be the other.
#pragma once
#include <cstdint>
#include <span>

namespace muwazi {

/// The least number of words inserted, dropped and substituted. Words are given as numbers below `words`, equal words by
/// the same number. Time: reference x hypothesis / 64 steps of some twenty instructions. Memory: linear.
[[nodiscard]] std::uint64_t word_edit_distance(std::span<const std::uint32_t> reference,
                                               std::span<const std::uint32_t> hypothesis,
                                               std::uint32_t words);

}  // namespace muwazi
