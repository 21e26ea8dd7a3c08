// Numbers in digits of any script, and the dates and times that are written with them alone.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "muwazi/text/language.h"

namespace muwazi::anchor {

struct Numeral {
  enum class Kind : std::uint8_t { none, number, version, date, clock } kind = Kind::none;
  std::size_t end = 0;     ///< behind its last byte
  std::string plain;       ///< number: ASCII digits with at most one '.'; version: with its points
  bool plain_run = false;  ///< number: digits alone, no separators
  std::size_t run = 0;     ///< number: how many digits before the point, as written
  std::array<std::uint32_t, 3> parts{};  ///< date: as written; clock: hour, minute, second
  std::uint8_t part_count = 0;
};

/// The numeral that begins at `at`, where a digit stands. `before_magnitude`: "million" or a percent
/// sign may follow the whole of it, so that "1,5" and "2.500" are decimal.
[[nodiscard]] Numeral read_numeral(std::string_view text, std::size_t at, Language language,
                                   bool (*before_magnitude)(std::string_view rest));

}  // namespace muwazi::anchor
