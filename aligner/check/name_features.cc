#include "check/name_features.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "check/letter_odds.h"
#include "check/peoples.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kMostLetters = 8.0, kLeastLetters = -14.0;  // nats
constexpr float kLinked = 0.5F;
constexpr std::uint32_t kAround = 3;  // words
constexpr double kFurthest = 6.0, kMostDisplaced = 12.0;
constexpr double kMostForeign = 8.0;  // nats
constexpr double kLeastDoubt = 0.001, kLeastTranslation = 0.001;

double letters(double evidence) { return std::clamp(evidence, kLeastLetters, kMostLetters); }

std::uint32_t between(std::uint32_t x, std::uint32_t y) { return x > y ? x - y : y - x; }

/// Of the other pairs that have a word, the share in which something is so.
double share(double times, double pairs) {
  return std::max(times, 0.0) / (std::max(pairs, 0.0) + 0.5);
}

/// The shares of the other pairs in which a word has its most usual counterpart that is here, and that is not.
template <class Here>
void add_partners(const NameCounts::Counts& counts, Here here, double& present, double& absent) {
  for (const auto& partner : counts.partners) {
    double& most = here(partner.first) ? present : absent;
    most = std::max(most, share(partner.second, counts.pairs - 1.0));
  }
}

/// The letters of the words of the pairs beside this one, which have no counterpart there.
double near(const NamePair& pair, const NameWord& word) {
  double best = kLeastLetters;
  const std::uint32_t from = pair.bead > 0 ? pair.bead - 1 : 0;
  const auto end = std::min<std::size_t>(pair.bead + 2, pair.document.beads.size());
  for (std::uint32_t k = from; k < end; ++k) {
    if (k == pair.bead) continue;
    for (const NameWord& arabic : pair.document.beads[k].arabic) {
      if (!arabic.matched) best = std::max(best, pair.alike(arabic, word.form));
    }
  }
  return best;
}

/// Of the words of a side but one, and but those beside it, which may belong to it, the share of their content that nothing
/// explains.
double rest(const std::vector<CoveredWord>& all, const NameWord& word) {
  double content = 0.5, left = 0.0;
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    if (between(k, word.number) <= 1) continue;
    content += static_cast<double>(all[k].content);
    left += static_cast<double>(all[k].uncovered);
  }
  return left / content;
}

void add_place(const NamePair& pair, const NameWord& english, const NameWord& arabic,
               NameSwap& out) {
  double apart = kFurthest, beside = 0.0;
  bool placed = false;
  for (const WordLink& link : pair.why.links) {
    const std::uint32_t from = between(link.english, english.number);
    if (from == 0 || from > kAround) continue;
    const float strength = std::max(link.of_arabic, link.of_english);
    const std::uint32_t to = between(link.arabic, arabic.number);
    if (from == 1 && to == 1) beside = std::max(beside, static_cast<double>(strength));
    if (strength < kLinked) continue;
    placed = true;
    apart = std::min(apart, static_cast<double>(to));
  }
  out[NameFeature::apart] = apart;
  out[NameFeature::no_place] = placed ? 0.0 : 1.0;
  out[NameFeature::beside_linked] = beside;
  const auto place = [](std::uint32_t number, std::size_t words) {
    return (static_cast<double>(number) + 0.5) / static_cast<double>(words);
  };
  const double off = place(arabic.number, pair.why.arabic_words.size()) -
                     place(english.number, pair.why.english_words.size());
  out[NameFeature::displaced] =
      std::min(std::abs(off) * static_cast<double>(pair.why.arabic_words.size()), kMostDisplaced);
}

}  // namespace

