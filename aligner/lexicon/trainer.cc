// From files of pairs to the probabilities that a model holds.
#include "muwazi/lexicon/trainer.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "lexicon/capitals.h"
#include "lexicon/english_stemmer.h"
#include "lexicon/lexicon.h"
#include "lexicon/model1.h"
#include "lexicon/model_sections.h"
#include "lexicon/morphology_trainer.h"
#include "lexicon/phrases.h"
#include "lexicon/training_rows.h"
#include "muwazi/text/word.h"

namespace muwazi {
namespace {

/// Numbers for strings in the order in which they come.
class Interner {
 public:
  std::uint32_t number(const std::string& token) {
    const auto [found, fresh] = numbers_.emplace(token, static_cast<std::uint32_t>(tokens_.size()));
    if (fresh) tokens_.push_back(token);
    return found->second;
  }
  [[nodiscard]] const std::vector<std::string>& tokens() const noexcept { return tokens_; }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> tokens_;
};

class LexiconTrainer {
 public:
  LexiconTrainer(const std::vector<TrainingSource>& sources, const TrainOptions& options,
                 std::vector<Fault>& faults, const Progress& progress)
      : sources_(sources), options_(options), faults_(faults), progress_(progress) {}

  ModelSections train() {
    read_dictionary();
    count_words();
    learn_morphology();
    find_phrases();
    read_pairs();
    say("translation probabilities: " + std::to_string(corpus_.size()) + " pairs");
    table_ = model1(corpus_, arabic_.tokens().size(), english_.tokens().size(),
                    {options_.iterations, options_.discount, true});
    for (const auto& [form, count] : words_) arabic_.number(form);
    for (const auto& stem : dictionary_.stems) arabic_.number(stem.form);
    return model_sections({{arabic_.tokens(), corpus_.arabic},
                           {english_.tokens(), corpus_.english},
                           corpus_.weights,
                           table_,
                           *morphology_,
                           phrases_,
                           capitals_},
                          options_, progress_);
  }

 private:
  void say(const std::string& line) const {
    if (progress_) progress_(line);
  }

  void read_dictionary() {
    for (const auto& source : sources_) {
      if (source.kind == SourceKind::compatible) {
        for_each_row<3>(source, faults_, [&](const auto& row) {
          dictionary_.compatible.push_back(
              {std::string(row[0]), std::string(row[1]), std::string(row[2])});
        });
      } else if (source.kind == SourceKind::stems || source.kind == SourceKind::affixes) {
        auto& entries = source.kind == SourceKind::stems ? dictionary_.stems : dictionary_.affixes;
        for_each_row<3>(source, faults_, [&](const auto& row) {
          const auto forms = words(row[0]);
          if (forms.size() == 1 && forms[0].kind == WordKind::arabic) {
            entries.push_back({forms[0].form, std::string(row[1]), std::string(row[2])});
          }
        });
      }
    }
  }

  void count_words() {
    for (const auto& source : sources_) {
      if (!is_bilingual(source.kind)) continue;
      // Dictionaries and names show that a word exists, not how frequent it is.
      const double weight = source.kind == SourceKind::sentences ? 1.0 : 0.1;
      for_each_row<2>(source, faults_, [&](const auto& row) {
        for (const Word& word : words(row[0])) {
          if (word.kind == WordKind::arabic) counts_[word.form] += weight;
        }
        for (const Word& word : words(row[1])) {
          if (word.kind == WordKind::latin) english_counts_[word.form] += weight;
        }
      });
    }
    words_.assign(counts_.begin(), counts_.end());
    std::sort(words_.begin(), words_.end());
  }

  void learn_morphology() {
    say("morphology: " + std::to_string(words_.size()) + " words");
    morphology_.emplace(dictionary_, words_);
    morphology_->train(options_.morphology_rounds);
  }

  /// A surface form that is rare teaches nothing that its pieces do not.
  [[nodiscard]] WordTokens without_rare_surface(
      WordTokens tokens, const std::unordered_map<std::string, double>& counts) const {
    if (tokens.source.size() > tokens.target.size()) {
      const auto count = counts.find(tokens.source.back());
      if (count == counts.end() || count->second < options_.surface_count) tokens.source.pop_back();
    }
    return tokens;
  }

  const WordTokens& arabic_word(const Word& word) {
    const auto [found, fresh] = arabic_words_.try_emplace(word.form);
    if (fresh && word.kind == WordKind::arabic) {
      found->second =
          without_rare_surface(arabic_tokens(morphology_->cut(word.form), word.form), counts_);
    } else if (fresh) {
      const std::string token = english_word(word).target[0];
      found->second = {{token}, {token}};
    }
    return found->second;
  }

  const WordTokens& english_word(const Word& word) {
    const auto [found, fresh] = english_words_.try_emplace(word.form);
    if (fresh && word.kind == WordKind::latin) {
      found->second = without_rare_surface(english_tokens(stemmer_.stem(word.form), word.form),
                                           english_counts_);
    } else if (fresh) {
      found->second = {{word.form}, {word.form}};
    }
    return found->second;
  }

