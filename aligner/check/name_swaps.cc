#include "check/name_swaps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "anchor/tables.h"
#include "check/peoples.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kLeftOver = 0.3;  // share of a word's content, from which it is looked at
constexpr double kUsuallyCapitalised = 0.3;  // share of the occurrences of a name
constexpr double kSurelyTranslated =
    NameLexicon::kTranslated;  // by the lexicon, whatever the document says
constexpr double kMostLetters = 8.0, kLeastLetters = -14.0;  // nats
constexpr float kLinked = 0.5F;
constexpr std::size_t kMostWords = 400;  // of a side: the time grows with its square
constexpr std::uint32_t kAround = 3;     // words
constexpr double kFurthest = 6.0, kMostDisplaced = 12.0;
constexpr double kLeastContent = 0.1, kLeastDoubt = 0.001, kLeastTranslation = 0.001;

/// Of words that are made of names and nouns.
constexpr std::array<std::string_view, 4> kEndings = {"يون", "يين", "ية", "ي"};

bool is_adjective(std::string_view form) {
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return form.ends_with(ending); });
}

/// The name that the people of a place or the followers of a person are called by.
std::string without_ending(const std::string& form) {
  for (const std::string_view ending : kEndings) {
    if (form.ends_with(ending) && code_points(form) >= code_points(ending) + 3)
      return form.substr(0, form.size() - ending.size());
  }
  return form;
}

double letters(double evidence) { return std::clamp(evidence, kLeastLetters, kMostLetters); }

std::uint32_t between(std::uint32_t x, std::uint32_t y) { return x > y ? x - y : y - x; }

/// Of the other pairs that have a word, the share in which something is so.
double share(double times, double pairs) {
  return std::max(times, 0.0) / (std::max(pairs, 0.0) + 0.5);
}

}  // namespace

/// One pair, as it is looked at.
class NameSwapReader::Pair {
 public:
  Pair(NameSwapReader& of, std::uint32_t bead)
      : of_(of), bead_(bead), names_(of.beads_[bead]), why_(of.view_.bitext.explanations[bead]) {
    for (const CoveredWord& word : why_.english_words) {
      const std::string_view text = slice(of.view_.english.sentence(word.sentence), word.bytes);
      const std::string form = comparison_form(text);
      forms_.insert(form);
      std::size_t at = 0;
      if (!text.empty() && is_upper(next(text, at))) {  // no turkey, no china
        for (const std::uint32_t people : Peoples::get().english(form)) ++of_english_[people];
      }
      for (const std::uint32_t token : of.lexicon_.english_tokens(text)) tokens_.insert(token);
    }
    for (const NameWord& word : names_.arabic) {
      for (const std::uint32_t people : Peoples::get().arabic(word.form)) ++of_arabic_[people];
    }
  }

  [[nodiscard]] std::vector<SuspectName> run() {
    std::vector<SuspectName> out;
    std::vector<const NameWord*> suspects;
    for (const NameWord& word : names_.english) {
      if (is_suspect(word)) suspects.push_back(&word);
    }
    if (suspects.empty()) return out;
    read_arabic();
    if (arabic_.empty()) return out;
    for (const NameWord* const word : suspects) {
      SuspectName suspect{bead_, word->bytes, {}};
      const NameSwap common = of_english(*word, suspects.size());
      for (const auto& [arabic, own] : arabic_)
        suspect.swaps.push_back(both(*word, *arabic, common, own));
      out.push_back(std::move(suspect));
    }
    return out;
  }

 private:
  [[nodiscard]] bool is_suspect(const NameWord& word) {
    if (word.matched || anchor::Tables::get().month(word.form) || has_kin(word)) return false;
    if (word.first && is_usual_word(word)) return false;
    if (word.left >= kLeftOver) return true;
    return translated(word).value_or(1.0) < kSurelyTranslated;
  }

  /// Whether the lexicon knows a word that hardly ever has a capital.
  [[nodiscard]] bool is_usual_word(const NameWord& word) const {
    const std::vector<std::uint32_t> tokens =
        of_.lexicon_.english_tokens(slice(of_.view_.english.text, word.bytes));
    return !tokens.empty() && of_.lexicon_.capitalised(tokens) < kUsuallyCapitalised;
  }

