#include "score/windows.h"

#include <algorithm>

#include "muwazi/align/shapes.h"

namespace muwazi {
namespace {

void hold(std::vector<Window>& windows, Window sentences, Window others) {
  for (std::uint32_t k = sentences.begin; k < sentences.end; ++k) {
    windows[k].begin = std::min(windows[k].begin, others.begin);
    windows[k].end = std::max(windows[k].end, others.end);
  }
}

void widen(std::vector<Window>& windows, std::uint32_t sentences) {
  for (Window& window : windows) {
    if (window.begin >= window.end) {
      window = {0, 0};
      continue;
    }
    if (window.begin > 0) --window.begin;
    window.end = std::min(window.end + 1, sentences);
  }
}

}  // namespace

Windows windows(const Band& band) {
  Windows out{std::vector<Window>(band.arabic(), Window{band.english(), 0}),
              std::vector<Window>(band.english(), Window{band.arabic(), 0})};
  for (std::uint32_t a = 0; a < band.arabic(); ++a) {
    const Columns columns = band.columns(a);
    for (std::uint32_t e = columns.begin; e < std::min(columns.end, band.english()); ++e) {
      for (std::size_t s = 2; s < kShapeCount; ++s) {
        const std::uint32_t m = kShapes[s].arabic, n = kShapes[s].english;
        if (a + m > band.arabic() || band.cell(a + m, e + n) == Band::kOutside) continue;
        hold(out.of_arabic, {a, a + m}, {e, e + n});
        hold(out.of_english, {e, e + n}, {a, a + m});
      }
    }
  }
  widen(out.of_arabic, band.english());
  widen(out.of_english, band.arabic());
  return out;
}

}  // namespace muwazi
