#include "segment/site.h"

#include <algorithm>

namespace muwazi::segment {
namespace {

// How far the rules look: longer words, links or runs of openers decide nothing.
constexpr std::size_t kWordChars = 40;
constexpr std::size_t kOpeners = 8;
constexpr std::size_t kFootnoteBytes = 48;

Char skip_spaces(std::string_view text, std::size_t position) {
  Char c = char_at(text, position);
  while (c.kind == Kind::space || c.kind == Kind::ignorable) c = char_at(text, c.end);
  return c;
}

bool ends_line(Kind kind) { return kind == Kind::none || kind == Kind::line_end; }

/// Past the marks from `position` on, with the marks that white space parts (". . .", "! !").
std::size_t end_of_marks(std::string_view text, std::size_t position, Mark& mark) {
  std::size_t end = position, dots = 0;
  bool strong = false;
  for (Char c = char_at(text, position);; c = char_at(text, end)) {
    if (c.kind == Kind::space) {
      const Char later = skip_spaces(text, c.end);
      if (!is_mark(later.kind) || is_letter(char_at(text, later.end).kind) ||
          char_at(text, later.end).kind == Kind::digit) {
        break;
      }
      c = later;
    }
    if (!is_mark(c.kind)) break;
    strong = strong || c.kind == Kind::strong;
    dots += c.kind == Kind::ellipsis ? 3 : 1;
    end = c.end;
  }
  mark = strong ? Mark::strong : dots > 1 ? Mark::ellipsis : Mark::stop;
  return end;
}

/// Whether the quotation mark `c` closes. What stands on either side decides; where that leaves it
/// open ('."The', '. " The') the shape of the mark does, or the count of '"' before.
bool closes(std::string_view text, Char c, bool gap_before, bool quote_open) {
  const Kind after = char_at(text, c.end).kind;
  const bool word_after = is_letter(after) || after == Kind::digit;
  if (c.code == 0x201D || c.code == 0xBB || c.code == 0x2019 || c.code == 0x203A) {
    return !(gap_before && word_after);
  }
  if (!gap_before) return !word_after || (c.code == '"' && quote_open);
  return c.code == '"' && quote_open && !word_after;
}

/// Past a footnote mark at `c`: [12], [note 1], (3), superscript digits, daggers; else c.begin.
std::size_t end_of_footnote(std::string_view text, Char c) {
  const bool superscript =
      c.code == 0xB9 || c.code == 0xB2 || c.code == 0xB3 || (c.code >= 0x2070 && c.code <= 0x2079);
  if (superscript || c.code == 0x2020 || c.code == 0x2021) return c.end;
  if (c.code == '*')
    return ends_line(char_at(text, c.end).kind) || char_at(text, c.end).kind == Kind::space
               ? c.end
               : c.begin;
  if (c.code != '[' && c.code != '(') return c.begin;
  std::size_t digits = 0;
  bool other = false;
  for (Char d = char_at(text, c.end); d.begin - c.begin < kFootnoteBytes;
       d = char_at(text, d.end)) {
    if (ends_line(d.kind) || d.kind == Kind::open) break;
    if (d.code == ']' && c.code == '[') return d.end;
    if (d.code == ')' && c.code == '(') return digits > 0 && digits < 4 && !other ? d.end : c.begin;
    digits += d.kind == Kind::digit;
    other = other || d.kind != Kind::digit;
  }
  return c.begin;
}

/// Takes closing quotes and brackets, footnote marks and further marks into `site`.
void read_closers(std::string_view text, bool quote_open, Site& site) {
  for (;;) {
    Char c = char_at(text, site.end);
    if (c.kind == Kind::ignorable) {
      site.end = c.end;
      continue;
    }
    const bool gap = c.kind == Kind::space;
    if (gap) c = skip_spaces(text, c.end);
    if (c.kind == Kind::close) {
      site.bracketed = true;
    } else if (c.kind == Kind::quote && closes(text, c, gap, quote_open)) {
      site.quoted = true;
      if (c.code == '"') quote_open = false;
    } else if (is_mark(c.kind) && !gap) {
      site.enclosed = false;  // "[...]." ends with a mark of its own
      if (c.kind == Kind::strong) site.mark = Mark::strong;
    } else if (const std::size_t end = end_of_footnote(text, c); !gap && end != c.begin) {
      site.footnote = true;
      c.end = end;
    } else {
      return;
    }
    site.end = c.end;
  }
}

bool in_word(Kind kind) {
  return is_letter(kind) || kind == Kind::mark || kind == Kind::digit || kind == Kind::ignorable;
}

/// The run of letters and digits that ends at `position`, with full stops inside if `dotted`.
std::size_t word_begin(std::string_view text, std::size_t position, bool dotted) {
  std::size_t begin = position;
  for (std::size_t i = 0; i < kWordChars; ++i) {
    const Char c = char_before(text, begin);
    const bool inner = dotted && (c.kind == Kind::stop || c.code == '\'' || c.code == 0x2019) &&
                       in_word(char_before(text, c.begin).kind);
    if (!in_word(c.kind) && !inner) break;
    begin = c.begin;
  }
  while (begin < position && char_at(text, begin).kind == Kind::ignorable) {
    begin = char_at(text, begin).end;
  }
  return begin;
}

void measure(Left& left) {
  std::size_t piece = 0;
  for (std::size_t i = 0; i < left.word.size();) {
    const Char c = char_at(left.word, i);
    i = c.end;
    if (c.kind == Kind::stop) {
      piece = 0;
      ++left.stops;
    } else if (is_letter(c.kind) && c.code != 0x0640) {
      left.script = c.kind;
      ++left.letters;
      left.longest = std::max(left.longest, ++piece);
    } else if (c.kind == Kind::digit) {
      ++left.digits;
    }
  }
  if (left.letters == 0 && left.digits > 0) left.script = Kind::digit;
}

/// Whether only openers, bullets and white space stand between `begin` and the beginning of the
/// sentence, of a list item, or of what follows a colon.
bool begins_sentence(std::string_view text, std::size_t begin, std::size_t sentence) {
  bool gap = false;
  for (std::size_t i = 0; i < kOpeners; ++i) {
    if (begin <= sentence) return true;
    const Char c = char_before(text, begin);
    if (ends_line(c.kind) || (c.code == ':' && gap)) return true;
    gap = gap || c.kind == Kind::space;
    if (c.kind == Kind::bullet) return true;
    if (c.kind != Kind::space && c.kind != Kind::open && c.kind != Kind::quote &&
        c.kind != Kind::dash && c.kind != Kind::ignorable) {
      return false;
    }
    begin = c.begin;
  }
  return false;
}

Left read_left(std::string_view text, std::size_t marks, std::size_t sentence) {
  Left left;
  Char c = char_before(text, marks);
  for (std::size_t i = 0;
       i < kOpeners && c.begin > sentence && (c.kind == Kind::space || c.kind == Kind::ignorable);
       ++i) {
    c = char_before(text, c.begin);
  }
  if (c.end <= sentence) return left;
  left.kind = c.kind;
  if (!in_word(c.kind)) return left;
  const std::size_t begin = std::max(sentence, word_begin(text, c.end, true));
  left.word = text.substr(begin, c.end - begin);
  measure(left);
  left.at_start = begins_sentence(text, begin, sentence);
  Char before = char_before(text, begin);
  left.compound = before.kind == Kind::dash && is_letter(char_before(text, before.begin).kind);
  left.code = before.kind == Kind::joiner || (before.code == ':' && left.word.size() > 1) ||
              before.code == '#' || before.kind == Kind::stop;
  if (before.kind != Kind::space || before.begin < sentence) return left;
  while (before.kind == Kind::space && before.begin > sentence) {
    before = char_before(text, before.begin);
  }
  if (before.kind == Kind::stop) {
    left.previous_stopped = true;
    before = char_before(text, before.begin);
  }
  if (!in_word(before.kind) || before.begin < sentence) return left;
  const std::size_t previous = std::max(sentence, word_begin(text, before.end, false));
  left.previous_at_start = begins_sentence(text, previous, sentence);
  left.previous = text.substr(previous, before.end - previous);
  return left;
}

/// The run of letters from `position` on.
std::string_view word_at(std::string_view text, std::size_t position) {
  std::size_t end = position;
  for (std::size_t i = 0; i < kWordChars; ++i) {
    const Char c = char_at(text, end);
    if (!is_letter(c.kind) && c.kind != Kind::mark && c.kind != Kind::ignorable) break;
    end = c.end;
  }
  return text.substr(position, end - position);
}

/// What may come after the '$' that begins a formula rather than a price.
bool is_math(Char c) { return is_letter(c.kind) || c.code == '\\' || c.code == '$'; }

Right read_right(std::string_view text, std::size_t next) {
  Right right;
  Char c = char_at(text, next);
  for (std::size_t i = 0; i < kOpeners; ++i, c = char_at(text, c.end)) {
    if (c.kind == Kind::dash) {
      right.dash = true;
    } else if (c.kind == Kind::bullet) {
      right.bullet = true;
    } else if (c.kind == Kind::open || c.kind == Kind::quote) {
      right.opened = true;
    } else if (c.code == '$' && is_math(char_at(text, c.end))) {
      right.symbol = true;
    } else if (c.kind != Kind::space && c.kind != Kind::ignorable && c.kind != Kind::currency &&
               c.code != '#') {
      break;
    }
  }
  right.kind = ends_line(c.kind) ? Kind::none : c.kind;
  if (c.code == '@' || c.code == '\\') right.symbol = is_letter(char_at(text, c.end).kind);
  if (right.kind == Kind::digit) {
    while (char_at(text, c.end).kind == Kind::digit && right.digits < kWordChars) {
      ++right.digits;
      c = char_at(text, c.end);
    }
    ++right.digits;
    right.after_word = char_at(text, c.end).kind;
  }
  if (!is_letter(right.kind)) return right;
  right.word = word_at(text, c.begin);
  const Char after = char_at(text, c.begin + right.word.size());
  right.after_word = after.kind;
  if (after.kind == Kind::space) right.second = word_at(text, after.end);
  return right;
}

/// Past a footnote number that lost its brackets, "infections.12 The": else site.end.
std::size_t end_of_bare_footnote(std::string_view text, const Site& site) {
  const bool word = site.left.digits == 0 && site.left.stops == 0 &&
                    ((site.left.script == Kind::lower && site.left.letters >= 4) ||
                     (site.left.script == Kind::arabic && site.left.letters >= 3));
  if (site.mark != Mark::stop || !word || site.left.code) return site.end;
  Char c = char_at(text, site.end);
  std::size_t digits = 0;
  for (; c.kind == Kind::digit; c = char_at(text, c.end)) {
    if (++digits > 3) return site.end;
  }
  if (digits == 0 || c.kind != Kind::space) return site.end;
  const Char later = skip_spaces(text, c.begin);
  return later.kind == Kind::upper || later.kind == Kind::arabic ? c.begin : site.end;
}

}  // namespace

Site site_at(std::string_view text, std::size_t position, std::size_t sentence, bool quote_open) {
  Site site;
  site.marks = {position, end_of_marks(text, position, site.mark)};
  site.end = site.marks.end;
  site.enclosed = char_before(text, position).kind == Kind::open;
  read_closers(text, quote_open, site);
  site.left = read_left(text, position, sentence);
  if (const std::size_t end = end_of_bare_footnote(text, site); end != site.end) {
    site.footnote = true;
    site.end = end;
  }
  site.next = skip_spaces(text, site.end).begin;
  site.gap = site.next > site.end || ends_line(char_at(text, site.next).kind);
  site.right = read_right(text, site.next);
  return site;
}

}  // namespace muwazi::segment
