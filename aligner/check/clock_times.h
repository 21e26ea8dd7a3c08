// Times of day that say which half of the day they are of.
#pragma once
#include <bitset>
#include <string_view>
#include <vector>

#include "muwazi/anchor/values.h"
#include "muwazi/text/byte_range.h"
#include "muwazi/text/language.h"

namespace muwazi::check {

struct ClockTime {
  /// 1 to 12 that it may be: "ten past nine" may be of the nine and of the ten.
  std::bitset<13> hours{};
  bool afternoon = false;  ///< from noon to midnight
  bool sure = true;        ///< not of "09:30", which may be of twelve hours
  ByteRange bytes;         ///< in the sentence
};

/// "9:30 a.m.", "21:30", "half past nine in the evening", "الثالثة والنصف عصرا", "noon"; those of which the half is not sure,
/// "12 مساء", are left out, as are
/// numbers that may count something else: "killed 3 on Sunday night". `values`: those of the sentence. In order.
[[nodiscard]] std::vector<ClockTime> clock_times(std::string_view sentence,
                                                 const std::vector<Value>& values,
                                                 Language language);

}  // namespace muwazi::check
