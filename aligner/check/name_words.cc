#include "check/name_words.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "check/spelled_initials.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kLeftOver = 0.5;  // share of a word's content
constexpr float kLeastContent = 0.1F;
constexpr double kGreekEnding = 1.0;  // nats

/// The letters that a possessive leaves.
std::string without_possessive(std::string form) {
  if (form.ends_with("'s")) form.resize(form.size() - 2);
  return form;
}

/// Names that came through Greek have its ending in Arabic, and not in English: هيرودوس, Herod.
std::string_view without_greek_ending(std::string_view form) {
  constexpr std::string_view kEnding = "وس", kLongEnding = "يوس";
  constexpr std::size_t kLetters = 3;
  for (const std::string_view ending : {kLongEnding, kEnding}) {
    if (form.ends_with(ending) && code_points(form) >= code_points(ending) + kLetters)
      return form.substr(0, form.size() - ending.size());
  }
  return form;
}

/// In square brackets: what a translator adds to be understood.
bool in_brackets(std::string_view sentence, std::size_t at) {
  const std::size_t open = sentence.substr(0, at).rfind('[');
  return open != std::string_view::npos &&
         sentence.substr(open, at - open).find(']') == std::string_view::npos;
}

/// Against a digit or a sign of a currency: "2.4Ghz", "AUD$45".
bool in_amount(std::string_view sentence, const ByteRange& word) {
  const auto is_part = [&](std::size_t at) {
    return at < sentence.size() &&
           (sentence[at] == '$' || std::isdigit(static_cast<unsigned char>(sentence[at])) != 0);
  };
  return (word.begin > 0 && is_part(word.begin - 1)) || is_part(word.end);
}

/// In a row of four or more that hyphens join: "Arg-Val-Tyr-Ile" is a formula, and no name has so many.
bool in_chain(std::string_view sentence, const ByteRange& word) {
  constexpr int kLeastHyphens = 3;
  constexpr std::size_t kAround = 64;  // bytes
  const auto in_row = [&](std::size_t at) {
    const auto c = static_cast<unsigned char>(sentence[at]);
    return c == '-' || std::isalnum(c) != 0;
  };
  std::size_t begin = word.begin, end = word.end;
  while (begin > 0 && word.begin - begin < kAround && in_row(begin - 1)) --begin;
  while (end < sentence.size() && end - word.end < kAround && in_row(end)) ++end;
  const std::string_view row = sentence.substr(begin, end - begin);
  return std::count(row.begin(), row.end(), '-') >= kLeastHyphens;
}

bool may_be_name(std::string_view sentence, const ByteRange& word, Language language) {
  if (in_brackets(sentence, word.begin)) return false;
  return language == Language::arabic || (!in_amount(sentence, word) && !in_chain(sentence, word));
}

/// Of the words of a side of a bead.
std::vector<std::string> forms_of(const SideOf& side, const std::vector<CoveredWord>& all) {
  std::vector<std::string> out;
  out.reserve(all.size());
  for (const CoveredWord& word : all)
    out.push_back(comparison_form(slice(side.sentence(word.sentence), word.bytes)));
  return out;
}

/// Two words side by side, written as one: "De Gaulle" is one word in Arabic.
struct JoinedWords {
  std::uint32_t first = 0;  ///< its number
  std::string form;
  double left = 0.0;  ///< of their content
};

std::vector<JoinedWords> joined_words(const SideOf& side, const std::vector<CoveredWord>& all) {
  std::vector<JoinedWords> out;
  const std::vector<std::string> forms = forms_of(side, all);
  for (std::uint32_t k = 0; k + 1 < all.size(); ++k) {
    const CoveredWord &word = all[k], &next = all[k + 1];
    const float content = word.content + next.content;
    if (word.sentence != next.sentence || (word.known && word.content < kLeastContent)) continue;
    const double left = static_cast<double>((word.uncovered + next.uncovered) / content);
    out.push_back({k, forms[k] + forms[k + 1], left});
  }
  return out;
}

bool has_unmatched(const std::vector<NameWord>& words, std::uint32_t first) {
  return std::any_of(words.begin(), words.end(), [&](const NameWord& word) {
    return !word.matched && (word.number == first || word.number == first + 1);
  });
}

/// A word and the one behind it.
void match_words(std::vector<NameWord>& words, std::uint32_t first) {
  for (NameWord& word : words)
    word.matched = word.matched || word.number == first || word.number == first + 1;
}

