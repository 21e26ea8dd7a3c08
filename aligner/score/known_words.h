// Words of one language that were read before, as tokens with all that the lexicon says of them: the cuts of a word, its
// stem, and where the lexicon has it are found once for all texts that one aligner reads, since nearly every word of a
// text was in those before it.
//
// What is known of a word depends on the word alone, so that nothing changes by what was read before. Memory: some 300
// bytes a word; everything is forgotten behind a long text, and where it is too much.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "muwazi/text/language.h"
#include "muwazi/text/word.h"

namespace muwazi {

class KnownWords {
 public:
  /// The lexicon must outlive it.
  KnownWords(const Lexicon& lexicon, Language language) : lexicon_(&lexicon), language_(language) {}

  struct Token {
    std::string text;
    std::uint32_t number = kUnknownToken;  ///< in the lexicon
    float probability = 0.0F;              ///< unigram
    float idf = 0.0F;                      ///< 0 for frequent words to 1 for rare ones
    /// The reader's: the text that had the token last, and the token's number there.
    std::uint32_t text_number = 0, place = 0;
  };

  /// Numbers of tokens here, those that explain; the first `targets` are to be explained, too.
  struct Tokens {
    std::vector<std::uint32_t> source;
    std::uint32_t targets = 0;
    std::uint32_t letters = 0;  ///< of the comparison form
    bool counts = false;        ///< may be of a number, wherever it stands
  };

  [[nodiscard]] Language language() const noexcept { return language_; }

  /// The number of the text that is read next.
  [[nodiscard]] std::uint32_t begin_text() { return ++texts_; }
  /// `tokens`: how many the text has that was read.
  void end_text(std::size_t tokens);

  /// The reference holds until the end of the text.
  [[nodiscard]] const Tokens& tokens_of(const Word& word);
  /// The token with this text, known from now on.
  [[nodiscard]] std::uint32_t token(const std::string& text);
  /// The phrase of two tokens, of which the first may be a phrase (phrases.h); kUnknownToken for none.
  [[nodiscard]] std::uint32_t phrase(std::uint32_t first, std::uint32_t second);
  [[nodiscard]] Token& operator[](std::uint32_t token) { return tokens_[token]; }
  /// The number of tokens that are known.
  [[nodiscard]] std::size_t size() const noexcept { return tokens_.size(); }

 private:
  static constexpr std::size_t kMost = std::size_t{1} << 16;  // words, tokens, or pairs of tokens
  static constexpr std::size_t kLongText = std::size_t{1} << 13;  // tokens

  void forget();

  const Lexicon* lexicon_;
  Language language_;
  EnglishStemmer stemmer_;
  std::uint32_t texts_ = 0;
  std::vector<Token> tokens_;
  std::unordered_map<std::string, std::uint32_t> by_text_;
  /// By kind: a form alone does not always tell it.
  std::array<std::unordered_map<std::string, Tokens>, kWordKinds> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> phrases_;
};

/// Of both languages; one a thread.
struct KnownWordsPair {
  explicit KnownWordsPair(const Lexicon& lexicon)
      : arabic(lexicon, Language::arabic), english(lexicon, Language::english) {}
  KnownWords arabic, english;
};

}  // namespace muwazi
