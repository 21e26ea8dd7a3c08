#include "score/explained_words.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>

#include "score/word_links.h"

namespace muwazi {
namespace {

constexpr float kLeastContent = 0.15F;  // idf of words that are worth a place in a list
constexpr float kLeastTranslation = 0.005F;
constexpr float kLeastName =
    0.03F;  // keeps names that their letters alone pair; of 80 pairs on a page of news 3 were wrong

/// The words of one side of a bead and what the other side has for them.
struct Cover {
  struct Word {
    std::uint32_t sentence = 0;
    ByteRange bytes;
    std::string_view text;
    float content = 0.0F, uncovered = 0.0F;  ///< idf mass, as Evidence counts it
    std::string_view by;                     ///< the word that explains it best
    float probability = 0.0F;                ///< t(word | by)
    bool shared = false, known = false, capitalised = false;
  };
  std::vector<Word> words;
};

Cover::Word cover_of(const ShownWord& word, const SideTokens& side,
                     const Translations& translations,
                     const std::unordered_map<std::uint32_t, std::string_view>& explaining,
                     const Parameters& parameters) {
  Cover::Word out;
  out.sentence = word.sentence;
  out.bytes = word.bytes;
  out.text = word.text;
  out.capitalised = word.capitalised;
  for (const std::uint32_t token : word.target) {
    float best = 0.0F;
    std::string_view by;
    for (auto at = translations.begin[token]; at < translations.begin[token + 1]; ++at) {
      const auto found = explaining.find(translations.source[at]);
      if (found == explaining.end() || translations.t[at] <= best) continue;
      best = translations.t[at];
      by = found->second;
    }
    const bool translated = translations.begin[token] != translations.begin[token + 1];
    const bool known = side.tokens[token].number != kUnknownToken || translated;
    out.known |= known;
    const float content = side.tokens[token].idf * (known ? 1.0F : parameters.unknown_word);
    out.content += content;
    out.uncovered += content * (1.0F - std::min(best / parameters.full_cover, 1.0F));
    // An article explains an article well and says little: what counts most for the score is shown.
    if (best * side.tokens[token].idf > out.probability * out.content && content > 0.0F) {
      out.probability = best;
      out.by = by;
    }
  }
  return out;
}

/// Whether `by` is the word, or a phrase that it is part of.
bool is_part(std::string_view word, std::string_view by) {
  const std::less_equal<const char*> before;
  return by == word || (before(by.data(), word.data()) &&
                        before(word.data() + word.size(), by.data() + by.size()));
}

bool is_uncovered(const Cover::Word& word) { return word.uncovered >= 0.5F * word.content; }

/// A word that explains one of the other side has a counterpart, though the model may know it in that direction only.
void cover_explaining(Cover& cover, const Cover& other) {
  for (Cover::Word& word : cover.words) {
    const auto explains = [&](const Cover::Word& x) {
      return !is_uncovered(x) && is_part(word.text, x.by);
    };
    if (is_uncovered(word) && std::any_of(other.words.begin(), other.words.end(), explains))
      word.uncovered = 0.0F;
  }
}

std::vector<std::string> uncovered(const Cover& cover) {
  std::vector<std::string> out;
  for (const Cover::Word& word : cover.words) {
    if (word.content < kLeastContent || !is_uncovered(word)) continue;
    if (std::find(out.begin(), out.end(), word.text) == out.end()) out.emplace_back(word.text);
  }
  return out;
}

/// A word explains as many words as it stands in the text; those that it explains best.
void mark_shared(Cover& cover, const std::vector<ShownWord>& explaining) {
  std::unordered_map<std::string_view, std::size_t> left;
  for (const ShownWord& word : explaining) ++left[word.text];
  std::vector<std::size_t> order(cover.words.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto weight = [&](std::size_t k) {
    return cover.words[k].probability * (cover.words[k].content - cover.words[k].uncovered);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t x, std::size_t y) { return weight(x) > weight(y); });
  for (const std::size_t k : order) {
    Cover::Word& word = cover.words[k];
    if (word.by.empty() || word.content < kLeastContent) continue;
    std::size_t& count = left[word.by];
    word.shared = count == 0;
    count -= count > 0 ? 1 : 0;
  }
}

std::vector<CoveredWord> covered_words(const Cover& cover) {
  std::vector<CoveredWord> out;
  out.reserve(cover.words.size());
  for (const Cover::Word& word : cover.words) {
    out.push_back(
        {word.sentence, word.bytes, word.content, word.uncovered, word.shared, word.known});
  }
  return out;
}

bool worth_a_place(const Cover::Word& word, float least = kLeastTranslation) {
  return word.content >= kLeastContent && word.probability >= least;
}

std::vector<WordPair> name_pairs(const Cover& english) {
  std::vector<WordPair> out;
  for (const Cover::Word& word : english.words) {
    if (word.capitalised && worth_a_place(word, kLeastName))
      out.push_back({std::string(word.by), std::string(word.text), word.probability});
  }
  return out;
}

std::vector<WordPair> best_pairs(const Cover& english) {
  std::vector<Cover::Word> words;
  for (const Cover::Word& word : english.words) {
    if (!worth_a_place(word)) continue;
    const bool again = std::any_of(words.begin(), words.end(), [&](const Cover::Word& x) {
      return x.text == word.text && x.by == word.by;
    });
    if (!again) words.push_back(word);
  }
  std::stable_sort(words.begin(), words.end(), [](const Cover::Word& x, const Cover::Word& y) {
    return x.content - x.uncovered > y.content - y.uncovered;
  });
  words.resize(std::min(words.size(), Explanation::kWordPairs));
  std::vector<WordPair> out;
  out.reserve(words.size());
  for (const Cover::Word& word : words) {
    out.push_back({std::string(word.by), std::string(word.text), word.probability});
  }
  return out;
}

Cover cover_of(const std::vector<ShownWord>& shown, const SideTokens& side,
               const Translations& translations,
               const std::unordered_map<std::uint32_t, std::string_view>& explaining,
               const Parameters& parameters) {
  Cover out;
  for (const ShownWord& word : shown) {
    out.words.push_back(cover_of(word, side, translations, explaining, parameters));
  }
  return out;
}

std::vector<LinkedWord> linked(const std::vector<ShownWord>& shown) {
  std::vector<LinkedWord> out;
  out.reserve(shown.size());
  for (const ShownWord& word : shown) {
    out.push_back({word.source, word.target});
    for (const auto& phrase : word.phrases) out.back().explaining.push_back(phrase.first);
  }
  return out;
}

}  // namespace

void explain_words(const SentenceAligner& aligner, SideWords& arabic, SideWords& english,
                   const Bead& bead, Explanation& to) {
  const Parameters& parameters = aligner.scorer().parameters();
  const TranslationPair& translations = aligner.translations();
  const std::vector<ShownWord> of_arabic = arabic.of(bead.arabic),
                               of_english = english.of(bead.english);
  Cover arabic_cover = cover_of(of_arabic, arabic.side(), translations.arabic,
                                english.explaining(bead.english, of_english), parameters);
  Cover english_cover = cover_of(of_english, english.side(), translations.english,
                                 arabic.explaining(bead.arabic, of_arabic), parameters);
  to.words = best_pairs(english_cover);
  const Cover before = arabic_cover;
  cover_explaining(arabic_cover, english_cover);
  cover_explaining(english_cover, before);
  mark_shared(arabic_cover, of_english);
  mark_shared(english_cover, of_arabic);
  to.uncovered_arabic = uncovered(arabic_cover);
  to.uncovered_english = uncovered(english_cover);
  to.arabic_words = covered_words(arabic_cover);
  to.english_words = covered_words(english_cover);
  to.names = name_pairs(english_cover);
  to.links = word_links(linked(of_arabic), linked(of_english), arabic.side(), english.side(),
                        translations, parameters);
}

}  // namespace muwazi
