// SIGINT, SIGTERM and SIGHUP as something to look for between two records, instead of an end in the
// middle of one. While records are written, see write_all().
#pragma once
#include <csignal>

#include "text/descriptor.h"

namespace muwazi {

/// While there is one, the signals wait. Make it before any thread, which takes over what is blocked.
/// Signals that were ignored (nohup) stay so.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  /// Can be read from, in the sense of poll(), as soon as a signal waits.
  [[nodiscard]] int descriptor() const noexcept { return signals_.number(); }
  [[nodiscard]] bool asked() const noexcept;

  /// Lets the signal that waits do what it does by itself: end the program.
  void deliver() noexcept;

 private:
  sigset_t watched_{}, before_{};
  FileDescriptor signals_;  ///< never read from, so that it stays readable
};

}  // namespace muwazi
