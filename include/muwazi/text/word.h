// Words of a text in the form in which they are compared; the text itself is never changed.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"

namespace muwazi {

enum class WordKind : std::uint8_t { arabic, latin, number, other };
inline constexpr std::size_t kWordKinds = 4;

/// A run of letters or of digits.
struct Word {
  ByteRange bytes;  ///< in the text given to words()
  WordKind kind = WordKind::other;
  bool capitalised = false;  ///< Latin words only: the first letter is a capital
  std::string form;          ///< comparison form, UTF-8
  friend bool operator==(const Word&, const Word&) = default;
};

/// The words of `text` (valid UTF-8), in order. Words are runs of letters and marks, and numbers
/// with their separators ("1,234.5"; "٢٥"); a Latin word keeps an inner apostrophe ("don't").
/// The comparison form
/// - of Arabic: without diacritics, tatweel, ZWNJ and bidi controls; أإآٱ as ا, ى as ي, ؤ as و,
///   ئ as ي, Persian ک and ی as ك and ي, presentation forms as letters; ة stays;
/// - of Latin: lower case, without diacritics, curly apostrophes as ';
/// - of numbers: ASCII digits, no thousands separators, decimal point '.'.
[[nodiscard]] std::vector<Word> words(std::string_view text);

/// The comparison form of a whole text: the forms of its words joined by one space.
[[nodiscard]] std::string comparison_form(std::string_view text);

}  // namespace muwazi
