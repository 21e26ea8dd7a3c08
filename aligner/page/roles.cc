// A line that is boilerplate by its words is boilerplate; everything else needs a place that agrees:
// menus stand in company before the first or after the last paragraph, related headlines follow the line
// that announces them, teasers are cut off at one length after the end of an article. Where only the
// place speaks for it the line is kept: a line kept in error can still end in a null bead, one dropped
// in error is lost.
#include "page/roles.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "muwazi/text/utf8.h"
#include "page/phrases.h"

namespace muwazi::page {
namespace {

enum class Kind : std::uint8_t {
  blank,
  symbols,
  number,
  text,
  boilerplate,
  opener,
  menu,
  language,
  ticker
};

class Reader {
 public:
  Reader(std::string_view text, const std::vector<LineFacts>& lines, std::vector<Split>& splits)
      : text_(text), lines_(lines), splits_(splits) {}

  std::vector<Role> read() {
    read_kinds();
    find_text();
    settle_unknown_items();
    settle_menus();
    settle_bylines();
    settle_lists();
    settle_end();
    return roles();
  }

 private:
  void read_kinds();
  Kind kind_of(std::size_t i, bool many_rows);
  void find_text();
  struct Items;
  Items items_from(std::size_t begin) const;
  void settle_menus();
  void settle_unknown_items();
  void settle_bylines();
  void settle_lists();
  struct List;
  bool begins_prose(std::size_t i) const;
  std::size_t text_in_list(std::size_t begin, std::size_t end) const;
  List list_after(std::size_t opener) const;
  Language language_before(std::size_t i) const;
  void settle_list(std::size_t opener);
  void settle_end();
  bool cut_at_one_length(std::size_t begin) const;
  bool is_heading(std::size_t i) const;
  std::vector<Role> roles() const;

  [[nodiscard]] bool fixed(std::size_t i) const { return !splits_[i].parts.empty(); }
  [[nodiscard]] bool around(Kind k) const {
    return k == Kind::boilerplate || k == Kind::opener || k == Kind::menu || k == Kind::language;
  }
  [[nodiscard]] bool is_boilerplate(std::size_t i) const {
    return i < lines_.size() && (kinds_[i] == Kind::boilerplate || kinds_[i] == Kind::number);
  }
  /// A paragraph: a line long enough, or short but a sentence.
  [[nodiscard]] bool is_paragraph(std::size_t i) const {
    return kinds_[i] == Kind::text && (fixed(i) || lines_[i].tokens >= 12 ||
                                       (lines_[i].tokens >= 5 && lines_[i].ends_sentence));
  }
  [[nodiscard]] std::size_t nonblank_after(std::size_t i) const;
  [[nodiscard]] std::size_t nonblank_before(std::size_t i) const;
  [[nodiscard]] Language language(std::size_t i) const { return lines_[i].evidence.stronger; }

