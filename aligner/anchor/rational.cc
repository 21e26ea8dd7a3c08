#include "anchor/rational.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace muwazi::anchor {
namespace {

constexpr int kMostDecimals = 6;

std::optional<std::uint64_t> whole_number(std::string_view text) {
  constexpr std::size_t kMostDigits = 18;
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  const auto [behind, error] = std::from_chars(text.data(), end, number);
  return behind == end && error == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace

Rational rational(std::uint64_t numerator, std::uint64_t denominator) {
  const std::uint64_t common = std::gcd(numerator, denominator);
  return {numerator / common, denominator / common};
}

std::optional<Amount> decimal(const Rational& rational) {
  std::uint64_t power = 1;
  for (int digits = 0; digits <= kMostDecimals; ++digits, power *= 10) {
    if (power % rational.denominator != 0) continue;
    const auto mantissa = times({rational.numerator, 0}, power / rational.denominator);
    return mantissa ? std::optional(Amount{mantissa->mantissa, digits}) : std::nullopt;
  }
  return std::nullopt;
}

std::string to_string(const Rational& rational) {
  if (const auto amount = decimal(rational)) return to_string(*amount);
  return std::to_string(rational.numerator) + '/' + std::to_string(rational.denominator);
}

std::optional<Rational> parse_rational(std::string_view text) {
  const std::size_t slash = text.find('/'), point = text.find('.');
  if (slash != std::string_view::npos) {
    const auto numerator = whole_number(text.substr(0, slash));
    const auto denominator = whole_number(text.substr(slash + 1));
    if (!numerator || !denominator || *denominator == 0) return std::nullopt;
    return rational(*numerator, *denominator);
  }
  std::string digits(text);
  std::uint64_t power = 1;
  if (point != std::string_view::npos) {
    digits.erase(point, 1);
    for (std::size_t k = std::min(point, digits.size()); k < digits.size(); ++k) power *= 10;
  }
  const auto whole = whole_number(digits);
  return whole ? std::optional(rational(*whole, power)) : std::nullopt;
}

}  // namespace muwazi::anchor
