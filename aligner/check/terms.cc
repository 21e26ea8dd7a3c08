// A term is a noun that comes again and again, in pairs that nearly all have one English word for it. That another word stands
// for it once is told of where the usual one is absent from the pair: a word that the model or the document has for it, or one
// that nothing explains, in its place. Nouns are told from verbs by the article, which they have somewhere in the document.
#include "check/terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/name_words.h"
#include "lexicon/english_stemmer.h"
#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

constexpr std::size_t kLeastTimes = 3;    // that a term is given in its usual way
constexpr std::size_t kSureTimes = 5;     // and from which another way is more than a remark
constexpr double kUsualShare = 0.75;      // of the pairs that have the term
constexpr std::size_t kLeastLetters = 4;  // of an Arabic word without article
constexpr float kLeastContent = 0.5F;     // idf of both words
constexpr float kGiven = 0.5F;            // share of the English word that the Arabic one explains
constexpr float kLeftOver = 0.5F;         // share of a word that nothing explains
constexpr std::uint32_t kAround = 2;      // words: the neighbours of one stand around the other
constexpr float kProbability = 0.6F;

/// Where a word stands: its number among those of its side of the bead.
struct Place {
  std::uint32_t bead = 0, number = 0;
};

struct Term {
  bool noun = false;
  std::vector<Place> places;                        ///< in the Arabic, once of a bead
  std::map<std::string, std::vector<Place>> given;  ///< its counterparts, by their stems
};

/// What is said of how much, which and how good is no term.
bool is_common(std::string_view word) {
  constexpr std::array<std::string_view, 16> kCommon = {
      "many", "several", "various", "other", "another", "more",  "most",    "best",
      "some", "certain", "same",    "such",  "own",     "first", "special", "different"};
  const std::string form = comparison_form(word);
  return form.size() < 3 || std::find(kCommon.begin(), kCommon.end(), form) != kCommon.end();
}

/// As verbs and adverbs end: what was given for the term is no noun, the sentence was turned.
bool is_turned(std::string_view word) {
  return word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly");
}

char32_t first_of(std::string_view word) {
  std::size_t at = 0;
  return word.empty() ? U' ' : next(word, at);
}

std::uint32_t between(std::uint32_t x, std::uint32_t y) { return x > y ? x - y : y - x; }

/// Of a word that the model does not know little is known but that it is rare.
bool has_content(const CoveredWord& word) { return word.content >= kLeastContent || !word.known; }

bool is_left(const CoveredWord& word) { return word.uncovered >= kLeftOver * word.content; }

class Finder {
 public:
  explicit Finder(const BitextView& view) : view_(view) {
    stems_.resize(view.beads().size());
    for (std::uint32_t k = 0; k < view.beads().size(); ++k) read(k);
  }

  [[nodiscard]] std::vector<Finding> run() const {
    std::vector<Finding> out;
    for (const auto& entry : terms_) {
      if (entry.second.noun) look(entry.second, out);
    }
    return out;
  }

 private:
  [[nodiscard]] const Explanation& why(std::uint32_t bead) const {
    return view_.bitext.explanations[bead];
  }
  [[nodiscard]] std::string_view text(const SideOf& side, Place place) const {
    const CoveredWord& word = (why(place.bead).*side.covered)[place.number];
    return slice(side.sentence(word.sentence), word.bytes);
  }
  [[nodiscard]] ByteRange bytes(const SideOf& side, Place place) const {
    const CoveredWord& word = (why(place.bead).*side.covered)[place.number];
    const std::size_t offset = side.sentences[word.sentence].bytes.begin;
    return {offset + word.bytes.begin, offset + word.bytes.end};
  }

  void read(std::uint32_t bead) {
    if (view_.beads()[bead].null() || mismatched(view_.beads()[bead])) return;
    const std::size_t english = why(bead).english_words.size();
    for (std::uint32_t k = 0; k < english; ++k)
      stems_[bead].push_back(stemmer_.stem(comparison_form(text(view_.english, {bead, k}))));
    const std::vector<const WordLink*> counterparts = counterparts_of(bead);
    std::set<std::string> here;
    for (std::uint32_t k = 0; k < counterparts.size(); ++k) {
      if (why(bead).arabic_words[k].content < kLeastContent) continue;
      const std::string_view written = text(view_.arabic, {bead, k});
      const bool definite = has_article(written);
      const std::string word = bare(comparison_form(written), definite);
      if (code_points(word) < kLeastLetters || is_digit(first_of(word))) continue;
      Term& term = terms_[word];
      term.noun |= definite;
      if (here.insert(word).second) term.places.push_back({bead, k});
      if (counterparts[k] == nullptr) continue;
      const Place given{bead, counterparts[k]->english};
      if (is_word(given)) term.given[stem(given)].push_back(given);
    }
  }

  /// By Arabic word the link to the English one that is given for it. The Arabic word that explains the most of each English
  /// one, and the other way round, has to be the same pair.
  [[nodiscard]] std::vector<const WordLink*> counterparts_of(std::uint32_t bead) const {
    const Explanation& words = why(bead);
    std::vector<const WordLink*> of_arabic(words.arabic_words.size()),
        of_english(words.english_words.size());
    const auto worth = [](const WordLink* link) {
      return link == nullptr ? 0.0F : link->of_arabic + link->of_english;
    };
    for (const WordLink& link : words.links) {
      if (worth(&link) > worth(of_arabic[link.arabic])) of_arabic[link.arabic] = &link;
      if (worth(&link) > worth(of_english[link.english])) of_english[link.english] = &link;
    }
    for (const WordLink*& link : of_arabic) {
      if (link == nullptr) continue;
      if (of_english[link->english] != link || link->of_english < kGiven) link = nullptr;
    }
    return of_arabic;
  }

