// Bytes to a Document: strict UTF-8, byte order marks, UTF-16, windows-1256, ISO-8859-6.
#pragma once
#include <string>

#include "muwazi/text/document.h"
#include "muwazi/text/fault.h"

namespace muwazi {

struct DecodeOptions {
  /// An ICU converter name ("windows-1256"), or "auto": a byte order mark decides; else valid UTF-8
  /// is UTF-8; else ICU's detector may name UTF-16, windows-1256 or ISO-8859-6.
  std::string encoding = "auto";
};

/// Offsets of everything later count bytes of the UTF-8 text. A UTF-8 byte order mark stays in the
/// text (U+FEFF is skipped later as white space), so that offsets are those of the file; the marks of
/// UTF-16 and UTF-32 do not become text. Document::encoding is the encoding that was taken.
/// Damaged UTF-8 is a fault, never another encoding. Offsets of faults count bytes of the input.
/// Linear time; UTF-8 is moved into the Document, else memory is that of input and output.
/// Faults: invalid_utf8, invalid_encoding, unknown_encoding, binary, nul_byte.
[[nodiscard]] Result<Document> decode(std::string name, std::string bytes,
                                      const DecodeOptions& options = {});

}  // namespace muwazi
