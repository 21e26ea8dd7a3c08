// Tab-separated columns with a header line. The first five are Bitextor's, by which its filters and
// those of others find the texts; Arabic is the source. No quoting: no cell can hold a tab or a line end.
#include <array>
#include <utility>

#include "format/cells.h"
#include "format/columns.h"
#include "format/header.h"
#include "format/streams.h"
#include "muwazi/text/utf8.h"
#include "text/byte_order_mark.h"
#include "text/line_reader.h"

namespace muwazi {
namespace {

constexpr std::array kColumns = {Column::arabic_source,
                                 Column::english_source,
                                 Column::arabic_text,
                                 Column::english_text,
                                 Column::score,
                                 Column::arabic_start,
                                 Column::arabic_end,
                                 Column::english_start,
                                 Column::english_end,
                                 Column::document,
                                 Column::marked,
                                 Column::id,
                                 Column::arabic_sentences,
                                 Column::english_sentences,
                                 Column::judgement,
                                 Column::note};

class TsvReader : public PairReader {
 public:
  explicit TsvReader(Input input)
      : name_(std::move(input.name)), lines_(std::move(input.read), kLongestPair) {}

  bool next(SegmentPair& pair) override {
    while (!fault_ && lines_.next(line_)) {
      std::string_view text = line_.bytes;
      if (line_.number == 1) text.remove_prefix(byte_order_mark_length(text));
      fault_ = line_.too_long ? too_long(name_, line_.number) : bad_byte(text, name_, line_.number);
      if (fault_ || trimmed(text, {0, text.size()}).empty()) continue;
      split_cells(text, cells_);
      if (columns_.empty() && begin()) continue;
      if (read_row(pair)) return true;
    }
    return false;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const override { return fault_; }

 private:
  /// Whether the first line is a header.
  bool begin() {
    auto header = header_of(cells_);
    columns_ = header ? *header : usual_columns(cells_);
    least_ = least_cells(columns_);
    if (auto missing = missing_column(cells_)) {
      refuse(0, std::move(*missing), "name the columns of both texts");
      return true;
    }
    return header.has_value();
  }

  bool read_row(SegmentPair& pair) {
    pair = {};
    pair.line = line_.number;
    if (cells_.size() < least_) {
      refuse(cells_.size(), "a line without its two columns",
             "put a tab between the Arabic and the English text");
    }
    for (std::size_t i = 0; i < std::min(cells_.size(), columns_.size()) && !fault_; ++i) {
      if (!columns_[i]) continue;
      if (auto wrong = set_cell(pair, *columns_[i], cells_[i])) refuse(i, std::move(*wrong), "");
    }
    return !fault_ && (!pair.arabic.text.empty() || !pair.english.text.empty());
  }

  void refuse(std::size_t cell, std::string found, std::string remedy) {
    std::size_t at = cell;  // tabs before it
    for (std::size_t i = 0; i < cell; ++i) at += cells_[i].size();
    fault_ = {
        FaultKind::malformed_pair, name_, line_.number, {}, std::move(found), std::move(remedy),
        column_of(line_.bytes, at)};
  }

  std::string name_;
  LineReader lines_;
  TextLine line_;
  std::vector<std::string> cells_;
  Columns columns_;
  std::size_t least_ = 0;  ///< cells of a line that has both texts
  std::optional<Fault> fault_;
};

class TsvWriter : public StreamWriter {
 public:
  explicit TsvWriter(Sink sink) : StreamWriter(std::move(sink)) { stream.bytes() += tsv_header(); }

  std::optional<Fault> write(const SegmentPair& pair) override {
    lost.characters += append_tsv_row(stream.bytes(), pair);
    stream.pass_on_if_full();
    return std::nullopt;
  }

  void finish() override { stream.pass_on(); }
};

}  // namespace

std::string tsv_header() {
  std::string out;
  for (const Column column : kColumns) {
    if (column != kColumns.front()) out += '\t';
    out += table_name(column);
  }
  return out + '\n';
}

std::size_t append_tsv_row(std::string& out, const SegmentPair& pair) {
  std::size_t replaced = 0;
  std::string cell;
  for (const Column column : kColumns) {
    cell.clear();
    append_cell(cell, pair, column);
    replaced += replace_nuls(cell);
    if (column != kColumns.front()) out += '\t';
    out += one_line(cell);
  }
  out += '\n';
  return replaced;
}

ReaderPointer read_tsv(Input input) {
  return arabic_first(std::make_unique<TsvReader>(std::move(input)));
}

WriterPointer write_tsv(Sink sink) { return std::make_unique<TsvWriter>(std::move(sink)); }

}  // namespace muwazi
