// A text cut into lines, and what can be seen on each line alone.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "muwazi/page/page.h"
#include "muwazi/text/word.h"

namespace muwazi::page {

/// Letters and digits of a stretch of text.
struct Letters {
  std::uint32_t arabic = 0;  ///< Arabic script, whatever the language
  std::uint32_t latin = 0;
  std::uint32_t other = 0;        ///< any other script
  std::uint32_t digits = 0;       ///< of any script
  std::uint32_t accented = 0;     ///< Latin letters outside a-z
  std::uint32_t only_arabic = 0;  ///< ة أ إ ؤ ئ ك ي ى in the shapes that Persian does not use
  std::uint32_t only_persian = 0;    ///< پ چ ژ گ ک ی
  std::uint32_t persian_digits = 0;  ///< ۰ to ۹, of Persian and Urdu
  std::uint32_t only_others = 0;     ///< letters of Urdu, Pashto, Kurdish, Sindhi, Uyghur
  [[nodiscard]] std::uint32_t all() const noexcept { return arabic + latin + other; }
};
[[nodiscard]] Letters count_letters(std::string_view text) noexcept;

/// What a stretch of text says of its language.
struct Evidence {
  Letters letters;
  Language language = Language::none;
  /// Arabic or English: which one a mixed stretch has more of. Else as
  /// `language`.
  Language stronger = Language::none;
  /// Latin only, English for want of a word or letter of any language: its
  /// neighbours may know.
  bool uncertain = false;
};
[[nodiscard]] Evidence examine(std::string_view text, const std::vector<Word>& first_words);
[[nodiscard]] Evidence examine(std::string_view text);

/// `words()` of at most the first few thousand bytes: enough to tell a
/// language, and bounded.
[[nodiscard]] std::vector<Word> leading_words(std::string_view text);

/// A line and all that the steps after it ask of it.
struct LineFacts {
  ByteRange bytes;                 ///< without its line end
  ByteRange inner;                 ///< `bytes` without white space at either end
  Evidence evidence;               ///< of `inner`
  std::vector<Word> words;         ///< of `inner`, offsets from inner.begin; empty on long lines
  std::uint32_t tokens = 0;        ///< stretches between white space that have a letter or digit
  bool ends_sentence = false;      ///< . ! ? ؟ … last, before closing quotes and brackets
  bool ends_open = false;          ///< : ; , ، ؛ last
  bool bulleted = false;           ///< begins with a bullet or a dash and a space
  std::vector<ByteRange> wrapped;  ///< of a paragraph broken into lines: these; else empty
  [[nodiscard]] bool blank() const noexcept { return inner.empty(); }
  [[nodiscard]] bool is_short() const noexcept { return inner.size() <= kShort; }
  static constexpr std::size_t kShort = 400;  ///< bytes; no phrase, menu or date is longer
};

/// All that is to be seen on one line.
[[nodiscard]] LineFacts read_line(std::string_view text, ByteRange bytes);

/// The lines of a text, of which nothing is looked at but where they begin and end.
[[nodiscard]] std::vector<LineFacts> cut_lines(std::string_view text);

/// The lines of a text. Line ends: LF, CR LF, CR, VT, FF, NEL, U+2028, U+2029.
/// A text that ends with a line end has no empty line after it. Linear time.
[[nodiscard]] std::vector<LineFacts> read_lines(std::string_view text);

/// Lines that are English for want of evidence are foreign between foreign
/// lines. Linear time.
void settle_uncertain(std::vector<LineFacts>& lines);

}  // namespace muwazi::page
