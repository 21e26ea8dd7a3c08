#include "check/name_counts.h"

#include <algorithm>
#include <set>
#include <utility>

#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr float kPaired = 0.5F;  // share of both words' content that the other explains

const NameWord* word_of(const std::vector<NameWord>& words, std::uint32_t number) {
  const auto found = std::lower_bound(
      words.begin(), words.end(), number,
      [](const NameWord& word, std::uint32_t wanted) { return word.number < wanted; });
  return found == words.end() || found->number != number ? nullptr : &*found;
}

/// Of the words of a bead.
template <class FormOf>
void add_words(const std::vector<NameWord>& words, FormOf form_of,
               std::unordered_map<std::string, NameCounts::Counts>& table) {
  std::map<std::string, bool> here;  // and whether it is matched
  for (const NameWord& word : words) {
    bool& matched = here[form_of(word)];
    matched = matched || word.matched;
  }
  for (const auto& [form, matched] : here) {
    NameCounts::Counts& counts = table[form];
    counts.pairs += 1.0;
    counts.matched += matched ? 1.0 : 0.0;
  }
}

}  // namespace

NameCounts::NameCounts(const BitextView& view, const std::vector<BeadNames>& beads,
                       NameLexicon& lexicon) {
  const auto stem = [&](const NameWord& word) {
    return lexicon.stem(slice(view.arabic.text, word.bytes));
  };
  for (std::uint32_t k = 0; k < beads.size(); ++k) {
    add_words(beads[k].arabic, stem, arabic_);
    add_words(
        beads[k].english, [](const NameWord& word) { return word.form; }, english_);
    add_pairs(view, k, beads[k], lexicon);
    add_lower_case(view, k);
  }
}

void NameCounts::add_pairs(const BitextView& view, std::uint32_t bead, const BeadNames& names,
                           NameLexicon& lexicon) {
  std::set<std::pair<std::string, std::string>> here;
  for (const WordLink& link : view.bitext.explanations[bead].links) {
    if (std::min(link.of_arabic, link.of_english) < kPaired) continue;
    const NameWord* const arabic = word_of(names.arabic, link.arabic);
    const NameWord* const english = word_of(names.english, link.english);
    if (arabic == nullptr || english == nullptr) continue;
    const bool alike = arabic->matched && english->matched;
    const std::string_view text = slice(view.arabic.text, arabic->bytes);
    if (!alike && lexicon.contradicts(text, slice(view.english.text, english->bytes))) continue;
    here.emplace(lexicon.stem(text), english->form);
  }
  for (const auto& [arabic, english] : here) {
    arabic_[arabic].partners[english] += 1.0;
    english_[english].partners[arabic] += 1.0;
  }
}

void NameCounts::add_lower_case(const BitextView& view, std::uint32_t bead) {
  for (const CoveredWord& word : view.bitext.explanations[bead].english_words) {
    const std::string_view text = slice(view.english.sentence(word.sentence), word.bytes);
    std::size_t at = 0;
    if (!text.empty() && is_lower(next(text, at))) in_lower_case_.insert(comparison_form(text));
  }
}

const NameCounts::Counts& NameCounts::arabic(const std::string& form) const {
  static const Counts none;
  const auto found = arabic_.find(form);
  return found == arabic_.end() ? none : found->second;
}

const NameCounts::Counts& NameCounts::english(const std::string& form) const {
  static const Counts none;
  const auto found = english_.find(form);
  return found == english_.end() ? none : found->second;
}

}  // namespace muwazi::check