  [[nodiscard]] const std::string& stem(Place english) const {
    return stems_[english.bead][english.number];
  }
  [[nodiscard]] bool is_word(Place english) const {
    return has_content(why(english.bead).english_words[english.number]) &&
           is_letter(first_of(stem(english)));
  }

  [[nodiscard]] bool has(std::uint32_t bead, const std::string& usual) const {
    return std::find(stems_[bead].begin(), stems_[bead].end(), usual) != stems_[bead].end();
  }

  /// A word that stands beside the usual one elsewhere is a part of what is given for the term, or for its neighbour.
  [[nodiscard]] bool goes_with(const std::string& usual, const std::string& stem) const {
    return std::any_of(stems_.begin(), stems_.end(), [&](const std::vector<std::string>& bead) {
      return std::find(bead.begin(), bead.end(), usual) != bead.end() &&
             std::find(bead.begin(), bead.end(), stem) != bead.end();
    });
  }

  void look(const Term& term, std::vector<Finding>& out) const {
    const auto usual = std::max_element(
        term.given.begin(), term.given.end(),
        [](const auto& x, const auto& y) { return x.second.size() < y.second.size(); });
    if (usual == term.given.end() || usual->second.size() < kLeastTimes) return;
    std::vector<Place> others;
    std::copy_if(term.places.begin(), term.places.end(), std::back_inserter(others),
                 [&](Place place) { return !has(place.bead, usual->first); });
    const std::size_t times = term.places.size() - others.size();
    if (static_cast<double>(times) < kUsualShare * static_cast<double>(term.places.size())) return;
    const std::string_view shown = text(view_.english, usual->second.front());
    if (is_acronym(shown) || is_common(shown)) return;  // an acronym is said in full as well
    for (const Place place : others) {
      if (const std::optional<Place> other = given_instead(term, place, usual->first)) {
        const Severity severity = times >= kSureTimes ? Severity::warning : Severity::info;
        out.push_back(finding(place, *other, shown, times, severity));
      } else if (const std::optional<Place> left = left_instead(place, usual->first)) {
        out.push_back(finding(place, *left, shown, times, Severity::info));
      }
    }
  }

  /// The English word that is given for a term where its usual one is absent.
  [[nodiscard]] std::optional<Place> given_instead(const Term& term, Place place,
                                                   const std::string& usual) const {
    for (const auto& [stem, places] : term.given) {
      for (const Place other : places) {
        if (other.bead == place.bead && may_stand(other, usual)) return other;
      }
    }
    return std::nullopt;
  }

  /// The one that nothing explains, in the place of a term that explains nothing: the only ones around.
  [[nodiscard]] std::optional<Place> left_instead(Place place, const std::string& usual) const {
    const std::vector<CoveredWord>&arabic = why(place.bead).arabic_words,
          &english = why(place.bead).english_words;
    if (!is_left(arabic[place.number]) || !is_alone(arabic, place.number)) return std::nullopt;
    for (std::uint32_t k = 0; k < english.size(); ++k) {
      const Place other{place.bead, k};
      if (is_left(english[k]) && is_word(other) && is_near(place, other))
        return is_alone(english, k) && may_stand(other, usual) ? std::optional(other)
                                                               : std::nullopt;
    }
    return std::nullopt;
  }

  /// Whether no other word around one has content that nothing explains.
  static bool is_alone(const std::vector<CoveredWord>& words, std::uint32_t number) {
    for (std::uint32_t k = 0; k < words.size(); ++k) {
      if (k != number && between(k, number) <= 2 * kAround && is_left(words[k]) &&
          has_content(words[k]))
        return false;
    }
    return true;
  }

  [[nodiscard]] bool may_stand(Place english, const std::string& usual) const {
    const std::string_view word = text(view_.english, english);
    return !is_acronym(word) && !is_name(english) && !is_common(word) && !is_turned(word) &&
           !related(stem(english), usual) && !goes_with(usual, stem(english));
  }

  /// A capital at the beginning of a sentence says nothing.
  [[nodiscard]] bool is_name(Place english) const {
    const CoveredWord& word = why(english.bead).english_words[english.number];
    return is_upper(first_of(text(view_.english, english))) &&
           !begins(view_.english.sentence(word.sentence), word.bytes.begin);
  }

  /// Whether words around the one are given by words around the other.
  [[nodiscard]] bool is_near(Place arabic, Place english) const {
    const std::vector<WordLink>& links = why(arabic.bead).links;
    return std::any_of(links.begin(), links.end(), [&](const WordLink& link) {
      return between(link.arabic, arabic.number) <= kAround &&
             between(link.english, english.number) <= kAround &&
             std::max(link.of_arabic, link.of_english) >= kGiven;
    });
  }

  [[nodiscard]] Finding finding(Place arabic, Place english, std::string_view usual,
                                std::size_t times, Severity severity) const {
    Finding out;
    out.rule = Rule::consistency;
    out.bead = arabic.bead;
    out.severity = severity;
    out.probability = kProbability;
    out.arabic = {bytes(view_.arabic, arabic)};
    out.english = {bytes(view_.english, english)};
    out.message =
        fmt::format("{} is {} here, {} elsewhere, {} times", quoted(text(view_.arabic, arabic)),
                    quoted(text(view_.english, english)), quoted(usual), times);
    return out;
  }

  const BitextView& view_;
  EnglishStemmer stemmer_;
  std::vector<std::vector<std::string>> stems_;  ///< of the English words of each bead
  std::map<std::string, Term> terms_;            ///< by the Arabic word without article
};

}  // namespace

std::vector<Finding> term_findings(const BitextView& view) { return Finder(view).run(); }

}  // namespace muwazi::check
