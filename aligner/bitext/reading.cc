#include "bitext/reading.h"

#include <algorithm>

namespace muwazi {
namespace {

void skip(Reading& reading, const Passage& passage, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  reading.skipped.push_back(
      {{passage.bytes.begin + begin, passage.bytes.begin + end}, SkipReason::whitespace});
}

/// A line end ends a paragraph: web pages and office documents have a line for a paragraph.
void add(std::vector<Sentence>& side, const Passage& passage, ByteRange bytes) {
  const bool same = !side.empty() && side.back().line == passage.line;
  const std::uint32_t paragraph = side.empty() ? 0 : side.back().paragraph + (same ? 0 : 1);
  side.push_back({bytes, passage.role, passage.line, paragraph});
}

std::vector<Sentence>& side_of(Reading& reading, Language language) {
  return language == Language::arabic ? reading.arabic : reading.english;
}

}  // namespace

Reading read_sentences(std::string_view text, const Page& page, const Segmenter& segmenter) {
  Reading reading;
  reading.skipped = page.skipped;
  for (const Passage& passage : page.passages) {
    const std::string_view bytes = slice(text, passage.bytes);
    std::size_t at = 0;
    for (const ByteRange sentence : segmenter.sentences(bytes, passage.language, passage.wrapped)) {
      skip(reading, passage, at, sentence.begin);
      at = sentence.end;
      add(side_of(reading, passage.language), passage,
          {passage.bytes.begin + sentence.begin, passage.bytes.begin + sentence.end});
    }
    skip(reading, passage, at, bytes.size());
  }
  sort(reading.skipped);
  return reading;
}

Reading read_segmented(const Page& page) {
  Reading reading;
  reading.skipped = page.skipped;
  for (const Passage& passage : page.passages) {
    side_of(reading, passage.language)
        .push_back({passage.bytes, Role::body, passage.line, passage.paragraph});
  }
  return reading;
}

Reading read_cut(std::string_view text, Language language,
                 const std::vector<ByteRange>& sentences) {
  Reading reading;
  std::vector<Sentence>& side = side_of(reading, language);
  std::size_t at = 0;
  const auto skip_to = [&](std::size_t end) {
    if (at < end) reading.skipped.push_back({{at, end}, SkipReason::whitespace});
  };
  for (const ByteRange range : sentences) {
    skip_to(range.begin);
    side.push_back({range, Role::body, static_cast<std::uint32_t>(side.size()), 0});
    at = range.end;
  }
  skip_to(text.size());
  return reading;
}

Reading all_skipped(std::string_view text) {
  return {{}, {}, {{{0, text.size()}, SkipReason::other_language}}};
}

void sort(std::vector<Skipped>& skipped) {
  std::stable_sort(skipped.begin(), skipped.end(), [](const Skipped& x, const Skipped& y) {
    return x.bytes.begin < y.bytes.begin;
  });
}

}  // namespace muwazi
