#include "format/columns.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "format/fields.h"

namespace muwazi {
namespace {

struct Names {
  std::string_view table, sheet;
};

// In the order of the enumerators.
constexpr std::array kNames = {Names{"src_url", "Arabic source"},
                               Names{"trg_url", "English source"},
                               Names{"src_text", "Arabic"},
                               Names{"trg_text", "English"},
                               Names{"aligner_score", "confidence"},
                               Names{"src_start", "Arabic start"},
                               Names{"src_end", "Arabic end"},
                               Names{"trg_start", "English start"},
                               Names{"trg_end", "English end"},
                               Names{"document", "document"},
                               Names{"marked", "marked"},
                               Names{"id", "id"},
                               Names{"src_sentences", "Arabic sentences"},
                               Names{"trg_sentences", "English sentences"},
                               Names{"judgement", "accepted/wrong"},
                               Names{"note", "note"},
                               Names{"key", "key"}};

bool is_english(Column column) {
  return column == Column::english_source || column == Column::english_text ||
         column == Column::english_start || column == Column::english_end ||
         column == Column::english_sentences;
}

/// Offsets come as two cells, and an end without a start is none.
std::optional<std::string> set_offset(SegmentSide& side, bool end, std::string_view cell) {
  const auto number = number_of(cell);
  if (!number) return fmt::format("an offset is \"{}\"", cell);
  if (!side.bytes) side.bytes = ByteRange{*number, *number};
  if (end && *number < side.bytes->begin)
    return fmt::format("the end {} stands before the start {}", *number, side.bytes->begin);
  (end ? side.bytes->end : side.bytes->begin) = *number;
  return std::nullopt;
}

std::optional<std::string> set_judgement(SegmentPair& pair, std::string_view cell) {
  std::string lower(cell);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  const auto judgement = judgement_named(lower);
  if (!judgement) return fmt::format("\"{}\" is neither \"accepted\" nor \"wrong\"", cell);
  pair.judgement = *judgement;
  return std::nullopt;
}

std::optional<std::string> set_score(SegmentPair& pair, std::string_view cell) {
  pair.score = score_of(cell);
  if (!pair.score) return fmt::format("the score is \"{}\"", cell);
  return std::nullopt;
}

std::optional<std::string> set_sentences(SegmentSide& side, std::string_view cell) {
  auto numbers = numbers_of(cell);
  if (!numbers) return fmt::format("the sentence numbers are \"{}\"", cell);
  side.sentences = std::move(*numbers);
  return std::nullopt;
}

void append_number(std::string& out, std::size_t number) {
  fmt::format_to(std::back_inserter(out), "{}", number);
}

}  // namespace

std::string_view table_name(Column column) {
  return kNames[static_cast<std::size_t>(column)].table;
}
std::string_view sheet_name(Column column) {
  return kNames[static_cast<std::size_t>(column)].sheet;
}

void split_cells(std::string_view line, std::vector<std::string>& cells) {
  std::size_t count = 0;
  for (;;) {
    const std::size_t tab = line.find('\t');
    if (count == cells.size()) cells.emplace_back();
    cells[count++] = line.substr(0, tab);
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  cells.resize(count);
}

void append_cell(std::string& out, const SegmentPair& pair, Column column) {
  const SegmentSide& side = is_english(column) ? pair.english : pair.arabic;
  switch (column) {
    case Column::arabic_source:
    case Column::english_source:
      out += side.source;
      break;
    case Column::arabic_text:
    case Column::english_text:
      out += side.text;
      break;
    case Column::score:
      if (pair.score) out += score_text(*pair.score);
      break;
    case Column::arabic_start:
    case Column::english_start:
      if (side.bytes) append_number(out, side.bytes->begin);
      break;
    case Column::arabic_end:
    case Column::english_end:
      if (side.bytes) append_number(out, side.bytes->end);
      break;
    case Column::document:
      out += pair.document;
      break;
    case Column::marked:
      out += pair.marked ? '1' : '0';
      break;
    case Column::id:
      out += pair.id;
      break;
    case Column::arabic_sentences:
    case Column::english_sentences:
      out += numbers_text(side.sentences);
      break;
    case Column::judgement:
      out += judgement_name(pair.judgement);
      break;
    case Column::note:
      out += pair.note;
      break;
    case Column::key:
      out += pair_key(pair);
      break;
  }
}

std::optional<std::string> set_cell(SegmentPair& pair, Column column, std::string_view cell) {
  SegmentSide& side = is_english(column) ? pair.english : pair.arabic;
  if (cell.empty()) return std::nullopt;
  switch (column) {
    case Column::arabic_source:
    case Column::english_source:
      side.source = cell;
      break;
    case Column::arabic_text:
    case Column::english_text:
      side.text = cell;
      break;
    case Column::score:
      return set_score(pair, cell);
    case Column::arabic_start:
    case Column::english_start:
      return set_offset(side, false, cell);
    case Column::arabic_end:
    case Column::english_end:
      return set_offset(side, true, cell);
    case Column::document:
      pair.document = cell;
      break;
    case Column::marked:
      pair.marked = cell == "1";
      break;
    case Column::id:
      pair.id = cell;
      break;
    case Column::arabic_sentences:
    case Column::english_sentences:
      return set_sentences(side, cell);
    case Column::judgement:
      return set_judgement(pair, cell);
    case Column::note:
      pair.note = cell;
      break;
    case Column::key:
      pair.key = cell;
      break;
  }
  return std::nullopt;
}

std::string pair_key(const SegmentPair& pair) {
  std::string all = pair.arabic.text;
  for (const std::string_view part :
       {std::string_view(pair.english.text), judgement_name(pair.judgement),
        std::string_view(pair.note)}) {
    (all += '\0') += part;
  }
  all.erase(std::remove(all.begin(), all.end(), '\r'), all.end());
  return fmt::format("{:016x}", XXH64(all.data(), all.size(), 0));
}

}  // namespace muwazi
