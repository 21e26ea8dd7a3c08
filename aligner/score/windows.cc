#include "score/windows.h"

#include <algorithm>

namespace muwazi {
namespace {

void hold(Window& held, Window more) {
  held = held.begin >= held.end
             ? more
             : Window{std::min(held.begin, more.begin), std::max(held.end, more.end)};
}

/// Beads of these sentences, one or more of them, and those of the other side, of which there are `all` in the text.
void hold(std::vector<Reach>& reaches, Window sentences, Window others, std::uint32_t all) {
  const Window with_neighbours{others.begin - (others.begin > 0 ? 1 : 0),
                               std::min(others.end + 1, all)};
  for (std::uint32_t k = sentences.begin; k < sentences.end; ++k) {
    hold(reaches[k].window, with_neighbours);
    hold(reaches[k].begins[others.size() - 1], {others.begin, others.begin + 1});
  }
}

/// For the beads that begin at a cell, by the number of their sentences on one side: the most they have on the other.
struct Longest {
  std::array<std::uint32_t, kLongestSide + 1> english_of{}, arabic_of{};

  Longest(const Band& band, std::uint32_t a, std::uint32_t e) {
    for (std::size_t s = 2; s < kShapeCount; ++s) {
      const std::uint32_t m = kShapes[s].arabic, n = kShapes[s].english;
      if (a + m > band.arabic() || band.cell(a + m, e + n) == Band::kOutside) continue;
      english_of[m] = std::max(english_of[m], n);
      arabic_of[n] = std::max(arabic_of[n], m);
    }
  }
};

}  // namespace

Windows windows(const Band& band) {
  Windows out(band.arabic(), band.english());
  for (std::uint32_t a = 0; a < band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < std::min(columns.end, band.english()); ++e) {
      const Longest longest(band, a, e);
      for (std::uint32_t k = 1; k <= kLongestSide; ++k) {
        if (const std::uint32_t m = longest.arabic_of[k]; m > 0)
          hold(out.of_arabic, {a, a + m}, {e, e + k}, band.english());
        if (const std::uint32_t n = longest.english_of[k]; n > 0)
          hold(out.of_english, {e, e + n}, {a, a + k}, band.arabic());
      }
    }
  }
  return out;
}

Windows windows(const std::vector<Bead>& beads, std::uint32_t arabic, std::uint32_t english) {
  Windows out(arabic, english);
  for (const Bead& bead : beads) {
    const Window a{bead.arabic.begin, bead.arabic.end}, e{bead.english.begin, bead.english.end};
    hold(out.of_arabic, a, e, english);
    hold(out.of_english, e, a, arabic);
  }
  return out;
}

}  // namespace muwazi
