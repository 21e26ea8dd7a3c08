// Values that one side of a bead has and the other has not, and those that both have.
#pragma once
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

struct ComparedValues {
  std::vector<Finding> findings;
  std::vector<SharedPlaces>
      shared;  ///< by bead: of values that both sides have, and of one in the place of another
};

[[nodiscard]] ComparedValues compared_values(const BitextView& view);

}  // namespace muwazi::check
