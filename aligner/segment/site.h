// A place where a sentence may end: a run of marks with all that the rules look at around it.
//
//     He met “Dr. No.”[1]   (The film, ...
//               ^^          left.word "No", before it left.previous "Dr."
//                 ^         marks
//                  ^^^      closers and footnote marks: up to `end`
//                     ^^^   white space: up to `next`
//                         ^ openers skipped; right.word "The"
//
// All looks to the left and right are bounded, so finding every site of a text takes linear time.
#pragma once
#include <cstddef>
#include <string_view>

#include "muwazi/text/byte_range.h"
#include "segment/chars.h"

namespace muwazi::segment {

enum class Mark : std::uint8_t { stop, ellipsis, strong };

struct Left {
  Kind kind = Kind::none;     ///< of the character before the marks, white space passed over
  std::string_view word;      ///< letters, digits, full stops and apostrophes before the marks
  std::string_view previous;  ///< the word before it; empty after other punctuation
  Kind script = Kind::none;   ///< of the last letter of `word`, or digit if it has none
  std::size_t letters = 0;    ///< letters of `word`
  std::size_t digits = 0;     ///< digits of `word`
  std::size_t stops = 0;      ///< full stops inside `word`
  std::size_t longest = 0;    ///< letters of the longest piece between full stops
  bool at_start = false;      ///< `word` begins the sentence, a clause after ':', or a list item
  bool previous_stopped = false;   ///< a full stop stands after `previous`
  bool previous_at_start = false;  ///< the same of `previous`
  bool compound = false;           ///< a hyphen joins `word` to a word before it: "Super-G"
  bool code = false;  ///< `word` is the end of a link, a path, an address or a name in code
};

struct Right {
  Kind kind = Kind::none;        ///< of the first letter, digit or other character; none: line ends
  std::string_view word;         ///< letters from there
  std::string_view second;       ///< the word after one more space
  Kind after_word = Kind::none;  ///< of the character after `word`
  std::size_t digits = 0;        ///< digits from there, when kind is digit
  bool symbol = false;           ///< a handle or formula begins: "@name", "$x$"
  bool opened = false;           ///< an opening quote or bracket comes first
  bool dash = false;             ///< a dash comes first
  bool bullet = false;           ///< a bullet comes first
};

struct Site {
  Mark mark = Mark::stop;
  ByteRange marks;         ///< the first run of marks
  std::size_t end = 0;     ///< past the last mark, closer and footnote mark
  std::size_t next = 0;    ///< first character after white space, or the end of the line
  bool gap = false;        ///< there is white space before `next`, or the line ends
  bool quoted = false;     ///< a closing quotation mark comes after the marks
  bool bracketed = false;  ///< a closing bracket comes after the marks
  bool enclosed = false;   ///< an opening bracket comes right before the marks: "(!)", "[...]"
  bool footnote = false;   ///< a footnote mark comes after the marks
  Left left;
  Right right;
};

/// The site whose marks begin at `position`, in the sentence that begins at `sentence`.
/// `quote_open`: an odd number of '"' has been seen on this line.
[[nodiscard]] Site site_at(std::string_view text, std::size_t position, std::size_t sentence,
                           bool quote_open);

}  // namespace muwazi::segment
