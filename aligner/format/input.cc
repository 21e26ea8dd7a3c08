#include "format/input.h"

#include <fmt/format.h>

#include <algorithm>

#include "muwazi/text/utf8.h"
#include "text/convert.h"

namespace muwazi {

std::optional<Fault> bad_byte(std::string_view line, const std::string& file,
                              std::uint64_t number) {
  const std::size_t invalid = first_invalid_utf8(line);
  const std::size_t nul = line.find('\0');
  const std::size_t at = std::min(invalid, nul);
  if (at >= line.size()) return std::nullopt;
  Fault fault;
  fault.kind = nul < invalid ? FaultKind::nul_byte : FaultKind::invalid_utf8;
  fault.file = file;
  fault.line = number;
  fault.column = column_of(line, at);
  fault.bytes = {at, at + 1};
  if (nul >= invalid) fault.found = hex_bytes(line.substr(at, 1));
  fault.remedy =
      nul < invalid ? "remove it" : "save the file as UTF-8, or name its encoding with --encoding";
  return fault;
}

Fault too_long(const std::string& file, std::uint64_t line, std::size_t most) {
  Fault fault;
  fault.kind = FaultKind::too_large;
  fault.file = file;
  fault.line = line;
  fault.found = fmt::format("more than {} MiB in one line or pair", most >> 20U);
  fault.remedy = "is this a file of aligned segments?";
  return fault;
}

std::size_t replace_nuls(std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find('\0', at)) != std::string::npos; ++count) {
    text.replace(at, 1, "\uFFFD");
  }
  return count;
}

std::uint64_t column_of(std::string_view line, std::size_t byte) {
  std::uint64_t column = 1;
  for (const char c : line.substr(0, byte)) {
    column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  }
  return column;
}

}  // namespace muwazi
