#include "cli/progress.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace muwazi {
namespace {

void write_to_terminal(const std::string& text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
  (void)std::fflush(stderr);
}

}  // namespace

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - begin_).count();
}

void Progress::update(std::uint64_t documents) {
  constexpr auto kPause = std::chrono::milliseconds(100);
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - last_ < kPause) return;
  last_ = now;
  write_to_terminal(fmt::format("\r{} documents, {:.1f} a second\x1B[K", documents,
                                static_cast<double>(documents) / seconds()));
  on_screen_ = true;
}

void Progress::clear() {
  if (!on_screen_) return;
  write_to_terminal("\r\x1B[K");
  on_screen_ = false;
}

}  // namespace muwazi
