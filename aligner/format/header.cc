#include "format/header.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

// As folded() gives them.
constexpr std::array<std::string_view, 12> kArabic = {
    "ar",      "ara",     "arb",         "arabic",
    "ar text", "text ar", "arabic text", "arabic segment",
    "العربية", "عربي",    "بالعربية",    "النص العربي"};
constexpr std::array<std::string_view, 12> kEnglish = {
    "en",         "eng",          "english",         "en text",
    "text en",    "english text", "english segment", "الإنجليزية",
    "الانجليزية", "إنجليزي",      "انجليزي",         "النص الإنجليزي"};
constexpr std::array<std::string_view, 6> kSource = {"src",         "source",         "src text",
                                                     "source text", "source segment", "original"};
constexpr std::array<std::string_view, 9> kTarget = {
    "trg",         "tgt",       "target", "trg text", "tgt text", "target text", "target segment",
    "translation", "translated"};
constexpr std::array<std::string_view, 5> kId = {"id", "identifier", "segment id", "seg id", "#"};

/// Small letters, and one space for whatever stands between two words.
std::string folded(std::string_view name) {
  std::string out;
  bool space = false;
  for (const char c : name) {
    if (c == ' ' || c == '_' || c == '-' || c == '\t' || c == '\r') {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "ar sa", "en us".
bool of_country(std::string_view name, std::string_view language) {
  return name.size() == 5 && name.starts_with(language) && name[2] == ' ';
}

/// Any but the texts.
std::optional<Column> other_column(std::string_view name) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(Column::key); ++i) {
    const auto column = static_cast<Column>(i);
    if (column == Column::arabic_text || column == Column::english_text) continue;
    if (name == folded(table_name(column)) || name == folded(sheet_name(column))) return column;
  }
  return is_one_of(kId, name) ? std::optional(Column::id) : std::nullopt;
}

/// The first cell of each name that a text can have.
struct TextColumns {
  std::optional<std::size_t> arabic, english, source, target;

  explicit TextColumns(const std::vector<std::string>& cells) {
    const auto first = [](std::optional<std::size_t>& place, std::size_t i) {
      if (!place) place = i;
    };
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string name = folded(cells[i]);
      if (is_one_of(kArabic, name) || of_country(name, "ar")) first(arabic, i);
      if (is_one_of(kEnglish, name) || of_country(name, "en")) first(english, i);
      if (is_one_of(kSource, name)) first(source, i);
      if (is_one_of(kTarget, name)) first(target, i);
    }
    resolve();
  }

 private:
  /// What is called by its language is that; "source" beside "ar" is the English, "target" where that is no source.
  void resolve() {
    if (arabic && english) return;
    if (!arabic && !english) {
      arabic = source;
      english = target;
    } else {
      (arabic ? english : arabic) = source ? source : target;
    }
  }
};

Columns named_columns(const std::vector<std::string>& cells) {
  Columns out;
  out.reserve(cells.size());
  for (const std::string& cell : cells) out.push_back(other_column(folded(cell)));
  const TextColumns texts(cells);
  if (texts.arabic) out[*texts.arabic] = Column::arabic_text;
  if (texts.english) out[*texts.english] = Column::english_text;
  return out;
}

bool has(const Columns& columns, Column column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter(next(text, at))) return true;
  }
  return false;
}

}  // namespace

std::optional<Columns> header_of(const std::vector<std::string>& cells) {
  Columns out = named_columns(cells);
  if (!has(out, Column::arabic_text) || !has(out, Column::english_text)) return std::nullopt;
  return out;
}

std::optional<std::string> missing_column(const std::vector<std::string>& cells) {
  const Columns columns = named_columns(cells);
  const bool arabic = has(columns, Column::arabic_text),
             english = has(columns, Column::english_text);
  std::set<Column> known;
  for (const auto& column : columns) {
    if (column) known.insert(*column);
  }
  const bool named = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell == table_name(Column::arabic_text) || cell == table_name(Column::english_text);
  });
  if ((arabic && english) || (known.size() < 2 && !named)) return std::nullopt;
  const Column column = arabic ? Column::english_text : Column::arabic_text;
  return fmt::format("a header without {} ({})", table_name(column), sheet_name(column));
}

Columns usual_columns(const std::vector<std::string>& cells) {
  const bool addresses = cells.size() >= 4 && cells[0].find("://") != std::string::npos &&
                         cells[1].find("://") != std::string::npos;
  if (addresses) {
    Columns out = {Column::arabic_source, Column::english_source, Column::arabic_text,
                   Column::english_text};
    if (cells.size() > 4) out.emplace_back(Column::score);
    return out;
  }
  // Numbers of rows may stand before the texts; what is between and behind them may be numbers as texts.
  std::size_t first = 0;
  while (first < cells.size() && !has_letter(cells[first])) ++first;
  if (first + 1 >= cells.size()) first = 0;
  Columns out(first);
  out.emplace_back(Column::arabic_text);
  out.emplace_back(Column::english_text);
  return out;
}

std::size_t least_cells(const Columns& columns) {
  std::size_t least = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == Column::arabic_text || columns[i] == Column::english_text) least = i + 1;
  }
  return least;
}

}  // namespace muwazi
