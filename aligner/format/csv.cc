#include "format/csv.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/byte_order_mark.h"

namespace muwazi {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16U;

}  // namespace

bool CsvRecords::fill() {
  if (ended_) return false;
  if (at_ > 0) buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kPiece);
  const std::size_t size = input_.read(buffer_.data() + before, kPiece);
  buffer_.resize(before + size);
  ended_ = size == 0;
  return !ended_;
}

int CsvRecords::peek() {
  if (at_ == buffer_.size() && !fill()) return -1;
  return static_cast<unsigned char>(buffer_[at_]);
}

void CsvRecords::take() {
  const char c = buffer_[at_++];
  if (c == '\n') {
    ++line_;
    column_ = 1;
  } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
    ++column_;
  }
}

void CsvRecords::begin() {
  begun_ = true;
  while (buffer_.find('\n') == std::string::npos && buffer_.size() < kPiece && fill()) {
  }
  at_ = byte_order_mark_length(buffer_);
  const auto line = std::string_view(buffer_).substr(0, buffer_.find('\n'));
  std::ptrdiff_t most = 0;
  for (const char c : {',', ';', '\t'}) {
    const auto count = std::count(line.begin(), line.end(), c);
    if (count > most) separator_ = c;
    most = std::max(most, count);
  }
}

bool CsvRecords::next(std::vector<std::string>& cells) {
  if (!begun_) begin();
  while (!fault_ && peek() >= 0) {
    first_line_ = line_;
    size_ = 0;
    read_record(cells);
    const bool empty = cells.size() == 1 && cells[0].empty();
    if (!fault_ && !empty) return true;
  }
  return false;
}

/// Up to its line end, or the end of the file.
void CsvRecords::read_record(std::vector<std::string>& cells) {
  cells.clear();
  while (!fault_) {
    std::string& cell = cells.emplace_back();
    const std::uint64_t line = line_, column = column_;
    if (peek() == '"') read_quoted(cell);
    while (!fault_ && peek() >= 0 && peek() != separator_ && peek() != '\n') {
      cell += static_cast<char>(peek());
      take();
      if (++size_ > kLongestPair) fault_ = too_long(input_.name, first_line_);
    }
    const bool last = peek() != separator_;
    if (last && cell.ends_with('\r')) cell.pop_back();
    check(cell, line, column);
    if (peek() >= 0) take();
    if (last) break;
  }
}

void CsvRecords::read_quoted(std::string& cell) {
  const std::uint64_t line = line_, column = column_;
  take();
  for (;;) {
    const int c = peek();
    if (c < 0) {
      return refuse(line, column, "a quotation mark that nothing closes", "was it cut off?");
    }
    take();
    if (c == '"') {
      if (peek() != '"') break;
      take();
    }
    cell += static_cast<char>(c);
    if (++size_ > kLongestPair) {
      fault_ = too_long(input_.name, first_line_);
      return;
    }
  }
  const int behind = peek();
  if (behind >= 0 && behind != separator_ && behind != '\n' && behind != '\r') {
    refuse(line_, column_, "text behind the closing quotation mark",
           "write a quotation mark inside a cell twice");
  }
}

void CsvRecords::check(const std::string& cell, std::uint64_t line, std::uint64_t column) {
  if (fault_) return;
  fault_ = bad_byte(cell, input_.name, line);
  if (!fault_) return;
  // Counted in the cell up to here.
  const std::string_view before = std::string_view(cell).substr(0, fault_->bytes.begin);
  const auto breaks = std::count(before.begin(), before.end(), '\n');
  fault_->line += static_cast<std::uint64_t>(breaks);
  const std::size_t last = before.rfind('\n');
  fault_->column = breaks == 0 ? column + fault_->column - 1
                               : column_of(before.substr(last + 1), before.size() - last - 1);
  fault_->bytes = {};
}

void CsvRecords::refuse(std::uint64_t line, std::uint64_t column, std::string found,
                        std::string remedy) {
  fault_ = {FaultKind::malformed_pair, input_.name,       line,  {},
            std::move(found),          std::move(remedy), column};
}

}  // namespace muwazi
