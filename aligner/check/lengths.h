// How long the English of an Arabic text is.
#pragma once
#include "check/texts.h"

namespace muwazi::check {

/// log(Arabic characters / English ones) over the pairs of a document.
struct Lengths {
  double mean = 0.0, spread = 0.3;
};

[[nodiscard]] Lengths lengths_of(const BitextView& view);

/// The characters of some sentences.
[[nodiscard]] double letters(const SideOf& side, SentenceSpan span);

}  // namespace muwazi::check
