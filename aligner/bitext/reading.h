// The sentences of a text, and what stands between them.
#pragma once
#include <string_view>
#include <vector>

#include "muwazi/bitext/bitext.h"
#include "muwazi/page/page.h"
#include "muwazi/segment/segmenter.h"

namespace muwazi {

/// Sentences of both languages of one text, and what is skipped between them, in the order of the text.
struct Reading {
  std::vector<Sentence> arabic, english;
  std::vector<Skipped> skipped;
};

[[nodiscard]] Reading read_sentences(std::string_view text, const Page& page,
                                     const Segmenter& segmenter);

/// Each passage a sentence; empty lines end paragraphs.
[[nodiscard]] Reading read_segmented(const Page& page);

/// Each range a sentence, whatever it holds.
[[nodiscard]] Reading read_cut(std::string_view text, Language language,
                               const std::vector<ByteRange>& sentences);

/// A text that is in another language than it should be: no sentences.
[[nodiscard]] Reading all_skipped(std::string_view text);

/// By place.
void sort(std::vector<Skipped>& skipped);

}  // namespace muwazi
