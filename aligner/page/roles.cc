// A line that is boilerplate by its words is boilerplate; everything else needs
// a place that agrees: menus stand in company before the first or after the
// last paragraph, related headlines follow the line that announces them,
// teasers are cut off at one length after the end of an article. Where only the
// place speaks for it the line is kept: a line kept in error can still end in a
// null bead, one dropped in error is lost.
#include "page/roles.h"

#include <algorithm>

#include "muwazi/text/utf8.h"
#include "page/phrases.h"
#include "page/role_reader.h"

namespace muwazi::page {

std::size_t RoleReader::nonblank_after(std::size_t i) const {
  for (++i; i < lines_.size() && kinds_[i] == Kind::blank; ++i) {
  }
  return i;
}

std::size_t RoleReader::nonblank_before(std::size_t i) const {
  while (i > 0 && kinds_[i - 1] == Kind::blank) --i;
  return i == 0 ? lines_.size() : i - 1;
}

Kind RoleReader::kind_of(std::size_t i, bool many_rows) {
  const LineFacts& line = lines_[i];
  if (line.blank()) return Kind::blank;
  const Letters& letters = line.evidence.letters;
  Split& split = splits_[i];
  if (!split.parts.empty()) {
    // Besides the two languages a header may name a column of numbers or of
    // notes.
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

void RoleReader::read_kinds() {
  const auto rows =
      std::count_if(splits_.begin(), splits_.end(), [](const Split& split) { return split.row; });
  kinds_.reserve(lines_.size());
  for (std::size_t i = 0; i < lines_.size(); ++i) kinds_.push_back(kind_of(i, rows >= 4));
  // Times before headlines: two together make a ticker, one alone may be a
  // sentence about a time.
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

void RoleReader::find_text() {
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
  std::size_t items = 0, text = 0;
  for (const Kind kind : kinds_) {
    items += around(kind);
    text += kind == Kind::text;
  }
  mostly_items_ = items * 2 > text * 3;
  blocks_ = changes <= 4 || changes * 8 < paragraphs;
}

/// Lines of a menu's look that follow each other.
struct RoleReader::Items {
  std::size_t begin = 0, end = 0;  ///< `end`: behind the last item
  std::size_t count = 0;
  std::size_t numbers = 0;  ///< lines of digits between or beside them
  bool certain = false;     ///< one is boilerplate by its words alone
  bool pairs = true;        ///< items of menus only, the languages taking turns
};

RoleReader::Items RoleReader::items_from(std::size_t begin) const {
  Items items;
  items.begin = begin;
  std::size_t before = lines_.size();
  for (std::size_t k = begin; k < lines_.size(); ++k) {
    items.numbers += kinds_[k] == Kind::number;
    if (kinds_[k] == Kind::blank || kinds_[k] == Kind::number) continue;
    if (!around(kinds_[k])) break;
    items.certain |= kinds_[k] == Kind::boilerplate || kinds_[k] == Kind::opener;
    items.pairs = items.pairs && kinds_[k] == Kind::menu &&
                  (before == lines_.size() || language(k) != language(before));
    before = k;
    ++items.count;
    items.end = k + 1;
  }
  return items;
}

/// Items of menus in company, before the first or after the last paragraph;
/// three together with a line that is certain. A page without paragraphs may be
/// a list of words. Where each stands beside its translation they may be
/// headings: in the text, and over a paragraph.
bool RoleReader::is_menu(const Items& items, std::size_t begin) const {
  const bool nothing = first_ > last_ && !mostly_items_;
  const bool outside = !nothing && (first_ > last_ || items.end <= first_ || begin > last_);
  const std::size_t next = nonblank_after(items.end - 1);
  const bool over = next < lines_.size() && (is_paragraph(next) || lines_[next].ends_sentence);
  const bool headings = items.pairs && (items.count == 2 ? over || !outside : !outside && !blocks_);
  if (headings) return false;
  const std::size_t company =
      items.count + items.numbers + (begin > 0 && kinds_[begin - 1] == Kind::number);
  return (company >= 3 && (items.certain || company >= 6)) || (company >= 2 && outside);
}

void RoleReader::settle_menus() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!around(kinds_[i])) continue;
    const Items items = items_from(i);
    const bool menu = is_menu(items, i);
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

/// The rest of a menu whose items the lists have in part: a line for each, in
/// one language, before the first paragraph. What stands after the last item
/// that is known may be a title.
void RoleReader::settle_unknown_items() {
  if (first_ > last_) return;
  for (std::size_t i = 0; i < first_; ++i) {
    std::size_t known = 0, items = 0, end = i;
    constexpr std::size_t kMostItems = 60;  // so that time stays linear
    for (std::size_t k = i; k < first_ && items < kMostItems; ++k) {
      if (kinds_[k] == Kind::blank) continue;
      const bool listed = around(kinds_[k]);
      const bool item = kinds_[k] == Kind::text && !fixed(k) && lines_[k].tokens <= 3 &&
                        !lines_[k].ends_sentence && !lines_[k].ends_open;
      if (!(listed || item) || language(k) != language(i)) break;
      ++items;
      known += listed;
      // A title may stand between the menu and the date or the links to share
      // it.
      const bool of_menu = listed && kinds_[k] != Kind::boilerplate;
      if (of_menu && known >= 2 && known * 3 >= items) end = k + 1;
    }
    if (end <= i) continue;
    std::replace(kinds_.begin() + static_cast<std::ptrdiff_t>(i),
                 kinds_.begin() + static_cast<std::ptrdiff_t>(end), Kind::text, Kind::boilerplate);
    std::replace(kinds_.begin() + static_cast<std::ptrdiff_t>(i),
                 kinds_.begin() + static_cast<std::ptrdiff_t>(end), Kind::menu, Kind::boilerplate);
    i = end - 1;
  }
}

/// The less sure a byline is by its words, the more its place must agree: near the top, beside
/// boilerplate or under a title; where its names are unknown, under a title and beside boilerplate.
void RoleReader::settle_bylines() {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (kinds_[i] == Kind::blank) continue;
    const bool near_top = seen++ < 4;
    if (kinds_[i] != Kind::text || fixed(i)) continue;
    const Byline byline = read_byline(slice(text_, lines_[i].inner), lines_[i]);
    if (byline == Byline::none) continue;
    const std::size_t before = nonblank_before(i), after = nonblank_after(i);
    const bool company = is_boilerplate(before) || is_boilerplate(after);
    const bool titled = before < i && kinds_[before] == Kind::text &&
                        !lines_[before].ends_sentence && lines_[before].tokens <= 14;
    const bool agrees = byline == Byline::certain ||
                        (byline == Byline::likely && (company || titled || near_top)) ||
                        (byline == Byline::possible && company && titled);
    if (agrees) kinds_[i] = Kind::boilerplate;
  }
}

/// Short, no full stop, and something longer in the same language soon after
/// it.
bool RoleReader::is_heading(std::size_t i) const {
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

std::vector<Role> RoleReader::roles() const {
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

std::vector<Role> read_roles(std::string_view text, const std::vector<LineFacts>& lines,
                             std::vector<Split>& splits) {
  return RoleReader(text, lines, splits).read();
}

}  // namespace muwazi::page
