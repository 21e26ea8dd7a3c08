#include "corpus/checks.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "muwazi/page/page.h"
#include "muwazi/text/utf8.h"
#include "text/blank.h"

namespace muwazi {
namespace {

/// What a check may look at.
struct Look {
  const SegmentPair& pair;
  const PairWords& words;
  const CorpusFilters& filters;
};

bool is_wrong(const Look& look) { return look.pair.judgement == Judgement::wrong; }

bool is_null(const Look& look) {
  return is_blank(look.pair.arabic.text) || is_blank(look.pair.english.text);
}

bool is_unsure(const Look& look) {
  const auto confidence = confidence_of(look.pair);
  return confidence && *confidence < look.filters.min_confidence;
}

bool is_large(const Look& look) {
  return std::max(sentences_of(look.pair.arabic), sentences_of(look.pair.english)) >
         look.filters.max_sentences;
}

std::size_t letters_of(const Word& word) {
  return word.kind == WordKind::number ? 0 : code_points(word.form);
}

std::size_t letters_of(const std::vector<Word>& words) {
  std::size_t sum = 0;
  for (const Word& word : words) sum += letters_of(word);
  return sum;
}

/// Of `words`, the letters in those that stand on the other side too.
std::size_t copied(const std::vector<Word>& words, const std::vector<Word>& other) {
  std::unordered_set<std::string_view> there;
  for (const Word& word : other) there.insert(word.form);
  std::size_t sum = 0;
  for (const Word& word : words) sum += there.count(word.form) > 0 ? letters_of(word) : 0;
  return sum;
}

bool is_untranslated(const Look& look) {
  const auto& [arabic, english] = look.words;
  const auto both = static_cast<double>(copied(arabic, english) + copied(english, arabic));
  const auto all = static_cast<double>(letters_of(arabic) + letters_of(english));
  return both > look.filters.max_copied * all;
}

/// Whether so much of a side's letters, at least, is in words of its script, and these are of no third language.
bool is_in(WordKind script, double least, std::string_view text, const std::vector<Word>& words) {
  std::size_t own = 0;
  for (const Word& word : words) own += word.kind == script ? letters_of(word) : 0;
  if (own == 0 || static_cast<double>(own) < least * static_cast<double>(letters_of(words)))
    return false;
  return detect_language(text) != Language::other;
}

bool is_foreign(const Look& look) {
  // Arabic texts on software leave terms in Latin letters, up to two thirds of a good sentence.
  constexpr double kLeastArabic = 1.0 / 3, kLeastEnglish = 0.5;
  return !is_in(WordKind::arabic, kLeastArabic, look.pair.arabic.text, look.words.arabic) ||
         !is_in(WordKind::latin, kLeastEnglish, look.pair.english.text, look.words.english);
}

bool is_uneven(const Look& look) {
  constexpr double kAdded = 10.0;
  const auto length = [](const std::vector<Word>& words) {
    double sum = kAdded;
    for (const Word& word : words) sum += static_cast<double>(code_points(word.form));
    return sum;
  };
  const double arabic = length(look.words.arabic), english = length(look.words.english);
  return std::max(arabic, english) > look.filters.max_length_ratio * std::min(arabic, english);
}

struct Check {
  Removal removal;
  bool (*holds)(const Look& look);
};

constexpr std::array kChecks = {Check{Removal::wrong, is_wrong},
                                Check{Removal::null, is_null},
                                Check{Removal::confidence, is_unsure},
                                Check{Removal::shape, is_large},
                                Check{Removal::untranslated, is_untranslated},
                                Check{Removal::language, is_foreign},
                                Check{Removal::length_ratio, is_uneven}};

}  // namespace

std::optional<double> confidence_of(const SegmentPair& pair) {
  if (pair.judgement == Judgement::accepted) return 1.0;
  if (!pair.score || !(*pair.score >= 0.0 && *pair.score <= 1.0)) return std::nullopt;
  return pair.score;
}

std::optional<Removal> removal_of(const SegmentPair& pair, const PairWords& words,
                                  const CorpusFilters& filters) {
  const Look look{pair, words, filters};
  for (const Check& check : kChecks) {
    const bool allowed =
        check.removal > Removal::confidence && filters.allowed.count(check.removal) > 0;
    if (!allowed && check.holds(look)) return check.removal;
  }
  return std::nullopt;
}

}  // namespace muwazi