NameSwap arabic_features(const NamePair& pair, const NameWord& word, double spare, double left) {
  NameSwap out;
  out.bytes = word.bytes;
  const std::string& own = pair.stem(word);
  const NameLexicon::Nature nature = pair.document.lexicon.nature(pair.arabic(word));
  out[NameFeature::of_spare] = spare;
  out[NameFeature::of_left] = left;
  out[NameFeature::of_known] = nature.known ? 1.0 : 0.0;
  double best = kLeastLetters;
  for (const std::string& form : pair.english_forms) {
    const double now = pair.alike(word, form);
    if (spare == 0.0 || now < NameReader::kSurelySame) best = std::max(best, now);
  }
  out[NameFeature::of_letters] = letters(best);
  out[NameFeature::of_names] = nature.names;
  out[NameFeature::of_mutual] = nature.mutual;
  out[NameFeature::of_capitalised] =
      std::log((nature.capitalised + 0.01) / (nature.in_lower_case + 0.01));
  out[NameFeature::of_translations] = std::log(nature.capitalised + nature.in_lower_case + 0.01);
  out[NameFeature::of_adjective] = is_adjective(word.form) ? 1.0 : 0.0;
  out[NameFeature::of_people] = spare == 0.0 && pair.lacks_kin(word) ? 1.0 : 0.0;
  const NameCounts::Counts& counts = pair.document.counts.arabic(own);
  out[NameFeature::of_matched] = share(counts.matched, counts.pairs - 1.0);
  const auto here = [&](const std::string& partner) {
    return spare == 0.0 && std::any_of(pair.english_forms.begin(), pair.english_forms.end(),
                                       [&](const std::string& form) {
                                         return form == partner || related(form, partner);
                                       });
  };
  add_partners(counts, here, out[NameFeature::of_partner_here], out[NameFeature::of_partner]);
  out[NameFeature::of_times] = std::log(counts.pairs);
  out[NameFeature::of_content] = static_cast<double>(word.content);
  out[NameFeature::of_article] = has_article(pair.arabic(word)) ? 1.0 : 0.0;
  out[NameFeature::of_rest] = rest(pair.why.arabic_words, word);
  for (const NameWord& other : pair.names.arabic) {
    if (between(other.number, word.number) == 1 && other.matched)
      out[NameFeature::of_beside_matched] += 1.0;
  }
  out[NameFeature::of_size] = std::log(static_cast<double>(code_points(own)));
  out[NameFeature::of_foreign] = std::clamp(odds_of_name(own), -kMostForeign, kMostForeign);
  return out;
}

NameSwap english_features(const NamePair& pair, const NameWord& word, std::size_t suspects,
                          std::size_t candidates) {
  NameSwap out;
  double best = kLeastLetters;
  for (const NameWord& arabic : pair.names.arabic)
    best = std::max(best, pair.alike(arabic, word.form));
  out[NameFeature::letters] = letters(best);
  out[NameFeature::letters_near] = letters(near(pair, word));
  const std::optional<double> known = pair.translated(word);
  out[NameFeature::left] = known.value_or(1.0) < NameLexicon::kTranslated ? 1.0 : word.left;
  out[NameFeature::known] = known ? 1.0 : 0.0;
  out[NameFeature::name] = pair.document.lexicon.capitalised(pair.tokens(word));
  out[NameFeature::translated] = std::log(known.value_or(0.0) + kLeastTranslation);
  out[NameFeature::people] = Peoples::get().english(word.form).empty() ? 0.0 : 1.0;
  out[NameFeature::first] = word.first ? 1.0 : 0.0;
  out[NameFeature::lower] = pair.document.counts.in_lower_case(word.form) ? 1.0 : 0.0;
  const NameCounts::Counts& counts = pair.document.counts.english(word.form);
  out[NameFeature::matched] = share(counts.matched, counts.pairs - 1.0);
  const auto here = [&](const std::string& partner) {
    return std::any_of(pair.names.arabic.begin(), pair.names.arabic.end(),
                       [&](const NameWord& arabic) { return pair.stem(arabic) == partner; });
  };
  add_partners(counts, here, out[NameFeature::partner_here], out[NameFeature::partner]);
  out[NameFeature::times] = std::log(counts.pairs);
  out[NameFeature::content] = static_cast<double>(word.content);
  out[NameFeature::acronym] = word.acronym ? 1.0 : 0.0;
  out[NameFeature::size] = std::log(static_cast<double>(code_points(word.form)));
  out[NameFeature::rest] = rest(pair.why.english_words, word);
  for (const NameWord& other : pair.names.english) {
    if (between(other.number, word.number) != 1) continue;
    if (other.matched) out[NameFeature::beside_matched] += 1.0;
    if (!other.matched && other.left >= 0.5) out[NameFeature::beside_left] += 1.0;
  }
  out[NameFeature::doubt] = std::log(
      kLeastDoubt + 1.0 - static_cast<double>(pair.document.view.beads()[pair.bead].posterior));
  out[NameFeature::others] = std::log(static_cast<double>(suspects));
  out[NameFeature::candidates] = std::log(static_cast<double>(candidates));
  return out;
}

NameSwap joint_features(const NamePair& pair, const NameWord& english, const NameWord& arabic,
                        const NameSwap& of_english, const NameSwap& of_arabic) {
  NameSwap out = of_arabic;
  for (std::size_t k = 0; k < kNameFeatures; ++k) out.features[k] += of_english.features[k];
  out[NameFeature::alike] = letters(pair.alike(arabic, english.form));
  const NameCounts::Counts& counts = pair.document.counts.arabic(pair.stem(arabic));
  const auto found = counts.partners.find(english.form);
  if (found != counts.partners.end())
    out[NameFeature::partners] = share(found->second, counts.pairs);
  out[NameFeature::related] =
      std::any_of(counts.partners.begin(), counts.partners.end(),
                  [&](const auto& partner) { return related(partner.first, english.form); })
          ? 1.0
          : 0.0;
  add_place(pair, english, arabic, out);
  return out;
}

}  // namespace muwazi::check
