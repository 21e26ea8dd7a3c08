#include "bitext/paragraphs.h"

#include <algorithm>

#include "text/blank.h"

namespace muwazi {
namespace {

constexpr float kSure = 0.9F;

}  // namespace

std::vector<SentenceSpan> paragraphs_of(const std::vector<Sentence>& sentences) {
  std::vector<SentenceSpan> spans;
  for (std::uint32_t k = 0; k < sentences.size(); ++k) {
    if (k > 0 && sentences[k].paragraph == sentences[k - 1].paragraph) {
      spans.back().end = k + 1;
    } else {
      spans.push_back({k, k + 1});
    }
  }
  return spans;
}

void join_paragraphs(std::string_view text, std::vector<Sentence>& sentences,
                     std::vector<Skipped>& skipped) {
  std::vector<Sentence> joined;
  std::vector<ByteRange> within;  // what is no longer skipped
  for (const Sentence& sentence : sentences) {
    const bool same = !joined.empty() && joined.back().paragraph == sentence.paragraph;
    const ByteRange gap =
        same ? ByteRange{joined.back().bytes.end, sentence.bytes.begin} : ByteRange{0, 0};
    if (!same || !is_blank(slice(text, gap))) {
      joined.push_back(sentence);
      continue;
    }
    within.push_back(gap);
    joined.back().bytes.end = sentence.bytes.end;
    if (sentence.role == Role::body) joined.back().role = Role::body;
  }
  const auto is_within = [&](const Skipped& range) {
    const auto after =
        std::upper_bound(within.begin(), within.end(), range.bytes.begin,
                         [](std::size_t begin, const ByteRange& gap) { return begin < gap.begin; });
    return after != within.begin() && range.bytes.end <= (after - 1)->end;
  };
  std::erase_if(skipped, is_within);
  sentences = std::move(joined);
}

std::vector<Waypoint> corners_of(const std::vector<Bead>& beads,
                                 const std::vector<SentenceSpan>& arabic,
                                 const std::vector<SentenceSpan>& english) {
  const auto sure = [](const Bead& bead) { return !bead.null() && bead.posterior >= kSure; };
  const auto first = [](const std::vector<SentenceSpan>& paragraphs, std::uint32_t k) {
    return k < paragraphs.size() ? paragraphs[k].begin : paragraphs.back().end;
  };
  std::vector<Waypoint> corners;
  const auto add = [&](std::uint32_t a, std::uint32_t e) {
    const Waypoint corner{first(arabic, a), first(english, e)};
    const bool inside = corner.arabic > 0 && corner.english > 0 &&
                        corner.arabic < arabic.back().end && corner.english < english.back().end;
    const bool again = !corners.empty() && corners.back().arabic == corner.arabic &&
                       corners.back().english == corner.english;
    if (inside && !again) corners.push_back(corner);
  };
  for (const Bead& bead : beads) {
    if (!sure(bead)) continue;
    add(bead.arabic.begin, bead.english.begin);
    add(bead.arabic.end, bead.english.end);
  }
  return corners;
}

}  // namespace muwazi
