#include "page/splits.h"

#include <algorithm>
#include <array>
#include <optional>

#include "muwazi/text/utf8.h"
#include "page/brackets.h"
#include "page/cells.h"
#include "page/turns.h"

namespace muwazi::page {
namespace {

/// A line cut in two, with what speaks for it.
struct Halves {
  ByteRange first, second;
  Evidence one, two;
  [[nodiscard]] bool two_languages() const {
    return (one.stronger == Language::arabic && two.stronger == Language::english) ||
           (one.stronger == Language::english && two.stronger == Language::arabic);
  }
  /// Letters of the shorter over letters of the longer half.
  [[nodiscard]] double ratio() const {
    const double a = one.letters.all() + one.letters.digits,
                 b = two.letters.all() + two.letters.digits;
    return a == 0 || b == 0 ? 0.0 : std::min(a, b) / std::max(a, b);
  }
};

Halves halves(std::string_view text, ByteRange first, ByteRange second) {
  Halves cut{trimmed(text, first), trimmed(text, second), {}, {}};
  cut.one = examine(slice(text, cut.first));
  cut.two = examine(slice(text, cut.second));
  return cut;
}

/// The end of the line without a full stop after its last bracket: one past ')' or ']', or 0.
std::size_t last_bracket(std::string_view text, ByteRange inner) {
  for (std::size_t end = inner.end; end > inner.begin;) {
    std::size_t at = end;
    const char32_t c = previous(text, at);
    if (closes_bracket(c)) return end;
    if (!is_punctuation(c) && !is_space(c) && !is_format(c)) return 0;
    end = at;
  }
  return 0;
}

/// The text before the bracket that opens at `open`, and what stands in it; the line's last bracket
/// ends at `end`.
Halves cut_at(std::string_view text, ByteRange inner, std::size_t open, std::size_t end) {
  std::size_t begin = open, close = end;
  (void)next(text, begin);
  (void)previous(text, close);
  return halves(text, {inner.begin, open}, {begin, std::max(begin, close)});
}

/// Arabic (English) and the reverse: the bracket that closes last, from where it opens.
std::optional<Halves> bracket(std::string_view text, ByteRange inner) {
  const std::size_t end = last_bracket(text, inner);
  if (end == 0) return std::nullopt;
  int depth = 0;
  for (std::size_t at = end; at > inner.begin;) {
    const char32_t c = previous(text, at);
    if (closes_bracket(c)) ++depth;
    if (opens_bracket(c) && --depth == 0) {
      if (at == inner.begin) return std::nullopt;
      return cut_at(text, inner, at, end);
    }
  }
  return std::nullopt;
}

/// The same where brackets do not match: the opening one with the fewest letters on the wrong side.
std::optional<Halves> best_bracket(std::string_view text, ByteRange inner, bool arabic_first) {
  const std::size_t end = last_bracket(text, inner);
  if (end == 0) return std::nullopt;
  std::int64_t wrong = 0, least = 0;
  std::size_t best = 0;
  for (std::size_t at = inner.begin; at < end;) {
    const std::size_t begin = at;
    const char32_t c = next(text, at);
    if (opens_bracket(c) && begin > inner.begin && (best == 0 || wrong < least)) {
      best = begin;
      least = wrong;
    }
    // A letter that moves before the bracket: wrong if it is of the second language.
    if (is_arabic_letter(c)) wrong += arabic_first ? -1 : 1;
    if (is_latin_letter(c)) wrong += arabic_first ? 1 : -1;
  }
  if (best == 0) return std::nullopt;
  return cut_at(text, inner, best, end);
}

bool pure(const Evidence& evidence) {
  const Letters& l = evidence.letters;
  const std::uint32_t own = evidence.stronger == Language::arabic ? l.arabic : l.latin;
  return own > 0 && own * 10 >= l.all() * 9;
}

/// Without what labels announce: "الهاتف / Phone: +962 79 555 1234".
Halves labels(std::string_view text, const Halves& cut) {
  const auto label = [&](ByteRange bytes) {
    const std::size_t colon = slice(text, bytes).find(':');
    return colon == std::string_view::npos ? bytes : ByteRange{bytes.begin, bytes.begin + colon};
  };
  return halves(text, label(cut.first), label(cut.second));
}

/// "Arabic / English": one separator, each side in one language, lengths that may be a translation's.
std::optional<Halves> heading(std::string_view text, const LineFacts& line) {
  static constexpr std::array<std::string_view, 7> kSeparators = {" / ", " – ", " — ", " - ",
                                                                  " | ", " • ", " · "};
  if (!line.is_short()) return std::nullopt;
  const std::string_view inner = slice(text, line.inner);
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = inner.find(separator);
    if (at == inner.npos || inner.find(separator, at + 1) != inner.npos) continue;
    const std::size_t begin = line.inner.begin + at;
    const Halves cut =
        halves(text, {line.inner.begin, begin}, {begin + separator.size(), line.inner.end});
    if (!cut.two_languages() || !pure(cut.one) || !pure(cut.two)) continue;
    if (cut.ratio() >= 0.4 || labels(text, cut).ratio() >= 0.4) return cut;
  }
  return std::nullopt;
}

/// "Arabic English": the script changes once and both sides are of like length.
std::optional<Halves> run(std::string_view text, const LineFacts& line) {
  const ByteRange inner = line.inner;
  int last = 0, changes = 0;
  std::size_t change = 0;
  for (std::size_t at = inner.begin; at < inner.end && changes < 2;) {
    const std::size_t begin = at;
    const char32_t c = next(text, at);
    const int script = is_arabic_letter(c) ? 1 : is_latin_letter(c) ? 2 : 0;
    if (script == 0) continue;
    if (last != 0 && script != last) {
      ++changes;
      change = begin;
    }
    last = script;
  }
  if (changes != 1) return std::nullopt;
  const Halves cut = halves(text, {inner.begin, change}, {change, inner.end});
  if (!cut.two_languages() || cut.ratio() < 0.4) return std::nullopt;
  return cut;
}

void accept(std::string_view text, const Halves& cut, std::optional<bool> arabic_first,
            Split& split) {
  const std::string_view one = slice(text, cut.first), two = slice(text, cut.second);
  if (one == two) {
    const bool arabic = arabic_first.value_or(true);
    split.parts = {{cut.first, language_of_repeated(one, cut.one.stronger, arabic)},
                   {cut.second, language_of_repeated(two, cut.two.stronger, !arabic)}};
    return;
  }
  const auto other = [](Language l) {
    return l == Language::arabic ? Language::english : Language::arabic;
  };
  Language first = cut.one.stronger;
  if (!cut.two_languages())
    first = arabic_first.value_or(true) ? Language::arabic : Language::english;
  split.parts = {{cut.first, first}, {cut.second, other(first)}};
}

struct Counts {
  std::size_t eligible = 0;  ///< lines that hold text, neither rows nor menus of a word or two
  std::size_t found = 0;
  std::size_t arabic_first = 0;
  [[nodiscard]] bool most() const { return found >= 2 && found * 2 >= eligible; }
  /// So many that they are a habit of this page and not a chance, or the page is nothing else.
  [[nodiscard]] bool habit() const {
    return most() || found == eligible || (found >= 2 && found * 6 >= eligible);
  }
};

bool eligible(const LineFacts& line, const Split& split) {
  return split.parts.empty() && line.tokens >= 3 && line.evidence.letters.all() > 0;
}

/// Lengths as a translation's, the bracket being long enough to be more than a term.
bool translation_like(const Halves& cut) { return cut.two_languages() && cut.ratio() >= 0.45; }

/// The cut of a page that cuts its lines by brackets; where most lines are cut, a looser one counts too.
std::optional<Halves> cut_by_habit(std::string_view text, const LineFacts& line,
                                   std::optional<Halves> cut, bool most, bool arabic_first) {
  if (most && (!cut || cut->ratio() < 0.3)) {
    const std::optional<Halves> looser = best_bracket(text, line.inner, arabic_first);
    if (looser && (!cut || looser->ratio() > cut->ratio())) cut = looser;
  }
  if (!cut || cut->ratio() == 0.0) return std::nullopt;
  const bool enough = most ? cut->ratio() >= 0.2 : translation_like(*cut);
  return enough ? cut : std::nullopt;
}

bool has_both_scripts(const LineFacts& line) {
  return line.evidence.letters.arabic > 0 && line.evidence.letters.latin > 0;
}

Chain read_chain(std::string_view text, const LineFacts& line) {
  return has_both_scripts(line) ? bracket_chain(text, line.inner) : Chain{};
}

/// On a page with the habit. `cuts`: of lines in both scripts.
void cut_the_rest(std::string_view text, const std::vector<LineFacts>& lines,
                  const std::vector<std::optional<Halves>>& cuts, const Counts& counts,
                  std::vector<Split>& splits) {
  const bool arabic_first = counts.arabic_first * 2 >= counts.found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank() || !splits[i].parts.empty()) continue;
    const auto own = has_both_scripts(lines[i]) ? cuts[i] : bracket(text, lines[i].inner);
    const auto cut = cut_by_habit(text, lines[i], own, counts.most(), arabic_first);
    if (cut) accept(text, *cut, arabic_first, splits[i]);
  }
}

