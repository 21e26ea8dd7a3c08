// How far a long run has come: one line on a terminal that is written over again and again.
#pragma once
#include <chrono>
#include <cstdint>

namespace muwazi {

class Progress {
 public:
  /// Where it is not `shown`, it only measures the time.
  explicit Progress(bool shown) : shown_(shown) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Writes the first time, then ten times a second at most.
  void update(std::uint64_t documents);
  /// Before anything else is written to standard error.
  void clear();
  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool on_screen_ = false;
  Clock::time_point begin_ = Clock::now(), last_{};
};

}  // namespace muwazi
