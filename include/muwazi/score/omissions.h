// What a user knows of a translation before it is aligned: how often it leaves sentences out or adds some.
#pragma once
#include <cstdint>

#include "muwazi/score/parameters.h"

namespace muwazi {

enum class Omissions : std::uint8_t {
  estimated,  ///< from the document itself
  never,      ///< every sentence is in a pair as far as pairs of up to nine sentences allow it
  rare,       ///< a sentence is left alone only where nearly everything speaks for it
  common,     ///< gaps are as usual as pairs
};

/// The parameters with the priors of nulls that the user's word stands for.
[[nodiscard]] Parameters with_omissions(Parameters parameters, Omissions omissions);

}  // namespace muwazi
