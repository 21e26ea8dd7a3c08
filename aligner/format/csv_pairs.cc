// Pairs as comma-separated values for spreadsheets: with the byte order mark by which they tell UTF-8, every text in
// quotation marks, and nothing that they would take for a formula.
#include <utility>

#include "format/csv.h"
#include "format/header.h"
#include "format/sheet.h"
#include "format/streams.h"
#include "text/byte_order_mark.h"

namespace muwazi {
namespace {

class CsvReader : public PairReader {
 public:
  explicit CsvReader(Input input) : name_(input.name), records_(std::move(input)) {}

  bool next(SegmentPair& pair) override {
    while (!fault_ && records_.next(cells_)) {
      if (columns_.empty() && begin()) continue;
      if (read_row(pair)) return true;
    }
    if (!fault_) fault_ = records_.fault();
    return false;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const override { return fault_; }

 private:
  bool begin() {
    auto header = header_of(cells_);
    columns_ = header ? *header : usual_columns(cells_);
    least_ = least_cells(columns_);
    if (auto missing = missing_column(cells_)) {
      refuse(std::move(*missing), "name the columns of both texts");
      return true;
    }
    return header.has_value();
  }

  bool read_row(SegmentPair& pair) {
    pair = {};
    pair.line = records_.line();
    if (cells_.size() < least_) {
      refuse("a row without its two columns", "it needs an Arabic and an English text");
    }
    for (std::size_t i = 0; i < std::min(cells_.size(), columns_.size()) && !fault_; ++i) {
      if (!columns_[i]) continue;
      const bool text = is_text(*columns_[i]);
      auto wrong = set_cell(pair, *columns_[i], text ? unguarded(cells_[i]) : cells_[i]);
      if (wrong) refuse(std::move(*wrong), "");
    }
    return !fault_ && (!pair.arabic.text.empty() || !pair.english.text.empty());
  }

  void refuse(std::string found, std::string remedy) {
    fault_ = {FaultKind::malformed_pair, name_, records_.line(), {}, std::move(found),
              std::move(remedy)};
  }

  std::string name_;
  CsvRecords records_;
  std::vector<std::string> cells_;
  Columns columns_;
  std::size_t least_ = 0;  ///< cells of a row that has both texts
  std::optional<Fault> fault_;
};

class CsvWriter : public StreamWriter {
 public:
  explicit CsvWriter(Sink sink) : StreamWriter(std::move(sink)) {
    stream.bytes() += kByteOrderMark;
    for (const Column column : kSheetColumns) append(column, std::string(sheet_name(column)));
  }

  std::optional<Fault> write(const SegmentPair& pair) override {
    for (const Column column : kSheetColumns) {
      std::string cell;
      append_cell(cell, pair, column);
      lost.characters += replace_nuls(cell);
      append(column, is_text(column) ? guarded(std::move(cell)) : std::move(cell));
    }
    stream.pass_on_if_full();
    return std::nullopt;
  }

  void finish() override { stream.pass_on(); }

 private:
  void append(Column column, std::string_view cell) {
    std::string& out = stream.bytes();
    const bool quoted = is_text(column) && !cell.empty();
    if (quoted) out += '"';
    for (const char c : cell) {
      if (c == '"') out += '"';
      out += c;
    }
    if (quoted) out += '"';
    out += column == kSheetColumns.back() ? "\r\n" : ",";
  }
};

}  // namespace

ReaderPointer read_csv(Input input) {
  return arabic_first(std::make_unique<CsvReader>(std::move(input)));
}

WriterPointer write_csv(Sink sink) { return std::make_unique<CsvWriter>(std::move(sink)); }

}  // namespace muwazi
