#include "page/untranslated.h"

#include <unordered_map>

namespace muwazi::page {
namespace {

void make_arabic(LineFacts& line) {
  line.evidence.language = line.evidence.stronger = Language::arabic;
}

/// The lines that hold text of one language, in order.
std::vector<std::size_t> text_lines(const std::vector<Role>& roles,
                                    const std::vector<Split>& splits,
                                    const std::vector<LineFacts>& lines) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Language language = lines[i].evidence.stronger;
    if (!splits[i].parts.empty() || (roles[i] != Role::body && roles[i] != Role::heading)) continue;
    if (language == Language::arabic || language == Language::english) found.push_back(i);
  }
  return found;
}

/// Lines of one language that follow each other, as indices into the list of text lines.
struct Run {
  std::size_t begin = 0, end = 0;
  Language language = Language::none;
  bool sentence = false;  ///< has a line that is one
  bool titles = true;     ///< all lines are Latin only, and short
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

std::vector<Run> runs_of(const std::vector<std::size_t>& all, const std::vector<LineFacts>& lines) {
  std::vector<Run> runs;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const LineFacts& line = lines[all[k]];
    if (runs.empty() || runs.back().language != line.evidence.stronger) {
      runs.push_back({k, k, line.evidence.stronger, false, true});
    }
    Run& run = runs.back();
    run.end = k + 1;
    run.sentence |= line.ends_sentence && line.tokens >= 6;
    run.titles &= line.is_short() && line.evidence.letters.arabic == 0;
  }
  return runs;
}

/// References in Latin letters at the end of a section of a page whose languages stand in blocks.
void settle_titles(const std::vector<std::size_t>& all, std::vector<LineFacts>& lines) {
  const std::vector<Run> runs = runs_of(all, lines);
  std::size_t prose = 0;  // runs of English sentences; more than two, and the languages alternate
  for (const Run& run : runs) prose += run.language == Language::english && run.sentence;
  if (prose > 2) return;
  for (std::size_t r = 1; r + 1 < runs.size(); ++r) {
    const Run& run = runs[r];
    if (run.language != Language::english || run.sentence || !run.titles) continue;
    // Arabic headings over untranslated English stand alone; a block has lines enough before it.
    const bool inside = runs[r - 1].size() >= 4 && runs[r - 1].sentence && run.size() <= 6;
    for (std::size_t k = run.begin; inside && k < run.end; ++k) make_arabic(lines[all[k]]);
  }
}

}  // namespace

void settle_untranslated(std::string_view text, const std::vector<Role>& roles,
                         const std::vector<Split>& splits, std::vector<LineFacts>& lines) {
  const std::vector<std::size_t> all = text_lines(roles, splits, lines);
  const auto language = [&](std::size_t k) { return lines[all[k]].evidence.stronger; };
  const auto line_text = [&](std::size_t k) { return slice(text, lines[all[k]].inner); };
  const auto latin = [&](std::size_t k) {
    return lines[all[k]].is_short() && lines[all[k]].evidence.letters.arabic == 0;
  };
  std::size_t arabic_first = 0, english_first = 0;
  std::unordered_map<std::string_view, std::size_t> among_english;
  for (std::size_t k = 0; k + 1 < all.size(); ++k) {
    const bool adjacent = all[k] + 1 == all[k + 1];
    arabic_first +=
        adjacent && language(k) == Language::arabic && language(k + 1) == Language::english;
    english_first +=
        adjacent && language(k) == Language::english && language(k + 1) == Language::arabic;
    if (k > 0 && latin(k) && language(k - 1) == Language::english &&
        language(k + 1) == Language::english) {
      ++among_english[line_text(k)];
    }
  }
  const bool alternate =
      (arabic_first + english_first) * 3 >= all.size() && arabic_first + english_first >= 2;
  for (std::size_t k = 0; k + 1 < all.size(); ++k) {
    if (!latin(k)) continue;
    if (alternate && all[k] + 1 == all[k + 1] && line_text(k) == line_text(k + 1)) {
      make_arabic(lines[all[k + (arabic_first >= english_first ? 0 : 1)]]);
      ++k;
    } else if (!alternate && k > 0 && language(k - 1) == Language::arabic &&
               language(k + 1) == Language::arabic && among_english.contains(line_text(k))) {
      make_arabic(lines[all[k]]);
    }
  }
  if (!alternate) settle_titles(all, lines);
}

}  // namespace muwazi::page
