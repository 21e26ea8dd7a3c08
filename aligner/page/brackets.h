// Brackets around translations: where they open and close, and lines that have several of them.
#pragma once
#include <string_view>
#include <vector>

#include "page/splits.h"

namespace muwazi::page {

/// ( [ { and their full-width forms.
[[nodiscard]] bool opens_bracket(char32_t c) noexcept;
[[nodiscard]] bool closes_bracket(char32_t c) noexcept;

/// A line that is cut at several brackets.
struct Chain {
  std::vector<Part> parts;  ///< empty: no such line
  bool bounded = false;     ///< a sentence ends at each of the brackets
  bool phrases = false;     ///< two brackets hold several words, so that they are no terms
};

/// "Arabic (English). Arabic (English).", and the reverse: cut at every bracket that holds the other
/// language, is about as long as what stands before it, and has a sentence's end beside it; the sentence
/// before it counts alone too, as others may be untranslated. Where no sentence ends, every bracket must
/// be a translation and the last one end the line. At least two brackets; a term as "(WHO)" is none.
/// Linear time.
[[nodiscard]] Chain bracket_chain(std::string_view text, ByteRange inner);

}  // namespace muwazi::page