void split_brackets(std::string_view text, const std::vector<LineFacts>& lines,
                    std::vector<Split>& splits) {
  Counts counts;
  std::vector<std::optional<Halves>> cuts(lines.size());
  std::vector<std::pair<std::size_t, Chain>> chains;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank() || !splits[i].parts.empty()) continue;
    // The others are cut only where the page has the habit.
    if (has_both_scripts(lines[i])) cuts[i] = bracket(text, lines[i].inner);
    const bool found = cuts[i] && translation_like(*cuts[i]);
    Chain chain = read_chain(text, lines[i]);
    // One translation of all that stands before it is likelier than several with no full stop between.
    if (!chain.parts.empty() && (chain.bounded || !found)) {
      cuts[i].reset();
      ++counts.eligible;
      ++counts.found;
      counts.arabic_first += chain.parts.front().language == Language::arabic;
      chains.emplace_back(i, std::move(chain));
      continue;
    }
    counts.eligible += eligible(lines[i], splits[i]) || found;
    counts.found += found;
    counts.arabic_first += found && cuts[i]->one.stronger == Language::arabic;
  }
  if (counts.found == 0) return;
  for (auto& [i, chain] : chains) {
    if (chain.phrases || counts.habit()) splits[i].parts = std::move(chain.parts);
  }
  if (counts.habit()) cut_the_rest(text, lines, cuts, counts, splits);
}

