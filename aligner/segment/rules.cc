#include "segment/rules.h"

#include <algorithm>
#include <string>

namespace muwazi::segment {
namespace {

// ---- helpers: what the rules ask ----

bool is_latin(Kind kind) { return kind == Kind::upper || kind == Kind::lower; }

/// "The", "McDonald": a capital before a small letter.
bool is_title_case(std::string_view word) {
  const Char first = char_at(word, 0);
  return first.kind == Kind::upper && char_at(word, first.end).kind == Kind::lower;
}

bool is_capitals(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const Char c = char_at(word, i);
    if (c.kind == Kind::lower) return false;
    i = c.end;
  }
  return word.size() > 1;
}

bool is_roman(std::string_view word) {
  const bool capitals = word.find_first_not_of("IVX") == std::string_view::npos;
  const bool small = word.find_first_not_of("ivx") == std::string_view::npos;
  return !word.empty() && word.size() <= 5 && (capitals || small);
}

std::size_t letters_of(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const Char c = char_at(word, i);
    letters += is_letter(c.kind);
    i = c.end;
  }
  return letters;
}

/// "A", "J.K", "U.S", "ق.م": single letters with full stops between them. A small Latin letter
/// alone is none: it is a unit or a variable.
bool is_initials(const Left& left) {
  if (left.letters == 0 || left.digits > 0 || left.longest != 1 || left.compound || left.code)
    return false;
  return left.letters == left.stops + 1 && (left.stops > 0 || left.script != Kind::lower);
}

/// iPhone, eBay: a small letter that stands for a capital.
bool is_camel(std::string_view word) {
  return word.size() > 2 && char_at(word, 0).kind == Kind::lower &&
         char_at(word, 1).kind == Kind::upper;
}

bool is_starter(const Case& c) {
  if (!c.right.has(Section::starter)) return false;
  // "A." and "I." are initials, "A man" and "I went" begin a sentence.
  return c.site.right.word.size() > 1 || c.site.right.after_word == Kind::space ||
         c.site.right.after_word == Kind::quote;
}

/// و before a word: وصل and وقف are words of their own, ولم and وقد are in the list of starters.
bool has_waw(const Case& c) {
  const std::string_view word = c.site.right.word;
  if (char_at(word, 0).code != 0x0648) return false;
  return letters_of(word) >= 4 || c.right.has(Section::starter);
}

/// 5, 12, 4.2.1, b, IV, أ: what numbers a list item or a section.
bool is_item_label(const Left& left) {
  if (left.letters == 0) return left.digits > 0 && left.digits <= 3 * (left.stops + 1);
  if (left.digits > 0) return left.letters == 1 && left.digits <= 4 + 2 * left.stops;
  return (left.letters == 1 && left.stops == 0) || is_roman(left.word);
}

bool sentence_opens_with_quote(const Case& c) {
  Char first = char_at(c.text, c.sentence);
  while (first.kind == Kind::space || first.kind == Kind::line_end)
    first = char_at(c.text, first.end);
  return first.kind == Kind::quote;
}

bool left_is_abbreviation(const Case& c) {
  return c.left.has(Section::title) || c.left.has(Section::number) ||
         c.left.has(Section::unless_starter) || is_initials(c.site.left);
}

/// "from A to B.", "A or B.": the letter before the word before this one.
bool is_second_of_two_letters(const Case& c) {
  const std::string_view between = c.site.left.previous;
  if (between != "to" && between != "or" && between != "and") return false;
  const auto at = static_cast<std::size_t>(between.data() - c.text.data());
  if (at < 3) return false;
  const Char letter = char_at(c.text, at - 2);
  return c.text[at - 1] == ' ' && letter.kind == Kind::upper &&
         char_before(c.text, at - 2).kind == Kind::space;
}

/// "vitamin C.", "الملحق ج.", "from A to B."
bool is_letter_of_noun(const Case& c) {
  return is_initials(c.site.left) && c.site.left.letters == 1 && !c.site.left.previous_stopped &&
         (c.lists.find(c.site.left.previous).has(Section::letter_noun) ||
          is_second_of_two_letters(c));
}

// ---- what is no sentence end at all ----