/// Of each sentence of a side whether it is a headline: next to all words of some length have a capital.
std::set<std::uint32_t> headlines(const SideOf& side, const std::vector<CoveredWord>& all) {
  constexpr std::size_t kLetters = 4;
  constexpr int kLeastCapitals = 4, kCapitalsForOneOther = 7;
  std::map<std::uint32_t, std::pair<int, int>> counts;  // with a capital, others
  for (const CoveredWord& covered : all) {
    const std::vector<Word> read = words(slice(side.sentence(covered.sentence), covered.bytes));
    if (read.size() != 1 || code_points(read[0].form) < kLetters) continue;
    auto& [capitals, others] = counts[covered.sentence];
    ++(read[0].capitalised ? capitals : others);
  }
  std::set<std::uint32_t> out;
  for (const auto& [sentence, count] : counts) {
    if (count.first >= kLeastCapitals && count.first >= kCapitalsForOneOther * count.second)
      out.insert(sentence);
  }
  return out;
}

}  // namespace

bool begins(std::string_view sentence, std::size_t at) {
  while (at > 0) {
    const char32_t c = previous(sentence, at);
    if (!is_space(c)) return is_punctuation(c) && c != U',' && c != U'-';
  }
  return true;
}

std::string bare(const std::string& form, bool article) {
  std::string_view rest = form;
  const auto drop = [&](std::initializer_list<std::string_view> particles) {
    for (const std::string_view particle : particles) {
      if (!rest.starts_with(particle)) continue;
      if (code_points(rest) < code_points(particle) + NameReader::kLeastLetters) continue;
      rest.remove_prefix(particle.size());
      return;
    }
  };
  drop({"و", "ف"});
  drop({"لل", "ب", "ل", "ك"});
  if (article) drop({"ال"});
  return std::string(rest);
}

bool has_article(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_letter(c)) letters.push_back(c);
  }
  std::u32string_view rest = letters;
  for (const char32_t particle : {U'و', U'ف', U'ب', U'ك'}) {
    if (rest.starts_with(particle)) rest.remove_prefix(1);
  }
  return rest.starts_with(U"ال") || rest.starts_with(U"لل");
}

bool related(std::string_view x, std::string_view y) {
  constexpr std::size_t kLetters = 4;
  return x.size() >= kLetters && y.size() >= kLetters &&
         (x.find(y.substr(0, kLetters)) != std::string_view::npos ||
          y.find(x.substr(0, kLetters)) != std::string_view::npos);
}

bool is_acronym(std::string_view text) {
  std::size_t at = 0;
  static_cast<void>(next(text, at));
  while (at < text.size()) {
    if (is_upper(next(text, at))) return true;
  }
  return false;
}

BeadNames NameReader::read(std::uint32_t number) {
  BeadNames out;
  const Explanation& why = view_.bitext.explanations[number];
  if (view_.beads()[number].null() ||
      std::max(why.arabic_words.size(), why.english_words.size()) > kMostWords)
    return out;
  out.arabic = words_of(number, view_.arabic);
  out.english = words_of(number, view_.english);
  for (NameWord& english : out.english) {
    for (NameWord& arabic : out.arabic) {
      if (evidence(arabic.form, english.form) < least_evidence(arabic.left, english.left)) continue;
      english.matched = true;
      arabic.matched = true;
    }
  }
  match_joined(view_.english, number, out.english, out.arabic);
  match_joined(view_.arabic, number, out.arabic, out.english);
  match_spelled(number, out);
  return out;
}

void NameReader::match_joined(const SideOf& side, std::uint32_t number, std::vector<NameWord>& own,
                              std::vector<NameWord>& other) {
  const auto alike = [&](const JoinedWords& joined, const NameWord& word) {
    const bool in_arabic = side.language == Language::arabic;
    const std::string& arabic = in_arabic ? joined.form : word.form;
    const std::string& latin = in_arabic ? word.form : joined.form;
    return NameModel::may_match(names_.arabic_sketch(arabic), names_.latin_sketch(latin)) &&
           evidence(arabic, latin) >= least_evidence(joined.left, word.left);
  };
  for (const JoinedWords& joined :
       joined_words(side, view_.bitext.explanations[number].*side.covered)) {
    if (!has_unmatched(own, joined.first)) continue;
    for (NameWord& word : other) {
      if (word.matched || !alike(joined, word)) continue;
      word.matched = true;
      match_words(own, joined.first);
    }
  }
}

