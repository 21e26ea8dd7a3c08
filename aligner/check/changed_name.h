// One name in the place of another, whatever tells so.
#pragma once
#include <cstdint>

#include "muwazi/text/byte_range.h"

namespace muwazi::check {

struct ChangedName {
  std::uint32_t bead = 0;
  ByteRange arabic, english;  ///< in the documents
  double probability = 0.0;
};

}  // namespace muwazi::check
