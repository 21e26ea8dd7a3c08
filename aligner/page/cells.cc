#include "page/cells.h"

#include <algorithm>
#include <map>
#include <utility>

#include "muwazi/text/utf8.h"

namespace muwazi::page {
namespace {

enum class Separator : std::uint8_t { tab, bar, spaces };

constexpr std::size_t kMostCells = 12;

struct Row {
  std::size_t line = 0;
  std::vector<ByteRange> cells;  ///< trimmed, empty ones too
  std::vector<Language> languages;
  bool repeats =
      false;  ///< all cells are the same: a name that nobody translated tells no language
};

/// Where the next separator begins and ends, at or after `at`; an empty range if there is none.
ByteRange next_separator(std::string_view text, Separator separator, std::size_t at,
                         std::size_t end) {
  const std::string_view line = text.substr(0, end);
  if (separator != Separator::spaces) {
    const std::size_t found = line.find(separator == Separator::tab ? '\t' : '|', at);
    return found == line.npos ? ByteRange{end, end} : ByteRange{found, found + 1};
  }
  const std::size_t found = line.find("  ", at);
  if (found == line.npos) return {end, end};
  return {found, std::min(line.find_first_not_of(' ', found), end)};
}

std::vector<ByteRange> cut(std::string_view text, Separator separator, ByteRange line) {
  std::vector<ByteRange> cells;
  for (std::size_t at = line.begin; at <= line.end && cells.size() <= kMostCells;) {
    const ByteRange gap = next_separator(text, separator, at, line.end);
    cells.push_back(trimmed(text, {at, gap.begin}));
    if (gap.empty()) break;
    at = gap.end;
  }
  // "| a | b |": bars around the row, not only between cells.
  if (separator == Separator::bar) {
    if (!cells.empty() && cells.front().empty()) cells.erase(cells.begin());
    if (!cells.empty() && cells.back().empty()) cells.pop_back();
  }
  return cells;
}

Row make_row(std::string_view text, std::size_t line, std::vector<ByteRange> cells) {
  Row row{line, std::move(cells), {}, false};
  row.repeats = std::all_of(row.cells.begin(), row.cells.end(), [&](ByteRange cell) {
    return slice(text, cell) == slice(text, row.cells.front());
  });
  for (const ByteRange cell : row.cells) {
    const Evidence evidence = examine(slice(text, cell));
    row.languages.push_back(evidence.language == Language::mixed ? evidence.stronger
                                                                 : evidence.language);
  }
  return row;
}

/// The language of each column, or an empty list where the rows are no table of two languages.
std::vector<Language> vote(const std::vector<Row>& rows) {
  const std::size_t columns = rows.front().cells.size();
  std::vector<Language> languages(columns, Language::none);
  std::size_t both = 0, telling = 0;
  for (const Row& row : rows) {
    telling += !row.repeats;
    const auto has = [&](Language l) {
      return std::find(row.languages.begin(), row.languages.end(), l) != row.languages.end();
    };
    both += has(Language::arabic) && has(Language::english);
  }
  // Some tables keep a part of their rows in one language; most of it must still be two.
  if (both == 0 || both * 4 < telling) return {};
  for (std::size_t c = 0; c < columns; ++c) {
    std::size_t arabic = 0, english = 0, other = 0, none = 0;
    for (const Row& row : rows) {
      if (row.repeats) continue;
      none += row.languages[c] == Language::none && !row.cells[c].empty();
      arabic += row.languages[c] == Language::arabic;
      english += row.languages[c] == Language::english;
      other += row.languages[c] == Language::other;
    }
    // A column of numbers under a name has no language of its own.
    if (none > 2 * (arabic + english + other)) continue;
    // Untranslated cells pull an Arabic column towards English, hardly anything the other way.
    if (other > arabic + english) {
      languages[c] = Language::other;
    } else if (arabic * 5 > english) {
      languages[c] = Language::arabic;
    } else if (english > 0) {
      languages[c] = Language::english;
    }
  }
  const auto is = [&](Language l) {
    return std::find(languages.begin(), languages.end(), l) != languages.end();
  };
  if (!is(Language::arabic) || !is(Language::english)) return {};
  return languages;
}

/// Does the same text stand in a column of the other language?
bool untranslated(std::string_view text, const std::vector<Language>& columns, const Row& row,
                  std::size_t c) {
  if (columns[c] == Language::none) return false;
  for (std::size_t k = 0; k < row.cells.size(); ++k) {
    if (columns[k] != columns[c] && columns[k] != Language::none &&
        slice(text, row.cells[k]) == slice(text, row.cells[c])) {
      return true;
    }
  }
  return false;
}

Language language_of_cell(std::string_view text, const std::vector<Language>& columns,
                          const Row& row, std::size_t c) {
  const Language own = row.languages[c], column = columns[c];
  if (own == Language::other) return own;
  if (untranslated(text, columns, row, c))
    return language_of_repeated(slice(text, row.cells[c]), own, column == Language::arabic);
  // An Arabic cell in an English column is in the wrong place; a Latin one may be a name left as it was.
  if (own == Language::arabic) return own;
  if (column == Language::none || column == Language::other) return own;
  // Every cell changed places with its neighbour: a row the other way round.
  const bool reversed = own == Language::english && column == Language::arabic &&
                        std::find(row.languages.begin(), row.languages.end(), Language::arabic) !=
                            row.languages.end();
  return reversed ? own : column;
}

Split split_row(std::string_view text, const std::vector<Language>& columns, const Row& row) {
  Split split;
  split.row = true;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const Letters letters = count_letters(slice(text, row.cells[c]));
    if (letters.all() + letters.digits == 0) continue;
    const Language language = language_of_cell(text, columns, row, c);
    split.parts.push_back({row.cells[c], language});
  }
  return split;
}

/// A column of numbers, of dates or of "yes" has no language of its own, and is no passage.
void split_group(std::string_view text, Separator separator, const std::vector<Row>& rows,
                 std::vector<Split>& splits) {
  const std::vector<Language> columns = vote(rows);
  if (columns.empty()) return;
  // Two spaces also follow a full stop in some texts: there both sides must be clear in every row.
  for (const Row& row : rows) {
    const bool clear = row.languages.size() == 2 && row.languages[0] != row.languages[1] &&
                       row.languages[0] != Language::none && row.languages[1] != Language::none;
    if (separator == Separator::spaces && !clear && rows.size() < 3) continue;
    splits[row.line] = split_row(text, columns, row);
  }
}

}  // namespace

void split_rows(std::string_view text, const std::vector<LineFacts>& lines,
                std::vector<Split>& splits) {
  std::map<std::pair<Separator, std::size_t>, std::vector<Row>> groups;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const Separator separator : {Separator::tab, Separator::bar, Separator::spaces}) {
      if (lines[i].blank() || !lines[i].wrapped.empty()) break;
      if (next_separator(text, separator, lines[i].inner.begin, lines[i].inner.end).empty())
        continue;
      // A tab at the end of a line leaves a cell empty; spaces and bars there say nothing.
      const bool tab = separator == Separator::tab;
      std::vector<ByteRange> cells = cut(text, separator, tab ? lines[i].bytes : lines[i].inner);
      const std::size_t count = cells.size();
      if (count < 2 || count > kMostCells) continue;
      if (separator == Separator::spaces && count != 2) continue;
      groups[{separator, count}].push_back(make_row(text, i, std::move(cells)));
      break;
    }
  }
  for (const auto& [key, rows] : groups) split_group(text, key.first, rows, splits);
}

}  // namespace muwazi::page
