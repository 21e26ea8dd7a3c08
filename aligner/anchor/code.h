// Words of Latin letters and digits: "v2.1.3", "H2O", "ISO-8859-6".
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace muwazi::anchor {

struct CodeSpan {
  std::size_t token =
      0;  ///< bytes of letters, digits and single joiners from the begin: all looked at
  std::size_t begin = 0, end = 0;  ///< the code inside the token
  std::string key;                 ///< empty if there is none
};

/// The code in the token at the begin of `chunk`, which begins with an ASCII letter or digit. A number
/// with a unit or an ending ("25km", "25th", "1990s") is none, nor is one behind the sign of a currency ("SR1,500"), nor
/// a word with one number behind a hyphen ("COVID-19"): their numbers are values of their own.
[[nodiscard]] CodeSpan code_span(std::string_view chunk);

}  // namespace muwazi::anchor
