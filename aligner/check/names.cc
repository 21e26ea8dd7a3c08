// English marks names by capitals, Arabic does not, and much that has a capital is translated word by word. So a word is
// taken for a name only where the document pairs it with a word of the other side, by its letters or as a translation, or
// where nothing else is known of it; and it is told of only where a bead has such a word left over on both sides: one name
// in the place of another. Of an English one that the document does not know, the Arabic one has to be like a name: it and
// one English word are hardly ever given by others. Which Arabic word stands in its place, the words around the English
// one say, by where their own counterparts stand.
#include "check/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "anchor/tables.h"
#include "check/name_lexicon.h"
#include "check/name_words.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kMaybeSame = -1.0;  // and from which they may be the same one
constexpr float kChanged = 0.9F, kUnsure = 0.6F;
constexpr float kPaired = 0.5F;        // share of both words' content that the other explains
constexpr double kUsualPartner = 0.7;  // share of a word's occurrences
constexpr std::size_t kLeastPairs = 3;
constexpr std::uint32_t kAround = 3;      // words
constexpr float kLeastContent = 0.3F;     // of an Arabic word that may be a name
constexpr float kRare = 0.8F;             // content of a known word that may be a name
constexpr std::size_t kMostNames = 2000;  // of a document that a word is compared with

/// The name that the people of a place or the followers of a person are called by.
std::string without_ending(const std::string& form) {
  for (const std::string_view ending : {"يون", "يين", "ية", "ي"}) {
    if (form.ends_with(ending) && code_points(form) >= code_points(ending) + 3)
      return form.substr(0, form.size() - ending.size());
  }
  return form;
}

class Finder {
 public:
  Finder(const BitextView& view, const NameModel& names, const Lexicon& lexicon)
      : view_(view), reader_(view, names), lexicon_(lexicon, view) {
    for (std::uint32_t k = 0; k < view.beads().size(); ++k) beads_.push_back(reader_.read(k));
    for (std::uint32_t k = 0; k < beads_.size(); ++k) learn(k);
    choose_names();
  }

  [[nodiscard]] std::vector<Finding> run() {
    for (std::uint32_t k = 0; k < beads_.size(); ++k) look(k);
    return std::move(out_);
  }

 private:
  void learn(std::uint32_t bead) {
    for (const NameWord& word : beads_[bead].english) {
      if (word.matched && spelled_.size() < kMostNames) spelled_.insert(word.form);
    }
    for (const CoveredWord& word : view_.bitext.explanations[bead].english_words) {
      const std::string_view text = slice(view_.english.sentence(word.sentence), word.bytes);
      std::size_t at = 0;
      if (!text.empty() && is_lower(next(text, at))) in_lower_case_.insert(comparison_form(text));
    }
    for (const NameWord& word : beads_[bead].arabic) ++times_[bare(word.form)];
    for (const WordLink& link : view_.bitext.explanations[bead].links) {
      if (std::min(link.of_arabic, link.of_english) < kPaired) continue;
      const NameWord* const arabic = word_of(beads_[bead].arabic, link.arabic);
      const NameWord* const english = word_of(beads_[bead].english, link.english);
      if (arabic != nullptr && english != nullptr && !english->first) {
        ++pairs_[bare(arabic->form)][english->form];
      }
    }
  }

  /// Pairs of words that are names: they have each other's letters, or come again and again and hardly without each other.
  void choose_names() {
    for (const auto& [arabic, by_english] : pairs_) {
      for (const auto& [english, count] : by_english) {
        if (in_lower_case_.contains(english)) continue;
        const bool sounds = reader_.evidence(arabic, english) >= NameReader::kSurelySame;
        const double least = kUsualPartner * static_cast<double>(times_[arabic]);
        if (!sounds && (count < kLeastPairs || static_cast<double>(count) < least)) continue;
        english_[arabic].insert(english);
        arabic_[english].insert(arabic);
      }
    }
  }

  static const NameWord* word_of(const std::vector<NameWord>& words, std::uint32_t number) {
    const auto found = std::lower_bound(
        words.begin(), words.end(), number,
        [](const NameWord& word, std::uint32_t wanted) { return word.number < wanted; });
    return found == words.end() || found->number != number ? nullptr : &*found;
  }

  [[nodiscard]] bool is_name(const NameWord& english) const {
    return (spelled_.contains(english.form) && !in_lower_case_.contains(english.form)) ||
           arabic_.contains(english.form);
  }

