#include "anchor/letters.h"

#include <algorithm>
#include <bit>

#include "muwazi/text/utf8.h"

namespace muwazi::anchor {
namespace {

std::uint8_t arabic_letter(char32_t c) {
  if (c >= 0x0621 && c <= 0x063A) return static_cast<std::uint8_t>(c - 0x0621 + 1);
  if (c >= 0x0641 && c <= 0x064A) return static_cast<std::uint8_t>(c - 0x0641 + 27);
  constexpr std::array<char32_t, 6> kFurther = {U'پ', U'چ', U'ژ', U'گ', U'ڤ', U'ڨ'};
  const auto* found = std::find(kFurther.begin(), kFurther.end(), c);
  return static_cast<std::uint8_t>(37 + (found - kFurther.begin()));
}

std::uint8_t latin_letter(char32_t c) {
  if (c >= U'a' && c <= U'z') return static_cast<std::uint8_t>(c - U'a' + 1);
  return c == U'\'' ? 27 : 28;
}

Letters numbered(std::string_view name, std::uint8_t (*letter)(char32_t)) {
  Letters letters;
  for (std::size_t at = 0; at < name.size() && letters.count < kMaxLetters;) {
    letters.at[letters.count++] = letter(next(name, at));
  }
  return letters;
}

}  // namespace

Letters arabic_letters(std::string_view name) { return numbered(name, arabic_letter); }
Letters latin_letters(std::string_view name) { return numbered(name, latin_letter); }

UnitTable::UnitTable(std::size_t expected) {
  const std::size_t slots = std::bit_ceil(std::max<std::size_t>(64, expected * 2));
  slots_.resize(slots);
  mask_ = slots - 1;
  shift_ = 32 - std::countr_zero(slots);
}

float& UnitTable::operator[](Unit unit) {
  if ((size_ + 1) * 2 > slots_.size()) grow();
  std::size_t slot = hash(unit);
  while (slots_[slot].unit != unit) {
    if (slots_[slot].unit == kNoUnit) {
      slots_[slot].unit = unit;
      ++size_;
      break;
    }
    slot = (slot + 1) & mask_;
  }
  return slots_[slot].value;
}

void UnitTable::grow() {
  UnitTable larger(slots_.size());
  for (const Slot& slot : slots_) {
    if (slot.unit != kNoUnit) larger[slot.unit] = slot.value;
  }
  *this = std::move(larger);
}

}  // namespace muwazi::anchor
