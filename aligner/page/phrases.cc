#include "page/phrases.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "muwazi/text/utf8.h"
#include "page/lists.h"

namespace muwazi::page {
namespace {

using Forms = std::vector<std::string>;

/// A phrase that begins a line or stands in it.
struct Pattern {
  Forms forms;
  char mark = 0;  ///< : / or |, which must follow; 0: none
};

struct Phrases {
  std::unordered_set<std::string> line, opener, menu, network, language;
  std::unordered_map<std::string, std::vector<Pattern>> prefix,
      contains;  ///< by their first word
};

void add_phrase(Phrases& phrases, std::string_view section, std::string_view entry) {
  Forms forms = entry_forms(entry);
  if (forms.empty()) return;
  const std::string all = joined(forms, 0, forms.size());
  if (section == "line") phrases.line.insert(all);
  if (section == "opener") phrases.opener.insert(all);
  if (section == "menu") phrases.menu.insert(all);
  if (section == "network") phrases.network.insert(all);
  if (section == "language") phrases.language.insert(all);
  const bool marked = std::string_view(":/|").find(entry.back()) != std::string_view::npos;
  const char mark = marked ? entry.back() : '\0';
  std::string first = forms.front();
  if (section == "prefix")
    phrases.prefix[std::move(first)].push_back({std::move(forms), mark});
  else if (section == "contains")
    phrases.contains[std::move(first)].push_back({std::move(forms), '\0'});
}

const Phrases& phrases() {
  static const Phrases all = [] {
    Phrases lists;
    for (const std::string_view file : {"english.txt", "arabic.txt"}) {
      for_each_entry(file, [&](std::string_view section, std::string_view entry) {
        add_phrase(lists, section, entry);
      });
    }
    return lists;
  }();
  return all;
}

enum class DateWord : std::uint8_t { month, day, filler };

const std::unordered_map<std::string, DateWord>& date_words() {
  static const std::unordered_map<std::string, DateWord> all = [] {
    std::unordered_map<std::string, DateWord> lists;
    for_each_entry("dates.txt", [&](std::string_view section, std::string_view entry) {
      const DateWord kind = section == "month" ? DateWord::month
                            : section == "day" ? DateWord::day
                                               : DateWord::filler;
      for (const std::string& form : entry_forms(entry)) lists.emplace(form, kind);
    });
    return lists;
  }();
  return all;
}

bool matches_at(const Forms& forms, std::size_t at, const Forms& pattern) {
  return at + pattern.size() <= forms.size() &&
         std::equal(pattern.begin(), pattern.end(),
                    forms.begin() + static_cast<std::ptrdiff_t>(at));
}

/// The first character after the word that is no space.
char32_t after(std::string_view inner, const Word& word) {
  for (std::size_t at = word.bytes.end; at < inner.size();) {
    const char32_t c = next(inner, at);
    if (!is_space(c) && !is_mark(c) && !is_format(c)) return c;
  }
  return 0;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr std::size_t kAfterPrefix = 8;  ///< words that may follow, where no sentence ends
constexpr std::size_t kAfterColon = 14;

bool has_prefix(std::string_view inner, const LineFacts& line, const Forms& forms) {
  const auto found = phrases().prefix.find(forms.front());
  if (found == phrases().prefix.end()) return false;
  for (const Pattern& pattern : found->second) {
    if (!matches_at(forms, 0, pattern.forms)) continue;
    const char32_t next_mark = after(inner, line.words[pattern.forms.size() - 1]);
    const bool colon = next_mark == U':' || next_mark == U'：';
    const bool follows =
        next_mark == static_cast<unsigned char>(pattern.mark) || (pattern.mark == ':' && colon);
    if (pattern.mark != '\0' && !follows) continue;
    const std::size_t rest = forms.size() - pattern.forms.size();
    if (rest <= (colon ? kAfterColon : kAfterPrefix) &&
        (!line.ends_sentence || rest <= 4 || pattern.forms.size() >= 4))
      return true;
  }
  return false;
}

constexpr std::size_t kShortLine = 14;  ///< words
constexpr std::size_t kTelling = 6;     ///< words of a phrase that tells in longer lines too

bool contains_phrase(const Forms& forms) {
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto found = phrases().contains.find(forms[i]);
    if (found == phrases().contains.end()) continue;
    for (const Pattern& pattern : found->second) {
      if ((forms.size() <= kShortLine || pattern.forms.size() >= kTelling) &&
          matches_at(forms, i, pattern.forms)) {
        return true;
      }
    }
  }
  return false;
}

bool all_networks(const Forms& forms) {
  std::size_t known = 0;
  for (std::size_t i = 0; i < forms.size(); ++known) {
    if (i + 1 < forms.size() && phrases().network.contains(joined(forms, i, i + 2))) {
      i += 2;
    } else if (phrases().network.contains(forms[i])) {
      ++i;
    } else {
      return false;
    }
  }
  return known >= 2;
}

/// Begins with hh:mm, and words follow. Some pages leave no space between:
/// "20:40Talks resume".
bool is_ticker(std::string_view inner, const LineFacts& line) {
  if (line.words.size() < 4) return false;
  std::size_t at = 0;
  const auto digits = [&] {
    std::size_t count = 0;
    for (std::size_t after_digit = at; at < inner.size(); at = after_digit, ++count) {
      if (!is_digit(next(inner, after_digit))) break;
    }
    return count;
  };
  for (std::size_t behind = 0; at < inner.size() && !is_digit(next(inner, behind)); at = behind) {
    if (at > 8 || is_letter(next(inner, behind = at))) return false;
  }
  const std::size_t hours = digits();
  if (hours < 1 || hours > 2 || at >= inner.size() || inner[at] != ':') return false;
  ++at;
  return digits() == 2;
}

bool is_footer(std::string_view inner, const Forms& forms) {
  return inner.find("©") != inner.npos && forms.size() <= 20;
}

}  // namespace

bool is_date(const std::vector<Word>& words) {
  std::size_t numbers = 0, months = 0, days = 0, fillers = 0;
  for (const Word& word : words) {
    if (word.kind == WordKind::number) {
      ++numbers;
      continue;
    }
    const auto found = date_words().find(word.form);
    if (found == date_words().end()) return false;
    months += found->second == DateWord::month;
    days += found->second == DateWord::day;
    fillers += found->second == DateWord::filler;
  }
  // A month's name alone, or "one of May", is a heading as likely as a date.
  if (months + days == 0) return fillers > 0 && numbers >= 2;
  return numbers > 0 ||
         (days > 0 && days + months == words.size() && days == 1 && words.size() == 1);
}

bool names_language(std::string_view stretch) {
  if (stretch.size() > 60) return false;
  const Forms forms = phrase_forms(words(stretch));
  return !forms.empty() && phrases().language.contains(joined(forms, 0, forms.size()));
}

namespace {

/// The end of a tag, an entity or a shortcode for a picture that begins at
/// `at`; `at` if none does.
std::size_t end_of_mark(std::string_view text, std::size_t at) {
  static const std::unordered_set<std::string> kPictures = {
      "image", "img", "caption", "video", "audio", "gallery", "embed", "صوره", "صورة", "فيديو"};
  const char c = text[at];
  const char closing = c == '<' ? '>' : c == '&' ? ';' : c == '[' ? ']' : '\0';
  const std::size_t end = closing == '\0' ? text.npos : text.find(closing, at);
  if (end == text.npos || end == at + 1) return at;
  const std::string_view body = text.substr(at + 1, end - at - 1);
  bool mark = false;
  if (c == '<') mark = is_ascii_letter(body[0]) || body[0] == '/' || body[0] == '!';
  if (c == '&') mark = body.size() <= 8 && body.find(' ') == body.npos;
  if (c == '[') {
    const std::vector<Word> all = words(body);
    mark = !all.empty() && kPictures.contains(all.front().form);
  }
  return mark ? end + 1 : at;
}

}  // namespace

bool is_markup(std::string_view inner) {
  if (inner.size() > 1000) return false;
  if (inner.starts_with("```") && inner.find(' ') == inner.npos) return true;
  std::string rest;
  for (std::size_t at = 0; at < inner.size();) {
    const std::size_t end = end_of_mark(inner, at);
    if (end == at) rest += inner[at];
    at = std::max(end, at + 1);
  }
  if (rest.size() == inner.size()) return false;
  return words(rest).empty();
}

bool is_menu_line(std::string_view text, const LineFacts& line) {
  const std::string_view inner = slice(text, line.inner);
  std::size_t items = 0, known = 0, begin = 0;
  const auto take = [&](std::string_view item) {
    const Forms forms = phrase_forms(words(item));
    if (forms.empty()) return true;
    if (forms.size() > 5) return false;
    ++items;
    const std::string all = joined(forms, 0, forms.size());
    const Phrases& p = phrases();
    known += p.menu.contains(all) || p.line.contains(all) || p.network.contains(all) ||
             p.language.contains(all) || p.opener.contains(all);
    return true;
  };
  for (std::size_t at = 0; at < inner.size();) {
    const std::size_t here = at;
    const char32_t c = next(inner, at);
    const bool wide = (c == U'-' || c == U'–' || c == U'—' || c == U'/' || c == U'>') && here > 0 &&
                      inner[here - 1] == ' ' && at < inner.size() && inner[at] == ' ';
    const bool gap = c == U' ' && at < inner.size() && inner[at] == ' ';
    if (!(wide || gap || c == U'|' || c == U'·' || c == U'•' || c == U'»' || c == U'›' ||
          c == U'\t' || c == U'¦' || c == U'●' || c == U'←')) {
      continue;
    }
    if (!take(inner.substr(begin, here - begin))) return false;
    begin = at;
  }
  if (!take(inner.substr(begin))) return false;
  // Of two items one alone may be a word of a heading: "Culture – a history".
  return items == 2 ? known == 2 : items > 2 && known * 2 >= items;
}

Phrase read_phrase(std::string_view text, const LineFacts& line) {
  const std::string_view inner = slice(text, line.inner);
  const Forms forms = phrase_forms(line.words);
  if (forms.empty() || forms.size() > 40) return Phrase::none;
  const Phrases& p = phrases();
  std::string all = joined(forms, 0, forms.size());
  Forms bare;
  for (const std::string& form : forms) {
    if (form != "#") bare.push_back(form);
  }
  const std::string unnumbered = joined(bare, 0, bare.size());
  if (p.opener.contains(all)) return Phrase::opener;
  if (p.line.contains(all) || p.line.contains(unnumbered)) return Phrase::boilerplate;
  if (is_date(line.words)) return Phrase::boilerplate;
  if (is_footer(inner, forms) || all_networks(forms)) return Phrase::boilerplate;
  if (is_ticker(inner, line)) return Phrase::ticker;
  if (is_menu_line(text, line)) return Phrase::boilerplate;
  if (has_prefix(inner, line, forms)) return Phrase::boilerplate;
  if (contains_phrase(forms)) return Phrase::boilerplate;
  if (p.language.contains(all)) return Phrase::language;
  if (p.menu.contains(unnumbered)) return Phrase::menu;
  return Phrase::none;
}

}  // namespace muwazi::page
