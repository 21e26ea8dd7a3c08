// ICU converts in pieces to UTF-16, with the source offset of every unit; the units become UTF-8 here.
#include "text/convert.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// A converter that stops at bytes which it does not have; null for an unknown name. ICU takes an empty
// name for the platform's encoding, and a comma for the start of options: neither is a name.
Converter open_converter(const std::string& encoding) {
  if (encoding.empty() || encoding.find(',') != std::string::npos) return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status) != 0) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_FAILURE(status) != 0 ? nullptr : std::move(converter);
}

// What UTF-8 may take at most in usual texts; pages that are reserved and never written cost nothing.
std::size_t expected_size(const UConverter* converter, std::size_t bytes) {
  const int smallest = ucnv_getMinCharSize(converter);
  if (smallest >= 4) return bytes;
  return smallest == 2 ? bytes + bytes / 2 : bytes * 2;
}

class Conversion {
 public:
  Conversion(std::string_view bytes, std::size_t skip, const std::string& encoding,
             const std::string& file)
      : bytes_(bytes), skip_(skip), encoding_(encoding), file_(file) {}

  Result<std::string> run(UConverter* converter);

 private:
  // Appends the units; returns the index of the first one that is no text (NUL, half a surrogate pair
  // from a lenient converter), or their number.
  std::size_t take(const UChar* units, std::size_t count);
  [[nodiscard]] Fault unit_fault(std::int32_t source_offset, UChar unit) const;
  [[nodiscard]] Fault byte_fault(UConverter* converter, std::size_t stopped_at, bool cut_off) const;
  [[nodiscard]] Fault fault(FaultKind kind, ByteRange where) const;

  std::string_view bytes_;
  std::size_t skip_;
  const std::string& encoding_;
  const std::string& file_;
  std::string text_;
  char32_t lead_ = 0;  // a first half of a pair, whose second is in the next piece
};

std::size_t Conversion::take(const UChar* units, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const char32_t unit = units[i];
    if (U16_IS_LEAD(unit)) {
      if (lead_ != 0) return i;
      lead_ = unit;
    } else if (U16_IS_TRAIL(unit)) {
      if (lead_ == 0) return i;
      append(text_, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead_, unit)));
      lead_ = 0;
    } else {
      if (lead_ != 0 || unit == 0) return i;
      append(text_, unit);
    }
  }
  return count;
}

Fault Conversion::fault(FaultKind kind, ByteRange where) const {
  Fault fault;
  fault.kind = kind;
  fault.file = file_;
  fault.line = line_of(text_, text_.size());
  fault.bytes = where;
  return fault;
}

Fault Conversion::unit_fault(std::int32_t source_offset, UChar unit) const {
  const auto begin = std::min(bytes_.size(), static_cast<std::size_t>(source_offset));
  const ByteRange where{begin, std::min(bytes_.size(), begin + 1)};
  if (unit == 0) {
    Fault nul = fault(FaultKind::nul_byte, where);
    nul.remedy = "remove it, or name another encoding with --encoding";
    return nul;
  }
  Fault half = fault(FaultKind::invalid_encoding, where);
  half.found = fmt::format("half a surrogate pair in {}", encoding_);
  half.remedy = "name the right encoding with --encoding";
  return half;
}

Fault Conversion::byte_fault(UConverter* converter, std::size_t stopped_at, bool cut_off) const {
  std::array<char, 32> invalid{};
  auto length = static_cast<std::int8_t>(invalid.size());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, invalid.data(), &length, &status);
  const std::size_t size =
      U_FAILURE(status) != 0 ? 0 : std::min(stopped_at, static_cast<std::size_t>(length));
  const std::size_t begin = stopped_at - size;
  Fault result = fault(FaultKind::invalid_encoding, {begin, stopped_at});
  result.found = hex_bytes(bytes_.substr(begin, size));
  result.found += cut_off ? fmt::format(", where {} is cut off", encoding_)
                          : fmt::format(", which {} does not have", encoding_);
  result.remedy = cut_off ? "get the whole file, or name the right encoding with --encoding"
                          : "name the right encoding with --encoding";
  return result;
}

Result<std::string> Conversion::run(UConverter* converter) {
  constexpr std::size_t kPiece = 1U << 14U;
  std::vector<UChar> units(kPiece);
  std::vector<std::int32_t> offsets(kPiece);
  const char* const end = bytes_.data() + bytes_.size();
  const char* at = bytes_.data() + skip_;
  text_.reserve(expected_size(converter, bytes_.size()));
  for (;;) {
    const auto begin = static_cast<std::size_t>(at - bytes_.data());
    UChar* to = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &to, units.data() + kPiece, &at, end, offsets.data(), 1, &status);
    const auto count = static_cast<std::size_t>(to - units.data());
    const std::size_t taken = take(units.data(), count);
    if (taken < count) {
      Fault fault = unit_fault(std::max(0, offsets[taken]), units[taken]);
      const std::size_t size = fault.bytes.size();
      fault.bytes.begin = std::min(begin + fault.bytes.begin, bytes_.size() - size);
      fault.bytes.end = fault.bytes.begin + size;
      return fault;
    }
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_FAILURE(status) != 0) {
      const bool cut_off = status == U_TRUNCATED_CHAR_FOUND;
      return byte_fault(converter, static_cast<std::size_t>(at - bytes_.data()), cut_off);
    }
    if (lead_ != 0) return byte_fault(converter, bytes_.size(), true);
    return std::move(text_);
  }
}

}  // namespace

std::optional<std::string> standard_name(const std::string& encoding) {
  const Converter converter = open_converter(encoding);
  if (!converter) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const char* const internal = ucnv_getName(converter.get(), &status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  for (const char* const authority : {"MIME", "IANA"}) {
    UErrorCode none = U_ZERO_ERROR;
    const char* const standard = ucnv_getStandardName(internal, authority, &none);
    if (U_SUCCESS(none) != 0 && standard != nullptr) return standard;
  }
  return internal;
}

Result<std::string> convert(std::string_view bytes, std::size_t skip, const std::string& encoding,
                            const std::string& file) {
  const Converter converter = open_converter(encoding);
  if (!converter) {
    Fault fault;
    fault.kind = FaultKind::unknown_encoding;
    fault.file = file;
    fault.found = "\"" + encoding + "\"";
    fault.remedy =
        "use auto, UTF-8, UTF-16, windows-1256, ISO-8859-6 or another name that ICU knows";
    return fault;
  }
  return Conversion(bytes, skip, encoding, file).run(converter.get());
}

std::array<char32_t, 256> byte_table(const std::string& encoding) {
  std::array<char32_t, 256> table{};
  const Converter converter = open_converter(encoding);
  if (!converter || ucnv_getMaxCharSize(converter.get()) != 1) return table;
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char source = static_cast<char>(byte);
    std::array<UChar, 4> units{};
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t count =
        ucnv_toUChars(converter.get(), units.data(), units.size(), &source, 1, &status);
    if (U_SUCCESS(status) != 0 && count == 1) table[byte] = units[0];
  }
  return table;
}

std::string hex_bytes(std::string_view bytes) {
  std::string text = bytes.size() == 1 ? "byte" : "bytes";
  for (const char byte : bytes) text += fmt::format(" 0x{:02X}", static_cast<unsigned char>(byte));
  return text;
}

std::uint64_t line_of(std::string_view bytes, std::size_t offset) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes.size()));
  return 1 + static_cast<std::uint64_t>(std::count(bytes.begin(), end, '\n'));
}

}  // namespace muwazi
