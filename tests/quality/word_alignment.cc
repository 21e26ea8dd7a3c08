// Which words of a sentence pair the lexicon, and nothing else, takes for translations of each other.
// scripts/evaluate compares these links with hand-made ones.
//
//   word_alignment PAIRS.tsv MODEL                  by the probabilities of a model
//   word_alignment PAIRS.tsv --plain TRAINING.tsv…  by IBM Model 1 learnt from lines of ar<TAB>en: words in comparison
//                                                   form, not cut, not stemmed; 5 iterations, nothing smoothed
//
// PAIRS.tsv: a line of headings, then id, Arabic, English; a word is what white space separates. Written: id<TAB>i-j
// i-j…, numbers of Arabic and English words from 0.
//
// How probable it is that word i was the source of a token y of word j, of the m words of the other side, is as in the
// score of a bead:
//   s(y, i) / (sum over k of s(y, k) + l / (1 - l) m p(y)),   s(y, k) = max over tokens x of word k of t(y|x),
// p being the unigram probability and l = 0.2. A word is as strong as the strongest of its tokens. Linked are words that
// are best both ways (of equal ones the nearest to the diagonal), and words of which one direction is surer than of all
// else together, 1/2. These two numbers were set beforehand, not on any gold set.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <exception>
#include <fstream>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/model1.h"
#include "muwazi/text/word.h"

namespace muwazi {
namespace {

constexpr double kUnigramShare = 0.2;
constexpr double kSure = 0.5;

/// What is known of words: tokens by number, and how they translate each other.
class Translator {
 public:
  struct Tokens {
    std::vector<std::uint32_t> source, target;  ///< unknown ones left out
  };
  Translator() = default;
  Translator(const Translator&) = delete;
  Translator& operator=(const Translator&) = delete;
  virtual ~Translator() = default;

  [[nodiscard]] virtual Tokens arabic(std::string_view word) = 0;
  [[nodiscard]] virtual Tokens english(std::string_view word) = 0;
  struct Probabilities {
    double english_given_arabic = 0.0, arabic_given_english = 0.0;
  };
  [[nodiscard]] virtual Probabilities translation(std::uint32_t arabic,
                                                  std::uint32_t english) const = 0;
  [[nodiscard]] virtual double arabic_probability(std::uint32_t token) const = 0;
  [[nodiscard]] virtual double english_probability(std::uint32_t token) const = 0;
};

class ModelTranslator : public Translator {
 public:
  explicit ModelTranslator(const Model& model) : lexicon_(model) {}

  Tokens arabic(std::string_view text) override {
    Tokens tokens;
    for (const Word& word : words(text))
      append(lexicon_.arabic_word(word, stemmer_), lexicon_.arabic(), tokens);
    return tokens;
  }
  Tokens english(std::string_view text) override {
    Tokens tokens;
    for (const Word& word : words(text))
      append(lexicon_.english_word(word, stemmer_), lexicon_.english(), tokens);
    return tokens;
  }
  [[nodiscard]] Probabilities translation(std::uint32_t arabic,
                                          std::uint32_t english) const override {
    Probabilities found;
    lexicon_.for_each_translation(arabic, [&](const Lexicon::Translation& row) {
      if (row.english == english) found = {row.english_given_arabic, row.arabic_given_english};
    });
    return found;
  }
  [[nodiscard]] double arabic_probability(std::uint32_t token) const override {
    return lexicon_.arabic_probability(token);
  }
  [[nodiscard]] double english_probability(std::uint32_t token) const override {
    return lexicon_.english_probability(token);
  }

 private:
  static void append(const WordTokens& word, const Vocabulary& vocabulary, Tokens& tokens) {
    for (const auto& [texts, numbers] :
         {std::pair{&word.source, &tokens.source}, std::pair{&word.target, &tokens.target}}) {
      for (const std::string& text : *texts) {
        if (const auto number = vocabulary.find(text); number != kUnknownToken)
          numbers->push_back(number);
      }
    }
  }

