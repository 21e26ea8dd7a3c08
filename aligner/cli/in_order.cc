#include "cli/in_order.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace muwazi {
namespace {

int make_event() {
  const int event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (event < 0) fail("make", "an event", errno);
  return event;
}

}  // namespace

InOrder::InOrder(const InOrderLimits& limits, const Interrupts& interrupts, OpenLines open_lines,
                 std::function<Work()> make_work)
    : limits_(limits),
      interrupts_(interrupts),
      open_lines_(std::move(open_lines)),
      make_work_(std::move(make_work)),
      stop_(make_event()),
      ready_(make_event()) {
  threads_.emplace_back([this] { read(); });
  for (unsigned k = 0; k < limits_.threads; ++k) threads_.emplace_back([this] { work(); });
}

InOrder::~InOrder() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  eventfd_write(stop_.number(), 1);
  room_.notify_all();
  tasks_.notify_all();
}

void InOrder::read() {
  Slot broken;  // a stream that cannot be read ends with the reason
  try {
    LineReader lines = open_lines_(stop_.number());
    Slot slot;
    while (lines.next(slot.line)) {
      slot.bytes = slot.line.bytes.size();
      if (!admit(std::exchange(slot, {}))) return;
    }
  } catch (...) {
    broken.error = std::current_exception();
  }
  if (broken.error && !admit(std::move(broken))) return;
  const std::lock_guard lock(mutex_);
  read_all_ = true;
  tasks_.notify_all();
  eventfd_write(ready_.number(), 1);
}

/// False when nobody wants it any more.
bool InOrder::admit(Slot&& slot) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] {
    return stopped_ || slots_.empty() ||
           (slots_.size() < limits_.lines && bytes_ + slot.bytes <= limits_.bytes);
  });
  if (stopped_) return false;
  bytes_ += slot.bytes;
  slots_.push_back(std::move(slot));
  tasks_.notify_one();
  return true;
}

void InOrder::work() {
  Work work;
  while (Slot* slot = next_task()) {
    if (!slot->error) {
      try {
        if (!work) work = make_work_();
        slot->outcome = work(std::move(slot->line));
      } catch (...) {
        slot->error = std::current_exception();
      }
      slot->line = {};
    }
    finish(*slot);
  }
}

InOrder::Slot* InOrder::next_task() {
  std::unique_lock lock(mutex_);
  tasks_.wait(lock, [&] { return stopped_ || begun_ < slots_.size() || read_all_; });
  if (stopped_ || begun_ == slots_.size()) return nullptr;
  return &slots_[begun_++];
}

void InOrder::finish(Slot& slot) {
  const std::lock_guard lock(mutex_);
  bytes_ += slot.outcome.record.size();
  bytes_ -= std::exchange(slot.bytes, slot.outcome.record.size());
  slot.done = true;
  eventfd_write(ready_.number(), 1);
  room_.notify_one();
}

std::optional<Outcome> InOrder::take() {
  std::array<pollfd, 2> files = {
      {{ready_.number(), POLLIN, 0}, {interrupts_.descriptor(), POLLIN, 0}}};
  for (int timeout = 0;; timeout = -1) {
    // First without waiting: a signal goes before records that are finished.
    if (::poll(files.data(), files.size(), timeout) < 0 && errno != EINTR)
      fail("wait for", "records", errno);
    if (files[1].revents != 0) return std::nullopt;
    eventfd_t count = 0;
    eventfd_read(ready_.number(), &count);
    bool ended = false;
    if (std::optional<Slot> slot = take_first(ended)) {
      if (slot->error) std::rethrow_exception(slot->error);
      return std::move(slot->outcome);
    }
    if (ended) return std::nullopt;
  }
}

std::optional<InOrder::Slot> InOrder::take_first(bool& ended) {
  const std::lock_guard lock(mutex_);
  ended = slots_.empty() && read_all_;
  if (slots_.empty() || !slots_.front().done) return std::nullopt;
  std::optional<Slot> slot = std::move(slots_.front());
  slots_.pop_front();
  --begun_;
  bytes_ -= slot->bytes;
  room_.notify_one();
  return slot;
}

}  // namespace muwazi
