// How much single sentences have in common: what the band is narrowed by, before beads are scored.
#pragma once
#include <span>
#include <vector>

#include "muwazi/align/band.h"
#include "score/side.h"
#include "score/window_table.h"

namespace muwazi {

/// For each target sentence, the idf mass of its words, each once, that each source sentence of a window explains. Where windows are
/// asked for once more, only what was not known is worked out.
class ExplainedMass {
 public:
  /// All but `full_cover` must outlive it; translations may be added between two calls of look_at().
  ExplainedMass(const SideTokens& source, const SideTokens& target,
                const Translations& translations, float full_cover)
      : source_(source), target_(target), translations_(translations), full_cover_(full_cover) {}

  /// `windows`: one a target sentence.
  void look_at(std::vector<Window> windows);

  /// Of the k-th target sentence: a mass for each source sentence of its window.
  [[nodiscard]] std::span<const float> operator[](std::size_t k) const {
    return {masses_.data() + offsets_[k], windows_[k].size()};
  }
  [[nodiscard]] Window window(std::size_t k) const { return windows_[k]; }

 private:
  void sum_up(const WindowTable& table, std::size_t k, std::uint32_t sentence);

  const SideTokens &source_, &target_;
  const Translations& translations_;
  float full_cover_;
  std::vector<Window> windows_;
  std::vector<std::size_t> offsets_;  ///< first mass of each sentence, and their number
  std::vector<float> masses_;
  std::vector<std::uint32_t> revisions_;  ///< of each sentence's words, when it was worked out
};

/// The agreement of the cells of one band after another.
class Agreement {
 public:
  /// The sides and the translations must outlive it.
  Agreement(const SideTokens& arabic, const SideTokens& english,
            const TranslationPair& translations, float full_cover)
      : of_arabic_(english, arabic, translations.arabic, full_cover),
        of_english_(arabic, english, translations.english, full_cover) {}

  /// For each cell of the band, the idf mass of words that the cell's last Arabic and last English sentence explain each
  /// other, beyond what they share with the average sentence of their row and column of the band; 0 in row 0 and column
  /// 0, and where it would be negative. Memory: 8 bytes a cell are kept.
  [[nodiscard]] std::vector<float> in(const Band& band);

 private:
  ExplainedMass of_arabic_;  ///< of Arabic sentences by English ones
  ExplainedMass of_english_;
};

}  // namespace muwazi