  std::string_view text_;
  const std::vector<LineFacts>& lines_;
  std::vector<Split>& splits_;
  std::vector<Kind> kinds_;
  std::size_t first_ = 0, last_ = 0;  ///< the first and the last paragraph; first_ > last_: none
  /// While lists are read from the end: the next line of text, and the one after the run of lines of
  /// text that was passed last.
  std::size_t next_text_ = 0, after_run_ = 0;
  static constexpr std::size_t kProse = 8;  ///< tokens that a sentence of prose has at least
  std::array<std::size_t, 2> prose_{};      ///< tokens of such sentences: English, Arabic
  bool blocks_ = false;  ///< the languages change rarely from paragraph to paragraph
};

std::size_t Reader::nonblank_after(std::size_t i) const {
  for (++i; i < lines_.size() && kinds_[i] == Kind::blank; ++i) {
  }
  return i;
}

std::size_t Reader::nonblank_before(std::size_t i) const {
  while (i > 0 && kinds_[i - 1] == Kind::blank) --i;
  return i == 0 ? lines_.size() : i - 1;
}

Kind Reader::kind_of(std::size_t i, bool many_rows) {
  const LineFacts& line = lines_[i];
  if (line.blank()) return Kind::blank;
  const Letters& letters = line.evidence.letters;
  Split& split = splits_[i];
  if (!split.parts.empty()) {
    // Besides the two languages a header may name a column of numbers or of notes.
    const auto names = std::count_if(split.parts.begin(), split.parts.end(), [&](const Part& part) {
      return names_language(slice(text_, part.bytes));
    });
    const bool header = names >= 2 || names == static_cast<std::ptrdiff_t>(split.parts.size());
    const bool tabs = slice(text_, line.inner).find('\t') != std::string_view::npos;
    const bool menu = !many_rows && !tabs && line.is_short() && is_menu_line(text_, line);
    if (!header && !menu) return Kind::text;
    split.parts.clear();
    return Kind::boilerplate;
  }
  if (letters.all() == 0) return letters.digits > 0 ? Kind::number : Kind::symbols;
  if (is_markup(slice(text_, line.inner))) return Kind::boilerplate;
  if (!line.is_short()) return Kind::text;
  switch (read_phrase(text_, line)) {
    case Phrase::boilerplate:
      return Kind::boilerplate;
    case Phrase::opener:
      return Kind::opener;
    case Phrase::menu:
      return Kind::menu;
    case Phrase::language:
      return Kind::language;
    case Phrase::ticker:
      return Kind::ticker;
    case Phrase::none:
      break;
  }
  return Kind::text;
}

void Reader::read_kinds() {
  const auto rows =
      std::count_if(splits_.begin(), splits_.end(), [](const Split& split) { return split.row; });
  kinds_.reserve(lines_.size());
  for (std::size_t i = 0; i < lines_.size(); ++i) kinds_.push_back(kind_of(i, rows >= 4));
  // Times before headlines: two together make a ticker, one alone may be a sentence about a time.
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (kinds_[i] != Kind::ticker) continue;
    std::size_t end = i;
    while (end < lines_.size() && (kinds_[end] == Kind::ticker || kinds_[end] == Kind::blank))
      ++end;
    const auto begin = kinds_.begin() + static_cast<std::ptrdiff_t>(i);
    const auto stop = kinds_.begin() + static_cast<std::ptrdiff_t>(end);
    const bool several = std::count(begin, stop, Kind::ticker) >= 2;
    std::replace(begin, stop, Kind::ticker, several ? Kind::boilerplate : Kind::text);
  }
}

void Reader::find_text() {
  first_ = lines_.size();
  std::size_t paragraphs = 0, changes = 0;
  Language before = Language::none;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (kinds_[i] == Kind::text && lines_[i].ends_sentence && lines_[i].tokens >= kProse)
      prose_[language(i) == Language::arabic] += lines_[i].tokens;
    if (!is_paragraph(i)) continue;
    first_ = std::min(first_, i);
    last_ = i;
    ++paragraphs;
    changes += before != Language::none && language(i) != before;
    before = language(i);
  }
  // A few changes come from lists of headlines around the text.
  blocks_ = changes <= 4 || changes * 8 < paragraphs;
}

/// Lines of a menu's look that follow each other.
struct Reader::Items {
  std::size_t begin = 0, end = 0;  ///< `end`: behind the last item
  std::size_t count = 0;
  bool pairs = true;  ///< items of menus only, the languages taking turns
};

Reader::Items Reader::items_from(std::size_t begin) const {
  Items items{begin, begin, 0, true};
  std::size_t before = lines_.size();
  for (std::size_t k = begin; k < lines_.size(); ++k) {
    if (kinds_[k] == Kind::blank || kinds_[k] == Kind::number) continue;
    if (!around(kinds_[k])) break;
    items.pairs = items.pairs && kinds_[k] == Kind::menu &&
                  (before == lines_.size() || language(k) != language(before));
    before = k;
    ++items.count;
    items.end = k + 1;
  }
  return items;
}

