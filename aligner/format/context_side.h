// Which side of a finding has no spot of its own.
#pragma once
#include <optional>

#include "muwazi/bitext/bitext.h"
#include "muwazi/check/finding.h"
#include "muwazi/text/language.h"

namespace muwazi {

/// The side of which a finding has whole sentences where it has a part of one on the other: they are what that spot was
/// compared with. Nothing where both sides have spots, or neither; a cell or heading of few words is a spot itself.
[[nodiscard]] std::optional<Language> context_side(const Finding& finding, const Bitext& bitext);

}  // namespace muwazi
