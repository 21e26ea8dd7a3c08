#include "format/workbook.h"

#include <fmt/format.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

#include "format/fields.h"
#include "format/xml_parser.h"
#include "muwazi/text/files.h"
#include "muwazi/text/utf8.h"
#include "text/byte_source.h"

namespace muwazi {
namespace {

constexpr std::size_t kMostColumns = 256;
constexpr std::uint64_t kMostStringBytes = std::uint64_t{4} << 30U;

/// "_x000D_" stands for a carriage return.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view here = text.substr(at, 7);
    unsigned code = 0;
    if (here.size() == 7 && here.starts_with("_x") && here[6] == '_') {
      const char* const begin = here.data() + 2;
      const auto [end, error] = std::from_chars(begin, begin + 4, code, 16);
      if (error == std::errc{} && end == begin + 4 && code != 0) {
        append(out, static_cast<char32_t>(code));
        at += here.size();
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

/// Text of <t>, but not that of a pronunciation (<rPh>).
class TextOfRuns {
 public:
  void start(std::string_view name) {
    if (name == "rPh") spoken_ = true;
    if (name == "t") open_ = !spoken_;
  }
  void end(std::string_view name) {
    if (name == "rPh") spoken_ = false;
    if (name == "t") open_ = false;
  }
  [[nodiscard]] bool open() const { return open_; }

 private:
  bool open_ = false, spoken_ = false;
};

struct CloseFile {
  void operator()(std::FILE* file) const { (void)std::fclose(file); }
};

/// The strings that cells name by number, in a file without a name: a sheet that a person can still open may have more of
/// them than one wants in memory.
class SharedStrings : public XmlHandler {
 public:
  SharedStrings() : file_(std::tmpfile()) {
    if (file_ == nullptr)
      throw EnvironmentError("cannot make a temporary file", "is there room for one?");
  }

  /// False where `input` is wrong.
  std::optional<Fault> read(Input input) {
    XmlParser parser(std::move(input), *this);
    parser_ = &parser;
    while (parser.more()) {
    }
    parser_ = nullptr;
    (void)std::fflush(file_.get());
    return parser.fault();
  }

  [[nodiscard]] std::optional<std::string> get(std::size_t number) const {
    if (number + 1 >= begins_.size()) return std::nullopt;
    std::string out(begins_[number + 1] - begins_[number], '\0');
    const auto at = static_cast<off_t>(begins_[number]);
    const ssize_t size = ::pread(fileno(file_.get()), out.data(), out.size(), at);
    if (size != static_cast<ssize_t>(out.size())) return std::nullopt;
    return out;
  }

 private:
  void start(std::string_view name, const XmlAttributes& /*attributes*/) override {
    if (name == "si") text_.clear();
    runs_.start(name);
  }
  void text(std::string_view piece) override {
    if (!runs_.open()) return;
    text_ += piece;
    if (begins_.back() + text_.size() > kMostStringBytes)
      parser_->refuse(FaultKind::too_large, "more than 4 GiB of strings", "");
  }
  void end(std::string_view name) override {
    runs_.end(name);
    if (name != "si") return;
    const std::string text = unescaped(text_);
    if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size())
      throw EnvironmentError("cannot write a temporary file", "is there room for one?");
    begins_.push_back(begins_.back() + text.size());
  }

  std::unique_ptr<std::FILE, CloseFile> file_;
  std::vector<std::uint64_t> begins_ = {0};
  XmlParser* parser_ = nullptr;
  TextOfRuns runs_;
  std::string text_;
};

/// "AB12" is column 27, from 0.
std::optional<std::size_t> column_of_reference(std::string_view reference) {
  std::size_t column = 0, letters = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || letters == 3) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    ++letters;
  }
  if (letters == 0) return std::nullopt;
  return column - 1;
}

/// The rows of one sheet.
class SheetReader : public XmlHandler {
 public:
  SheetReader(Input input, const SharedStrings& strings)
      : strings_(strings), parser_(std::move(input), *this) {}

  bool next(SheetRow& row) {
    while (given_ == rows_.size()) {
      rows_.clear();
      given_ = 0;
      if (!parser_.more() && rows_.empty()) return false;
    }
    row = std::move(rows_[given_++]);
    return true;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const { return parser_.fault(); }

 private:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") {
      row_ = {};
      number_ = number_of(attributes.get("r")).value_or(number_ + 1);
      row_.number = number_;
      column_ = size_ = 0;
    } else if (name == "c") {
      column_ = column_of_reference(attributes.get("r")).value_or(column_);
      type_ = attributes.get("t");
      value_.clear();
    }
    in_value_ = name == "v";
    runs_.start(name);
  }
  void text(std::string_view piece) override {
    if (!in_value_ && !runs_.open()) return;
    value_ += piece;
    if (value_.size() > kLongestPair)
      parser_.refuse(FaultKind::too_large, "a cell of more than 64 MiB", "");
  }
  void end(std::string_view name) override {
    runs_.end(name);
    in_value_ = false;
    if (name == "row") rows_.push_back(std::move(row_));
    if (name == "c") end_cell();
  }

  void end_cell() {
    if (type_ == "s") {
      const auto number = number_of(value_);
      auto text = number ? strings_.get(*number) : std::nullopt;
      if (!text)
        return parser_.refuse(fmt::format("a cell with string {}", value_), "save it anew");
      value_ = std::move(*text);
    } else if (type_ == "inlineStr" || type_ == "str") {
      value_ = unescaped(value_);
    }
    size_ += value_.size();
    if (size_ > kLongestPair) {
      return parser_.refuse(FaultKind::too_large,
                            fmt::format("a row of more than {} MiB", kLongestPair >> 20U), "");
    }
    if (column_ < kMostColumns && !value_.empty()) {
      if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
      row_.cells[column_] = std::move(value_);
    }
    value_.clear();
    ++column_;
  }

