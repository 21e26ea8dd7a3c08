// The same work on many things at once.
#pragma once
#include <cstddef>
#include <functional>

namespace muwazi {

/// Calls work(0) to work(count - 1), in this order but up to `threads` of them at once, 0: one a processor. Throws what the
/// first of them threw, when all that were begun have ended; after that none is begun.
void in_parallel(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace muwazi