/// (!) [...] .NET, and marks that come before any word of the sentence.
Verdict no_stop(const Case& c) {
  const Site& s = c.site;
  if (s.enclosed) return Verdict::join;
  const bool word_after = is_letter(s.right.kind) || s.right.kind == Kind::digit;
  const Kind before = char_before(c.text, s.marks.begin).kind;
  if (before == Kind::space && !s.gap && word_after && s.end == s.marks.end) return Verdict::join;
  return s.left.kind == Kind::none ? Verdict::join : Verdict::silent;
}

/// A comma, a colon, a closing bracket, & or = after the marks.
Verdict goes_on(const Case& c) {
  const Kind next = char_at(c.text, c.site.next).kind;
  const bool on = next == Kind::comma || next == Kind::joiner || next == Kind::close;
  if (on && !(c.site.gap && c.site.right.symbol)) return Verdict::join;
  const bool dash_joins = next == Kind::dash && !c.site.gap;
  return dash_joins ? Verdict::join : Verdict::silent;
}

/// As in "year.Then": three digits or more before the marks are a year or an amount, no label.
bool is_long_number(const Left& left) { return left.letters == 0 && left.digits >= 3; }

Verdict attached_arabic(const Case& c) {
  const Site& s = c.site;
  if (s.mark == Mark::ellipsis || letters_of(s.right.word) < 2) return Verdict::join;
  const bool closed = s.quoted || s.bracketed || s.mark == Mark::strong;
  return closed || s.left.letters >= 2 || is_long_number(s.left) ? Verdict::cut : Verdict::join;
}

Verdict attached_capital(const Case& c) {
  const Site& s = c.site;
  const Left& left = s.left;
  const bool starter = is_starter(c);
  if (s.mark == Mark::ellipsis) return starter ? Verdict::cut : Verdict::join;
  if (!starter && !is_title_case(s.right.word)) return Verdict::join;
  if (s.quoted || s.bracketed || is_long_number(left)) return Verdict::cut;
  const bool small = left.digits == 0 && left.letters >= 3 &&
                     (left.script == Kind::arabic || char_at(left.word, 0).kind == Kind::lower);
  return small || (starter && left.letters >= 3) ? Verdict::cut : Verdict::join;
}

/// No white space after the marks: a sentence ends only where a writer of prose forgot it.
Verdict attached(const Case& c) {
  const Site& s = c.site;
  if (s.gap) return Verdict::silent;
  const Right& right = s.right;
  if (s.footnote || right.kind == Kind::letter || right.kind == Kind::other) return Verdict::silent;
  const bool prose = right.after_word == Kind::space || right.after_word == Kind::comma ||
                     right.after_word == Kind::quote || right.after_word == Kind::none ||
                     right.after_word == Kind::line_end;
  if (s.left.code || !prose || left_is_abbreviation(c) || s.left.stops > 0) return Verdict::join;
  if (right.kind == Kind::arabic) return attached_arabic(c);
  if (right.kind != Kind::upper || c.language == Language::other) return Verdict::join;
  return attached_capital(c);
}

/// A handle or a formula begins as a word with a capital does: ". @user wrote", ". $x$ is".
Verdict symbol(const Case& c) {
  const Site& s = c.site;
  if (!s.right.symbol || !s.gap || s.mark == Mark::ellipsis) return Verdict::silent;
  return s.mark == Mark::stop && left_is_abbreviation(c) ? Verdict::join : Verdict::cut;
}

/// A small letter after the marks.
Verdict small_letter(const Case& c) {
  const Site& s = c.site;
  if (s.right.kind != Kind::lower) return Verdict::silent;
  if (is_camel(s.right.word) && !s.right.opened) return Verdict::silent;
  const bool item =
      s.right.after_word == Kind::close && letters_of(s.right.word) == 1 && !s.right.opened;
  if ((item || s.right.bullet) && s.mark != Mark::ellipsis) return Verdict::cut;
  // Arabic has no capitals: a command or a name in small Latin letters may begin its sentence.
  const bool arabic = s.left.script == Kind::arabic && s.left.letters >= 2 && s.gap &&
                      s.mark != Mark::ellipsis && !left_is_abbreviation(c) && !s.quoted;
  return arabic ? Verdict::cut : Verdict::join;
}

// ---- marks other than the full stop ----

