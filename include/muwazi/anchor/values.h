// Values that need no dictionary, in a form that is the same in both languages.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"
#include "muwazi/text/language.h"
#include "muwazi/text/word.h"

namespace muwazi {

enum class ValueKind : std::uint8_t { number, date, time, link, code, placeholder, fraction };

/// Two values are the same where their keys are; the kind only says how the value was written.
///   "#25" "#1.5" "#3000000"     numbers in digits of any script and in words, ordinals, percentages;
///                               no sign, no unit. "Two and a half hours", "ساعتين ونصف" are 2.5.
///                               Spelled "zero", "one", "first", "second" and the Arabic dual of nouns
///                               are no values.
///   "#0.75" "#2/3" "#7/3"       fractions in words ("three quarters", "ثلثا"), in signs ("¾") and in
///                               digits up to ten ("2/3"); "half a million" is a number
///   "@1918-11-11" "@--11-11"    Gregorian dates; a missing year is "-", a missing day is left out:
///   "@1918-11" "@--11"          month and year, month alone
///   "@n:2019-3-12"              12/03/2019 or 03/12/2019: year, smaller, larger number
///   "@h1440-07-05" "@h1440"     Hijri dates, years marked as Hijri
///   ":14:05" ":14:05:30"        times of the day, 24 hours
///   "link:https://x.org/a"      links without their last slash; "link:mailto:a@x.org"
///   "code:v2.1.3" "code:h2o"    words of letters and digits, lower case; 2.1.3 as v2.1.3
///   "code:ctrl+s" "code:/etc/x" keys to press; paths, also "c:\\data"; "code:report.pdf",
///                               "code:--dry-run", "code:max_jobs", "code:debug=true"
///   "ph:%s" "ph:%NAME%" "ph:<b>"  placeholders; tags without attributes. "$1" and "%1" keep the key of
///                               the number, "#1": they may as well be amounts.
struct Value {
  ByteRange bytes;
  ValueKind kind = ValueKind::number;
  std::string key;
  friend bool operator==(const Value&, const Value&) = default;
};

/// The values of `sentence` (valid UTF-8), in order, not overlapping. `language` (arabic or english)
/// decides which number words are read and how "1.500" and "1,5" are. Linear time.
[[nodiscard]] std::vector<Value> values(std::string_view sentence, Language language);

/// Whether the word may be of a number that is not just its digits: a number word, "1.5" or "3bn". Without such words,
/// and without years as in "2010-11", the numbers that values() finds in a sentence are words of it.
[[nodiscard]] bool counts(const Word& word, Language language);

}  // namespace muwazi