  /// A name that neither translates nor sounds like any Arabic word of the bead and of its neighbours.
  bool alone(std::uint32_t bead, const NameWord& english) {
    if (english.covered || english.matched || anchor::Tables::get().month(english.form))
      return false;
    if (english.first && !is_name(english)) return false;
    const auto known = arabic_.find(english.form);
    const std::uint32_t from = bead > 0 ? bead - 1 : 0;
    const auto end = std::min<std::size_t>(bead + 2, beads_.size());
    for (std::uint32_t near = from; near < end; ++near) {
      for (const NameWord& arabic : beads_[near].arabic) {
        if (near == bead && known != arabic_.end() && known->second.contains(bare(arabic.form)))
          return false;
        if (near != bead && arabic.matched) continue;  // it has its counterpart there
        const double least = near == bead ? kMaybeSame : NameReader::kSurelySame;
        if (reader_.evidence(arabic.form, english.form) > least ||
            reader_.evidence(without_ending(arabic.form), english.form) > least) {
          return false;
        }
      }
    }
    return true;
  }

  /// A word that is a name elsewhere in the document, and comes here more often than that name does.
  bool misses_its_name(std::uint32_t bead, const NameWord& arabic) {
    const auto [place, fresh] = misses_.try_emplace({bead, arabic.form}, false);
    if (fresh) place->second = find_whether_it_misses(bead, arabic);
    return place->second;
  }

  bool find_whether_it_misses(std::uint32_t bead, const NameWord& arabic) {
    const std::string own = bare(arabic.form);
    const auto known = english_.find(own);
    if (known == english_.end()) return false;
    const std::vector<NameWord>& all = beads_[bead].arabic;
    const auto times = std::count_if(all.begin(), all.end(),
                                     [&](const NameWord& word) { return bare(word.form) == own; });
    const auto& words = view_.bitext.explanations[bead].english_words;
    return times > std::count_if(words.begin(), words.end(), [&](const CoveredWord& word) {
             const std::string form =
                 comparison_form(slice(view_.english.sentence(word.sentence), word.bytes));
             return reader_.evidence(arabic.form, form) > kMaybeSame ||
                    std::any_of(known->second.begin(), known->second.end(),
                                [&](const std::string& name) { return related(name, form); });
           });
  }

  static bool left_over(const NameWord& arabic) {
    return !arabic.covered && !arabic.matched && (!arabic.known || arabic.content >= kRare) &&
           code_points(arabic.form) >= NameReader::kLeastLetters;
  }

  /// Where the counterparts of the words around an English word stand, by the links of words that say much.
  [[nodiscard]] std::vector<std::uint32_t> around(std::uint32_t bead, std::uint32_t english) const {
    std::vector<std::uint32_t> out;
    for (const WordLink& link : view_.bitext.explanations[bead].links) {
      const std::uint32_t apart =
          link.english > english ? link.english - english : english - link.english;
      if (apart > 0 && apart <= kAround && std::max(link.of_arabic, link.of_english) >= kPaired)
        out.push_back(link.arabic);
    }
    return out;
  }

  /// Whether an English word is made of a name that the document has for the Arabic one: "Chinese" of "China".
  [[nodiscard]] bool gives(const NameWord& arabic, const NameWord& english) const {
    const auto known = english_.find(bare(arabic.form));
    return known != english_.end() &&
           std::any_of(known->second.begin(), known->second.end(),
                       [&](const std::string& name) { return related(name, english.form); });
  }

  /// The Arabic word that nothing of the bead explains and that stands where the counterpart of an English one would.
  [[nodiscard]] const NameWord* in_its_place(std::uint32_t bead, const NameWord& english,
                                             bool like_name = false) {
    const std::vector<std::uint32_t> places = around(bead, english.number);
    const NameWord* best = nullptr;
    std::uint32_t nearest = kAround;
    for (const NameWord& arabic : beads_[bead].arabic) {
      if (arabic.covered || arabic.matched || arabic.content < kLeastContent) continue;
      if (gives(arabic, english) || lexicon_.is_word(slice(view_.arabic.text, arabic.bytes)))
        continue;
      if (like_name && !lexicon_.is_like_name(slice(view_.arabic.text, arabic.bytes))) continue;
      for (const std::uint32_t place : places) {
        const std::uint32_t apart =
            arabic.number > place ? arabic.number - place : place - arabic.number;
        if (apart > nearest || (apart == nearest && best != nullptr)) continue;
        best = &arabic;
        nearest = apart;
      }
    }
    return best;
  }

  [[nodiscard]] bool stands_near(std::uint32_t bead, const NameWord& english,
                                 const NameWord& arabic) const {
    const std::vector<std::uint32_t> places = around(bead, english.number);
    return std::any_of(places.begin(), places.end(), [&](std::uint32_t place) {
      return std::max(place, arabic.number) - std::min(place, arabic.number) <= kAround;
    });
  }