  /// Whether the Arabic has the country, if the English has its people, or the other way round.
  [[nodiscard]] bool has_kin(const NameWord& word) const {
    const std::vector<std::uint32_t> own = Peoples::get().english(word.form);
    return std::any_of(own.begin(), own.end(),
                       [&](std::uint32_t people) { return of_arabic_.contains(people); });
  }

  /// By the lexicon alone, which the document has not been learnt into; nullopt for a word that it does not have.
  [[nodiscard]] std::optional<double> translated(const NameWord& word) {
    const std::vector<std::uint32_t> tokens =
        of_.lexicon_.english_tokens(slice(of_.view_.english.text, word.bytes));
    if (tokens.empty()) return std::nullopt;
    const std::unordered_set<std::uint32_t> wanted(tokens.begin(), tokens.end());
    double best = 0.0;
    for (const NameWord& arabic : names_.arabic)
      best = std::max(best,
                      of_.lexicon_.translation(slice(of_.view_.arabic.text, arabic.bytes), wanted));
    return best;
  }

  [[nodiscard]] double alike(const NameWord& arabic, const std::string& latin) {
    return std::max(of_.reader_.evidence(arabic.form, latin),
                    of_.reader_.evidence(without_ending(arabic.form), latin));
  }

  /// The Arabic words that may be names, with what is said of them alone.
  void read_arabic() {
    double left = 0.0;
    for (const NameWord& word : names_.arabic) left += word.left >= 0.5 ? 1.0 : 0.0;
    const std::map<std::string, double> spare = spare_words();
    for (const NameWord& word : names_.arabic) {
      if (static_cast<double>(word.content) < kLeastContent) continue;
      if (anchor::Tables::get().month(word.form)) continue;
      const double more = spare.at(bare(word.form));
      const double own_left = left_of(word);
      if (more == 0.0 && (word.matched || own_left < kLeftOver)) continue;
      arabic_.emplace_back(&word, of_arabic(word, more));
      arabic_.back().second[NameFeature::of_left] = own_left;
      arabic_.back().second[NameFeature::of_others] = std::log(left + 1.0);
    }
  }

  /// The share of an Arabic word that nothing explains: all of a name that the lexicon knows by other words, though the
  /// document may have been learnt to have these for it.
  [[nodiscard]] double left_of(const NameWord& word) {
    const std::string_view text = slice(of_.view_.arabic.text, word.bytes);
    if (word.left >= kLeftOver || word.matched || !of_.lexicon_.is_name(text)) return word.left;
    return of_.lexicon_.translation(text, tokens_) < kSurelyTranslated ? 1.0 : word.left;
  }

  /// How often the pair has an Arabic word more than English ones that it has something of: a name that comes twice, and
  /// once became another one. 0 for a word that comes once.
  std::map<std::string, double> spare_words() {
    std::map<std::string, double> times, of_people;
    std::map<std::string, std::set<std::uint32_t>> english;
    std::map<std::uint32_t, std::string> forms;
    for (const NameWord& word : names_.arabic) {
      const std::string& form = forms[word.number] = bare(word.form);
      times[form] += 1.0;
      of_people[form] = std::max(of_people[form], spare_of_people(word.form));
      for (const NameWord& other : names_.english) {
        if (other.matched && of_.reader_.evidence(word.form, other.form) >= NameReader::kSurelySame)
          english[form].insert(other.number);
      }
    }
    for (const WordLink& link : why_.links) {
      const auto form = forms.find(link.arabic);
      if (form != forms.end() && std::min(link.of_arabic, link.of_english) >= kLinked)
        english[form->second].insert(link.english);
    }
    for (auto& [form, count] : times) {
      const double here = static_cast<double>(english[form].size());
      count = std::max(count > 1.0 ? count - here : 0.0, of_people[form]);
    }
    return times;
  }

