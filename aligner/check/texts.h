// What every rule reads: the beads of a Bitext with their texts.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/bitext/bitext.h"
#include "muwazi/check/finding.h"
#include "muwazi/text/byte_range.h"
#include "muwazi/text/language.h"
#include "muwazi/text/word.h"

namespace muwazi::check {

/// One language of a Bitext.
struct SideOf {
  Language language;
  std::string_view text;
  const std::vector<Sentence>& sentences;
  SentenceSpan Bead::*span;
  std::vector<ByteRange> Finding::*place;
  std::vector<CoveredWord> Explanation::*covered;

  [[nodiscard]] std::string_view sentence(std::uint32_t k) const {
    return slice(text, sentences[k].bytes);
  }
  /// From the first byte of the span's first sentence to the last of its last; it is not empty.
  [[nodiscard]] ByteRange bytes(SentenceSpan of) const {
    return {sentences[of.begin].bytes.begin, sentences[of.end - 1].bytes.end};
  }
};

struct BitextView {
  BitextView(const Bitext& b, std::string_view arabic_text, std::string_view english_text)
      : bitext(b),
        arabic{Language::arabic, arabic_text,      b.arabic,
               &Bead::arabic,    &Finding::arabic, &Explanation::arabic_words},
        english{Language::english, english_text,      b.english,
                &Bead::english,    &Finding::english, &Explanation::english_words} {}

  const Bitext& bitext;
  SideOf arabic, english;

  [[nodiscard]] const std::vector<Bead>& beads() const { return bitext.beads; }
};

/// Where the sides of a bead say the same, in the documents, or one thing in the place of another, whatever the lexicon knows of
/// the words.
struct SharedPlaces {
  std::vector<ByteRange> arabic, english;
};

/// A pair that was given, though the alignment has another one for its sentences, or none.
[[nodiscard]] bool mismatched(const Bead& bead);

/// A pair that was given with nothing on one side.
[[nodiscard]] bool one_sided(const BitextView& view, const Bead& bead);

/// Next to no word of either side of a pair is explained: perhaps it is a very free translation.
[[nodiscard]] bool unexplained(const BitextView& view, std::uint32_t bead);

/// Letters and digits only: what is left of a heading, a list marker or a row of stars.
[[nodiscard]] inline std::size_t word_count(std::string_view text) { return words(text).size(); }

/// Whether it has a digit, of any script.
[[nodiscard]] bool has_digit(std::string_view text);

/// The text as a message quotes it: on one line, with … for what is behind `characters`.
[[nodiscard]] std::string quoted(std::string_view text, std::size_t characters = 40);

/// "once", "twice", "3 times".
[[nodiscard]] std::string times(std::size_t count);

}  // namespace muwazi::check
