// Names that no lexicon has, paired by their letters.
#pragma once
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

#include "muwazi/anchor/names.h"
#include "muwazi/score/parameters.h"
#include "score/side.h"
#include "score/windows.h"

namespace muwazi {

/// Words that may be names and have no translation in this document.
class NamePairs {
 public:
  /// What `translations` has now decides which words have none. All but these must outlive it.
  NamePairs(const NameModel& names, const Parameters& parameters, const SideTokens& arabic,
            const SideTokens& english, const TranslationPair& translations);

  /// Adds those of which a sentence of the one meets a sentence of the other in `of_arabic`, the reaches of the Arabic
  /// sentences; probable translations of each other where the letters say so. Each two are compared once.
  void add(TranslationPair& translations, const std::vector<Reach>& of_arabic);

 private:
  template <class F>
  void for_each_meeting(const std::vector<Reach>& reaches, F f) const;
  /// t, 0 where the letters do not agree.
  [[nodiscard]] float compare(std::uint32_t arabic, std::uint32_t english);

  const NameModel& names_;
  const Parameters& parameters_;
  const SideTokens &arabic_, &english_;
  Lists arabic_names_, english_names_;  ///< of each sentence, each once
  std::vector<std::optional<NameModel::Sketch>> arabic_sketches_, latin_sketches_;  ///< of tokens
  std::unordered_set<std::uint64_t> compared_;
};

}  // namespace muwazi
