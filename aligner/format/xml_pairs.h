// What the readers of TMX and XLIFF share: pairs out of a parser that pushes, and the text of a segment with its inline
// codes.
#pragma once
#include <string>
#include <vector>

#include "format/xml_parser.h"
#include "muwazi/format/pairs.h"
#include "muwazi/text/language.h"

namespace muwazi {

/// Collects a text. What a file calls a placeholder or a paired code becomes "{x:1}", by its element and its number; what
/// is inside a placeholder is the code in its own language and no text. Markup that only points at text is passed through.
class InlineText {
 public:
  void begin();
  [[nodiscard]] bool active() const { return active_; }
  /// For the elements and the text inside the segment.
  void start(std::string_view name, const XmlAttributes& attributes);
  void append(std::string_view piece) {
    if (hidden_ == 0) text_ += piece;
  }
  /// Also for the end of the segment itself, after which the text is complete and active() is over.
  void end();
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  bool active_ = false;
  std::vector<std::string> open_;  ///< what is written at the end of each element
  std::size_t hidden_ = 0;         ///< how many elements are open since a placeholder began, it too
};

/// Pairs come out in the order of the file, those of a piece of it at a time.
class XmlPairReader : public PairReader, protected XmlHandler {
 public:
  bool next(SegmentPair& pair) final;
  [[nodiscard]] const std::optional<Fault>& fault() const final { return parser_.fault(); }
  [[nodiscard]] std::uint64_t foreign_units() const final { return foreign_; }

 protected:
  XmlPairReader(Input input, const XmlOptions& options)
      : parser_(std::move(input), *this, options) {}

  /// The pair that is being read, to be filled; it is given away by finish_pair().
  [[nodiscard]] SegmentPair& pair() { return ready_[count_]; }
  void begin_pair();
  /// One without a text is passed over, and counted.
  void finish_pair();
  void bound(std::size_t bytes);  ///< refuses the file where a pair has that many and may not
  [[nodiscard]] XmlParser& parser() { return parser_; }

 private:
  XmlParser parser_;
  std::vector<SegmentPair> ready_ = std::vector<SegmentPair>(1);
  std::size_t count_ = 0, given_ = 0;  ///< of `ready_`: complete, and given away
  std::uint64_t foreign_ = 0;
};

/// Makes it as new, but for the memory that its strings hold.
void clear(SegmentPair& pair);

/// Of a language tag: "ar", "ar-EG", "ARB"; "en", "en_GB", "eng". Others are none.
[[nodiscard]] std::optional<Language> language_of_tag(std::string_view tag);

}  // namespace muwazi
