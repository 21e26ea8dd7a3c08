// Arabic words cut into proclitics, stem and enclitics. A cut is a prefix, a stem and a suffix whose
// categories go together; its cost is the sum of three unigram costs, learnt by EM (morphology_trainer.h).
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/vocabulary.h"
#include "muwazi/lexicon/model.h"

namespace muwazi {

/// A set of stem categories. The last one is "open": any stem, with the affixes of data/lexicon.
struct StemCategories {
  static constexpr unsigned kOpen = 191;
  std::array<std::uint64_t, 3> bits{};

  void set(unsigned category) { bits[category / 64] |= std::uint64_t{1} << (category % 64); }
  [[nodiscard]] bool meets(const StemCategories& other) const {
    return ((bits[0] & other.bits[0]) | (bits[1] & other.bits[1]) | (bits[2] & other.bits[2])) != 0;
  }
  StemCategories& operator|=(const StemCategories& other) {
    for (std::size_t k = 0; k < bits.size(); ++k) bits[k] |= other.bits[k];
    return *this;
  }
};

/// The affixes and what they allow between them.
struct Affixes {
  std::vector<std::string> prefixes, suffixes;    ///< the empty one among them
  std::vector<float> prefix_costs, suffix_costs;  ///< nats
  std::vector<StemCategories> allowed;            ///< [prefix * suffixes.size() + suffix]

  [[nodiscard]] std::string serialise() const;
  [[nodiscard]] static Affixes parse(std::span<const std::byte> bytes);
};

/// Finds the affixes that a word begins and ends with.
class AffixIndex {
 public:
  explicit AffixIndex(const Affixes& affixes);

  /// Calls f(prefix number, suffix number, stem) for every cut of `word` with a stem of at least one letter.
  template <class F>
  void for_each_cut(std::string_view word, F f) const {
    for (std::size_t p = 0; p < word.size() && p <= longest_prefix_; p += 2) {
      const auto prefix = prefixes_.find(word.substr(0, p));
      if (prefix == prefixes_.end()) continue;
      for (std::size_t x = 0; p + x < word.size() && x <= longest_suffix_; x += 2) {
        const auto suffix = suffixes_.find(word.substr(word.size() - x));
        if (suffix != suffixes_.end()) {
          f(prefix->second, suffix->second, word.substr(p, word.size() - p - x));
        }
      }
    }
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> prefixes_, suffixes_;
  std::size_t longest_prefix_ = 0, longest_suffix_ = 0;
};

/// What a word is made of, as tokens: clitics are marked with '+' on the side of the stem.
struct Pieces {
  std::vector<std::string> proclitics;  ///< "و+", "ال+"
  std::string stem;
  std::string enclitic;  ///< "+ها"; empty if there is none
};

/// The tokens of a cut. The feminine ending stays with its stem: مدرسة is not مدرس.
[[nodiscard]] Pieces pieces_of(std::string_view prefix, std::string_view stem,
                               std::string_view suffix);

/// Cuts words by the tables of a model; a word that no cut explains stays whole.
class Morphology {
 public:
  Morphology(const Model& model, const Vocabulary& arabic);
  [[nodiscard]] Pieces cut(std::string_view word) const;

 private:
  Affixes affixes_;
  AffixIndex index_;
  const Vocabulary* arabic_;
  std::span<const std::uint32_t> rows_;  ///< first category of each token, and their number
  std::span<const std::uint8_t> categories_;
  std::span<const std::uint8_t> costs_;  ///< of each token as a stem, in 1/kCostSteps nats
};

inline constexpr float kCostSteps = 10.0F;

}  // namespace muwazi
