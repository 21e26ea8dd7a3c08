// The form in which names of units are compared: "كيلومترات مربعة", "كيلو متر مربع" and "كيلومتر مربع" are one.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"
#include "muwazi/text/language.h"

namespace muwazi {

/// A word, "/", "°", or the "2" or "3" of "m²" and "م٣".
struct UnitToken {
  std::string form;
  ByteRange bytes;  ///< in the text
};

/// Those that `text` begins with, `most` at most, behind space or a hyphen; the first character that stands in no name
/// of a unit ends them.
[[nodiscard]] std::vector<UnitToken> unit_tokens(std::string_view text, Language language,
                                                 std::size_t most);

/// An Arabic word without the endings of its number, case and gender.
[[nodiscard]] std::string_view without_ending(std::string_view form);

}  // namespace muwazi
