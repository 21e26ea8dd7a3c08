#include "score/side.h"

#include <algorithm>

#include "muwazi/anchor/values.h"
#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi {
namespace {

constexpr std::size_t kShortestTerm = 5;  // letters of an English word that is compared by them

/// "2010-11"
bool are_years(const Word& first, const Word& second) {
  return first.kind == WordKind::number && second.kind == WordKind::number &&
         first.form.size() == 4 && second.form.size() == 2;
}

class SideReader {
 public:
  explicit SideReader(KnownWords& known)
      : known_(known),
        english_(known.language() == Language::english),
        text_number_(known.begin_text()) {}

  SideTokens read(std::span<const SentenceView> sentences) {
    for (const SentenceView& sentence : sentences) add(sentence);
    known_.end_text(side_.tokens.size());
    index_sentences();
    return std::move(side_);
  }

 private:
  /// The number in this side of a token that is known.
  std::uint32_t number(std::uint32_t known_token) {
    KnownWords::Token& known = known_[known_token];
    if (known.text_number != text_number_) {
      known.text_number = text_number_;
      known.place = static_cast<std::uint32_t>(side_.tokens.size());
      side_.tokens.push_back({.text = known.text,
                              .number = known.number,
                              .probability = known.probability,
                              .idf = known.idf});
    }
    return known.place;
  }

  /// A capital inside a sentence makes a name of an English word, and a long one may be a term that Arabic took over
  /// ("lopinavir"); of Arabic words any may be one.
  [[nodiscard]] bool may_be_name(const Word& word, bool first) const {
    if (!english_) return word.kind == WordKind::arabic;
    return word.form.size() >= kShortestTerm || (word.capitalised && !first);
  }

  void add_word(const Word& word, const KnownWords::Tokens& tokens, bool first) {
    const bool name = may_be_name(word, first);
    for (std::uint32_t k = 0; k < tokens.source.size(); ++k) {
      const std::uint32_t token = number(tokens.source[k]);
      side_.source.items.push_back(token);
      if (k >= tokens.targets) continue;
      side_.target.items.push_back(token);
      side_.tokens[token].target = true;
      side_.tokens[token].name |= name;
    }
    if (english_) stems_.push_back(word.kind == WordKind::latin ? tokens.source[0] : kUnknownToken);
  }

  /// Numbers in words ("twenty-five") explain the same number in digits on the other side.
  void add_values(std::string_view sentence) {
    for (const Value& value : values(sentence, known_.language())) {
      if (value.kind != ValueKind::number || value.key.size() < 2) continue;
      const std::uint32_t token = number(known_.token(value.key.substr(1)));
      const auto begin = side_.source.items.begin() + side_.source.begin.back();
      if (std::find(begin, side_.source.items.end(), token) == side_.source.items.end()) {
        side_.source.items.push_back(token);
      }
    }
  }

  void add_phrases() {
    for_each_phrase(
        stems_, [&](auto first, auto second) { return known_.phrase(first, second); },
        [&](auto phrase, auto, auto) { side_.source.items.push_back(number(phrase)); });
    stems_.clear();
  }

  void add(const SentenceView& sentence) {
    std::size_t length = 0;
    bool has_number = false;
    const std::vector<Word> all = words(sentence.text);
    for (const Word& word : all) {
      const KnownWords::Tokens& tokens = known_.tokens_of(word);
      const Word* const before = &word == all.data() ? nullptr : &word - 1;
      add_word(word, tokens, before == nullptr);
      has_number = has_number || tokens.counts || (before != nullptr && are_years(*before, word));
      length += tokens.letters + 1;
    }
    if (english_) add_phrases();
    if (has_number) add_values(sentence.text);
    side_.source.close();
    side_.target.close();
    side_.words.push_back(static_cast<std::uint32_t>(all.size()));
    side_.length.push_back(static_cast<float>(std::max<std::size_t>(length, 1)));
    side_.heading.push_back(sentence.heading ? 1 : 0);
    side_.marks.push_back(marks_of(sentence.text));
    side_.paragraph.push_back(sentence.paragraph);
  }

  void index_sentences() {
    std::vector<std::uint32_t> fill(side_.tokens.size() + 1, 0);
    for (const std::uint32_t token : side_.source.items) ++fill[token + 1];
    for (std::size_t k = 1; k < fill.size(); ++k) fill[k] += fill[k - 1];
    side_.sentences.begin = fill;
    side_.sentences.items.resize(side_.source.items.size());
    for (std::uint32_t s = 0; s < side_.source.size(); ++s) {
      for (const std::uint32_t token : side_.source[s]) side_.sentences.items[fill[token]++] = s;
    }
  }

  KnownWords& known_;
  bool english_;
  std::uint32_t text_number_;
  SideTokens side_;
  std::vector<std::uint32_t>
      stems_;  ///< known tokens of the sentence; kUnknownToken for what is no English word
};

}  // namespace

SideTokens read_side(KnownWords& known, std::span<const SentenceView> sentences) {
  return SideReader(known).read(sentences);
}

SideTokens read_side(const Lexicon& lexicon, Language language,
                     std::span<const SentenceView> sentences) {
  KnownWords known(lexicon, language);
  return read_side(known, sentences);
}

}  // namespace muwazi
