// Times of day that are written in another way: ValueContext's part of them (same_value.h).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "check/date_keys.h"
#include "check/same_value.h"

namespace muwazi::check {
namespace {

constexpr int kHour = 60;  // minutes
constexpr int kHalfDay = 12, kTen = 10;

/// A part of an hour as a fraction and in percent, as which other_numbers_ has it. "ثلثا" is a third and two thirds.
struct PartOfHour {
  int minutes;
  std::string_view fraction, percent;
};
constexpr std::array<PartOfHour, 6> kParts = {{{15, "1/4", "25"},
                                               {20, "1/3", "33"},
                                               {20, "2/3", "66"},
                                               {30, "1/2", "50"},
                                               {40, "2/3", "66"},
                                               {45, "3/4", "75"}}};

}  // namespace

/// 14:05 as 14.05 and 1405, and as 2.05.
void ValueContext::add_time(std::string_view key) {
  const int hour = number_of(key.substr(1, 2));
  const std::string_view minute = key.substr(4, 2);
  digits_.insert(fmt::format("{}.{}", hour, minute));
  digits_.insert(fmt::format("{}{}", hour, minute));
  if (hour > kHalfDay) digits_.insert(fmt::format("{}.{}", hour - kHalfDay, minute));
  times_.emplace_back(key);
}

/// The nine of "التاسعة مساء", which is 21:00 here, and the twelve of noon and midnight.
bool ValueContext::has_hour_of_time(std::string_view number) const {
  const int wanted = number_of(number);
  if (wanted == 0 || wanted > kHalfDay) return false;
  constexpr std::array<std::string_view, 4> kTwelve = {"noon", "midday", "midnight", "منتصف"};
  const auto is_said = [this](std::string_view word) {
    return text_.find(word) != std::string::npos;
  };
  return (wanted == kHalfDay && std::any_of(kTwelve.begin(), kTwelve.end(), is_said)) ||
         std::any_of(times_.begin(), times_.end(), [&](const std::string& key) {
           return number_of(std::string_view(key).substr(1, 2)) % kHalfDay == wanted % kHalfDay;
         });
}

/// Whether it is the nine or the ten of "ten to nine", which is 8:50 here.
bool ValueContext::has_next_hour(std::string_view number, const ValueContext& own) const {
  const int wanted = number_of(number);
  return std::any_of(times_.begin(), times_.end(), [&](const std::string& key) {
    const int hour = number_of(key.substr(1, 2)), rest = kHour - number_of(key.substr(4, 2));
    return rest <= kHour / 2 && (wanted == rest || wanted == hour + 1 || wanted == hour - 11) &&
           !own.keys_.contains(key) && own.has_time(key);
  });
}

/// "نصف ساعة" for 30 minutes.
bool ValueContext::has_minutes(std::string_view number) const {
  if (text_.find("ساعة") == std::string::npos && text_.find("hour") == std::string::npos)
    return false;
  const bool less =
      text_.find("إلا") != std::string::npos || text_.find("الا") != std::string::npos;
  return has_part_of_hour(number) || (number == "45" && less && has_part_of_hour("15")) ||
         (number == "90" && has_part_of_hour("30"));
}

/// So many minutes, said as a part of an hour.
bool ValueContext::has_part_of_hour(std::string_view minutes) const {
  return std::any_of(kParts.begin(), kParts.end(), [&](const PartOfHour& part) {
    return std::to_string(part.minutes) == minutes && other_numbers_.contains(part.percent);
  });
}

/// "الربع" of a quarter past one, which is 1:15 here, or of a quarter to two.
bool ValueContext::has_time_with(std::string_view fraction) const {
  return std::any_of(times_.begin(), times_.end(), [&](const std::string& key) {
    const int minute = number_of(std::string_view(key).substr(4, 2));
    return std::any_of(kParts.begin(), kParts.end(), [&](const PartOfHour& part) {
      return part.fraction == fraction &&
             (part.minutes == minute || kHour - part.minutes == minute);
    });
  });
}

/// The 23 of "الثالثة وعشرين دقيقة", which is 3:20 here.
bool ValueContext::has_hour_and_tens(std::string_view number) const {
  const int value = number_of(number);
  return std::any_of(times_.begin(), times_.end(), [&](const std::string& key) {
    const int hour = number_of(std::string_view(key).substr(1, 2));
    const int minute = number_of(std::string_view(key).substr(4, 2));
    return minute % kTen == 0 && minute > kTen && hour % kHalfDay > 0 && hour % kHalfDay < kTen &&
           value == minute + hour % kHalfDay;
  });
}

/// One and two are other words than the ordinals of hours: "الواحدة", and "الثانية", which is a second as well.
bool ValueContext::has_hour(int hour) const {
  const std::string number = std::to_string(hour);
  return keys_.contains("#" + number) || digits_.contains(number) ||
         (hour == 1 && text_.find("الواحدة") != std::string::npos) ||
         (hour == 2 && text_.find("الثانية") != std::string::npos);
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
  for (const int said : {hour, hour + 12, hour - 12}) {
    if (said < 0 || said > 24) continue;
    const std::string clock = (said < 10 ? ":0" : ":") + std::to_string(said);
    if (keys_.contains(clock + std::string(key.substr(3)))) return true;
    if (digits_.contains(fmt::format("{}.{}", said, key.substr(4, 2)))) return true;
    if (has_hour(said) && has_minute(minute)) return true;
    if (said < kTen && minute % kTen == 0 && keys_.contains("#" + std::to_string(minute + said)))
      return true;
    // A quarter, or ten, to the next hour.
    if (minute >= kHour / 2 && has_hour(said + 1) && has_minute(kHour - minute)) return true;
    if (minute > 0 && keys_.contains(clock + ":00") && has_minute(minute)) return true;
  }
  return false;
}

}  // namespace muwazi::check