/// Items of menus in company, before the first or after the last paragraph; three together anywhere. Where
/// each stands beside its translation they may be headings: in the text, and over a paragraph.
void Reader::settle_menus() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!around(kinds_[i])) continue;
    const Items items = items_from(i);
    const bool nothing = first_ > last_;  // no paragraph on the page
    const bool outside = nothing || items.end <= first_ || i > last_;
    const std::size_t next = nonblank_after(items.end - 1);
    const bool over = next < lines_.size() && (is_paragraph(next) || lines_[next].ends_sentence);
    const bool headings =
        items.pairs && (items.count == 2 ? over || nothing || !outside : !outside && !blocks_);
    const bool menu = !headings && (items.count >= 3 || (items.count >= 2 && outside));
    for (std::size_t k = i; k < items.end; ++k) {
      if (kinds_[k] == Kind::menu) kinds_[k] = menu ? Kind::boilerplate : Kind::text;
      if (kinds_[k] == Kind::language) {
        // "English" over a block of it, or a link to the other version.
        const std::size_t follower = nonblank_after(k);
        const bool label = follower < lines_.size() && is_paragraph(follower);
        kinds_[k] = menu || label ? Kind::boilerplate : Kind::text;
      }
    }
    i = items.end - 1;
  }
}

/// The rest of a menu whose items the lists have in part: a line for each, in one language, before the
/// first paragraph. What stands after the last item that is known may be a title.
void Reader::settle_unknown_items() {
  if (first_ > last_) return;
  for (std::size_t i = 0; i < first_; ++i) {
    std::size_t known = 0, items = 0, end = i;
    for (std::size_t k = i; k < first_; ++k) {
      if (kinds_[k] == Kind::blank) continue;
      const bool listed = around(kinds_[k]);
      const bool item = kinds_[k] == Kind::text && !fixed(k) && lines_[k].tokens <= 3 &&
                        !lines_[k].ends_sentence && !lines_[k].ends_open;
      if (!(listed || item) || language(k) != language(i)) break;
      ++items;
      known += listed;
      if (listed && known >= 2 && known * 3 >= items) end = k + 1;
    }
    if (end <= i) continue;
    std::replace(kinds_.begin() + static_cast<std::ptrdiff_t>(i),
                 kinds_.begin() + static_cast<std::ptrdiff_t>(end), Kind::text, Kind::boilerplate);
    std::replace(kinds_.begin() + static_cast<std::ptrdiff_t>(i),
                 kinds_.begin() + static_cast<std::ptrdiff_t>(end), Kind::menu, Kind::boilerplate);
    i = end - 1;
  }
}

void Reader::settle_bylines() {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (kinds_[i] == Kind::blank) continue;
    const std::size_t before = nonblank_before(i), after = nonblank_after(i);
    const bool company = is_boilerplate(before) || is_boilerplate(after);
    if (kinds_[i] == Kind::text && !fixed(i) && (company || seen < 4) && is_byline(lines_[i])) {
      kinds_[i] = Kind::boilerplate;
    }
    ++seen;
  }
}

/// Lists that an opener heads. From the end of the page backwards, so that "nothing but boilerplate
/// follows" is known when a list is looked at.
void Reader::settle_lists() {
  after_run_ = next_text_ = lines_.size();
  for (std::size_t i = lines_.size(); i-- > 0;) {
    if (kinds_[i] == Kind::opener) settle_list(i);
    if (kinds_[i] != Kind::text) continue;
    if (i + 1 >= lines_.size() || kinds_[i + 1] != Kind::text) after_run_ = next_text_;
    next_text_ = i;
  }
}

/// What a stretch of lines under an opener looks like.
struct Reader::List {
  std::size_t begin = 0, end = 0;
  std::size_t bullets = 0;    ///< items that begin with a bullet
  std::size_t sentences = 0;  ///< items without one that end as a sentence does
  std::size_t too_long = 0;   ///< items without one that are too long for a headline
  bool prose = false;         ///< text follows at once
  [[nodiscard]] std::size_t items() const { return end - begin; }
};

