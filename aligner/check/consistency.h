// The same name, or the same sentence, given in different ways.
#pragma once
#include <vector>

#include "check/texts.h"
#include "muwazi/anchor/names.h"

namespace muwazi::check {

/// `model` may be null: then only sentences are compared.
[[nodiscard]] std::vector<Finding> consistency_findings(const BitextView& view,
                                                        const NameModel* model);

}  // namespace muwazi::check
