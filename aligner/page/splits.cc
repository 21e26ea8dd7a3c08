#include "page/splits.h"

#include <algorithm>
#include <array>
#include <optional>

#include "muwazi/text/utf8.h"
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

bool opens(char c) { return c == '(' || c == '['; }
bool closes(char c) { return c == ')' || c == ']'; }

/// The end of the line without a full stop after its last bracket: one past ')' or ']', or 0.
std::size_t last_bracket(std::string_view text, ByteRange inner) {
  std::size_t end = inner.end;
  while (end > inner.begin && !closes(text[end - 1])) {
    std::size_t at = end;
    const char32_t c = previous(text, at);
    if (!is_punctuation(c) && !is_space(c) && !is_format(c)) return 0;
    end = at;
  }
  return end > inner.begin ? end : 0;
}

/// Arabic (English) and the reverse: the bracket that closes last, from where it opens.
std::optional<Halves> bracket(std::string_view text, ByteRange inner) {
  const std::size_t end = last_bracket(text, inner);
  if (end == 0) return std::nullopt;
  int depth = 0;
  for (std::size_t at = end; at > inner.begin;) {
    --at;
    if (closes(text[at])) ++depth;
    if (opens(text[at]) && --depth == 0) {
      if (at == inner.begin) return std::nullopt;
      return halves(text, {inner.begin, at}, {at + 1, end - 1});
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
    if (opens(text[at]) && at > inner.begin && (best == 0 || wrong < least)) {
      best = at;
      least = wrong;
    }
    const char32_t c = next(text, at);
    // A letter that moves before the bracket: wrong if it is of the second language.
    if (is_arabic_letter(c)) wrong += arabic_first ? -1 : 1;
    if (is_latin_letter(c)) wrong += arabic_first ? 1 : -1;
  }
  if (best == 0) return std::nullopt;
  return halves(text, {inner.begin, best}, {best + 1, end - 1});
}

bool pure(const Evidence& evidence) {
  const Letters& l = evidence.letters;
  const std::uint32_t own = evidence.stronger == Language::arabic ? l.arabic : l.latin;
  return own > 0 && own * 10 >= l.all() * 9;
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
    if (cut.two_languages() && pure(cut.one) && pure(cut.two) && cut.ratio() >= 0.4) return cut;
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

void split_brackets(std::string_view text, const std::vector<LineFacts>& lines,
                    std::vector<Split>& splits) {
  Counts counts;
  std::vector<std::optional<Halves>> cuts(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank() || !splits[i].parts.empty()) continue;
    cuts[i] = bracket(text, lines[i].inner);
    const bool found = cuts[i] && translation_like(*cuts[i]);
    counts.eligible += eligible(lines[i], splits[i]) || found;
    counts.found += found;
    counts.arabic_first += found && cuts[i]->one.stronger == Language::arabic;
  }
  if (counts.found == 0 || !counts.habit()) return;
  const bool arabic_first = counts.arabic_first * 2 >= counts.found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank() || !splits[i].parts.empty()) continue;
    const auto cut = cut_by_habit(text, lines[i], cuts[i], counts.most(), arabic_first);
    if (cut) accept(text, *cut, arabic_first, splits[i]);
  }
}

template <class Cut>
void split_by(std::string_view text, Cut cut_line, bool only_if_most,
              const std::vector<LineFacts>& lines, std::vector<Split>& splits) {
  Counts counts;
  std::vector<std::pair<std::size_t, Halves>> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank() || !splits[i].parts.empty()) continue;
    const Letters& letters = lines[i].evidence.letters;
    const std::optional<Halves> cut =
        letters.arabic > 0 && letters.latin > 0 ? cut_line(lines[i]) : std::nullopt;
    counts.eligible += cut.has_value() || eligible(lines[i], splits[i]);
    if (!cut) continue;
    ++counts.found;
    found.emplace_back(i, *cut);
  }
  if (only_if_most ? !(counts.most() && counts.found >= 3) : !counts.habit()) return;
  for (const auto& [i, cut] : found) accept(text, cut, std::nullopt, splits[i]);
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
      text, [&](const LineFacts& line) { return heading(text, line); }, false, lines, splits);
  split_by(
      text, [&](const LineFacts& line) { return run(text, line); }, true, lines, splits);
  return splits;
}

}  // namespace muwazi::page
