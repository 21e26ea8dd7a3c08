#include "text/decoded.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "muwazi/text/fault.h"
#include "text/convert.h"
#include "text/encoding_guess.h"

namespace muwazi {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 15U;

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

std::string shown(const std::string& file) { return file == "-" ? "standard input" : file; }

/// One that stops at what it does not have.
Converter open_converter(const std::string& encoding, const std::string& file) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(standard_name(encoding) ? ucnv_open(encoding.c_str(), &status) : nullptr);
  if (!converter || U_FAILURE(status) != 0) {
    throw EnvironmentError(fmt::format("{}: unknown encoding \"{}\"", shown(file), encoding),
                           "use auto, UTF-8, UTF-16, windows-1256 or another name that ICU knows");
  }
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

class Decoded {
 public:
  /// `begin` was read from `bytes` already.
  Decoded(ReadBytes bytes, std::string begin, std::string encoding, std::string file)
      : bytes_(std::move(bytes)),
        encoding_(std::move(encoding)),
        file_(std::move(file)),
        from_(open_converter(encoding_, file_)),
        to_(open_converter("UTF-8", file_)),
        held_(std::move(begin)) {
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setFromUCallBack(to_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }

  std::size_t read(char* to, std::size_t size) {
    char* written = to;
    while (written == to && !done_) {
      if (at_ == held_.size() && !ended_) fill();
      convert_piece(written, to + size);
    }
    return static_cast<std::size_t>(written - to);
  }

 private:
  void fill() {
    at_ = 0;
    held_.resize(kPiece);
    held_.resize(bytes_(held_.data(), kPiece));
    ended_ = held_.empty();
  }

  void convert_piece(char*& to, const char* to_end) {
    const char* const begin = held_.data();
    const char* from = begin + at_;
    const char* const to_begin = to;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to_.get(), from_.get(), &to, to_end, &from, begin + held_.size(), units_.data(),
                   &units_begin_, &units_end_, units_.data() + units_.size(), 0, ended_ ? 1 : 0,
                   &status);
    at_ = static_cast<std::size_t>(from - begin);
    line_ += static_cast<std::uint64_t>(std::count<const char*>(to_begin, to, '\n'));
    if (status == U_BUFFER_OVERFLOW_ERROR) return;
    if (U_FAILURE(status) != 0) refuse(status == U_TRUNCATED_CHAR_FOUND);
    done_ = ended_;
  }

  [[noreturn]] void refuse(bool cut_off) const {
    std::array<char, 32> invalid{};
    auto length = static_cast<std::int8_t>(invalid.size());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(from_.get(), invalid.data(), &length, &status);
    const std::string_view bytes(invalid.data(),
                                 U_FAILURE(status) != 0 ? 0 : static_cast<std::size_t>(length));
    const auto line =  // also of what is on its way
        line_ + static_cast<std::uint64_t>(std::count(units_begin_, units_end_, u'\n'));
    const std::string found = bytes.empty() ? "what is there" : hex_bytes(bytes);
    throw EnvironmentError(
        fmt::format("{}:{}: {}{}", shown(file_), line, found,
                    cut_off ? fmt::format(", where {} is cut off", encoding_)
                            : fmt::format(", which {} does not have", encoding_)),
        cut_off ? "get the whole file, or name the right encoding with --encoding"
                : "name the right encoding with --encoding");
  }

  ReadBytes bytes_;
  std::string encoding_, file_;
  Converter from_, to_;
  std::string held_;                                       ///< bytes that were read
  std::size_t at_ = 0;                                     ///< how many of them are converted
  bool ended_ = false;                                     ///< there are no more bytes
  bool done_ = false;                                      ///< there is no more text
  std::vector<UChar> units_ = std::vector<UChar>(kPiece);  ///< on the way from one to the other
  UChar* units_begin_ = units_.data();
  UChar* units_end_ = units_.data();
  std::uint64_t line_ = 1;
};

/// Up to `size` bytes of the beginning.
std::string begin_of(const ReadBytes& bytes, std::size_t size) {
  std::string begin(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    const std::size_t count = bytes(begin.data() + have, size - have);
    if (count == 0) break;
    have += count;
  }
  begin.resize(have);
  return begin;
}

/// `begin` and what follows it.
ReadBytes put_back(std::string begin, ReadBytes bytes) {
  return [begin = std::move(begin), at = std::size_t{0}, bytes = std::move(bytes)](
             char* to, std::size_t size) mutable {
    if (at == begin.size()) return bytes(to, size);
    const std::size_t count = std::min(size, begin.size() - at);
    std::copy_n(begin.data() + at, count, to);
    at += count;
    return count;
  };
}

}  // namespace

ReadBytes decoded(ReadBytes bytes, const std::string& encoding, const std::string& file) {
  const bool stated = encoding != "auto";
  const std::string standard = stated ? standard_name(encoding).value_or(encoding) : "";
  if (standard == "UTF-8") return bytes;
  // A mark has four bytes at most; to guess the order of UTF-16 takes a little text.
  constexpr std::size_t kMark = 4, kText = 4096;
  std::string begin = begin_of(bytes, standard == "UTF-16" ? kText : kMark);
  std::string from = standard;
  if (const auto mark = byte_order_mark(begin);
      mark && mark->encoding != "UTF-8" && (!stated || mark->encoding.starts_with(standard))) {
    from = mark->encoding;
    begin.erase(0, mark->size);
  } else if (standard == "UTF-16") {
    // Without a mark it should be big-endian; most of it is not.
    if (const std::string_view order = guess_utf16(begin); !order.empty()) from = order;
  }
  if (from.empty()) return put_back(std::move(begin), std::move(bytes));
  auto text = std::make_shared<Decoded>(std::move(bytes), std::move(begin), from, file);
  return [text = std::move(text)](char* to, std::size_t size) { return text->read(to, size); };
}

}  // namespace muwazi
