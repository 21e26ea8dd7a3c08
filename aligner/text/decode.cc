#include "muwazi/text/decode.h"

#include <fmt/format.h>

#include <cstring>

#include "muwazi/text/utf8.h"
#include "text/convert.h"
#include "text/encoding_guess.h"

namespace muwazi {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t at) noexcept {
  return static_cast<unsigned char>(bytes[at]);
}

Fault fault_at(FaultKind kind, const std::string& file, std::string_view bytes, ByteRange where) {
  Fault fault;
  fault.kind = kind;
  fault.file = file;
  fault.line = line_of(bytes, where.begin);
  fault.bytes = where;
  return fault;
}

// How many bytes of a sequence stand at `at`: the lead and those that continue it, as many as it asks
// for; 1 for a byte that leads nothing.
std::size_t partial_length(std::string_view bytes, std::size_t at) noexcept {
  const unsigned char lead = byte_at(bytes, at);
  const std::size_t wanted = lead < 0xC0U || lead >= 0xF8U ? 1
                             : lead < 0xE0U                ? 2
                             : lead < 0xF0U                ? 3
                                                           : 4;
  std::size_t length = 1;
  while (length < wanted && at + length < bytes.size() &&
         (byte_at(bytes, at + length) & 0xC0U) == 0x80U) {
    ++length;
  }
  return length;
}

// Why no code point begins at `at`.
std::string describe_invalid(std::string_view bytes, std::size_t at, std::size_t length) {
  const std::string shown = hex_bytes(bytes.substr(at, length));
  const unsigned char lead = byte_at(bytes, at);
  if (lead < 0xC0U) return shown + " without a lead byte";
  if (lead >= 0xF8U) return shown + ", which UTF-8 never has";
  const unsigned char second = length > 1 ? byte_at(bytes, at + 1) : 0;
  if (lead < 0xC2U ||
      (length > 1 && ((lead == 0xE0U && second < 0xA0U) || (lead == 0xF0U && second < 0x90U)))) {
    return shown + ", an overlong form";
  }
  if (lead > 0xF4U || (lead == 0xF4U && second > 0x8FU)) return shown + ", past U+10FFFF";
  if (lead == 0xEDU && second > 0x9FU) return shown + ", half a surrogate pair";
  if (at + length == bytes.size()) return shown + " at the end of the file";
  return fmt::format("{} before 0x{:02X}", shown, byte_at(bytes, at + length));
}

Fault invalid_utf8(const std::string& file, std::string_view bytes, std::size_t at,
                   std::string remedy) {
  const std::size_t length = partial_length(bytes, at);
  Fault fault = fault_at(FaultKind::invalid_utf8, file, bytes, {at, at + length});
  fault.found = describe_invalid(bytes, at, length);
  fault.remedy = std::move(remedy);
  return fault;
}

Fault nul_byte(const std::string& file, std::string_view bytes, std::size_t at) {
  Fault fault = fault_at(FaultKind::nul_byte, file, bytes, {at, at + 1});
  fault.remedy = "remove it, or name the encoding with --encoding";
  return fault;
}

Fault binary(const std::string& file, std::string_view kind) {
  Fault fault;
  fault.kind = FaultKind::binary;
  fault.file = file;
  fault.found = kind;
  fault.remedy = "save its text as a plain text file in UTF-8";
  return fault;
}

Result<Document> converted(std::string name, std::string_view bytes, std::size_t skip,
                           std::string encoding) {
  Result<std::string> text = convert(bytes, skip, encoding, name);
  if (auto* const fault = std::get_if<Fault>(&text)) return std::move(*fault);
  return Document(std::move(name), std::get<std::string>(std::move(text)), std::move(encoding));
}

// UTF-8 that is said to be so, by a mark or by the user.
Result<Document> stated_utf8(std::string name, std::string bytes, std::string remedy) {
  const std::size_t invalid = first_invalid_utf8(bytes);
  const std::size_t nul = bytes.find('\0');
  if (nul < invalid) return nul_byte(name, bytes, nul);
  if (invalid < bytes.size()) return invalid_utf8(name, bytes, invalid, std::move(remedy));
  return Document(std::move(name), std::move(bytes));
}

Result<Document> decode_stated(std::string name, std::string bytes, const std::string& encoding) {
  const std::optional<std::string> standard = standard_name(encoding);
  if (!standard) return converted(std::move(name), {}, 0, encoding);  // an unknown name
  if (*standard == "UTF-8") {
    return stated_utf8(std::move(name), std::move(bytes),
                       "name the right encoding with --encoding");
  }
  const auto mark = byte_order_mark(bytes);
  const bool own_mark = mark && mark->encoding.starts_with(*standard);
  if (own_mark) return converted(std::move(name), bytes, mark->size, std::string(mark->encoding));
  // UTF-16 without a mark should be big-endian; most of it is not.
  const std::string_view order = *standard == "UTF-16" ? guess_utf16(bytes) : std::string_view();
  return converted(std::move(name), bytes, 0, order.empty() ? *standard : std::string(order));
}

Result<Document> decode_marked(std::string name, std::string bytes, const ByteOrderMark& mark) {
  if (mark.encoding == "UTF-8") {
    return stated_utf8(std::move(name), std::move(bytes),
                       "the file begins with a UTF-8 byte order mark; repair it, or name another "
                       "encoding with --encoding");
  }
  return converted(std::move(name), bytes, mark.size, std::string(mark.encoding));
}

bool is_binary(const Controls& controls, std::size_t size) noexcept {
  const std::size_t all = controls.nul + controls.other;
  return all > 2 && all * 20 > size;  // random bytes: one in nine; texts: none
}

Result<Document> decode_unmarked(std::string name, std::string bytes) {
  const Controls controls = count_controls(bytes);
  if (controls.nul + controls.other > 0) {
    const std::string_view utf16 = guess_utf16(bytes);
    if (!utf16.empty()) return converted(std::move(name), bytes, 0, std::string(utf16));
    if (is_binary(controls, bytes.size())) return binary(name, "control bytes all over");
  }
  if (controls.nul > 0) return nul_byte(name, bytes, bytes.find('\0'));
  const std::size_t invalid = first_invalid_utf8(bytes);
  if (invalid == bytes.size()) return Document(std::move(name), std::move(bytes));
  if (is_damaged_utf8(bytes)) {
    return invalid_utf8(name, bytes, invalid,
                        "repair the file, or name the encoding with --encoding");
  }
  const std::string_view encoding = guess_single_byte(bytes);
  if (!encoding.empty()) return converted(std::move(name), bytes, 0, std::string(encoding));
  const std::string hint = detector_hint(bytes);
  return invalid_utf8(name, bytes, invalid,
                      hint.empty()
                          ? "name the encoding with --encoding"
                          : fmt::format("name the encoding with --encoding, {} perhaps", hint));
}

}  // namespace

Result<Document> decode(std::string name, std::string bytes, const DecodeOptions& options) {
  const std::string_view kind = binary_kind(bytes);
  if (!kind.empty()) return binary(name, kind);
  if (options.encoding != "auto") {
    return decode_stated(std::move(name), std::move(bytes), options.encoding);
  }
  if (const auto mark = byte_order_mark(bytes)) {
    return decode_marked(std::move(name), std::move(bytes), *mark);
  }
  return decode_unmarked(std::move(name), std::move(bytes));
}

}  // namespace muwazi
