// D(r, h): least number of edits between the first r words of the reference and the first h of the hypothesis. A row is
// kept as the differences between its neighbours, which are -1, 0 or 1, so that 64 rows are advanced at once in the bits
// of a word (Myers 1999; Hyyrö 2003, whose top row may have any differences: here those of the 64 rows before).
#include "evaluate/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace muwazi {
namespace {

/// Of a row, the difference of each cell to the one before it.
using Steps = std::vector<std::int8_t>;

/// From the row above `rows` rows to the last of them, column by column. `places`: of each word, in which rows it stands.
/// Bit k of `plus` and of `minus` is set where row k differs from the one above it by 1, by -1 (Pv, Mv of the paper); of
/// `ph` and `mh` where it differs from the column before.
void advance(std::span<const std::uint64_t> places, std::size_t rows,
             std::span<const std::uint32_t> hypothesis, Steps& steps) {
  std::uint64_t plus = ~std::uint64_t{0}, minus = 0;
  const std::uint64_t last = std::uint64_t{1} << ((rows - 1) & 63U);
  for (std::size_t h = 0; h < hypothesis.size(); ++h) {
    const std::uint64_t in_minus = steps[h] < 0 ? 1 : 0, in_plus = steps[h] > 0 ? 1 : 0;
    std::uint64_t equal = places[hypothesis[h]];
    const std::uint64_t xv = equal | minus;
    equal |= in_minus;
    const std::uint64_t xh = (((equal & plus) + plus) ^ plus) | equal;
    std::uint64_t ph = minus | ~(xh | plus), mh = plus & xh;
    steps[h] = static_cast<std::int8_t>(((ph & last) != 0 ? 1 : 0) - ((mh & last) != 0 ? 1 : 0));
    ph = (ph << 1U) | in_plus;
    mh = (mh << 1U) | in_minus;
    plus = mh | ~(xv | ph);
    minus = ph & xv;
  }
}

}  // namespace

std::uint64_t word_edit_distance(std::span<const std::uint32_t> reference,
                                 std::span<const std::uint32_t> hypothesis, std::uint32_t words) {
  std::vector<std::uint64_t> places(words, 0);
  Steps steps(hypothesis.size(), 1);  // D(0, h) = h
  for (std::size_t begin = 0; begin < reference.size(); begin += 64) {
    const auto block =
        reference.subspan(begin, std::min<std::size_t>(64, reference.size() - begin));
    for (std::size_t k = 0; k < block.size(); ++k) places[block[k]] |= std::uint64_t{1} << k;
    advance(places, block.size(), hypothesis, steps);
    for (const std::uint32_t word : block) places[word] = 0;
  }
  const auto first = static_cast<std::int64_t>(reference.size());  // D(R, 0)
  return static_cast<std::uint64_t>(std::accumulate(steps.begin(), steps.end(), first));
}

}  // namespace muwazi