  /// The same of a country and its people together, where a word is one of these: "Italy" and "Italian".
  [[nodiscard]] double spare_of_people(const std::string& form) const {
    int most = 0;
    for (const std::uint32_t people : Peoples::get().arabic(form)) {
      const auto english = of_english_.find(people);
      if (english == of_english_.end()) continue;
      most = std::max(most, of_arabic_.at(people) - english->second);
    }
    return most;
  }

  /// `more`: how often it is spare; what it has elsewhere in the pair then is not its own.
  NameSwap of_arabic(const NameWord& word, double more) {
    NameSwap out;
    out.bytes = word.bytes;
    const std::string own = bare(word.form);
    const NameLexicon::Nature nature =
        of_.lexicon_.nature(slice(of_.view_.arabic.text, word.bytes));
    out[NameFeature::of_spare] = more;
    out[NameFeature::of_known] = nature.known ? 1.0 : 0.0;
    double best = kLeastLetters;
    for (const std::string& form : forms_) {
      const double now = alike(word, form);
      if (more == 0.0 || now < NameReader::kSurelySame) best = std::max(best, now);
    }
    out[NameFeature::of_letters] = letters(best);
    out[NameFeature::of_names] = nature.names;
    out[NameFeature::of_mutual] = nature.mutual;
    out[NameFeature::of_capitalised] =
        std::log((nature.capitalised + 0.01) / (nature.in_lower_case + 0.01));
    out[NameFeature::of_translations] = std::log(nature.capitalised + nature.in_lower_case + 0.01);
    out[NameFeature::of_adjective] = is_adjective(word.form) ? 1.0 : 0.0;
    const NameCounts::Counts& counts = of_.counts_.arabic(own);
    out[NameFeature::of_matched] = share(counts.matched, counts.pairs - 1.0);
    const auto here = [&](const std::string& partner) {
      return more == 0.0 && std::any_of(forms_.begin(), forms_.end(), [&](const std::string& form) {
               return form == partner || related(form, partner);
             });
    };
    add_partners(counts, here, out[NameFeature::of_partner_here], out[NameFeature::of_partner]);
    out[NameFeature::of_times] = std::log(counts.pairs);
    out[NameFeature::of_content] = static_cast<double>(word.content);
    for (const NameWord& other : names_.arabic) {
      if (between(other.number, word.number) == 1 && other.matched)
        out[NameFeature::of_beside_matched] += 1.0;
    }
    out[NameFeature::of_size] = std::log(static_cast<double>(code_points(own)));
    return out;
  }

  /// The shares of the other pairs in which a word has its most usual counterpart that is here, and that is not.
  template <class Here>
  static void add_partners(const NameCounts::Counts& counts, Here here, double& present,
                           double& absent) {
    for (const auto& partner : counts.partners) {
      double& most = here(partner.first) ? present : absent;
      most = std::max(most, share(partner.second, counts.pairs - 1.0));
    }
  }

  NameSwap of_english(const NameWord& word, std::size_t others) {
    NameSwap out;
    double best = kLeastLetters;
    for (const NameWord& arabic : names_.arabic) best = std::max(best, alike(arabic, word.form));
    out[NameFeature::letters] = letters(best);
    out[NameFeature::letters_near] = letters(near(word));
    const std::optional<double> known = translated(word);
    out[NameFeature::left] = known.value_or(1.0) < kSurelyTranslated ? 1.0 : word.left;
    out[NameFeature::known] = known ? 1.0 : 0.0;
    out[NameFeature::name] = of_.lexicon_.capitalised(
        of_.lexicon_.english_tokens(slice(of_.view_.english.text, word.bytes)));
    out[NameFeature::translated] = std::log(known.value_or(0.0) + kLeastTranslation);
    out[NameFeature::first] = word.first ? 1.0 : 0.0;
    out[NameFeature::lower] = of_.counts_.in_lower_case(word.form) ? 1.0 : 0.0;
    const NameCounts::Counts& counts = of_.counts_.english(word.form);
    out[NameFeature::matched] = share(counts.matched, counts.pairs - 1.0);
    const auto here = [&](const std::string& partner) {
      return std::any_of(names_.arabic.begin(), names_.arabic.end(),
                         [&](const NameWord& arabic) { return bare(arabic.form) == partner; });
    };
    add_partners(counts, here, out[NameFeature::partner_here], out[NameFeature::partner]);
    out[NameFeature::times] = std::log(counts.pairs);
    out[NameFeature::content] = static_cast<double>(word.content);
    for (const NameWord& other : names_.english) {
      if (between(other.number, word.number) != 1) continue;
      if (other.matched) out[NameFeature::beside_matched] += 1.0;
      if (!other.matched && other.left >= 0.5) out[NameFeature::beside_left] += 1.0;
    }
    out[NameFeature::doubt] =
        std::log(kLeastDoubt + 1.0 - static_cast<double>(of_.view_.beads()[bead_].posterior));
    out[NameFeature::others] = std::log(static_cast<double>(others));
    return out;
  }

