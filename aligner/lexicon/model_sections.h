// What was learnt, cut down to what a model holds.
#pragma once
#include <string>
#include <vector>

#include "lexicon/capitals.h"
#include "lexicon/model1.h"
#include "lexicon/morphology_trainer.h"
#include "lexicon/phrases.h"
#include "muwazi/lexicon/trainer.h"

namespace muwazi {

/// All that was learnt from the pairs; refers to its parts.
struct Learnt {
  struct Side {
    const std::vector<std::string>& tokens;  ///< by their numbers
    const TokenSide& text;
  };
  Side arabic, english;
  const std::vector<float>& weights;  ///< of each pair
  const TranslationTable& table;
  const MorphologyTrainer& morphology;
  const PhraseTable& phrases;
  const Capitals& capitals;
};

/// Of the pairs of tokens those that are probable and telling, with the tokens that they need and all stems.
[[nodiscard]] ModelSections model_sections(const Learnt& learnt, const TrainOptions& options,
                                           const Progress& progress);

}  // namespace muwazi
