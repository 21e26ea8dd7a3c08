// Lines that hold both languages side by side, cut into parts of one language each.
//
// What is looked for, most certain first:
//   cells     Arabic TAB English; columns of | or of two or more spaces. Rows of a page with the same
//             separator and number of cells form one table; a column has the language that most of its
//             cells have. The same text in both languages' columns ("RNN TAB RNN") is no translation.
//   brackets  Arabic (English), English (Arabic), the bracket last on the line. A single embedded term
//             looks the same, so lengths must agree; where most lines of a page have this form, every
//             line that ends in a bracket is taken for one. Several in a line: brackets.h.
//   turns     sentences of one language after sentences of the other, cut where the language changes
//             at the end of a sentence.
//   headings  Arabic / English, Arabic – English and the like, each side in one language; where they are
//             no habit of the page, short ones only.
//   runs      Arabic English with nothing between, only where most lines of the page look so.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "page/lines.h"

namespace muwazi::page {

struct Part {
  ByteRange bytes;  ///< trimmed
  Language language = Language::none;
  friend bool operator==(const Part&, const Part&) = default;
};

struct Split {
  std::vector<Part> parts;  ///< empty: the line is not split
  bool row = false;         ///< a row of a table
};

/// The language of a part whose very text also stands where its translation should. Nobody translated
/// it: a name or a code is in neither language, so that it does not pair with itself nor join a
/// neighbour's pair; a sentence is text of its own language on one side and foreign on the other.
[[nodiscard]] Language language_of_repeated(std::string_view text, Language own, bool arabic_side);

/// One a line, for the whole page. Linear time.
[[nodiscard]] std::vector<Split> split_lines(std::string_view text,
                                             const std::vector<LineFacts>& lines);

}  // namespace muwazi::page