  Lexicon lexicon_;
  EnglishStemmer stemmer_;
};

/// Words as they are, numbered as they come.
class PlainVocabulary {
 public:
  std::uint32_t count(const std::string& form) {
    const auto [found, fresh] = numbers_.emplace(form, static_cast<std::uint32_t>(counts_.size()));
    if (fresh) counts_.push_back(0.0);
    counts_[found->second] += 1.0;
    sum_ += 1.0;
    return found->second;
  }
  [[nodiscard]] Translator::Tokens tokens(std::string_view text) const {
    Translator::Tokens tokens;
    for (const Word& word : words(text)) {
      if (const auto found = numbers_.find(word.form); found != numbers_.end())
        tokens.source.push_back(found->second);
    }
    tokens.target = tokens.source;
    return tokens;
  }
  [[nodiscard]] double probability(std::uint32_t token) const { return counts_[token] / sum_; }
  [[nodiscard]] std::size_t size() const { return counts_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<double> counts_;
  double sum_ = 0.0;
};

class PlainTranslator : public Translator {
 public:
  explicit PlainTranslator(std::span<char* const> files) {
    TokenCorpus corpus;
    for (const char* file : files) add(file, corpus);
    corpus.files.assign(corpus.weights.size(), 0);
    table_ = model1(corpus, arabic_.size(), english_.size(), {.iterations = 5, .discount = 0.0});
  }

  Tokens arabic(std::string_view text) override { return arabic_.tokens(text); }
  Tokens english(std::string_view text) override { return english_.tokens(text); }
  [[nodiscard]] Probabilities translation(std::uint32_t arabic,
                                          std::uint32_t english) const override {
    const auto row = table_.english.begin() + table_.row_begin[arabic],
               end = table_.english.begin() + table_.row_begin[arabic + 1];
    const auto found = std::lower_bound(row, end, english);
    if (found == end || *found != english) return {};
    const auto k = static_cast<std::size_t>(found - table_.english.begin());
    return {table_.english_given_arabic[k], table_.arabic_given_english[k]};
  }
  [[nodiscard]] double arabic_probability(std::uint32_t token) const override {
    return arabic_.probability(token);
  }
  [[nodiscard]] double english_probability(std::uint32_t token) const override {
    return english_.probability(token);
  }

 private:
  void add(const char* file, TokenCorpus& corpus) {
    std::ifstream stream(file);
    if (!stream) throw std::runtime_error(fmt::format("{}: cannot be read", file));
    for (std::string line; std::getline(stream, line);) {
      const auto tab = std::min(line.find('\t'), line.size());
      const auto arabic = words(std::string_view(line).substr(0, tab)),
                 english = words(std::string_view(line).substr(std::min(tab + 1, line.size())));
      if (arabic.empty() || english.empty()) continue;
      for (const Word& word : arabic) corpus.arabic.add(arabic_.count(word.form), true, 0.0F);
      for (const Word& word : english) corpus.english.add(english_.count(word.form), true, 0.0F);
      corpus.arabic.end_pair(arabic.size());
      corpus.english.end_pair(english.size());
      corpus.weights.push_back(1.0F);
    }
  }

  PlainVocabulary arabic_, english_;
  TranslationTable table_;
};

/// A number for every word of one side with every word of the other.
template <class T>
class Matrix {
 public:
  Matrix(std::size_t rows, std::size_t columns) : columns_(columns), cells_(rows * columns) {}
  [[nodiscard]] T& at(std::size_t row, std::size_t column) {
    return cells_[row * columns_ + column];
  }