/// Prose: a long sentence, or two of some length one after the other.
bool Reader::begins_prose(std::size_t i) const {
  const auto sentence = [&](std::size_t k, std::size_t least) {
    return k < lines_.size() && kinds_[k] == Kind::text && !lines_[k].bulleted &&
           lines_[k].ends_sentence && lines_[k].tokens >= least;
  };
  return sentence(i, 14) || (sentence(i, kProse) && sentence(nonblank_after(i), kProse));
}

/// Where text begins in what follows an opener: prose, and more of it than a teaser or two, namely a
/// third of all that the page has in its language. A translation after a list without a blank line
/// must not go with the list.
std::size_t Reader::text_in_list(std::size_t begin, std::size_t end) const {
  std::size_t text = end;
  std::array<std::size_t, 2> tokens{};
  for (std::size_t i = end; i-- > begin;) {
    if (lines_[i].ends_sentence && lines_[i].tokens >= kProse)
      tokens[language(i) == Language::arabic] += lines_[i].tokens;
    const bool arabic = language(i) == Language::arabic;
    if (begins_prose(i) && tokens[arabic] * 3 >= prose_[arabic]) text = i;
  }
  return text;
}

Reader::List Reader::list_after(std::size_t opener) const {
  constexpr std::size_t kLongHeadline = 32;  // tokens
  List list;
  list.begin = list.end = nonblank_after(opener);
  while (list.end < lines_.size() && kinds_[list.end] == Kind::text && !fixed(list.end)) ++list.end;
  const std::size_t text = text_in_list(list.begin, list.end);
  list.prose = text < list.end;
  list.end = text;
  // The title of that prose: the lines in its language after those in the other, or the last line.
  if (list.prose && list.end > list.begin) {
    const Language own = language(list.end);
    std::size_t title = list.end;
    while (title > list.begin && language(title - 1) == own && !lines_[title - 1].bulleted) --title;
    const bool last = title == list.begin && !lines_[list.end - 1].bulleted;
    list.end = last ? list.end - 1 : title;
  }
  for (std::size_t i = list.begin; i < list.end; ++i) {
    const LineFacts& line = lines_[i];
    list.bullets += line.bulleted;
    list.sentences += line.ends_sentence && !line.bulleted;
    list.too_long += line.tokens > kLongHeadline && !line.bulleted;
  }
  return list;
}

/// The language of the few lines of text before `i`; one untranslated title does not decide it.
Language Reader::language_before(std::size_t i) const {
  int arabic = 0, english = 0;
  while (i > 0 && arabic + english < 5) {
    --i;
    if (kinds_[i] != Kind::text) continue;
    arabic += language(i) == Language::arabic;
    english += language(i) != Language::arabic;
  }
  return arabic > english ? Language::arabic : Language::english;
}

void Reader::settle_list(std::size_t opener) {
  constexpr std::size_t kMostItems = 15;
  kinds_[opener] = Kind::boilerplate;
  const List list = list_after(opener);
  const std::size_t end = list.end, items = list.items();
  const bool apart = list.begin > opener + 1;
  if (items == 0 || items > kMostItems || list.too_long * 2 >= items) return;
  // A list that a row follows at once was the page's text, and the opener an inset in it.
  if (end < lines_.size() && kinds_[end] == Kind::text && !list.prose) return;
  const std::size_t rest = list.prose ? end : after_run_;
  const bool headlines = list.sentences == 0 || (items >= 2 && list.sentences * 2 <= items);
  bool drop = list.bullets == items && items >= 2;
  if (rest == lines_.size()) {
    const bool begins_apart = opener == 0 || kinds_[opener - 1] == Kind::blank;
    const bool footer = is_boilerplate(end);
    drop = drop || list.bullets * 2 >= items || headlines ||
           (footer && begins_apart && !apart && items <= 5);
  } else if (!drop && blocks_ && !apart && headlines) {
    // In the middle of a page: only where a block of the other language begins.
    drop = language_before(opener) != language(rest);
  }
  if (!drop) return;
  next_text_ = rest;
  std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(list.begin),
            kinds_.begin() + static_cast<std::ptrdiff_t>(end), Kind::boilerplate);
}