/// '"Why?" Mona asked.', Yahoo! News, هل تصدق؟) ما: the mark belongs to a part of the sentence.
Verdict inner_mark(const Case& c) {
  const Site& s = c.site;
  if (s.mark == Mark::strong &&
      c.lists.find(std::string(s.left.word) + "!").has(Section::marked_name)) {
    return is_starter(c) ? Verdict::cut : Verdict::join;
  }
  if (s.right.kind == Kind::arabic && s.quoted && c.right.has(Section::reporting)) {
    return Verdict::join;
  }
  if (s.mark != Mark::strong) return Verdict::silent;
  if (s.right.kind == Kind::arabic && (s.quoted || s.bracketed)) {
    return c.right.has(Section::completion) ? Verdict::join : Verdict::silent;
  }
  // Only where the quotation begins the sentence: 'He said, “Why?” Moses answered' are two.
  const bool inversion = s.quoted && s.right.kind == Kind::upper && !is_starter(c) &&
                         sentence_opens_with_quote(c) &&
                         c.lists.find(s.right.second).has(Section::reporting);
  return inversion ? Verdict::join : Verdict::silent;
}

/// An ellipsis ends a sentence unless what comes after it carries no sign of a new one.
Verdict ellipsis(const Case& c) {
  const Site& s = c.site;
  if (s.mark != Mark::ellipsis) return Verdict::silent;
  if (s.right.bullet) return Verdict::cut;
  if (s.right.kind == Kind::upper) return s.right.word == "I" ? Verdict::join : Verdict::cut;
  if (s.right.kind == Kind::arabic) {
    const bool on =
        c.right.has(Section::continuation) || c.right.has(Section::completion) || has_waw(c);
    return on ? Verdict::join : Verdict::cut;
  }
  return Verdict::silent;
}

Verdict strong_mark(const Case& c) {
  const Site& s = c.site;
  if (s.mark != Mark::strong) return Verdict::silent;
  const bool word = is_letter(s.right.kind) || s.right.kind == Kind::digit;
  return word ? Verdict::cut : Verdict::silent;
}

// ---- the full stop ----

/// "1. Open the file", "B. Results", "٣. المراجع": the label stays with its item.
Verdict item_label(const Case& c) {
  const bool label = c.site.left.at_start && is_item_label(c.site.left) &&
                     c.site.marks.size() == 1 && c.site.end == c.site.marks.end;
  if (label) return Verdict::join;
  // "Step 2. Open the file", "المادة 5. لكل فرد"
  const bool heading = c.site.left.previous_at_start && is_item_label(c.site.left) &&
                       c.lists.find(c.site.left.previous).has(Section::label_noun);
  return heading ? Verdict::join : Verdict::silent;
}

Verdict before_number(const Case& c) {
  const Site& s = c.site;
  if (s.right.kind != Kind::digit) return Verdict::silent;
  if (left_is_abbreviation(c)) return Verdict::join;
  // 5. 3. 2020
  const bool date = s.left.letters == 0 && s.left.digits > 0 && s.left.digits <= 2 &&
                    s.left.stops == 0 && (s.right.digits <= 2 || s.left.previous_stopped);
  return date ? Verdict::join : Verdict::cut;
}

Verdict title(const Case& c) {
  if (!c.left.has(Section::title) || is_letter_of_noun(c)) return Verdict::silent;
  // "MS." is a title before "SMITH" and an illness before "Doctors".
  const bool shouted = is_capitals(c.site.left.word) && c.site.left.stops == 0 &&
                       is_latin(c.site.left.script) && c.site.left.letters > 1;
  return shouted && !is_capitals(c.site.right.word) ? Verdict::silent : Verdict::join;
}

Verdict number_label(const Case& c) {
  if (!c.left.has(Section::number) || c.left.has(Section::unless_starter)) return Verdict::silent;
  const Right& right = c.site.right;
  const bool pronoun = right.word == "I" && right.after_word == Kind::space &&
                       char_at(right.second, 0).kind == Kind::lower;
  const bool label =
      !pronoun && (is_roman(right.word) || letters_of(right.word) == 1) && !is_starter(c);
  if (is_latin(c.site.left.script) && right.kind == Kind::arabic &&
      c.right.has(Section::completion))
    return Verdict::join;
  return label ? Verdict::join : Verdict::silent;
}