 private:
  std::size_t columns_;
  std::vector<T> cells_;
};

/// Of each target word with each source word, one direction.
struct Direction {
  Matrix<double> strength;
  Matrix<char> best;  ///< the source word is the best one of some token of the target word
};

using Words = std::vector<Translator::Tokens>;

/// `t(target, source)`: translation probability; `p(target)`: unigram.
template <class Translation, class Unigram>
Direction explain(const Words& targets, const Words& sources, Translation t, Unigram p) {
  Direction out{{targets.size(), sources.size()}, {targets.size(), sources.size()}};
  const double m = static_cast<double>(sources.size());
  std::vector<double> s(sources.size());
  for (std::size_t j = 0; j < targets.size(); ++j) {
    const auto off_diagonal = [&](std::size_t i) {
      return std::abs((static_cast<double>(i) + 0.5) / m -
                      (static_cast<double>(j) + 0.5) / static_cast<double>(targets.size()));
    };
    for (const std::uint32_t token : targets[j].target) {
      double sum = kUnigramShare / (1.0 - kUnigramShare) * m * p(token);
      std::size_t best = 0;
      for (std::size_t i = 0; i < sources.size(); ++i) {
        s[i] = 0.0;
        for (const std::uint32_t source : sources[i].source)
          s[i] = std::max(s[i], t(token, source));
        sum += s[i];
        if (s[i] > s[best] || (s[i] == s[best] && off_diagonal(i) < off_diagonal(best))) best = i;
      }
      for (std::size_t i = 0; i < sources.size(); ++i)
        out.strength.at(j, i) = std::max(out.strength.at(j, i), s[i] / sum);
      if (s[best] > 0.0) out.best.at(j, best) = 1;
    }
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::string links(Translator& translator, std::string_view arabic_text,
                  std::string_view english_text) {
  Words arabic, english;
  for (const auto word : split(arabic_text, " ")) arabic.push_back(translator.arabic(word));
  for (const auto word : split(english_text, " ")) english.push_back(translator.english(word));
  if (arabic.empty() || english.empty()) return {};
  Direction forth = explain(
      english, arabic,
      [&](std::uint32_t e, std::uint32_t a) {
        return translator.translation(a, e).english_given_arabic;
      },
      [&](std::uint32_t e) { return translator.english_probability(e); });
  Direction back = explain(
      arabic, english,
      [&](std::uint32_t a, std::uint32_t e) {
        return translator.translation(a, e).arabic_given_english;
      },
      [&](std::uint32_t a) { return translator.arabic_probability(a); });
  std::string out;
  for (std::size_t i = 0; i < arabic.size(); ++i) {
    for (std::size_t j = 0; j < english.size(); ++j) {
      const bool both = forth.best.at(j, i) != 0 && back.best.at(i, j) != 0;
      if (both || forth.strength.at(j, i) >= kSure || back.strength.at(i, j) >= kSure)
        out += fmt::format("{}{}-{}", out.empty() ? "" : " ", i, j);
    }
  }
  return out;
}

int run(std::span<char* const> arguments) {
  const bool plain = arguments.size() > 3 && std::string_view(arguments[2]) == "--plain";
  if (!plain && arguments.size() != 3) {
    fmt::print(stderr, "usage: word_alignment PAIRS.tsv MODEL | PAIRS.tsv --plain TRAINING.tsv…\n");
    return 2;
  }
  std::optional<Model> model;
  std::unique_ptr<Translator> translator;
  if (plain) {
    translator = std::make_unique<PlainTranslator>(arguments.subspan(3));
  } else {
    Result<Model> opened = Model::open(arguments[2]);
    if (const Fault* fault = std::get_if<Fault>(&opened)) throw std::runtime_error(message(*fault));
    model.emplace(std::move(std::get<Model>(opened)));
    translator = std::make_unique<ModelTranslator>(*model);
  }
  std::ifstream pairs(arguments[1]);
  std::string line;
  if (!std::getline(pairs, line))
    throw std::runtime_error(fmt::format("{}: cannot be read", arguments[1]));
  while (std::getline(pairs, line)) {
    const auto columns = split(line, "\t\r");
    if (columns.size() < 3) throw std::runtime_error("fewer than 3 columns: " + line);
    fmt::print("{}\t{}\n", columns[0], links(*translator, columns[1], columns[2]));
  }
  return 0;
}

}  // namespace
}  // namespace muwazi

int main(int argc, char** argv) {
  try {
    return muwazi::run({argv, static_cast<std::size_t>(argc)});
  } catch (const std::exception& error) {
    fmt::print(stderr, "word_alignment: {}\n", error.what());
    return 2;
  }
}
