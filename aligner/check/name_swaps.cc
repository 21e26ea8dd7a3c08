#include "check/name_swaps.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace muwazi::check {
namespace {

constexpr double kLeftOver = 0.3;  // share of a word's content, from which it is looked at
constexpr double kMostlyLeft = 0.5;
constexpr double kGiven = 0.01, kSurelyGiven = 0.1;  // probability in both directions
constexpr double kLikelySame = 1.5;                  // nats of letter evidence
constexpr double kUsuallyCapitalised = 0.3;          // share of the occurrences of a name
constexpr double kMostlyNames = 0.5;                 // of the same
constexpr double kLeastContent = 0.1;

/// Whether the lexicon knows a word that hardly ever has a capital.
bool is_usual_word(const NamePair& pair, const NameWord& english) {
  const std::vector<std::uint32_t> tokens = pair.tokens(english);
  return !tokens.empty() && pair.document.lexicon.capitalised(tokens) < kUsuallyCapitalised;
}

bool is_suspect(const NamePair& pair, const NameWord& english) {
  if (english.matched || is_month(english.form) || pair.has_kin(english)) return false;
  if (pair.latin_forms.contains(english.form)) return false;
  if (english.first && is_usual_word(pair, english)) return false;
  if (english.left >= kLeftOver) return true;
  return pair.translated(english).value_or(1.0) < NameLexicon::kTranslated;
}

/// The share of an Arabic word that nothing explains. All of a name that the lexicon knows by other words, though the document
/// may have been learnt to have these for it; nothing of a word whose translation without its particles is there.
double left_of(const NamePair& pair, const NameWord& arabic) {
  NameLexicon& lexicon = pair.document.lexicon;
  const std::string_view text = pair.arabic(arabic);
  const double given = lexicon.given(text, pair.english_tokens);
  if (arabic.left >= kLeftOver) return given >= kSurelyGiven ? 0.0 : arabic.left;
  return !arabic.matched && given < kGiven && lexicon.is_name(text) ? 1.0 : arabic.left;
}

/// An Arabic word that may be a name, with what speaks for it alone.
using ArabicName = std::pair<const NameWord*, NameSwap>;

/// Whether it is likely to be a name, whatever stands around it.
bool is_named(const NameSwap& arabic) {
  return arabic[NameFeature::of_known] > 0.0 ? arabic[NameFeature::of_names] >= kMostlyNames
                                             : arabic[NameFeature::of_foreign] > 0.0;
}

std::vector<ArabicName> arabic_names(const NamePair& pair) {
  std::vector<ArabicName> out;
  const std::vector<NameWord>& all = pair.names.arabic;
  const auto mostly_left = std::count_if(
      all.begin(), all.end(), [](const NameWord& word) { return word.left >= kMostlyLeft; });
  const std::map<std::string, double> spares = pair.spare_words();
  for (const NameWord& word : all) {
    if (word.known && static_cast<double>(word.content) < kLeastContent) continue;
    if (pair.english_months && is_month(word.form)) continue;
    const double spare = spares.at(pair.stem(word));
    const double left = left_of(pair, word);
    if (spare == 0.0 && (word.matched || left < kLeftOver)) continue;
    out.emplace_back(&word, arabic_features(pair, word, spare, left));
    out.back().second[NameFeature::of_others] = std::log(static_cast<double>(mostly_left) + 1.0);
  }
  const auto named = std::count_if(out.begin(), out.end(),
                                   [](const ArabicName& word) { return is_named(word.second); });
  for (ArabicName& word : out)
    word.second[NameFeature::of_named] = std::log(static_cast<double>(named) + 1.0);
  return out;
}

/// Takes out what is each other's likeliest name by the letters: where nothing else is left to be either, less evidence than
/// makes names of any two words will do.
void drop_likely_same(const NamePair& pair, std::vector<const NameWord*>& suspects,
                      std::vector<ArabicName>& arabic) {
  const auto of_english = [&](const NameWord* word) {
    return std::max_element(arabic.begin(), arabic.end(), [&](const auto& x, const auto& y) {
      return pair.alike(*x.first, word->form) < pair.alike(*y.first, word->form);
    });
  };
  const auto of_arabic = [&](const NameWord* word) {
    return *std::max_element(suspects.begin(), suspects.end(), [&](const auto* x, const auto* y) {
      return pair.alike(*word, x->form) < pair.alike(*word, y->form);
    });
  };
  std::set<const NameWord*> same;
  for (const NameWord* const word : suspects) {
    const NameWord* const best = of_english(word)->first;
    if (pair.alike(*best, word->form) >= kLikelySame && of_arabic(best) == word)
      same.insert({word, best});
  }
  std::erase_if(suspects, [&](const NameWord* word) { return same.contains(word); });
  std::erase_if(arabic, [&](const ArabicName& word) { return same.contains(word.first); });
}

std::vector<BeadNames> read_all(NameReader& reader, std::size_t beads) {
  std::vector<BeadNames> out;
  for (std::uint32_t k = 0; k < beads; ++k) out.push_back(reader.read(k));
  return out;
}

}  // namespace

NameSwapReader::NameSwapReader(const BitextView& view, const NameModel& names,
                               const Lexicon& lexicon, const std::vector<SharedPlaces>& shared)
    : view_(view),
      reader_(view, names, &shared),
      lexicon_(lexicon, view),
      beads_(read_all(reader_, view.beads().size())),
      counts_(view, beads_, lexicon_) {}

std::vector<SuspectName> NameSwapReader::suspects(std::uint32_t bead) {
  std::vector<SuspectName> out;
  if (view_.beads()[bead].null()) return out;
  const NameDocument document{view_, reader_, lexicon_, beads_, counts_};
  const NamePair pair(document, bead);
  std::vector<const NameWord*> suspects;
  for (const NameWord& word : pair.names.english) {
    if (is_suspect(pair, word)) suspects.push_back(&word);
  }
  if (suspects.empty()) return out;
  std::vector<ArabicName> arabic = arabic_names(pair);
  if (arabic.empty()) return out;
  drop_likely_same(pair, suspects, arabic);
  if (arabic.empty()) return out;
  for (const NameWord* const word : suspects) {
    SuspectName suspect{bead, word->number, word->bytes, {}};
    const NameSwap own = english_features(pair, *word, suspects.size(), arabic.size());
    for (const auto& [name, of_name] : arabic)
      suspect.swaps.push_back(joint_features(pair, *word, *name, own, of_name));
    out.push_back(std::move(suspect));
  }
  return out;
}

}  // namespace muwazi::check
