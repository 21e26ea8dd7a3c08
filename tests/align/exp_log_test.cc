#include "align/exp_log.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace muwazi::align {
namespace {

TEST(ExpNonpositive, IsAsExactAsFloatsAre) {
  for (float x = 0.0F; x >= kNegligible; x -= 0.00137F) {
    const double exact = std::exp(static_cast<double>(x));
    ASSERT_NEAR(exp_nonpositive(x), exact, 2e-7 * exact) << x;
  }
}

TEST(ExpNonpositive, IsOneAtZeroAndZeroWhereNegligible) {
  EXPECT_EQ(exp_nonpositive(0.0F), 1.0F);
  EXPECT_EQ(exp_nonpositive(-0.0F), 1.0F);
  EXPECT_GT(exp_nonpositive(kNegligible), 0.0F);
  for (const float x :
       {-48.1F, -88.0F, -104.0F, -1e9F, -3e38F, -std::numeric_limits<float>::infinity()}) {
    EXPECT_EQ(exp_nonpositive(x), 0.0F) << x;
  }
}

TEST(LogPositive, IsAsExactAsDoublesAre) {
  EXPECT_EQ(log_positive(1.0), 0.0);
  for (double x = 1e-30; x < 1e30; x *= 1.0137) {
    const double exact = std::log(x);
    ASSERT_NEAR(log_positive(x), exact, 1e-15 * std::max(1.0, std::abs(exact))) << x;
  }
  for (double x = 1.0; x < 37.0; x += 0.00731)
    ASSERT_NEAR(log_positive(x), std::log(x), 1e-15) << x;
}

}  // namespace
}  // namespace muwazi::align
