#include "cli/in_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace muwazi {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using Strings = std::vector<std::string>;

/// A stream whose lines are read one at a time, and counted. What the threads use outlives them.
class Stream {
 public:
  explicit Stream(Strings lines) : lines_(std::move(lines)) {}

  [[nodiscard]] InOrder::OpenLines opener() {
    return [this](int stop) {
      return LineReader([this, stop](char* to, std::size_t) { return read(to, stop); }, 1000);
    };
  }

  /// How many were read once the reader has come to rest; waits for `expected` at most ten seconds.
  [[nodiscard]] std::size_t read_when_at_rest(std::size_t expected) const {
    for (int k = 0; k < 10'000 && read_ < expected; ++k) std::this_thread::sleep_for(1ms);
    std::this_thread::sleep_for(20ms);
    return read_;
  }

  bool fails = false;  ///< after the last line
  bool waits = false;  ///< after the last line, until it is told to stop

 private:
  std::size_t read(char* to, int stop) {
    if (read_ < lines_.size()) {
      const std::string line = lines_[read_] + "\n";
      ++read_;
      return static_cast<std::size_t>(std::copy(line.begin(), line.end(), to) - to);
    }
    if (fails) throw std::runtime_error("the stream broke");
    pollfd file = {stop, POLLIN, 0};
    if (waits) ::poll(&file, 1, -1);
    return 0;
  }

  Strings lines_;
  std::atomic<std::size_t> read_{0};
};

/// Gives a line back; later ones are done earlier. "bad" is an exception.
Outcome echo(TextLine&& line) {
  if (line.number % 3 == 1) std::this_thread::sleep_for(2ms);
  if (line.bytes == "bad") throw std::runtime_error("line " + std::to_string(line.number));
  Outcome outcome;
  outcome.record = std::move(line.bytes);
  return outcome;
}

InOrder::Work make_echo() { return echo; }

/// All that comes, an exception as what it says, which ends it.
Strings taken(InOrder& records) {
  Strings all;
  try {
    while (std::optional<Outcome> outcome = records.take()) all.push_back(outcome->record);
  } catch (const std::runtime_error& error) {
    all.emplace_back(error.what());
  }
  return all;
}

Strings numbers(int count) {
  Strings all;
  for (int k = 0; k < count; ++k) all.push_back(std::to_string(k));
  return all;
}

class Order : public testing::TestWithParam<unsigned> {
 protected:
  [[nodiscard]] static InOrderLimits limits() { return {.threads = GetParam()}; }
  Interrupts interrupts_;
};

TEST_P(Order, IsThatOfTheStream) {
  Stream stream(numbers(100));
  InOrder records({.threads = GetParam(), .lines = 7}, interrupts_, stream.opener(), make_echo);
  EXPECT_EQ(taken(records), numbers(100));
}

TEST_P(Order, HasAnExceptionOfALineInThePlaceOfTheLine) {
  Stream stream({"a", "b", "c", "bad", "e"});
  InOrder records(limits(), interrupts_, stream.opener(), make_echo);
  EXPECT_THAT(taken(records), ElementsAre("a", "b", "c", "line 4"));
}

TEST_P(Order, HasAnExceptionOfTheStreamBehindItsLines) {
  Stream stream({"a", "b"});
  stream.fails = true;
  InOrder records(limits(), interrupts_, stream.opener(), make_echo);
  EXPECT_THAT(taken(records), ElementsAre("a", "b", "the stream broke"));
}

TEST_P(Order, HasAnExceptionOfAStreamThatCannotBeOpened) {
  const auto open = [](int) -> LineReader { throw std::runtime_error("no such file"); };
  InOrder records(limits(), interrupts_, open, make_echo);
  EXPECT_THAT(taken(records), ElementsAre("no such file"));
}

TEST_P(Order, HasAnExceptionOfAWorkerThatCannotBegin) {
  Stream stream({"a", "b"});
  const auto make = []() -> InOrder::Work { throw std::runtime_error("no memory"); };
  InOrder records(limits(), interrupts_, stream.opener(), make);
  EXPECT_THAT(taken(records), ElementsAre("no memory"));
}

INSTANTIATE_TEST_SUITE_P(Threads, Order, testing::Values(1U, 2U, 5U),
                         [](const auto& row) { return std::to_string(row.param); });

struct Row {
  const char* name;
  std::size_t lines, bytes;  ///< the limits
  std::size_t held;          ///< of lines of ten bytes
};

class Bound : public testing::TestWithParam<Row> {};

TEST_P(Bound, HoldsUntilARecordIsTaken) {
  const Interrupts interrupts;
  const Row& row = GetParam();
  const Strings lines(20, std::string(10, 'x'));
  Stream stream(lines);
  InOrder records({.threads = 2, .lines = row.lines, .bytes = row.bytes}, interrupts,
                  stream.opener(), make_echo);
  // One more is read, and waits for room.
  EXPECT_EQ(stream.read_when_at_rest(row.held + 1), row.held + 1);
  ASSERT_TRUE(records.take().has_value());
  EXPECT_EQ(stream.read_when_at_rest(row.held + 2), row.held + 2);
  EXPECT_EQ(taken(records).size(), lines.size() - 1);
}

INSTANTIATE_TEST_SUITE_P(Limits, Bound,
                         testing::Values(Row{"lines", 4, 1000, 4}, Row{"one_line", 1, 1000, 1},
                                         Row{"bytes", 1000, 35, 3},
                                         Row{"bytes_to_the_last", 1000, 40, 4},
                                         Row{"a_line_beyond_it_goes_alone", 1000, 5, 1}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Destructor, EndsAReaderThatWaitsForInput) {
  const Interrupts interrupts;
  Stream stream({"a"});
  stream.waits = true;
  InOrder records({}, interrupts, stream.opener(), make_echo);
  EXPECT_TRUE(records.take().has_value());
}

TEST(Destructor, EndsAReaderThatWaitsForRoom) {
  const Interrupts interrupts;
  Stream stream(numbers(10));
  const InOrder records({.threads = 2, .lines = 3}, interrupts, stream.opener(), make_echo);
  EXPECT_EQ(stream.read_when_at_rest(4), 4U);
}

}  // namespace
}  // namespace muwazi
