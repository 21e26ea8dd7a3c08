// How the sentences of a bead become the text of a pair, and what its id is.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "muwazi/format/segment_pair.h"

namespace muwazi {

/// Adds a sentence to a side, in its order: a space stands between two, and tabs and line ends inside one are a space.
void append_sentence(SegmentSide& side, std::string_view sentence, ByteRange bytes,
                     std::uint32_t number);

/// Whether the parts are those of the text: together they are all of it, but for a space between two. They are not where
/// somebody edited the text and left them.
[[nodiscard]] bool parts_fit(const SegmentSide& side);

/// "harbour#3", of the third bead.
[[nodiscard]] std::string bead_id(std::string_view document, std::size_t bead);

}  // namespace muwazi
