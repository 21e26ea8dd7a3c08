#include "check/lengths.h"

#include <algorithm>
#include <cmath>

#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kLeastSpread = 0.15;

}  // namespace

double letters(const SideOf& side, SentenceSpan span) {
  std::size_t count = 0;
  for (std::uint32_t k = span.begin; k < span.end; ++k) count += code_points(side.sentence(k));
  return static_cast<double>(count);
}

Lengths lengths_of(const BitextView& view) {
  double sum = 10.0 * -0.1, squares = 10.0 * 0.1, weight = 10.0;  // as if some had been seen
  std::vector<double> logs;
  for (const Bead& bead : view.beads()) {
    if (bead.null() || mismatched(bead)) continue;
    const double x = std::log((letters(view.arabic, bead.arabic) + 3.0) /
                              (letters(view.english, bead.english) + 3.0));
    logs.push_back(x);
  }
  for (const double x : logs) sum += x, weight += 1.0;
  const double mean = sum / weight;
  for (const double x : logs) squares += std::min((x - mean) * (x - mean), 0.5);
  return {mean, std::max(std::sqrt(squares / weight), kLeastSpread)};
}

}  // namespace muwazi::check
