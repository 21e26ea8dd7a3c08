#include "cli/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace muwazi {

void in_parallel(std::size_t count, unsigned threads,
                 const std::function<void(std::size_t)>& work) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> failed = false;
  std::vector<std::exception_ptr> thrown(count);
  const auto run = [&] {
    while (!failed) {
      const std::size_t k = next++;
      if (k >= count) return;
      try {
        work(k);
      } catch (...) {
        thrown[k] = std::current_exception();
        failed = true;
      }
    }
  };
  {
    std::vector<std::jthread> others(
        std::min<std::size_t>(threads, std::max<std::size_t>(count, 1)) - 1);
    for (std::jthread& other : others) other = std::jthread(run);
    run();
  }
  for (const std::exception_ptr& exception : thrown) {
    if (exception) std::rethrow_exception(exception);
  }
}

}  // namespace muwazi
