// A document's lines: the language and the role of each, and the passages that may have counterparts.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"
#include "muwazi/text/language.h"

namespace muwazi {

/// What a line is for. `boilerplate` is what the page puts around a text: menus, bylines, dates,
/// tickers, share and comment lines, related headlines, footers.
enum class Role : std::uint8_t { body, heading, boilerplate, blank };
[[nodiscard]] std::string_view name(Role role) noexcept;

/// A stretch of one line that is in one language: the whole line, a cell of a table, the text before
/// a bracket or the text inside it; or the lines of a paragraph that was broken at a fixed width.
/// Without white space at either end.
struct Passage {
  ByteRange bytes;
  Language language = Language::none;
  Role role = Role::body;
  std::uint32_t line = 0;       ///< the first line; counts from 0
  std::uint32_t paragraph = 0;  ///< lines between two blank lines share one; counts from 0
  bool wrapped = false;         ///< several lines: the line ends in it end no sentence
  friend bool operator==(const Passage&, const Passage&) = default;
};

enum class SkipReason : std::uint8_t { whitespace, boilerplate, other_language, undecodable };
/// "whitespace", "boilerplate", "other_language", "undecodable".
[[nodiscard]] std::string_view code(SkipReason reason) noexcept;

struct Skipped {
  ByteRange bytes;
  SkipReason reason = SkipReason::whitespace;
  friend bool operator==(const Skipped&, const Skipped&) = default;
};

struct Line {
  ByteRange bytes;  ///< without its line end
  Language language = Language::none;
  Role role = Role::body;
};

/// `passages` (Arabic and English, body and heading only) and `skipped` together cover every byte of
/// the text exactly once, each in order of the text. Skipped as white space are blank lines, line ends
/// and tabs; lines of punctuation alone and the bars and brackets that separate the parts of a line are
/// boilerplate, and so is a line without letters that has digits (a page number, a date, a score); in a row of a table such a cell is a passage of its column's language. A name or code
/// that a row repeats in the columns of both languages, or a line in a bracket of its own, is in neither
/// language (other_language).
struct Page {
  std::vector<Line> lines;
  std::vector<Passage> passages;
  std::vector<Skipped> skipped;
};

/// The page of a text that may hold both languages. Lines end at LF, CR LF, CR, VT, FF, NEL, U+2028 and
/// U+2029. Line::language is of the whole line, `mixed` where it is split; a passage is always Arabic
/// or English. A name or code that stands untranslated on the Arabic side (in the Arabic column of a
/// table beside another text, first of two equal lines of an alternating text) is an Arabic passage in
/// Latin letters.
/// Linear time; safe on bytes that are no UTF-8.
[[nodiscard]] Page read_page(std::string_view text);

/// The page of a text said to be in `language` (arabic or english): every line that is not blank is a
/// passage of that language, whatever it looks like; nothing is taken for boilerplate. Paragraphs broken
/// at a fixed width are one passage, unless `join_wrapped` is false: each line its own.
[[nodiscard]] Page read_monolingual(std::string_view text, Language language,
                                    bool join_wrapped = true);

/// The language of a stretch of text: by script, then by function words and letters that only
/// Persian, Urdu, French and others have. A few foreign words in an Arabic line leave it Arabic.
[[nodiscard]] Language detect_language(std::string_view text);

}  // namespace muwazi
