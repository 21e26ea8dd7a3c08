// A band as a test writes it down.
#pragma once
#include <string>

#include "muwazi/align/band.h"

namespace muwazi {

/// o for cells inside, . for others; rows separated by spaces.
inline std::string drawing(const Band& band) {
  std::string rows;
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    if (a > 0) rows += ' ';
    for (std::uint32_t e = 0; e <= band.english(); ++e) {
      rows += band.cell(a, e) == Band::kOutside ? '.' : 'o';
    }
  }
  return rows;
}

}  // namespace muwazi
