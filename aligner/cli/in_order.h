// Work on a stream by several threads, its results in the order of the stream.
//
//   reader ── lines ──> workers ── outcomes ──> take(), in order
//
// One thread reads ahead, so that waiting for input holds up no finished record; the workers take the
// lines as they come; the caller's thread takes the outcomes. What is between the reader and the caller is
// bounded in number and in bytes, so memory does not grow with the stream, however slow one line is.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/interrupts.h"
#include "text/line_reader.h"

namespace muwazi {

/// What became of a line.
struct Outcome {
  std::string record;                 ///< one line, with its line end
  std::vector<std::string> messages;  ///< for standard error
  bool is_error = false;
  std::size_t pairs = 0, sentences = 0;
};

struct InOrderLimits {
  unsigned threads = 1;
  /// Lines that wait, are worked on or have an outcome that was not taken; and the bytes of these lines
  /// and outcomes. Past them no line is taken up; one line alone may have more, and so may the records of
  /// lines that were within them. Enough for the others to go on while one line takes a
  /// thousand times as long as they do.
  std::size_t lines = 4096;
  std::size_t bytes = std::size_t{32} << 20U;
};

class InOrder {
 public:
  using Work = std::function<Outcome(TextLine&&)>;
  /// Opens the stream; reading ends early when the file descriptor can be read from.
  using OpenLines = std::function<LineReader(int stop)>;

  /// `make_work` is called once in each worker's thread. Starts the threads.
  InOrder(const InOrderLimits& limits, const Interrupts& interrupts, OpenLines open_lines,
          std::function<Work()> make_work);
  /// Ends reading; waits for the lines that are worked on.
  ~InOrder();
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  /// The next outcome; nullopt at the end, and as soon as a signal waits. Throws what reading and working
  /// threw, in its place in the order.
  [[nodiscard]] std::optional<Outcome> take();

 private:
  struct Slot {
    TextLine line;
    Outcome outcome;
    std::exception_ptr error;
    std::size_t bytes = 0;  ///< that count against the limit
    bool done = false;
  };

  void read();
  void work();
  bool admit(Slot&& slot);
  Slot* next_task();
  void finish(Slot& slot);
  std::optional<Slot> take_first(bool& ended);

  InOrderLimits limits_;
  const Interrupts& interrupts_;
  OpenLines open_lines_;
  std::function<Work()> make_work_;
  FileDescriptor stop_, ready_;  ///< eventfds: to the reader, and to take()

  std::mutex mutex_;
  std::condition_variable room_, tasks_;
  std::deque<Slot> slots_;  ///< grows and shrinks at its ends only: references stay good
  std::size_t begun_ = 0;   ///< how many of `slots_` were given to a worker
  std::size_t bytes_ = 0;
  bool stopped_ = false, read_all_ = false;

  std::vector<std::jthread> threads_;  // last: they end first
};

}  // namespace muwazi
