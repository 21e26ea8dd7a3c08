#include "check/name_pair.h"

#include <algorithm>
#include <array>
#include <set>

#include "anchor/tables.h"
#include "check/peoples.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr float kLinked = 0.5F;

/// Of words that are made of names and nouns.
constexpr std::array<std::string_view, 4> kEndings = {"يون", "يين", "ية", "ي"};

constexpr std::array<std::string_view, 10> kEnglishEndings = {"ites", "ite", "ians", "ian", "ese",
                                                              "ish",  "ans", "an",   "is",  "i"};

/// The name that the people of a place or the followers of a person are called by.
template <std::size_t N>
std::string without_ending(const std::string& form,
                           const std::array<std::string_view, N>& endings) {
  for (const std::string_view ending : endings) {
    if (form.ends_with(ending) && code_points(form) >= code_points(ending) + 3)
      return form.substr(0, form.size() - ending.size());
  }
  return form;
}

}  // namespace

bool is_month(const std::string& form) { return anchor::Tables::get().month(form).has_value(); }

bool is_adjective(std::string_view arabic) {
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return arabic.ends_with(ending); });
}

NamePair::NamePair(const NameDocument& all, std::uint32_t number)
    : document(all),
      bead(number),
      names(all.beads[number]),
      why(all.view.bitext.explanations[number]) {
  for (const CoveredWord& word : why.english_words) {
    const std::string_view text = slice(document.view.english.sentence(word.sentence), word.bytes);
    const std::string form = comparison_form(text);
    english_forms.insert(form);
    std::size_t at = 0;
    if (!text.empty() && is_upper(next(text, at))) {  // no turkey, no china
      for (const std::uint32_t people : Peoples::get().english(form)) ++english_peoples[people];
    }
    for (const std::uint32_t token : document.lexicon.english_tokens(text))
      english_tokens.insert(token);
  }
  english_months = std::any_of(english_forms.begin(), english_forms.end(), is_month);
  for (const CoveredWord& word : why.arabic_words) {
    for (const Word& read : words(slice(document.view.arabic.sentence(word.sentence), word.bytes)))
      if (read.kind == WordKind::latin) latin_forms.insert(read.form);
  }
  for (const NameWord& word : names.arabic) {
    for (const std::uint32_t people : Peoples::get().arabic(word.form)) ++arabic_peoples[people];
  }
}

double NamePair::alike(const NameWord& arabic, const std::string& latin) const {
  const std::string bare_arabic = without_ending(arabic.form, kEndings);
  return std::max({document.reader.evidence(arabic.form, latin),
                   document.reader.evidence(bare_arabic, latin),
                   document.reader.evidence(bare_arabic, without_ending(latin, kEnglishEndings))});
}

std::optional<double> NamePair::translated(const NameWord& english) const {
  const std::vector<std::uint32_t> own = tokens(english);
  if (own.empty()) return std::nullopt;
  const std::unordered_set<std::uint32_t> wanted(own.begin(), own.end());
  double best = 0.0;
  for (const NameWord& other : names.arabic)
    best = std::max(best, document.lexicon.translation(arabic(other), wanted));
  return best;
}

bool NamePair::has_kin(const NameWord& english) const {
  const std::vector<std::uint32_t> own = Peoples::get().english(english.form);
  return std::any_of(own.begin(), own.end(),
                     [&](std::uint32_t people) { return arabic_peoples.contains(people); });
}

bool NamePair::lacks_kin(const NameWord& arabic) const {
  const std::vector<std::uint32_t> own = Peoples::get().arabic(arabic.form);
  return !own.empty() && std::none_of(own.begin(), own.end(), [&](std::uint32_t people) {
    return english_peoples.contains(people);
  });
}

std::map<std::string, double> NamePair::spare_words() const {
  std::map<std::string, double> times, of_people;
  std::map<std::string, std::set<std::uint32_t>> english;
  std::map<std::uint32_t, std::string> forms;
  for (const NameWord& word : names.arabic) {
    const std::string& form = forms[word.number] = stem(word);
    times[form] += 1.0;
    of_people[form] = std::max(of_people[form], spare_of_people(word.form));
    for (const NameWord& other : names.english) {
      if (other.matched &&
          document.reader.evidence(word.form, other.form) >= NameReader::kSurelySame)
        english[form].insert(other.number);
    }
  }
  for (const WordLink& link : why.links) {
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
double NamePair::spare_of_people(const std::string& form) const {
  int most = 0;
  for (const std::uint32_t people : Peoples::get().arabic(form)) {
    const auto english = english_peoples.find(people);
    if (english == english_peoples.end()) continue;
    most = std::max(most, arabic_peoples.at(people) - english->second);
  }
  return most;
}

}  // namespace muwazi::check
