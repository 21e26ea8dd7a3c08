#include "anchor/amount.h"

#include <utility>

namespace muwazi::anchor {
namespace {

/// `amount` with as few digits behind the point as it needs.
Amount reduced(Amount amount) {
  while (amount.fraction > 0 && amount.mantissa % 10 == 0) {
    amount.mantissa /= 10;
    --amount.fraction;
  }
  return amount;
}

std::optional<std::uint64_t> product(std::uint64_t a, std::uint64_t b) {
  if (b != 0 && a >= Amount::kLimit / b) return std::nullopt;
  return a * b;
}

}  // namespace

std::optional<Amount> parse_amount(std::string_view plain) {
  if (plain.size() > 19) return std::nullopt;
  Amount amount;
  bool behind = false;
  for (const char c : plain) {
    if (c == '.') {
      behind = true;
      continue;
    }
    const auto grown = product(amount.mantissa, 10);
    if (!grown) return std::nullopt;
    amount.mantissa = *grown + static_cast<std::uint64_t>(c - '0');
    if (behind) ++amount.fraction;
  }
  return reduced(amount);
}

std::optional<Amount> times(Amount amount, std::uint64_t factor) {
  while (amount.fraction > 0 && factor % 10 == 0 && factor != 0) {
    factor /= 10;
    --amount.fraction;
  }
  const auto grown = product(amount.mantissa, factor);
  if (!grown) return std::nullopt;
  amount.mantissa = *grown;
  return reduced(amount);
}

std::optional<Amount> plus(Amount a, Amount b) {
  if (a.fraction < b.fraction) std::swap(a, b);
  for (; b.fraction < a.fraction; ++b.fraction) {
    const auto grown = product(b.mantissa, 10);
    if (!grown) return std::nullopt;
    b.mantissa = *grown;
  }
  a.mantissa += b.mantissa;
  if (a.mantissa >= Amount::kLimit) return std::nullopt;
  return reduced(a);
}

bool less(const Amount& amount, std::uint64_t bound) {
  std::uint64_t whole = amount.mantissa;
  for (int i = 0; i < amount.fraction; ++i) whole /= 10;
  return whole < bound;
}

std::string plain_digits(std::string_view digits) {
  const std::size_t point = digits.find('.');
  std::string_view whole = digits.substr(0, point);
  std::string_view rest = point == std::string_view::npos ? "" : digits.substr(point + 1);
  while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
  while (!rest.empty() && rest.back() == '0') rest.remove_suffix(1);
  std::string out(whole.empty() ? "0" : whole);
  if (!rest.empty()) out.append(".").append(rest);
  return out;
}

std::string to_string(Amount amount) {
  std::string digits = std::to_string(amount.mantissa);
  if (amount.fraction == 0) return digits;
  const auto fraction = static_cast<std::size_t>(amount.fraction);
  if (digits.size() <= fraction) digits.insert(0, fraction + 1 - digits.size(), '0');
  digits.insert(digits.size() - fraction, 1, '.');
  return plain_digits(digits);
}

}  // namespace muwazi::anchor