Verdict clock(const Case& c) {
  if (!c.left.has(Section::clock)) return Verdict::silent;
  return c.right.has(Section::clock_tail) ? Verdict::join : Verdict::cut;
}

/// م. and هـ. after a number are years: "سنة 1420 هـ. وكان".
Verdict year(const Case& c) {
  if (!c.left.has(Section::year)) return Verdict::silent;
  const Kind before = char_at(c.site.left.previous, 0).kind;
  if (c.site.left.digits == 0 && before != Kind::digit) return Verdict::silent;
  return c.right.has(Section::year_tail) || c.site.right.opened ? Verdict::join : Verdict::cut;
}

/// "شركة Apple Inc. إلى المحكمة": Arabic goes on after an abbreviation of English as English does; after
/// initials, which end sentences as names do ("فيتامين C."), only with a word that never begins one.
Verdict latin_before_arabic(const Case& c) {
  const bool on = c.right.has(Section::completion) || c.right.has(Section::continuation);
  if (c.site.left.at_start || on) return Verdict::join;
  const bool listed = c.left.has(Section::unless_starter) && !is_initials(c.site.left);
  return listed && !is_starter(c) && !has_waw(c) ? Verdict::join : Verdict::cut;
}

Verdict abbreviation(const Case& c) {
  const Site& s = c.site;
  const bool initials = is_initials(s.left);
  if (!c.left.has(Section::unless_starter) && !initials) return Verdict::silent;
  if (s.bracketed || s.quoted || s.footnote) return Verdict::silent;
  if (s.right.kind == Kind::none) return Verdict::silent;
  if (is_letter_of_noun(c)) return Verdict::cut;
  if (is_latin(s.left.script) && s.right.kind == Kind::arabic) return latin_before_arabic(c);
  // A single Arabic letter is a title, an initial or a label; nearly no sentence ends with one.
  if (s.left.script == Kind::arabic && s.left.letters == 1) return Verdict::join;
  if (s.right.dash) return Verdict::join;
  return is_starter(c) ? Verdict::cut : Verdict::join;
}

/// جي. كيه. رولينغ: initials written as the names of their letters, at least two in a row; one
/// alone may be the end of بي بي سي or of a protein's name.
Verdict letter_name(const Case& c) {
  const Site& s = c.site;
  if (!c.left.has(Section::letter_name) || !s.gap || s.right.kind != Kind::arabic)
    return Verdict::silent;
  const bool first = c.right.has(Section::letter_name) && s.right.after_word == Kind::stop;
  const bool last =
      s.left.previous_stopped && c.lists.find(s.left.previous).has(Section::letter_name);
  if (first) return Verdict::join;
  return last && !is_starter(c) && !has_waw(c) ? Verdict::join : Verdict::silent;
}

Verdict plain_stop(const Case& c) {
  const Right& right = c.site.right;
  if (!c.site.gap) return Verdict::silent;
  if (right.dash && left_is_abbreviation(c)) return Verdict::join;
  const bool word = right.kind == Kind::upper || right.kind == Kind::arabic || is_camel(right.word);
  return word || right.bullet ? Verdict::cut : Verdict::silent;
}

constexpr Rule kRules[] = {
    {"no stop", no_stop},
    {"goes on", goes_on},
    {"attached", attached},
    {"item label", item_label},
    {"symbol", symbol},
    {"small letter", small_letter},
    {"inner mark", inner_mark},
    {"ellipsis", ellipsis},
    {"strong mark", strong_mark},
    {"before number", before_number},
    {"year", year},
    {"title", title},
    {"number label", number_label},
    {"clock", clock},
    {"abbreviation", abbreviation},
    {"letter name", letter_name},
    {"plain stop", plain_stop},
};

}  // namespace

std::span<const Rule> rules() { return kRules; }

Verdict judge(std::string_view text, std::size_t sentence, const Lists& lists, Language language,
              const Site& site) {
  Case c{text, sentence, lists, language, site, {}, {}};
  if (site.mark == Mark::stop) c.left = lists.find(site.left.word);
  c.right = lists.find(site.right.word);
  for (const Rule& rule : kRules) {
    if (const Verdict verdict = rule.judge(c); verdict != Verdict::silent) return verdict;
  }
  return Verdict::silent;
}

}  // namespace muwazi::segment
