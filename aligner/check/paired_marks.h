// Brackets and quotation marks, and which of them belong together.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"

namespace muwazi::check {

enum class MarkSort : std::uint8_t { bracket, quotation };

/// Which way a mark turns by its form or by the spaces around it.
enum class Turn : std::uint8_t { opens, closes, either };

struct UnpairedMark {
  ByteRange bytes;
  Turn turn = Turn::either;
};

struct PairedMarks {
  std::vector<ByteRange> pairs;  ///< from the first byte of the opening to the last of the closing
  /// In order. None of a kind of which there is an even number, or as many that open as close: neither spaces nor turns are
  /// right everywhere; such marks are in no pair then.
  std::vector<UnpairedMark> unpaired;
};

/// Brackets are ( ) [ ] ﴾ ﴿; those of list markers ("2)", "أ)") and of faces (":-)") are none. Quotation marks are « » “ ” „
/// and the straight ", which is none directly behind a digit where nothing was opened: 5". What opens and closes need not
/// be of one style, and texts written from the right have them the other way round as well. Linear time.
[[nodiscard]] PairedMarks paired_marks(std::string_view text, MarkSort sort);

}  // namespace muwazi::check