/// What a page must have of a kind of line before any is cut.
enum class Needs : std::uint8_t { most, habit };

bool is_title(const LineFacts& line) { return line.tokens <= 12 && !line.ends_sentence; }

template <class Cut>
void split_by(std::string_view text, Cut cut_line, Needs needs, const std::vector<LineFacts>& lines,
              std::vector<Split>& splits) {
  Counts counts;
  std::vector<std::pair<std::size_t, Halves>> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank() || !splits[i].parts.empty()) continue;
    const std::optional<Halves> cut =
        has_both_scripts(lines[i]) ? cut_line(lines[i]) : std::nullopt;
    counts.eligible += cut.has_value() || eligible(lines[i], splits[i]);
    if (!cut) continue;
    ++counts.found;
    found.emplace_back(i, *cut);
  }
  if (needs == Needs::most && !(counts.most() && counts.found >= 3)) return;
  for (const auto& [i, cut] : found) {
    // One that is short and of two clear halves is a heading in two languages on any page.
    if (needs == Needs::most || counts.habit() || is_title(lines[i]))
      accept(text, cut, std::nullopt, splits[i]);
  }
}

}  // namespace

Language language_of_repeated(std::string_view text, Language own, bool arabic_side) {
  constexpr std::size_t kSentence = 6;  // words
  if (own == Language::none || own == Language::arabic) return own;
  if (arabic_side || words(text.substr(0, 400)).size() < kSentence) return Language::other;
  return own;
}

std::vector<Split> split_lines(std::string_view text, const std::vector<LineFacts>& lines) {
  std::vector<Split> splits(lines.size());
  split_rows(text, lines, splits);
  split_brackets(text, lines, splits);
  split_turns(text, lines, splits);
  split_by(
      text, [&](const LineFacts& line) { return heading(text, line); }, Needs::habit, lines,
      splits);
  split_by(
      text, [&](const LineFacts& line) { return run(text, line); }, Needs::most, lines, splits);
  return splits;
}

}  // namespace muwazi::page
