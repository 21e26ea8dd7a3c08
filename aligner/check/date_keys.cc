#include "check/date_keys.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace muwazi::check {
namespace {

bool agree(int x, int y) { return x == 0 || y == 0 || x == y; }

}  // namespace

int number_of(std::string_view digits) {
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

Date date_of(std::string_view key) {
  Date date;
  key.remove_prefix(1);
  if (key.starts_with("h")) {
    date.hijri = true;
    key.remove_prefix(1);
  } else if (key.starts_with("n:")) {
    date.open = true;
    key.remove_prefix(2);
  }
  if (key.starts_with("-")) key.remove_prefix(1);
  std::array<int*, 3> parts = {&date.year, &date.month, &date.day};
  for (std::size_t part = key.starts_with("-") ? 1 : 0; part < parts.size(); ++part) {
    if (part > 0 || key.starts_with("-")) key.remove_prefix(key.starts_with("-") ? 1 : 0);
    const std::size_t end = std::min(key.find('-'), key.size());
    *parts[part] = number_of(key.substr(0, end));
    key.remove_prefix(end);
  }
  return date;
}

bool same_date(const Date& x, const Date& y) {
  if (x.hijri != y.hijri || !agree(x.year, y.year)) return false;
  if (agree(x.month, y.month) && agree(x.day, y.day)) return true;
  return (x.open || y.open) && agree(x.month, y.day) && agree(x.day, y.month);
}

}  // namespace muwazi::check
