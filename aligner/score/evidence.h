// What the words of some source sentences say of one target sentence: for every source range of 1 to 9
// sentences within a window and every target sentence,
//   likelihood  sum over target words e of log((l * mean over source words a of t(e|a) + (1 - l) * p(e)) / p(e))
//               (Moore 2002, with the interpolation of Model 1 and a unigram model)
//   uncovered   sum of idf(e) * (1 - cover(e)),  cover(e) = min(1, max over a of t(e|a) / full_cover)
//   neighbour   sum of idf(e) * what the sentence just before or after the range would cover more
// All are sums over target sentences, so that a bead's value is a sum of a few entries.
#pragma once
#include <cstdint>
#include <vector>

#include "muwazi/align/shapes.h"
#include "muwazi/score/parameters.h"
#include "score/side.h"
#include "score/windows.h"

namespace muwazi {

class Evidence {
 public:
  static constexpr std::uint32_t kLongest = kLongestSide;

  struct Entry {
    float likelihood = 0.0F, uncovered = 0.0F, neighbour = 0.0F;
  };

  /// `reaches`: one a target sentence. Memory: an entry for each range that they name. `before`: evidence of
  /// the same sides under the same parameters, from which sentences are taken of which it has all that is asked and
  /// none of whose words got another translation.
  Evidence(const SideTokens& source, const SideTokens& target, const Translations& translations,
           const std::vector<Reach>& reaches, const Parameters& parameters,
           const Evidence* before = nullptr);

  /// Source sentences [begin, begin + length), length 1 to 9, and a target sentence; zeros where its reach does not
  /// name them.
  [[nodiscard]] const Entry& at(std::uint32_t target, std::uint32_t begin,
                                std::uint32_t length) const {
    static constexpr Entry kNothing;
    const Window begins = reaches_[target].begins[length - 1];
    if (begin < begins.begin || begin >= begins.end) return kNothing;
    return entries_[offset(target, length) + (begin - begins.begin)];
  }
  /// Sum of idf of a target sentence.
  [[nodiscard]] float content(std::uint32_t target) const { return content_[target]; }

 private:
  [[nodiscard]] std::size_t offset(std::uint32_t target, std::uint32_t length) const {
    return offsets_[std::size_t{target} * kLongest + (length - 1)];
  }
  void take(std::uint32_t target, const Evidence& before);

  std::vector<Reach> reaches_;
  std::vector<std::size_t>
      offsets_;  ///< first entry of each target sentence and length, and their number
  std::vector<Entry> entries_;
  std::vector<float> content_;
  std::vector<std::uint32_t> revisions_;  ///< sums of the revisions of a target sentence's words
};

}  // namespace muwazi
