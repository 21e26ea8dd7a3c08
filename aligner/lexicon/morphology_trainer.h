// Learns how Arabic words are cut: which stems and affixes there are comes from a morphological dictionary
// (if there is one) and from the words of the training texts, how probable each is from EM over those words.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/morphology.h"

namespace muwazi {

/// A dictionary in three tables, in the way of Buckwalter's: a word is prefix + stem + suffix where each pair of
/// categories is listed.
struct MorphologicalDictionary {
  struct Entry {
    std::string form, gloss, category;  ///< form in comparison form; gloss in English
  };
  struct Compatible {
    std::string table, first, second;  ///< table: "prefix-stem", "prefix-suffix", "stem-suffix"
  };
  std::vector<Entry> stems, affixes;
  std::vector<Compatible> compatible;
};

class MorphologyTrainer {
 public:
  /// `dictionary` may be empty. `words`: Arabic words in comparison form, how often each occurs.
  MorphologyTrainer(const MorphologicalDictionary& dictionary,
                    const std::vector<std::pair<std::string, double>>& words);

  /// Rounds of EM over words with counts^0.75 (so that frequent words do not decide alone).
  void train(int rounds);

  [[nodiscard]] Pieces cut(std::string_view word) const;
  [[nodiscard]] const Affixes& affixes() const noexcept { return affixes_; }

  struct Stem {
    StemCategories categories;
    double cost = 0.0;  ///< nats
  };
  [[nodiscard]] const std::unordered_map<std::string, Stem>& stems() const noexcept {
    return stems_;
  }

 private:
  void read_dictionary(const MorphologicalDictionary& dictionary);
  void add_open_stems();
  template <class F>
  void for_each_analysis(std::string_view word, F f) const;

  std::vector<std::pair<std::string, double>> words_;
  Affixes affixes_;
  std::unique_ptr<AffixIndex> index_;
  std::unordered_map<std::string, Stem> stems_;
};

}  // namespace muwazi
