// Times of day that are written in another way: ValueContext's part of them (same_value.h).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "check/date_keys.h"
#include "check/same_value.h"

namespace muwazi::check {
namespace {

constexpr int kHour = 60;  // minutes

}  // namespace

/// 14:05 as 14.05 and 1405, 8:50 as ten to nine.
void ValueContext::add_time(std::string_view key) {
  const int hour = number_of(key.substr(1, 2));
  const std::string_view minute = key.substr(4, 2);
  digits_.insert(fmt::format("{}.{}", hour, minute));
  digits_.insert(fmt::format("{}{}", hour, minute));
  const int rest = kHour - number_of(minute);
  if (rest > kHour / 2) return;
  other_numbers_.insert(std::to_string(rest));
  for (const int said : {hour + 1, hour - 11}) other_numbers_.insert(std::to_string(said));
}

/// "نصف ساعة" for 30 minutes.
bool ValueContext::has_minutes(std::string_view number) const {
  if (text_.find("ساعة") == std::string::npos && text_.find("hour") == std::string::npos)
    return false;
  return has_part_of_hour(number) || (number == "45" && has_part_of_hour("15")) ||
         (number == "90" && has_part_of_hour("30"));
}

/// So many minutes, said as a part of an hour; "ثلثا" is two thirds, too.
bool ValueContext::has_part_of_hour(std::string_view minutes) const {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kParts = {
      {{"15", "25"}, {"20", "33"}, {"20", "66"}, {"30", "50"}, {"40", "66"}, {"45", "75"}}};
  return std::any_of(kParts.begin(), kParts.end(), [&](const auto& part) {
    return part.first == minutes && other_numbers_.contains(part.second);
  });
}

/// The minutes of a time, in digits or words, or as a part of an hour.
bool ValueContext::has_minute(int minute) const {
  const std::string number = std::to_string(minute);
  return minute == 0 || keys_.contains("#" + number) || digits_.contains(number) ||
         digits_.contains('0' + number) || has_part_of_hour(number);
}

/// ":14:05".
bool ValueContext::has_time(std::string_view key) const {
  const int hour = number_of(key.substr(1, 2)), minute = number_of(key.substr(4, 2));
  const auto has_hour = [&](int said) {
    const std::string number = std::to_string(said);
    return keys_.contains("#" + number) || digits_.contains(number);
  };
  for (const int said : {hour, hour + 12, hour - 12}) {
    if (said < 0 || said > 24) continue;
    const std::string clock = (said < 10 ? ":0" : ":") + std::to_string(said);
    if (keys_.contains(clock + std::string(key.substr(3)))) return true;
    if (digits_.contains(fmt::format("{}.{}", said, key.substr(4, 2)))) return true;
    if (has_hour(said) && has_minute(minute)) return true;
    // A quarter, or ten, to the next hour.
    if (minute >= kHour / 2 && has_hour(said + 1) && has_minute(kHour - minute)) return true;
    if (minute > 0 && keys_.contains(clock + ":00") && has_minute(minute)) return true;
  }
  return false;
}

}  // namespace muwazi::check
