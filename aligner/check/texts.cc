#include "check/texts.h"

#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr float kLeastPosterior = 0.1F;
constexpr float kLeastCovered = 0.12F;  // share of the content, on both sides
constexpr float kLeastContent = 1.2F;   // idf mass: three words or so

bool unexplained(const std::vector<CoveredWord>& words) {
  float content = 0.0F, uncovered = 0.0F;
  for (const CoveredWord& word : words) {
    content += word.content;
    uncovered += word.uncovered;
  }
  return content >= kLeastContent && uncovered > (1.0F - kLeastCovered) * content;
}

}  // namespace

bool mismatched(const Bead& bead) { return !bead.null() && bead.posterior < kLeastPosterior; }

bool one_sided(const BitextView& view, const Bead& bead) {
  return !bead.null() &&
         view.arabic.bytes(bead.arabic).empty() != view.english.bytes(bead.english).empty();
}

bool unexplained(const BitextView& view, std::uint32_t bead) {
  if (view.beads()[bead].null()) return false;
  const Explanation& why = view.bitext.explanations[bead];
  return unexplained(why.arabic_words) && unexplained(why.english_words);
}

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_digit(next(text, at))) return true;
  }
  return false;
}

std::string quoted(std::string_view text, std::size_t characters) {
  std::string out;
  bool space = false;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_space(c) || c < U' ') {
      space = !out.empty();
      continue;
    }
    if (count >= characters) return out + "…";
    if (space) out += ' ';
    space = false;
    append(out, c);
    ++count;
  }
  return out;
}

std::string times(std::size_t count) {
  return count == 1 ? "once" : count == 2 ? "twice" : std::to_string(count) + " times";
}

}  // namespace muwazi::check
