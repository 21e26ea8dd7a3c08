// What a short line is by its words alone: a phrase of data/page, a date, a
// menu.
#pragma once
#include <cstdint>
#include <string_view>

#include "page/lines.h"

namespace muwazi::page {

enum class Phrase : std::uint8_t {
  none,
  boilerplate,  ///< certainly around the text: "Share this article"
  opener,       ///< heads a list of other articles: "Related articles"
  menu,         ///< an item of a menu, which could also be a heading: "Culture"
  language,     ///< the name of a language
  ticker,       ///< a time, then a headline: "- 20:40 Parliament votes"
};

/// `line` is not blank and is_short().
[[nodiscard]] Phrase read_phrase(std::string_view text, const LineFacts& line);

/// A line of several items between separators, most of which are items of
/// menus.
[[nodiscard]] bool is_menu_line(std::string_view text, const LineFacts& line);

/// "Arabic", "النص العربي", "English translation" and nothing else.
[[nodiscard]] bool names_language(std::string_view stretch);

/// A date, a time, or both, with or without "Published": any calendar, any
/// digits.
[[nodiscard]] bool is_date(const std::vector<Word>& words);

/// Nothing but tags, entities, names of pictures in brackets: "<br />",
/// "&nbsp;", "[image: logo]".
[[nodiscard]] bool is_markup(std::string_view inner);

/// How sure a line is to say who wrote the text.
enum class Byline : std::uint8_t {
  none,
  possible,  ///< of its form, with words that may be names: "By Orhan Demirel"
  likely,  ///< a first name that is known, a dateline: "By Sara Haddad, 3 May 2019", "AMMAN (Reuters)"
  certain  ///< "Written by Sara Haddad", "بقلم سارة حداد": wherever it stands
};
[[nodiscard]] Byline read_byline(std::string_view inner, const LineFacts& line);

}  // namespace muwazi::page
