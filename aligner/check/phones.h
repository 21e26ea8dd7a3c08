// Phone numbers in a text.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"

namespace muwazi::check {

struct PhoneNumber {
  ByteRange bytes;  ///< in the text
  std::string
      digits;  ///< ASCII, from the country or the area on: without +, 00 and the 0 before an area
};

/// In order, not overlapping; digits of any script. Linear time.
[[nodiscard]] std::vector<PhoneNumber> phone_numbers(std::string_view text);

/// Whether two numbers are the same, the country being said in one of them only perhaps.
[[nodiscard]] bool same_phone(std::string_view x, std::string_view y);

}  // namespace muwazi::check
