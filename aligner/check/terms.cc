// A term is a noun that comes again and again and is given with one English word nearly always. That another word stands for
// it once is told of where the usual one is absent from the pair, and the other one translates nothing else there. Nouns are
// told from verbs by the article, which they have somewhere in the document.
#include "check/terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "check/name_words.h"
#include "lexicon/english_stemmer.h"
#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

constexpr std::size_t kLeastTimes = 3;    // that a term is given in its usual way
constexpr std::size_t kSureTimes = 5;     // and from which another way is more than a remark
constexpr double kUsualShare = 0.75;      // of the times that it is given
constexpr std::size_t kLeastLetters = 4;  // of an Arabic word without article
constexpr float kLeastContent = 0.5F;     // idf of both words
constexpr float kGiven = 0.5F;            // share of the English word that the Arabic one explains
constexpr float kProbability = 0.6F;

/// Where a term stands and what is given for it.
struct Given {
  std::uint32_t bead = 0;
  ByteRange arabic, english;
  std::string stem;  ///< of the English word
};

struct Term {
  bool noun = false;
  std::vector<Given> given;
};

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
  static std::string form_of(const SideOf& side, const CoveredWord& word) {
    return comparison_form(slice(side.sentence(word.sentence), word.bytes));
  }

  static ByteRange bytes_of(const SideOf& side, const CoveredWord& word) {
    const std::size_t offset = side.sentences[word.sentence].bytes.begin;
    return {offset + word.bytes.begin, offset + word.bytes.end};
  }

  /// The Arabic word that explains the most of each English one, and the other way round, has to be the same pair.
  void read(std::uint32_t bead) {
    if (view_.beads()[bead].null() || mismatched(view_.beads()[bead])) return;
    const Explanation& why = view_.bitext.explanations[bead];
    for (const CoveredWord& word : why.english_words)
      stems_[bead].insert(stemmer_.stem(form_of(view_.english, word)));
    std::vector<const WordLink*> of_arabic(why.arabic_words.size()),
        of_english(why.english_words.size());
    const auto worth = [](const WordLink* link) {
      return link == nullptr ? 0.0F : link->of_arabic + link->of_english;
    };
    for (const WordLink& link : why.links) {
      if (worth(&link) > worth(of_arabic[link.arabic])) of_arabic[link.arabic] = &link;
      if (worth(&link) > worth(of_english[link.english])) of_english[link.english] = &link;
    }
    for (const WordLink* link : of_arabic) {
      if (link == nullptr || of_english[link->english] != link || link->of_english < kGiven)
        continue;
      enter(bead, why.arabic_words[link->arabic], why.english_words[link->english]);
    }
  }

  void enter(std::uint32_t bead, const CoveredWord& arabic, const CoveredWord& english) {
    if (arabic.content < kLeastContent || english.content < kLeastContent) return;
    const std::string form = form_of(view_.arabic, arabic);
    const std::string word = bare(form);
    if (code_points(word) < kLeastLetters || is_digit(first(word))) return;
    const std::string given = form_of(view_.english, english);
    if (!is_letter(first(given))) return;
    Term& term = terms_[word];
    term.noun |= form.ends_with("ال" + word) || form.ends_with("لل" + word);
    term.given.push_back({bead, bytes_of(view_.arabic, arabic), bytes_of(view_.english, english),
                          stemmer_.stem(given)});
  }

  static char32_t first(std::string_view word) {
    std::size_t at = 0;
    return word.empty() ? U' ' : next(word, at);
  }

  /// What is said of how much, which and how good is no term.
  static bool is_common(std::string_view word) {
    constexpr std::array<std::string_view, 16> kCommon = {
        "many", "several", "various", "other", "another", "more",  "most",    "best",
        "some", "certain", "same",    "such",  "own",     "first", "special", "different"};
    const std::string form = comparison_form(word);
    return form.size() < 3 || std::find(kCommon.begin(), kCommon.end(), form) != kCommon.end();
  }

  /// As verbs and adverbs end: what was given for the term is no noun, the sentence was turned.
  static bool is_turned(std::string_view word) {
    return word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly");
  }

  /// A word that stands beside the usual one elsewhere is a part of what is given for the term, or for its neighbour.
  [[nodiscard]] bool goes_with(const std::string& usual, const std::string& stem) const {
    return std::any_of(stems_.begin(), stems_.end(), [&](const std::set<std::string>& bead) {
      return bead.contains(usual) && bead.contains(stem);
    });
  }

  void look(const Term& term, std::vector<Finding>& out) const {
    std::map<std::string, std::size_t> times;
    for (const Given& given : term.given) ++times[given.stem];
    const auto usual =
        std::max_element(times.begin(), times.end(),
                         [](const auto& x, const auto& y) { return x.second < y.second; });
    if (usual->second < kLeastTimes ||
        static_cast<double>(usual->second) < kUsualShare * static_cast<double>(term.given.size())) {
      return;
    }
    const Given& model =
        *std::find_if(term.given.begin(), term.given.end(),
                      [&](const Given& given) { return given.stem == usual->first; });
    const std::string_view shown = slice(view_.english.text, model.english);
    if (is_acronym(shown) || is_common(shown)) return;  // an acronym is said in full as well
    for (const Given& given : term.given) {
      const std::string_view other = slice(view_.english.text, given.english);
      if (is_acronym(other) || is_common(other) || is_turned(other)) continue;
      if (related(given.stem, usual->first) || goes_with(usual->first, given.stem)) continue;
      add(given, model, usual->second, out);
    }
  }

  void add(const Given& given, const Given& model, std::size_t times,
           std::vector<Finding>& out) const {
    Finding finding;
    finding.rule = Rule::consistency;
    finding.bead = given.bead;
    finding.severity = times >= kSureTimes ? Severity::warning : Severity::info;
    finding.probability = kProbability;
    finding.arabic = {given.arabic};
    finding.english = {given.english};
    finding.message = fmt::format("{} is {} here, {} elsewhere, {} times",
                                  quoted(slice(view_.arabic.text, given.arabic)),
                                  quoted(slice(view_.english.text, given.english)),
                                  quoted(slice(view_.english.text, model.english)), times);
    out.push_back(std::move(finding));
  }

  const BitextView& view_;
  EnglishStemmer stemmer_;
  std::vector<std::set<std::string>> stems_;  ///< of the English words of each bead
  std::map<std::string, Term> terms_;         ///< by the Arabic word without article
};

}  // namespace

std::vector<Finding> term_findings(const BitextView& view) { return Finder(view).run(); }

}  // namespace muwazi::check
