// A whole file of pairs in memory.
#include <algorithm>
#include <utility>

#include "format/columns.h"
#include "format/header.h"
#include "format/streams.h"
#include "muwazi/format/pairs.h"
#include "muwazi/text/utf8.h"
#include "text/byte_order_mark.h"

namespace muwazi {
namespace {

/// On one line, and empty where nothing can be seen: marks of direction are left in cells that look empty.
std::string folded(std::string_view text) {
  std::string out;
  bool space = false, visible = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_space(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    visible = visible || !is_format(c);
    append(out, c);
  }
  return visible ? out : "";
}

void add(PairFile::Side& side, std::string_view segment) {
  if (!side.segments.empty()) side.text += '\n';
  const std::size_t begin = side.text.size();
  side.text += segment;
  side.segments.push_back({begin, side.text.size()});
}

Input input_of(std::string_view text, const std::string& file) {
  return {file, [text](char* to, std::size_t size) mutable {
            const std::size_t count = std::min(size, text.size());
            std::copy_n(text.data(), count, to);
            text.remove_prefix(count);
            return count;
          }};
}

}  // namespace

Result<PairFile> read_pairs(std::string_view text, const std::string& file, PairFormat format) {
  const ReaderPointer reader = format == PairFormat::tsv   ? read_tsv(input_of(text, file))
                               : format == PairFormat::csv ? read_csv(input_of(text, file))
                               : format == PairFormat::tmx ? read_tmx(input_of(text, file), true)
                                                           : read_xliff(input_of(text, file), true);
  PairFile out;
  SegmentPair pair;
  while (reader->next(pair)) {
    add(out.arabic, folded(pair.arabic.text));
    add(out.english, folded(pair.english.text));
    out.lines.push_back(static_cast<std::uint32_t>(pair.line));
  }
  if (reader->fault()) return *reader->fault();
  return out;
}

bool has_pair_columns(std::string_view text) {
  text.remove_prefix(byte_order_mark_length(text));
  text = text.substr(0, text.find_first_of("\r\n"));
  std::vector<std::string> cells;
  split_cells(text, cells);
  return header_of(cells).has_value();
}

Result<std::string> training_pairs(std::string_view text, const std::string& file) {
  const ReaderPointer reader = read_tsv(input_of(text, file));
  std::string out;
  SegmentPair pair;
  while (reader->next(pair)) {
    if (pair.judgement == Judgement::wrong) continue;
    if (pair.arabic.text.empty() || pair.english.text.empty()) continue;
    ((out += pair.arabic.text) += '\t') += pair.english.text;
    out += '\n';
  }
  if (reader->fault()) return *reader->fault();
  return out;
}

}  // namespace muwazi