  const SharedStrings& strings_;
  std::vector<SheetRow> rows_;
  std::size_t given_ = 0;
  SheetRow row_;
  std::uint64_t number_ = 0;
  std::size_t column_ = 0, size_ = 0;  ///< of the row so far: its next column, its bytes
  std::string type_, value_;
  bool in_value_ = false;
  TextOfRuns runs_;
  XmlParser parser_;
};

/// Which sheet a file of the archive is: 3 of "xl/worksheets/sheet3.xml".
std::optional<std::size_t> sheet_number(std::string_view name) {
  constexpr std::string_view kBegin = "xl/worksheets/sheet", kEnd = ".xml";
  if (!name.starts_with(kBegin) || !name.ends_with(kEnd)) return std::nullopt;
  name.remove_prefix(kBegin.size());
  name.remove_suffix(kEnd.size());
  return number_of(name);
}

}  // namespace

class Workbook::State {
 public:
  explicit State(const std::string& path) : path_(path) {
    open();
    if (!fault_) find_sheets();
  }
  ~State() {
    reader_.reset();
    if (archive_ != nullptr) zip_discard(archive_);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  bool next(SheetRow& row) {
    while (!fault_) {
      if (reader_ == nullptr && !open_sheet()) return false;
      if (reader_->next(row)) {
        row.sheet = next_sheet_ - 1;
        return true;
      }
      fault_ = reader_->fault();
      reader_.reset();
    }
    return false;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }

 private:
  void refuse(std::string found) {
    fault_ = {FaultKind::malformed_sheet,
              path_,
              0,
              {},
              std::move(found),
              "it must be a workbook with the ending .xlsx"};
  }

  /// Also says it if there is no such file.
  [[nodiscard]] bool is_packed() const {
    std::array<char, 8> begin{};
    std::size_t size = 0;
    (void)open_stream(path_, -1, [&](std::string_view bytes) {
      const std::size_t more = std::min(bytes.size(), begin.size() - size);
      std::copy_n(bytes.data(), more, begin.data() + size);
      size += more;
    });
    return compression_of({begin.data(), size}) != Compression::none;
  }

  void open() {
    zip_error_t error;
    zip_error_init(&error);
    if (path_ == "-" || is_packed()) {
      Result<std::string> bytes = read_bytes(path_);
      if (Fault* fault = std::get_if<Fault>(&bytes)) {
        fault_ = std::move(*fault);
        return;
      }
      bytes_ = std::get<std::string>(std::move(bytes));
      zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
      archive_ = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
      if (archive_ == nullptr && source != nullptr) zip_source_free(source);
    } else {
      int code = 0;
      archive_ = zip_open(path_.c_str(), ZIP_RDONLY, &code);
      zip_error_init_with_code(&error, code);
    }
    if (archive_ == nullptr) refuse(zip_error_strerror(&error));
    zip_error_fini(&error);
  }

  void find_sheets() {
    const zip_int64_t count = zip_get_num_entries(archive_, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
      const char* const name = zip_get_name(archive_, static_cast<zip_uint64_t>(i), 0);
      if (name == nullptr) continue;
      if (const auto number = sheet_number(name)) sheets_.emplace_back(*number, name);
      if (std::string_view(name) == "xl/sharedStrings.xml") {
        if (auto input = entry(name)) fault_ = strings_.read(std::move(*input));
      }
    }
    std::sort(sheets_.begin(), sheets_.end());
    if (!fault_ && sheets_.empty()) refuse("no sheet in it");
  }

  /// A file of the archive, while it is read.
  std::optional<Input> entry(const std::string& name) {
    zip_file_t* const opened = zip_fopen(archive_, name.c_str(), 0);
    if (opened == nullptr) {
      refuse(fmt::format("{}: {}", name, zip_strerror(archive_)));
      return std::nullopt;
    }
    const std::shared_ptr<zip_file_t> file(opened, [](zip_file_t* one) { (void)zip_fclose(one); });
    const std::string path = path_;
    return Input{path_ + ":" + name, [file, path](char* to, std::size_t size) {
                   const zip_int64_t count = zip_fread(file.get(), to, size);
                   if (count < 0) throw EnvironmentError(path + ": damaged", "save it anew");
                   return static_cast<std::size_t>(count);
                 }};
  }

  bool open_sheet() {
    if (next_sheet_ == sheets_.size()) return false;
    auto input = entry(sheets_[next_sheet_++].second);
    if (!input) return false;
    reader_ = std::make_unique<SheetReader>(std::move(*input), strings_);
    return true;
  }

  std::string path_, bytes_;
  zip_t* archive_ = nullptr;
  SharedStrings strings_;
  std::vector<std::pair<std::size_t, std::string>> sheets_;
  std::size_t next_sheet_ = 0;
  std::unique_ptr<SheetReader> reader_;
  std::optional<Fault> fault_;
};

Workbook::Workbook(const std::string& path) : state_(std::make_unique<State>(path)) {}
Workbook::~Workbook() = default;
bool Workbook::next(SheetRow& row) { return state_->next(row); }
const std::optional<Fault>& Workbook::fault() const { return state_->fault(); }

}  // namespace muwazi
