#include "score/windows.h"

#include <algorithm>

namespace muwazi {
namespace {

void hold(Window& held, Window more) {
  held = held.begin >= held.end
             ? more
             : Window{std::min(held.begin, more.begin), std::max(held.end, more.end)};
}

/// Beads of these sentences, one or more of them, and `length` of the other side that begin at any of `begins`. `all`:
/// the number of sentences that the other side has.
void hold(std::vector<Reach>& reaches, Window sentences, Window begins, std::uint32_t length,
          std::uint32_t all) {
  const Window with_neighbours{begins.begin - (begins.begin > 0 ? 1 : 0),
                               std::min(begins.end + length, all)};
  for (std::uint32_t k = sentences.begin; k < sentences.end; ++k) {
    hold(reaches[k].window, with_neighbours);
    hold(reaches[k].begins[length - 1], begins);
  }
}

/// The columns from which beads of a shape lead from row `a` of the band to its row a + shape.arabic.
Window begins_of(const Band& band, std::uint32_t a, BeadShape shape) {
  const Columns from = band.columns(a), to = band.columns(a + shape.arabic);
  const std::uint32_t first = to.begin > shape.english ? to.begin - shape.english : 0;
  const std::uint32_t end = to.end > shape.english ? to.end - shape.english : 0;
  return {std::max(from.begin, first), std::min(from.end, end)};
}

}  // namespace

/// Beads of one shape begin in neighbouring columns of a row, so that their first and their last say what all of them
/// hold; English sentences that some of them hold, those with one English sentence more hold as well, if there are any.
Windows windows(const Band& band) {
  Windows out(band.arabic(), band.english());
  for (std::uint32_t a = 0; a < band.arabic(); ++a) {
    Window english;  // that beads with as many Arabic sentences hold
    for (std::size_t s = 2; s < kShapeCount; ++s) {
      const std::uint32_t m = kShapes[s].arabic, n = kShapes[s].english;
      if (a + m > band.arabic()) break;
      const Window begins = begins_of(band, a, kShapes[s]);
      if (begins.size() > 0) {
        hold(out.of_arabic, {a, a + m}, begins, n, band.english());
        english = {begins.begin, begins.end - 1 + n};
      }
      const bool last_of_size = s + 1 == kShapeCount || kShapes[s + 1].arabic != m;
      if (!last_of_size) continue;
      hold(out.of_english, english, {a, a + 1}, m, band.arabic());
      english = {};
    }
  }
  return out;
}

Windows windows(const std::vector<Bead>& beads, std::uint32_t arabic, std::uint32_t english) {
  Windows out(arabic, english);
  for (const Bead& bead : beads) {
    const Window a{bead.arabic.begin, bead.arabic.end}, e{bead.english.begin, bead.english.end};
    hold(out.of_arabic, a, {e.begin, e.begin + 1}, e.size(), english);
    hold(out.of_english, e, {a.begin, a.begin + 1}, a.size(), arabic);
  }
  return out;
}

}  // namespace muwazi
