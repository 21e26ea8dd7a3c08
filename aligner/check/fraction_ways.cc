#include "check/fraction_ways.h"

#include <cstdint>

namespace muwazi::check {
namespace {

using anchor::Rational;

/// With up to this many decimals, cut off and rounded up.
void add_decimals(const Rational& number, int most, std::vector<std::string>& out) {
  std::uint64_t power = 1;
  for (int decimals = 0; decimals <= most; ++decimals, power *= 10) {
    const std::uint64_t scaled = number.numerator * power;
    const std::uint64_t below = scaled / number.denominator;
    const bool exact = scaled % number.denominator == 0;
    if (below > 0) out.push_back(to_string(anchor::rational(below, power)));
    if (!exact) out.push_back(to_string(anchor::rational(below + 1, power)));
    if (exact) return;
  }
}

}  // namespace

std::vector<std::string> ways_to_say(const Rational& fraction) {
  constexpr int kDecimals = 3, kOfPercents = 2;
  std::vector<std::string> out = {to_string(fraction)};
  if (fraction.numerator > fraction.denominator) {
    add_decimals({fraction.numerator, fraction.denominator}, kDecimals, out);
    return out;
  }
  std::vector<std::string> percents;
  add_decimals({fraction.numerator * 100, fraction.denominator}, kOfPercents, percents);
  for (const std::string& percent : percents) {
    const auto number = anchor::parse_rational(percent);
    out.push_back(percent);
    if (number)
      out.push_back(to_string(anchor::rational(number->numerator, number->denominator * 100)));
  }
  return out;
}

std::optional<SplitAmount> split_amount(std::string_view number) {
  constexpr std::uint64_t kMostParts = 4;
  const std::optional<anchor::Rational> mixed = anchor::parse_rational(number);
  if (!mixed || mixed->denominator < 2 || mixed->denominator > kMostParts ||
      mixed->numerator < mixed->denominator) {
    return std::nullopt;
  }
  SplitAmount out{std::to_string(mixed->numerator / mixed->denominator), {}};
  for (const std::uint64_t smaller : {60, 12}) {
    const std::uint64_t rest = mixed->numerator % mixed->denominator * smaller;
    out.rests.push_back(std::to_string(rest / mixed->denominator));
  }
  return out;
}

}  // namespace muwazi::check
