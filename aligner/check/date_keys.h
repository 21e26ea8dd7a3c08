// Dates as the keys of values have them.
#pragma once
#include <string_view>

namespace muwazi::check {

struct Date {
  bool hijri = false, open = false;  ///< open: which of month and day is which is not known
  int year = 0, month = 0, day = 0;  ///< 0: not said
};

/// Digits as a number; 0 where there are none.
[[nodiscard]] int number_of(std::string_view digits);

/// "@1918-11-11", "@--11-11", "@h1440", "@n:2019-3-12".
[[nodiscard]] Date date_of(std::string_view key);

/// What one of them does not say may be anything.
[[nodiscard]] bool same_date(const Date& x, const Date& y);

}  // namespace muwazi::check