  /// The letters of the words of the pairs beside this one, which have no counterpart there.
  double near(const NameWord& word) {
    double best = kLeastLetters;
    const std::uint32_t from = bead_ > 0 ? bead_ - 1 : 0;
    const auto end = std::min<std::size_t>(bead_ + 2, of_.beads_.size());
    for (std::uint32_t k = from; k < end; ++k) {
      if (k == bead_) continue;
      for (const NameWord& arabic : of_.beads_[k].arabic) {
        if (!arabic.matched) best = std::max(best, alike(arabic, word.form));
      }
    }
    return best;
  }

  NameSwap both(const NameWord& english, const NameWord& arabic, const NameSwap& common,
                const NameSwap& own) {
    NameSwap out = own;
    for (std::size_t k = 0; k < kNameFeatures; ++k) out.features[k] += common.features[k];
    out[NameFeature::alike] = letters(alike(arabic, english.form));
    const NameCounts::Counts& counts = of_.counts_.arabic(bare(arabic.form));
    const auto found = counts.partners.find(english.form);
    if (found != counts.partners.end())
      out[NameFeature::partners] = share(found->second, counts.pairs);
    out[NameFeature::related] =
        std::any_of(counts.partners.begin(), counts.partners.end(),
                    [&](const auto& partner) { return related(partner.first, english.form); })
            ? 1.0
            : 0.0;
    add_place(english, arabic, out);
    return out;
  }

  void add_place(const NameWord& english, const NameWord& arabic, NameSwap& out) const {
    double apart = kFurthest, beside = 0.0;
    bool placed = false;
    for (const WordLink& link : why_.links) {
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
    const double off = place(arabic.number, why_.arabic_words.size()) -
                       place(english.number, why_.english_words.size());
    out[NameFeature::displaced] =
        std::min(std::abs(off) * static_cast<double>(why_.arabic_words.size()), kMostDisplaced);
  }

  NameSwapReader& of_;
  std::uint32_t bead_;
  const BeadNames& names_;
  const Explanation& why_;
  std::unordered_set<std::uint32_t> tokens_;             ///< of the English words
  std::unordered_set<std::string> forms_;                ///< of the English words
  std::map<std::uint32_t, int> of_english_, of_arabic_;  ///< how often each of Peoples is there
  std::vector<std::pair<const NameWord*, NameSwap>> arabic_;
};

namespace {

std::vector<BeadNames> read_all(NameReader& reader, std::size_t beads) {
  std::vector<BeadNames> out;
  for (std::uint32_t k = 0; k < beads; ++k) out.push_back(reader.read(k));
  return out;
}

}  // namespace

NameSwapReader::NameSwapReader(const BitextView& view, const NameModel& names,
                               const Lexicon& lexicon)
    : view_(view),
      reader_(view, names),
      lexicon_(lexicon, view),
      beads_(read_all(reader_, view.beads().size())),
      counts_(view, beads_, lexicon_) {}

std::vector<SuspectName> NameSwapReader::suspects(std::uint32_t bead) {
  const Explanation& why = view_.bitext.explanations[bead];
  if (view_.beads()[bead].null() || why.english_words.size() > kMostWords ||
      why.arabic_words.size() > kMostWords)
    return {};
  return Pair(*this, bead).run();
}

}  // namespace muwazi::check