/// Teasers of other articles are cut after a fixed number of characters.
bool Reader::cut_at_one_length(std::size_t begin) const {
  std::unordered_map<std::size_t, std::size_t> lengths;
  std::size_t most = 0;
  for (std::size_t i = begin; i < lines_.size(); ++i) {
    if (kinds_[i] != Kind::text || lines_[i].ends_sentence || lines_[i].tokens < 8) continue;
    const std::size_t length = code_points(slice(text_, lines_[i].inner));
    // Trimmed white space shortens some by one.
    ++lengths[length];
    most = std::max(most, lengths[length] + (lengths.count(length - 1) ? lengths[length - 1] : 0));
  }
  return most >= 3;
}

/// Headlines after the last paragraph that ends as paragraphs do. On a page with both languages a list
/// at the end may well be text, so only teasers cut at one length count there.
void Reader::settle_end() {
  std::size_t end = 0, arabic = 0, english = 0, paragraphs = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (kinds_[i] != Kind::text) continue;
    if (fixed(i)) return;
    (language(i) == Language::arabic ? arabic : english) += lines_[i].tokens;
    if (lines_[i].ends_sentence && lines_[i].tokens >= 20) {
      end = i + 1;
      ++paragraphs;
    }
  }
  if (paragraphs < 3) return;
  std::size_t headlines = 0;
  for (std::size_t i = end; i < lines_.size(); ++i) {
    if (kinds_[i] != Kind::text) continue;
    const bool full_stop = slice(text_, lines_[i].inner).back() == '.';
    if (full_stop || lines_[i].tokens > 30 || lines_[i].ends_open) return;
    ++headlines;
  }
  const bool one_language = std::min(arabic, english) * 8 < std::max(arabic, english);
  if (headlines < 3 || !(one_language || cut_at_one_length(end))) return;
  std::replace(kinds_.begin() + static_cast<std::ptrdiff_t>(end), kinds_.end(), Kind::text,
               Kind::boilerplate);
}

/// Short, no full stop, and something longer in the same language soon after it.
bool Reader::is_heading(std::size_t i) const {
  const LineFacts& line = lines_[i];
  if (fixed(i) || line.tokens > 14 || line.ends_open || line.bulleted) return false;
  const char last = slice(text_, line.inner).back();
  if (line.ends_sentence && (last == '.' || last == '!')) return false;
  std::size_t at = i;
  for (int seen = 0; seen < 3; ++seen) {
    at = nonblank_after(at);
    if (at >= lines_.size()) return false;
    const bool longer =
        lines_[at].tokens > line.tokens + 4 && lines_[at].tokens * 2 > line.tokens * 3;
    if (kinds_[at] == Kind::text && longer &&
        (lines_[at].ends_sentence || lines_[at].tokens >= 15)) {
      return true;
    }
    if (kinds_[at] == Kind::text && language(at) == language(i)) return false;
  }
  return false;
}

std::vector<Role> Reader::roles() const {
  std::vector<Role> roles(lines_.size(), Role::body);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (kinds_[i] == Kind::blank) {
      roles[i] = Role::blank;
    } else if (kinds_[i] != Kind::text) {
      roles[i] = Role::boilerplate;
    } else if (is_heading(i)) {
      roles[i] = Role::heading;
    }
  }
  return roles;
}

}  // namespace

std::vector<Role> read_roles(std::string_view text, const std::vector<LineFacts>& lines,
                             std::vector<Split>& splits) {
  return Reader(text, lines, splits).read();
}

}  // namespace muwazi::page
