// Names that one side of a bead has and the other has not, and names that are given in different ways.
#pragma once
#include <vector>

#include "check/texts.h"
#include "lexicon/lexicon.h"
#include "muwazi/anchor/names.h"

namespace muwazi::check {

/// `names` may be null: then nothing is found but organisations. `shared`: values and organisations of both sides, by bead.
[[nodiscard]] std::vector<Finding> name_findings(const BitextView& view, const NameModel* names,
                                                 const Lexicon& lexicon,
                                                 const std::vector<SharedPlaces>& shared);

}  // namespace muwazi::check