void NameReader::match_spelled(std::uint32_t number, BeadNames& names) const {
  const std::vector<CoveredWord>& all = view_.bitext.explanations[number].arabic_words;
  const std::vector<std::string> forms = forms_of(view_.arabic, all);
  for (const SpelledInitials& run : spelled_initials(forms)) {
    if (all[run.begin].sentence != all[run.end - 1].sentence) continue;
    NameWord word;
    word.number = run.begin;
    word.content = 1.0F;
    word.known = true;
    float content = 0.0F, uncovered = 0.0F;
    for (std::uint32_t k = run.begin; k < run.end; ++k) {
      const std::size_t offset = view_.arabic.sentences[all[k].sentence].bytes.begin;
      if (k == run.begin) word.bytes.begin = offset + all[k].bytes.begin;
      word.bytes.end = offset + all[k].bytes.end;
      word.form += forms[k];
      content += all[k].content;
      uncovered += all[k].uncovered;
    }
    if (content > 0.0F) word.left = static_cast<double>(uncovered / content);
    for (NameWord& english : names.english) {
      if (!spells(run, english.form)) continue;
      english.matched = true;
      word.matched = true;
    }
    std::erase_if(names.arabic, [&](const NameWord& part) {
      return part.number >= run.begin && part.number < run.end;
    });
    const auto behind =
        std::find_if(names.arabic.begin(), names.arabic.end(),
                     [&](const NameWord& other) { return other.number > run.begin; });
    names.arabic.insert(behind, std::move(word));
  }
}

double NameReader::least_evidence(double left, double other_left) {
  constexpr double kDespiteAnother = 7.0;
  return (left >= kLeftOver) == (other_left >= kLeftOver) ? kSurelySame : kDespiteAnother;
}

double NameReader::evidence(const std::string& arabic, const std::string& latin) {
  const auto [at, made] = cache_.try_emplace(arabic + '\t' + latin, 0.0);
  if (!made) return at->second;
  at->second = names_.best_evidence(arabic, latin);
  const std::string_view rest = without_greek_ending(arabic);
  if (rest != arabic)
    at->second = std::max(at->second, names_.best_evidence(rest, latin) - kGreekEnding);
  return at->second;
}

std::vector<NameWord> NameReader::words_of(std::uint32_t number, const SideOf& side) const {
  std::vector<NameWord> out;
  const bool arabic = side.language == Language::arabic;
  const std::vector<CoveredWord>& all = view_.bitext.explanations[number].*side.covered;
  static const std::vector<ByteRange> kNothing;
  const std::vector<ByteRange>& shared = shared_ == nullptr ? kNothing
                                         : arabic           ? (*shared_)[number].arabic
                                                            : (*shared_)[number].english;
  const std::set<std::uint32_t> titles = arabic ? std::set<std::uint32_t>() : headlines(side, all);
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    const CoveredWord& covered = all[k];
    const std::string_view sentence = side.sentence(covered.sentence);
    const std::string_view text = slice(sentence, covered.bytes);
    const std::vector<Word> read = words(text);
    if (read.size() != 1 || read[0].kind != (arabic ? WordKind::arabic : WordKind::latin)) continue;
    if (!arabic && !read[0].capitalised) continue;
    if (!arabic && read[0].form.starts_with("i'")) continue;  // "I've"
    if (!may_be_name(sentence, covered.bytes, side.language)) continue;
    if (code_points(text) < kLeastLetters) continue;
    const std::size_t offset = side.sentences[covered.sentence].bytes.begin;
    NameWord word;
    word.number = k;
    word.bytes = {offset + covered.bytes.begin, offset + covered.bytes.end};
    word.form = without_possessive(read[0].form);
    if (covered.content > 0.0F)
      word.left = static_cast<double>(covered.uncovered / covered.content);
    word.first = begins(sentence, covered.bytes.begin) || titles.contains(covered.sentence);
    word.content = covered.content;
    word.known = covered.known;
    word.acronym = is_acronym(text);
    word.matched = std::any_of(shared.begin(), shared.end(),
                               [&](const ByteRange& place) { return overlap(place, word.bytes); });
    out.push_back(std::move(word));
  }
  return out;
}

}  // namespace muwazi::check
