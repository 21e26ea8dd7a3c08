#include "cli/interrupts.h"

#include <poll.h>
#include <sys/signalfd.h>

#include <array>
#include <cerrno>

namespace muwazi {
namespace {

sigset_t signals_to_watch() {
  sigset_t set{};
  sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_IGN)
      sigaddset(&set, signal);
  }
  return set;
}

}  // namespace

Interrupts::Interrupts()
    : watched_(signals_to_watch()), signals_(signalfd(-1, &watched_, SFD_CLOEXEC)) {
  if (signals_.number() < 0) fail("watch for", "signals", errno);
  pthread_sigmask(SIG_BLOCK, &watched_, &before_);
}

Interrupts::~Interrupts() { deliver(); }

bool Interrupts::asked() const noexcept {
  std::array<pollfd, 1> files = {{{signals_.number(), POLLIN, 0}}};
  return ::poll(files.data(), files.size(), 0) > 0;
}

void Interrupts::deliver() noexcept { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

}  // namespace muwazi
