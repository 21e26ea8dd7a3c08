#include "format/context_side.h"

#include <algorithm>
#include <vector>

namespace muwazi {
namespace {

bool are_whole_sentences(const std::vector<ByteRange>& places,
                         const std::vector<Sentence>& sentences) {
  const auto at_or_behind = [&](std::size_t byte, std::size_t ByteRange::*edge) {
    return std::partition_point(sentences.begin(), sentences.end(), [=](const Sentence& sentence) {
      return sentence.bytes.*edge < byte;
    });
  };
  return std::all_of(places.begin(), places.end(), [&](ByteRange place) {
    const auto first = at_or_behind(place.begin, &ByteRange::begin);
    const auto last = at_or_behind(place.end, &ByteRange::end);
    return first != sentences.end() && first->bytes.begin == place.begin &&
           last != sentences.end() && last->bytes.end == place.end;
  });
}

}  // namespace

std::optional<Language> context_side(const Finding& finding, const Bitext& bitext) {
  if (finding.arabic.empty() || finding.english.empty()) return std::nullopt;
  const bool arabic = are_whole_sentences(finding.arabic, bitext.arabic);
  const bool english = are_whole_sentences(finding.english, bitext.english);
  if (arabic == english) return std::nullopt;
  constexpr std::size_t kLeast = 30;  // bytes
  const std::vector<ByteRange>& places = arabic ? finding.arabic : finding.english;
  if (places.back().end - places.front().begin < kLeast) return std::nullopt;
  return arabic ? Language::arabic : Language::english;
}

}  // namespace muwazi
