#include "score/shown_words.h"

#include "lexicon/phrases.h"
#include "muwazi/text/word.h"

namespace muwazi {

SideWords::SideWords(const Lexicon& lexicon, Language language, const SideTokens& side,
                     std::span<const SentenceView> sentences)
    : lexicon_(lexicon), language_(language), side_(side), sentences_(sentences) {
  for (std::uint32_t k = 0; k < side.tokens.size(); ++k) {
    numbers_.emplace(side.tokens[k].text, k);
  }
}

std::vector<ShownWord> SideWords::of(SentenceSpan span) {
  std::vector<ShownWord> out;
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    const std::string_view text = sentences_[k].text;
    const std::size_t before = out.size();
    for (const Word& word : words(text)) {
      const WordTokens tokens = language_ == Language::arabic
                                    ? lexicon_.arabic_word(word, stemmer_)
                                    : lexicon_.english_word(word, stemmer_);
      out.push_back({k, word.bytes, slice(text, word.bytes), word.capitalised, known(tokens.source),
                     known(tokens.target)});
    }
    add_phrases({out.begin() + static_cast<std::ptrdiff_t>(before), out.end()});
  }
  return out;
}

std::unordered_map<std::uint32_t, std::string_view> SideWords::explaining(
    SentenceSpan span, const std::vector<ShownWord>& shown) const {
  std::unordered_map<std::uint32_t, std::string_view> out;
  for (const ShownWord& word : shown) {
    for (const std::uint32_t token : word.source) out.emplace(token, word.text);
    out.insert(word.phrases.begin(), word.phrases.end());
  }
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    for (const std::uint32_t token : side_.source[k]) out.emplace(token, side_.tokens[token].text);
  }
  return out;
}

void SideWords::add_phrases(std::span<ShownWord> sentence) const {
  std::vector<std::uint32_t> stems;
  for (const ShownWord& word : sentence)
    stems.push_back(word.target.size() == 1 ? word.target[0] : kUnknownToken);
  const auto join = [&](std::uint32_t first, std::uint32_t second) {
    const auto found =
        numbers_.find(phrase_token(side_.tokens[first].text, side_.tokens[second].text));
    return found == numbers_.end() ? kUnknownToken : found->second;
  };
  for_each_phrase(stems, join, [&](auto phrase, std::size_t first, std::size_t count) {
    const char* begin = sentence[first].text.data();
    const std::string_view last = sentence[first + count - 1].text;
    const auto size = static_cast<std::size_t>(last.data() + last.size() - begin);
    sentence[first].phrases.emplace_back(phrase, std::string_view(begin, size));
  });
}

std::vector<std::uint32_t> SideWords::known(const std::vector<std::string>& tokens) const {
  std::vector<std::uint32_t> out;
  for (const std::string& token : tokens) {
    const auto found = numbers_.find(token);
    if (found != numbers_.end()) out.push_back(found->second);
  }
  return out;
}

}  // namespace muwazi
