// Text of any encoding as UTF-8, for inputs that are longer than memory.
#pragma once
#include <string>

#include "text/decompress.h"

namespace muwazi {

/// The text of `bytes`, bit by bit. `encoding` is a name that ICU knows, or "auto": that of a byte order mark of UTF-16 or
/// UTF-32; without one the bytes come as they are. A mark of those is left out, that of UTF-8 is not. Throws EnvironmentError,
/// in each call too, with the line: an unknown name, bytes that the encoding does not have.
[[nodiscard]] ReadBytes decoded(ReadBytes bytes, const std::string& encoding,
                                const std::string& file);

}  // namespace muwazi
