// Units whose number is one or two, and is no value.
#pragma once
#include <string_view>
#include <vector>

#include "check/measured.h"

namespace muwazi::check {

/// "أسبوعين", "ملعقتان كبيرتان", "twice" (#2), "سنتيمتر واحد", "one centimetre", "a week", "per week", "weekly", "كوبا" and, since
/// "عقد" is more often a contract, any English "decade" and "century" (#1); nouns alone such as "day" are weak. In order. A
/// number before them counts more: see measured().
[[nodiscard]] std::vector<Measured> lone_units(std::string_view sentence, Language language);

}  // namespace muwazi::check