  static void add_word(const WordTokens& tokens, std::size_t position, Interner& numbers,
                       TokenSide& side) {
    for (std::size_t k = 0; k < tokens.source.size(); ++k)
      side.add(numbers.number(tokens.source[k]), k < tokens.target.size(),
               static_cast<float>(position));
  }

  void add_arabic(std::string_view text) {
    const auto found = words(text);
    for (std::size_t k = 0; k < found.size(); ++k)
      add_word(arabic_word(found[k]), k, arabic_, corpus_.arabic);
    corpus_.arabic.end_pair(found.size());
  }

  /// The stems of an English text; kUnknownToken for what is no word.
  std::vector<std::uint32_t> stems(const std::vector<Word>& words) {
    std::vector<std::uint32_t> stems;
    stems.reserve(words.size());
    for (const Word& word : words) {
      stems.push_back(word.kind == WordKind::latin ? english_.number(english_word(word).target[0])
                                                   : kUnknownToken);
    }
    return stems;
  }

  void find_phrases() {
    std::vector<std::uint32_t> all;
    const auto add = [&](std::string_view text) {
      const auto line = stems(words(text));
      all.insert(all.end(), line.begin(), line.end());
      all.push_back(kUnknownToken);
    };
    std::vector<Fault> reported;  // by count_words() already
    for (const auto& source : sources_) {
      if (is_bilingual(source.kind))
        for_each_row<2>(source, reported, [&](const auto& row) { add(row[1]); });
    }
    for (const auto& stem : dictionary_.stems) add(stem.gloss);
    const auto number = [&](std::uint32_t first, std::uint32_t second) {
      return english_.number(phrase_token(english_.tokens()[first], english_.tokens()[second]));
    };
    phrases_ = learn_phrases(all, {options_.phrase_count, options_.phrase_ratio}, number);
    say("phrases: " + std::to_string(phrases_.size()));
  }

  void add_english(std::string_view text, SourceKind source) {
    const auto found = words(text);
    for (std::size_t k = 0; k < found.size(); ++k)
      add_word(english_word(found[k]), k, english_, corpus_.english);
    const auto all = stems(found);
    capitals_.add(found, all, source);
    for_each_phrase(
        all, [&](auto first, auto second) { return phrases_.join(first, second); },
        [&](auto phrase, std::size_t first, std::size_t count) {
          const float middle = static_cast<float>(first) + static_cast<float>(count - 1) / 2.0F;
          corpus_.english.add(phrase, false, middle);
        });
    corpus_.english.end_pair(found.size());
  }

  void end_pair(double weight, std::uint32_t file) {
    corpus_.weights.push_back(static_cast<float>(weight));
    corpus_.files.push_back(file);
  }

  void read_pairs() {
    std::vector<Fault> reported;  // by count_words() already
    std::uint32_t file = 0;
    for (const auto& source : sources_) {
      if (!is_bilingual(source.kind)) continue;
      for_each_row<2>(source, reported, [&](const auto& row) {
        add_arabic(row[0]);
        add_english(row[1], source.kind);
        end_pair(source.weight, file);
      });
      capitals_.end_source();
      ++file;
    }
    add_glosses(file);
    capitals_.end_source();
  }

  /// Each stem with each of its glosses; the more senses a stem has, the less each of them counts.
  void add_glosses(std::uint32_t file) {
    std::unordered_map<std::string, int> senses;
    for (const auto& stem : dictionary_.stems) ++senses[stem.form];
    for (const auto& stem : dictionary_.stems) {
      std::string token = stem.form;
      const bool feminine =
          stem.category.starts_with("N") && stem.category.find("ap") != std::string::npos;
      if (feminine) token += "ة";
      add_word({{token}, {token}}, 0, arabic_, corpus_.arabic);
      corpus_.arabic.end_pair(1);
      add_english(stem.gloss, SourceKind::stems);
      end_pair(0.5 * 2.0 / (senses[stem.form] + 1), file);
    }
  }

  const std::vector<TrainingSource>& sources_;
  const TrainOptions& options_;
  std::vector<Fault>& faults_;
  const Progress& progress_;
  MorphologicalDictionary dictionary_;
  std::unordered_map<std::string, double> counts_, english_counts_;  ///< of surface forms
  std::vector<std::pair<std::string, double>> words_;
  std::optional<MorphologyTrainer> morphology_;
  std::unordered_map<std::string, WordTokens> arabic_words_, english_words_;  ///< by form
  EnglishStemmer stemmer_;
  Interner arabic_, english_;
  PhraseTable phrases_;
  Capitals capitals_;
  TokenCorpus corpus_;
  TranslationTable table_;
};

}  // namespace

ModelSections train_lexicon(const std::vector<TrainingSource>& sources, const TrainOptions& options,
                            std::vector<Fault>& faults, const Progress& progress) {
  return LexiconTrainer(sources, options, faults, progress).train();
}

}  // namespace muwazi
