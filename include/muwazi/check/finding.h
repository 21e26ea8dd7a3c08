// What a translation lacks, adds or changes.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "muwazi/text/byte_range.h"

namespace muwazi {

enum class Rule : std::uint8_t {
  omission,  ///< Arabic content without a counterpart
  addition,  ///< English content without a counterpart
  number,
  date,
  name,
  unit,
  link,
  placeholder,
  untranslated,  ///< left in the other side's language
  consistency,   ///< the same term or name given in different ways
  length,
  order,  ///< a passage that moved
  duplicate,
  punctuation,  ///< that changes meaning, or stands alone of a pair
};

enum class Severity : std::uint8_t { info, warning, error };

struct Finding {
  Rule rule = Rule::omission;
  Severity severity = Severity::warning;
  float probability = 0.0F;
  std::vector<ByteRange> arabic, english;  ///< in each side's document; may be empty
  std::uint32_t bead = 0;                  ///< its place in Bitext::beads
  std::string message;                     ///< for people, one line
};

}  // namespace muwazi
