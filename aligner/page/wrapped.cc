#include "page/wrapped.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "muwazi/text/utf8.h"

namespace muwazi::page {
namespace {

/// Fillers count columns, code points (vowel signs too) or, if they know nothing of UTF-8, bytes.
constexpr std::size_t kMeasures = 3, kColumns = 0;
std::array<std::size_t, kMeasures> widths_of(std::string_view text) {
  return {display_width(text), code_points(text), text.size()};
}

/// Where a line ends and the next one may go on.
struct Break {
  std::size_t line = 0;                         ///< the line after it
  std::array<std::size_t, kMeasures> before{};  ///< width of the line before it
  std::array<std::size_t, kMeasures> needed{};  ///< width that it would have with one word more
  bool arabic = false;
  bool open = false;   ///< within a sentence
  bool lower = false;  ///< a lower case letter follows
};

/// A width that lines were broken at.
struct Width {
  std::size_t measure = 0;  ///< an index of widths_of()
  std::size_t most = 0;     ///< 0: the text is not wrapped
};

/// Columns; lines as short as three words are lists and verses. Bytes would make 15 Arabic letters of them.
constexpr std::size_t kNarrowest = 30;
constexpr std::size_t kWidest = 130;  ///< in the measure of the filler

bool is_digit_or_one_letter(std::string_view inner, std::size_t& at) {
  const std::size_t begin = at;
  std::size_t letters = 0;
  while (at < inner.size() && at < begin + 8) {
    std::size_t behind = at;
    const char32_t c = next(inner, behind);
    if (is_letter(c)) {
      if (++letters > 1) return false;
    } else if (!is_digit(c) && c != U'.') {
      break;
    }
    at = behind;
  }
  return at > begin;
}

/// "1." "٢-" "a)" "(3)" "#" ">" and the like: the line is an item, a heading or a quotation of its own.
bool begins_with_marker(std::string_view inner) {
  if (inner.find_first_of("#>|=+`^") == 0) return true;
  std::size_t at = inner.front() == '(' || inner.front() == '[' ? 1 : 0;
  if (!is_digit_or_one_letter(inner, at)) return false;
  if (at >= inner.size()) return true;
  if (inner[at - 1] == '.' && inner[at] == ' ') return true;
  return (inner[at] == ')' || inner[at] == ']' || inner[at] == '-' || inner[at] == '/' ||
          inner[at] == ':') &&
         (at + 1 >= inner.size() || inner[at + 1] == ' ');
}

/// Columns of a table: tabs, bars, or wide gaps that do not follow a full stop.
bool has_columns(std::string_view inner) {
  if (inner.find_first_of("\t|") != inner.npos) return true;
  const std::size_t gap = inner.find("   ");
  return gap != inner.npos;
}

std::size_t indent(const LineFacts& line) { return line.inner.begin - line.bytes.begin; }

/// Both are text of one language. A line of Arabic may have more English words than Arabic ones.
bool same_language(const LineFacts& a, const LineFacts& b) {
  const auto text = [](const LineFacts& line) {
    return line.evidence.stronger == Language::arabic ||
           line.evidence.stronger == Language::english;
  };
  if (!text(a) || !text(b)) return false;
  return a.evidence.stronger == b.evidence.stronger ||
         (a.evidence.letters.arabic > 0 && b.evidence.letters.arabic > 0);
}

bool may_go_on(std::string_view text, const LineFacts& before, const LineFacts& line) {
  if (before.blank() || line.blank() || !same_language(before, line)) return false;
  const std::string_view inner = slice(text, line.inner), last = slice(text, before.inner);
  if (line.bulleted || begins_with_marker(inner) || has_columns(inner) || has_columns(last))
    return false;
  if (last.find_first_of("#>") == 0) return false;
  // Indented more than the line before it: a new paragraph, unless an item of a list hangs.
  return indent(line) <= indent(before) || before.bulleted || begins_with_marker(last);
}

Break break_before(std::string_view text, const LineFacts& before, std::size_t i,
                   const LineFacts& line) {
  const std::string_view inner = slice(text, line.inner);
  Break found;
  found.line = i;
  const std::string_view whole =
      text.substr(before.bytes.begin, before.inner.end - before.bytes.begin);
  const std::string_view word = inner.substr(0, inner.find(' '));
  found.before = widths_of(whole);
  const auto word_widths = widths_of(word);
  for (std::size_t m = 0; m < kMeasures; ++m)
    found.needed[m] = found.before[m] + 1 + word_widths[m];
  found.arabic = line.evidence.stronger == Language::arabic;
  found.open = !before.ends_sentence;
  std::size_t at = 0;
  found.lower = is_lower(next(inner, at));
  return found;
}

std::vector<Break> find_breaks(std::string_view text, const std::vector<LineFacts>& lines) {
  std::vector<Break> breaks;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (may_go_on(text, lines[i - 1], lines[i]))
      breaks.push_back(break_before(text, lines[i - 1], i, lines[i]));
  }
  return breaks;
}

/// The breaks within sentences of one language.
struct OpenBreaks {
  std::vector<const Break*> all;
  std::size_t lower = 0;
};

OpenBreaks open_breaks(const std::vector<Break>& breaks, bool arabic) {
  OpenBreaks open;
  for (const Break& b : breaks) {
    if (b.arabic != arabic || !b.open) continue;
    open.all.push_back(&b);
    open.lower += b.lower;
  }
  return open;
}

std::size_t count_if(const OpenBreaks& open, const auto& is) {
  return static_cast<std::size_t>(
      std::count_if(open.all.begin(), open.all.end(), [&](const Break* b) { return is(*b); }));
}

std::vector<std::size_t> sorted_widths(const OpenBreaks& open, std::size_t measure) {
  std::vector<std::size_t> widths;
  widths.reserve(open.all.size());
  for (const Break* b : open.all) widths.push_back(b->before[measure]);
  std::sort(widths.begin(), widths.end());
  return widths;
}

/// The width in one measure. Simple fillers put as many words in a line as there is room for; those that
/// balance lines leave some room, and more lines must agree.
std::size_t read_width(const OpenBreaks& open, std::size_t measure, bool balanced) {
  const std::size_t count = open.all.size();
  const std::vector<std::size_t> widths = sorted_widths(open, measure),
                                 columns = sorted_widths(open, kColumns);
  // A link that is too long to be broken does not tell the width.
  for (const std::size_t outliers : {std::size_t{0}, count / 20 + (count >= 8 ? 1 : 0)}) {
    const std::size_t most = widths[count - 1 - outliers];
    if (columns[count - 1 - outliers] < kNarrowest || most > kWidest) continue;
    const std::size_t full = count_if(open, [&](const Break& b) {
      return b.needed[measure] > most || (balanced && b.before[measure] * 5 >= most * 4);
    });
    if (full * 100 >= count * (balanced ? 95 : 85)) return most;
  }
  return 0;
}

/// `least` breaks within sentences must speak for a width.
Width read_width(const std::vector<Break>& breaks, bool arabic, std::size_t least) {
  const OpenBreaks open = open_breaks(breaks, arabic);
  if (open.all.size() < least || (!arabic && open.lower * 10 < open.all.size() * 6)) return {};
  for (const bool balanced : {false, true}) {
    if (balanced && open.all.size() < 3 * least) break;
    for (std::size_t m = 0; m < kMeasures; ++m) {
      const std::size_t most = read_width(open, m, balanced);
      if (most > 0) return {m, most};
    }
  }
  return {};
}

/// Of a break in a wrapped text: was it made by the filler?
bool made_by_filler(const Break& b, const Width& width) {
  if (width.most == 0) return false;
  if (b.needed[width.measure] > width.most) return true;
  // Fillers that balance lines break a little early.
  const std::size_t before = b.before[width.measure];
  return b.open && (before * 5 >= width.most * 4 || (b.lower && before * 10 >= width.most * 7));
}

}  // namespace

std::vector<LineFacts> join_wrapped(std::string_view text, std::vector<LineFacts> lines) {
  const std::vector<Break> breaks = find_breaks(text, lines);
  // No case tells of Arabic that a line goes on: more lines must agree, unless the English does so too.
  const Width english = read_width(breaks, false, 3);
  const Width arabic = read_width(breaks, true, english.most > 0 ? 2 : 5);
  if (english.most == 0 && arabic.most == 0) return lines;
  std::vector<bool> goes_on(lines.size(), false);
  for (const Break& b : breaks) goes_on[b.line] = made_by_filler(b, b.arabic ? arabic : english);
  std::vector<LineFacts> joined;
  joined.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i + 1;
    while (end < lines.size() && goes_on[end]) ++end;
    if (end == i + 1) {
      joined.push_back(std::move(lines[i]));
    } else {
      joined.push_back(read_line(text, {lines[i].bytes.begin, lines[end - 1].bytes.end}));
      for (std::size_t k = i; k < end; ++k) joined.back().wrapped.push_back(lines[k].bytes);
    }
    i = end;
  }
  return joined;
}

}  // namespace muwazi::page
