// Lists of other articles: those that a line announces, and headlines after the end.
#include <unordered_map>

#include "muwazi/text/utf8.h"
#include "page/role_reader.h"

namespace muwazi::page {

/// Lists that an opener heads. From the end of the page backwards, so that "nothing but boilerplate
/// follows" is known when a list is looked at.
void RoleReader::settle_lists() {
  after_run_ = next_text_ = lines_.size();
  for (std::size_t i = lines_.size(); i-- > 0;) {
    if (kinds_[i] == Kind::opener) settle_list(i);
    if (kinds_[i] != Kind::text) continue;
    if (i + 1 >= lines_.size() || kinds_[i + 1] != Kind::text) after_run_ = next_text_;
    next_text_ = i;
  }
}

/// What a stretch of lines under an opener looks like.
struct RoleReader::List {
  std::size_t begin = 0, end = 0;
  std::size_t bullets = 0;    ///< items that begin with a bullet
  std::size_t sentences = 0;  ///< items without one that end as a sentence does
  std::size_t too_long = 0;   ///< items without one that are too long for a headline
  bool prose = false;         ///< text follows at once
  [[nodiscard]] std::size_t items() const { return end - begin; }
};

/// Prose: a long sentence, or two of some length one after the other.
bool RoleReader::begins_prose(std::size_t i) const {
  const auto sentence = [&](std::size_t k, std::size_t least) {
    return k < lines_.size() && kinds_[k] == Kind::text && !lines_[k].bulleted &&
           lines_[k].ends_sentence && lines_[k].tokens >= least;
  };
  return sentence(i, 14) || (sentence(i, kProse) && sentence(nonblank_after(i), kProse));
}

/// Where text begins in what follows an opener: prose, and more of it than a teaser or two, namely a
/// third of all that the page has in its language. A translation after a list without a blank line
/// must not go with the list.
std::size_t RoleReader::text_in_list(std::size_t begin, std::size_t end) const {
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

RoleReader::List RoleReader::list_after(std::size_t opener) const {
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
Language RoleReader::language_before(std::size_t i) const {
  int arabic = 0, english = 0;
  while (i > 0 && arabic + english < 5) {
    --i;
    if (kinds_[i] != Kind::text) continue;
    arabic += language(i) == Language::arabic;
    english += language(i) != Language::arabic;
  }
  return arabic > english ? Language::arabic : Language::english;
}

void RoleReader::settle_list(std::size_t opener) {
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
bool RoleReader::cut_at_one_length(std::size_t begin) const {
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
void RoleReader::settle_end() {
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

}  // namespace muwazi::page
