// A number of the text, exact: mantissa / 10^fraction.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muwazi::anchor {

struct Amount {
  static constexpr std::uint64_t kLimit = 1'000'000'000'000'000'000;  ///< mantissas stay below

  std::uint64_t mantissa = 0;
  int fraction = 0;  ///< digits behind the point

  [[nodiscard]] bool whole() const { return fraction == 0; }
  friend bool operator==(const Amount&, const Amount&) = default;
};

/// ASCII digits with at most one '.'; nullopt for more than 18 digits.
[[nodiscard]] std::optional<Amount> parse_amount(std::string_view plain);
/// nullopt where the product has more than 18 digits. `factor` is a power of ten or small.
[[nodiscard]] std::optional<Amount> times(Amount amount, std::uint64_t factor);
[[nodiscard]] std::optional<Amount> plus(Amount a, Amount b);
[[nodiscard]] bool less(const Amount& amount, std::uint64_t bound);

/// ASCII digits with at most one '.', without needless zeros: "007.50" -> "7.5".
[[nodiscard]] std::string plain_digits(std::string_view digits);
[[nodiscard]] std::string to_string(Amount amount);

}  // namespace muwazi::anchor
