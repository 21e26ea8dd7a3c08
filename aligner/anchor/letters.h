// The letters of names as small numbers, and groups of them as one number.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace muwazi::anchor {

inline constexpr std::size_t kMaxLetters = 24;  ///< of a name; the rest is left out
inline constexpr std::size_t kMaxArabicGroup = 2, kMaxLatinGroup = 3;
inline constexpr std::uint32_t kArabicLetters = 44, kLatinLetters = 29;  ///< 0 is no letter
inline constexpr std::uint32_t kLatinGroups = kLatinLetters * kLatinLetters * kLatinLetters;

/// The letters of a name in comparison form, numbered from 1. Letters beyond the alphabet share a number.
struct Letters {
  std::array<std::uint8_t, kMaxLetters> at{};
  std::size_t count = 0;
};
[[nodiscard]] Letters arabic_letters(std::string_view name);
[[nodiscard]] Letters latin_letters(std::string_view name);

/// An Arabic and a Latin group: one number, below kArabicLetters^2 * kLatinGroups.
using Unit = std::uint32_t;
inline constexpr Unit kNoUnit = 0;  ///< both groups empty

/// For every place the numbers of the groups of 1, 2, … letters that begin there.
template <std::size_t kLongest>
struct Groups {
  std::array<std::array<std::uint32_t, kLongest>, kMaxLetters> at;
};

template <std::size_t kLongest>
void fill(Groups<kLongest>& groups, const Letters& letters, std::uint32_t base) {
  for (std::size_t i = 0; i < letters.count; ++i) {
    std::uint32_t number = 0;
    for (std::size_t k = 0; k < kLongest && i + k < letters.count; ++k) {
      groups.at[i][k] = number = number * base + letters.at[i + k];
    }
  }
}

/// Whether the unit is of at most one letter on each side: such units are never impossible.
[[nodiscard]] constexpr bool is_simple(Unit unit) {
  return unit / kLatinGroups < kArabicLetters && unit % kLatinGroups < kLatinLetters;
}

/// Units and their values; open addressing, since it is asked hundreds of times a pair of names.
class UnitTable {
 public:
  explicit UnitTable(std::size_t expected);

  [[nodiscard]] std::size_t size() const { return size_; }
  /// The value of `unit`, nullptr if it is not there.
  [[nodiscard]] const float* find(Unit unit) const {
    std::size_t slot = hash(unit);
    while (slots_[slot].unit != unit) {
      if (slots_[slot].unit == kNoUnit) return nullptr;
      slot = (slot + 1) & mask_;
    }
    return &slots_[slot].value;
  }
  /// The value of `unit`, which comes in with 0 if it is not there.
  float& operator[](Unit unit);

 private:
  struct Slot {
    Unit unit = kNoUnit;
    float value = 0.0F;
  };
  [[nodiscard]] std::size_t hash(Unit unit) const { return (unit * 0x9E3779B1U) >> shift_; }
  void grow();

  std::vector<Slot> slots_;
  std::size_t size_ = 0, mask_ = 0;
  int shift_ = 0;
};

}  // namespace muwazi::anchor
