#include "cli/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace muwazi {
namespace {

TEST(InParallel, DoesEachPieceOnceWithAnyNumberOfThreads) {
  for (const unsigned threads : {0U, 1U, 2U, 7U}) {
    for (const std::size_t count : {0U, 1U, 3U, 100U}) {
      std::vector<std::atomic<int>> done(count);
      in_parallel(count, threads, [&](std::size_t k) { ++done[k]; });
      for (const auto& times : done) EXPECT_EQ(times, 1);
    }
  }
}

TEST(InParallel, ThrowsWhatTheFirstPieceThrew) {
  for (const unsigned threads : {1U, 4U}) {
    try {
      in_parallel(100, threads, [](std::size_t k) {
        if (k >= 3) throw std::runtime_error(std::to_string(k));
      });
      FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "3");
    }
  }
}

TEST(InParallel, BeginsNothingAfterAFailure) {
  std::atomic<int> begun = 0;
  EXPECT_THROW(in_parallel(100, 1,
                           [&](std::size_t) {
                             ++begun;
                             throw std::runtime_error("no");
                           }),
               std::runtime_error);
  EXPECT_EQ(begun, 1);
}

}  // namespace
}  // namespace muwazi