  /// Beside a word with a capital that is no name by its letters: "Academy Award".
  [[nodiscard]] bool in_title(std::uint32_t bead, const NameWord& english) const {
    const std::vector<NameWord>& words = beads_[bead].english;
    return std::any_of(words.begin(), words.end(), [&](const NameWord& other) {
      return !other.matched &&
             (other.number + 1 == english.number || english.number + 1 == other.number);
    });
  }

  /// The name in whose place a word stands that the document does not know as one: an Arabic one that is missing, or that
  /// is like a name.
  [[nodiscard]] const NameWord* replaced(std::uint32_t bead, const NameWord& english,
                                         const std::vector<const NameWord*>& missing) {
    if (is_name(english) || in_lower_case_.contains(english.form) || in_title(bead, english))
      return nullptr;
    const auto near = std::find_if(missing.begin(), missing.end(), [&](const NameWord* arabic) {
      return stands_near(bead, english, *arabic) &&
             lexicon_.is_like_name(slice(view_.arabic.text, arabic->bytes));
    });
    return near != missing.end() ? *near : in_its_place(bead, english, true);
  }

  void look(std::uint32_t bead) {
    std::vector<const NameWord*> english;
    for (const NameWord& word : beads_[bead].english) {
      if (alone(bead, word)) english.push_back(&word);
    }
    const std::vector<NameWord>& words = beads_[bead].arabic;
    std::vector<const NameWord*> missing;
    for (const NameWord& word : words) {
      if (misses_its_name(bead, word)) missing.push_back(&word);
    }
    const auto in_place_of_a_name = [&](const NameWord* word) {
      const NameWord* const arabic = word->known ? in_its_place(bead, *word) : nullptr;
      return arabic != nullptr && misses_its_name(bead, *arabic);
    };
    const auto sure = std::find_if(english.begin(), english.end(), in_place_of_a_name);
    if (sure != english.end()) {
      const ByteRange place = in_its_place(bead, **sure)->bytes;
      return add(bead, whole({sure, english.end()}), place, true);
    }
    for (const NameWord* const word : english) {
      if (const NameWord* const arabic = replaced(bead, *word, missing))
        return add(bead, word->bytes, arabic->bytes, true);
    }
    std::erase_if(english, [&](const NameWord* word) { return word->known && !is_name(*word); });
    if (english.empty()) return;
    if (!missing.empty()) return add(bead, whole(english), missing[0]->bytes, true);
    if (const NameWord* const arabic = in_its_place(bead, *english[0]))
      return add(bead, whole(english), arabic->bytes, is_name(*english[0]));
    const bool named = is_name(*english[0]);
    const auto left = std::find_if(words.begin(), words.end(), [&](const NameWord& word) {
      return left_over(word) && (named || !word.known);
    });
    if (left != words.end()) add(bead, whole(english), left->bytes, !left->known && named);
  }

  /// Of a name of several words all.
  static ByteRange whole(const std::vector<const NameWord*>& english) {
    std::size_t end = 1;
    while (end < english.size() && english[end]->bytes.begin <= english[end - 1]->bytes.end + 1)
      ++end;
    return {english[0]->bytes.begin, english[end - 1]->bytes.end};
  }

  void add(std::uint32_t bead, ByteRange english, ByteRange arabic, bool sure) {
    Finding finding;
    finding.rule = Rule::name;
    finding.bead = bead;
    finding.severity = sure ? Severity::error : Severity::warning;
    finding.probability = sure ? kChanged : kUnsure;
    finding.arabic = {arabic};
    finding.english = {english};
    finding.message =
        fmt::format("the Arabic has {}, the English {}", quoted(slice(view_.arabic.text, arabic)),
                    quoted(slice(view_.english.text, english)));
    out_.push_back(std::move(finding));
  }

  const BitextView& view_;
  NameReader reader_;
  NameLexicon lexicon_;
  std::vector<BeadNames> beads_;
  std::set<std::string> spelled_;        ///< English ones that the document pairs by their letters
  std::set<std::string> in_lower_case_;  ///< English words
  std::map<std::string, std::size_t> times_;  ///< of Arabic words
  std::map<std::string, std::map<std::string, std::size_t>>
      pairs_;  ///< and with which English ones
  /// Words that it pairs as translations of which the English one has a capital: of each those of the other side.
  std::map<std::string, std::set<std::string>> english_, arabic_;
  std::map<std::pair<std::uint32_t, std::string>, bool> misses_;  ///< of a bead's Arabic forms
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> name_findings(const BitextView& view, const NameModel* names,
                                   const Lexicon& lexicon) {
  return names == nullptr ? std::vector<Finding>{} : Finder(view, *names, lexicon).run();
}

}  // namespace muwazi::check
