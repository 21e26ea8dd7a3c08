// A quotient of two whole numbers, exact: 2/3.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "anchor/amount.h"

namespace muwazi::anchor {

/// In lowest terms.
struct Rational {
  std::uint64_t numerator = 0, denominator = 1;

  [[nodiscard]] double number() const {
    return static_cast<double>(numerator) / static_cast<double>(denominator);
  }
  friend bool operator==(const Rational&, const Rational&) = default;
};

/// In lowest terms; `denominator` is not 0.
[[nodiscard]] Rational rational(std::uint64_t numerator, std::uint64_t denominator);
/// nullopt where it has no end in decimals, or more than six of them.
[[nodiscard]] std::optional<Amount> decimal(const Rational& rational);
/// "0.75" where decimal() has it, else "2/3".
[[nodiscard]] std::string to_string(const Rational& rational);
/// What to_string() gave, or another decimal number of up to 18 digits; nullopt for what is neither.
[[nodiscard]] std::optional<Rational> parse_rational(std::string_view text);

}  // namespace muwazi::anchor
