// Pairs from a workbook: of every sheet that has the columns of both texts.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "format/header.h"
#include "format/sheet.h"
#include "format/streams.h"
#include "format/workbook.h"

namespace muwazi {
namespace {

class XlsxReader : public PairReader {
 public:
  explicit XlsxReader(const std::string& path) : name_(path), book_(path) {}

  bool next(SegmentPair& pair) override {
    while (!fault_ && book_.next(row_)) {
      if (row_.cells.empty()) continue;
      if (row_.sheet != sheet_) {
        sheet_ = row_.sheet;
        columns_ = header_of(row_.cells);
        found_ = found_ || columns_.has_value();
      } else if (columns_ && read_row(pair)) {
        return true;
      }
    }
    if (!fault_) fault_ = book_.fault();
    if (!fault_ && !found_) {
      fault_ = {FaultKind::malformed_sheet,
                name_,
                0,
                {},
                "no sheet with the columns of both texts",
                "its first row names them: Arabic, English"};
    }
    return false;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const override { return fault_; }

 private:
  bool read_row(SegmentPair& pair) {
    pair = {};
    pair.line = row_.number;
    for (std::size_t i = 0; i < std::min(row_.cells.size(), columns_->size()); ++i) {
      if (!(*columns_)[i]) continue;
      if (auto wrong = set_cell(pair, *(*columns_)[i], row_.cells[i])) {
        fault_ = {FaultKind::malformed_sheet, name_, row_.number, {}, std::move(*wrong), "", i + 1};
        return false;
      }
    }
    return !pair.arabic.text.empty() || !pair.english.text.empty();
  }

  std::string name_;
  Workbook book_;
  SheetRow row_;
  std::optional<std::size_t> sheet_;
  std::optional<Columns> columns_;  ///< of the sheet; it may have none
  bool found_ = false;
  std::optional<Fault> fault_;
};

}  // namespace

ReaderPointer read_xlsx(const std::string& path) {
  return arabic_first(std::make_unique<XlsxReader>(path));
}

}  // namespace muwazi
