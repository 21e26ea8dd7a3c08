// Names: an Arabic word that two English spellings have the letters of, each in a pair of its own. Sentences: the same
// source twice with another translation, and the other way round. Both are told of once, at the rarer way.
#include "check/consistency.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "check/name_words.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr std::size_t kLeastWords = 4;  // of a sentence that stands twice
constexpr std::size_t kLeastNameLetters = 5;
constexpr float kTranslated = 0.3F;  // share of an English word's content
constexpr float kNameProbability = 0.7F, kSentenceProbability = 0.8F;

/// Where a word or a sentence is given in one way.
struct Way {
  std::string shown;
  std::size_t count = 0;
  std::uint32_t bead = 0;  ///< the first one
  ByteRange arabic, english;
};

using Ways = std::map<std::string, std::map<std::string, Way>>;  // by what is given, by how

void enter(Ways& ways, const std::string& what, const std::string& how, const Way& at) {
  Way& way = ways[what].try_emplace(how, at).first->second;
  ++way.count;
}

void report(const Ways& ways, std::string_view language, float probability,
            std::vector<Finding>& out) {
  for (const auto& [what, by_form] : ways) {
    if (by_form.size() < 2) continue;
    const auto usual = std::max_element(
        by_form.begin(), by_form.end(),
        [](const auto& x, const auto& y) { return x.second.count < y.second.count; });
    for (auto one = by_form.begin(); one != by_form.end(); ++one) {
      if (one == usual) continue;
      Finding finding;
      finding.rule = Rule::consistency;
      finding.bead = one->second.bead;
      finding.probability = probability;
      finding.arabic = {one->second.arabic};
      finding.english = {one->second.english};
      finding.message =
          fmt::format("{} here; elsewhere the {} has {} for it, {}", one->second.shown, language,
                      usual->second.shown, times(usual->second.count));
      out.push_back(std::move(finding));
    }
  }
}

/// The consonants, each run of the same one once: spellings of one name differ in vowels, in h and in doubled letters.
std::string skeleton(std::string_view form) {
  std::string out;
  for (const char c : form) {
    if (std::string_view("aeiouhy'").find(c) != std::string_view::npos) continue;
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

/// "Bangladeshi" is no spelling of "Bangladesh".
bool derived(std::string_view longer, std::string_view shorter) {
  constexpr std::array<std::string_view, 6> kEndings = {"i", "n", "y", "s", "ese", "an"};
  return longer.starts_with(shorter) && std::find(kEndings.begin(), kEndings.end(),
                                                  longer.substr(shorter.size())) != kEndings.end();
}

bool spellings(const std::string& x, const std::string& y) {
  return x != y && skeleton(x) == skeleton(y) && !derived(x, y) && !derived(y, x);
}

/// Whether an English word is the translation of another Arabic word: "French" of "الفرنسية" and not of "فرنسا".
bool of_another(const Explanation& why, const NameWord& arabic, const NameWord& english) {
  float own = 0.0F, other = 0.0F;
  for (const WordLink& link : why.links) {
    if (link.english != english.number) continue;
    float& best = link.arabic == arabic.number ? own : other;
    best = std::max(best, link.of_english);
  }
  return other > std::max(own, kTranslated);
}

void names(const BitextView& view, const NameModel& model, std::vector<Finding>& out) {
  Ways ways;
  NameReader reader(view, model);
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    const BeadNames bead = reader.read(k);
    std::set<std::pair<std::string_view, std::string_view>> seen;  // each two forms once a bead
    for (const NameWord& arabic : bead.arabic) {
      if (!arabic.matched || code_points(arabic.form) < kLeastNameLetters) continue;
      for (const NameWord& english : bead.english) {
        if (!english.matched || english.form.size() < kLeastNameLetters ||
            !seen.emplace(arabic.form, english.form).second ||
            reader.evidence(arabic.form, english.form) < NameReader::kSurelySame ||
            of_another(view.bitext.explanations[k], arabic, english)) {
          continue;
        }
        enter(ways, arabic.form, english.form,
              {quoted(slice(view.english.text, english.bytes)), 0, k, arabic.bytes, english.bytes});
      }
    }
  }
  for (auto& entry : ways) {
    auto& by_form = entry.second;
    // A spelling that stands once beside another that stands once may be two names.
    if (std::none_of(by_form.begin(), by_form.end(),
                     [](const auto& one) { return one.second.count > 1; })) {
      by_form.clear();
    }
    std::erase_if(by_form, [&](const auto& one) {
      return std::none_of(by_form.begin(), by_form.end(),
                          [&](const auto& other) { return spellings(one.first, other.first); });
    });
  }
  report(ways, "English", kNameProbability, out);
}

void sentences(const BitextView& view, std::vector<Finding>& out) {
  Ways ways;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    const Bead& bead = view.beads()[k];
    if (bead.null()) continue;
    const ByteRange arabic = view.arabic.bytes(bead.arabic),
                    english = view.english.bytes(bead.english);
    const std::string what = comparison_form(slice(view.arabic.text, arabic));
    if (static_cast<std::size_t>(std::count(what.begin(), what.end(), ' ')) + 1 < kLeastWords)
      continue;
    enter(ways, what, comparison_form(slice(view.english.text, english)),
          {'"' + quoted(slice(view.english.text, english)) + '"', 0, k, arabic, english});
  }
  report(ways, "English", kSentenceProbability, out);
}

}  // namespace

std::vector<Finding> consistency_findings(const BitextView& view, const NameModel* model) {
  std::vector<Finding> out;
  if (model != nullptr) names(view, *model, out);
  sentences(view, out);
  return out;
}

}  // namespace muwazi::check
