// An explanation as lines for a terminal.
#pragma once
#include <cstddef>
#include <string>

#include "muwazi/score/explanation.h"

namespace muwazi {

/// Lines of at most about `width` columns, each with `indent` spaces before it:
///
///     score 14.27
///         +16.90  likelihood_root  21.352 x 0.7915       the greatest first, what is 0 left out
///          -2.63  prior
///           0.61  ship = سفينة                            t(ship|سفينة); the words that count most
///     without counterpart, English: of, old
///     without counterpart, Arabic: قديمة
///
/// As everywhere in a terminal, nothing stands behind Arabic words.
[[nodiscard]] std::string explained(const Explanation& why, std::size_t indent, std::size_t width);

}  // namespace muwazi
