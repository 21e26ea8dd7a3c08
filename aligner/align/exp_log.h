// exp and log of our own. libm picks its code by the CPU (with and without fused multiply-add) and
// may differ in the last bit from one machine to the next; these use only + - * and bits, so
// results are the same everywhere, and loops over them vectorise.
#pragma once
#include <bit>
#include <cstdint>

namespace muwazi::align {

/// exp(x) for x <= 0, relative error below 2e-7, exactly 1 at 0. Below kNegligible nats the answer
/// is 0, so that such values times small probabilities stay normal floats (arithmetic on denormals
/// is slow). Method: x = n ln 2 + r with |r| <= ln 2 / 2, the Taylor polynomial
/// of exp(r), n into the exponent bits.
inline constexpr float kNegligible = -48.0F;

[[nodiscard]] inline float exp_nonpositive(float x) noexcept {
  constexpr float kLog2E = 1.44269504F, kLn2High = 0.693359375F, kLn2Low = -2.12194440e-4F;
  constexpr float kRound = 12582912.0F;  // 1.5 x 2^23: adding it rounds, into the low bits
  const float shifted = x * kLog2E + kRound;
  const float n = shifted - kRound;
  const float r = (x - n * kLn2High) - n * kLn2Low;
  float p = 1.0F / 5040;
  p = p * r + 1.0F / 720;
  p = p * r + 1.0F / 120;
  p = p * r + 1.0F / 24;
  p = p * r + 1.0F / 6;
  p = p * r + 0.5F;
  p = p * r + 1.0F;
  p = p * r + 1.0F;
  // The low bits of `shifted` are n; all its higher bits fall out of the shift.
  const std::uint32_t scale = std::bit_cast<std::uint32_t>(shifted) << 23U;
  // Negligible x have made nonsense so far, masked here: a choice or a clamp would be a branch, and
  // keep the compiler from vectorising.
  const std::uint32_t mask = x < kNegligible ? 0U : ~0U;
  return std::bit_cast<float>((std::bit_cast<std::uint32_t>(p) + scale) & mask);
}

/// ln(x) for normal x > 0, relative error below 1e-15, exactly 0 at 1. Method: x = m 2^n with m in
/// [sqrt(1/2), sqrt(2)), ln m = 2 artanh((m - 1) / (m + 1)) by its series.
[[nodiscard]] inline double log_positive(double x) noexcept {
  constexpr double kLn2 = 0.693147180559945309417;
  constexpr std::uint64_t kSqrtHalf = 0x3FE6A09E667F3BCDU;
  const auto bits = std::bit_cast<std::uint64_t>(x) - kSqrtHalf;
  const auto n = static_cast<std::int64_t>(bits) >> 52;
  const auto m = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFU) + kSqrtHalf);
  const double s = (m - 1.0) / (m + 1.0), z = s * s;
  double series = 1.0 / 19;
  series = series * z + 1.0 / 17;
  series = series * z + 1.0 / 15;
  series = series * z + 1.0 / 13;
  series = series * z + 1.0 / 11;
  series = series * z + 1.0 / 9;
  series = series * z + 1.0 / 7;
  series = series * z + 1.0 / 5;
  series = series * z + 1.0 / 3;
  return static_cast<double>(n) * kLn2 + 2.0 * (s + s * z * series);
}

}  // namespace muwazi::align
