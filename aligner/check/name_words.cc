#include "check/name_words.h"

#include <map>
#include <set>
#include <utility>

#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

/// The letters that a possessive leaves.
std::string without_possessive(std::string form) {
  if (form.ends_with("'s")) form.resize(form.size() - 2);
  return form;
}

/// In square brackets: what a translator adds to be understood.
bool in_brackets(std::string_view sentence, std::size_t at) {
  const std::size_t open = sentence.substr(0, at).rfind('[');
  return open != std::string_view::npos &&
         sentence.substr(open, at - open).find(']') == std::string_view::npos;
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

std::string bare(const std::string& form) {
  std::string_view rest = form;
  const auto drop = [&](std::initializer_list<std::string_view> particles) {
    for (const std::string_view particle : particles) {
      if (!rest.starts_with(particle)) continue;
      if (code_points(rest) < code_points(particle) + NameReader::kLeastLetters - 1) continue;
      rest.remove_prefix(particle.size());
      return;
    }
  };
  drop({"و", "ف"});
  drop({"لل", "ب", "ل", "ك"});
  drop({"ال"});
  return std::string(rest);
}

bool related(std::string_view x, std::string_view y) {
  constexpr std::size_t kLetters = NameReader::kLeastLetters;
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
  if (view_.beads()[number].null()) return out;
  out.arabic = words_of(number, view_.arabic);
  out.english = words_of(number, view_.english);
  for (NameWord& english : out.english) {
    for (NameWord& arabic : out.arabic) {
      if (evidence(arabic.form, english.form) < kSurelySame) continue;
      english.matched = true;
      arabic.matched = true;
    }
  }
  return out;
}

double NameReader::evidence(const std::string& arabic, const std::string& latin) {
  const auto [at, made] = cache_.try_emplace(arabic + '\t' + latin, 0.0);
  if (made) at->second = names_.best_evidence(arabic, latin);
  return at->second;
}

std::vector<NameWord> NameReader::words_of(std::uint32_t number, const SideOf& side) const {
  std::vector<NameWord> out;
  const bool arabic = side.language == Language::arabic;
  const std::vector<CoveredWord>& all = view_.bitext.explanations[number].*side.covered;
  const std::set<std::uint32_t> titles = arabic ? std::set<std::uint32_t>() : headlines(side, all);
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    const CoveredWord& covered = all[k];
    const std::string_view sentence = side.sentence(covered.sentence);
    const std::string_view text = slice(sentence, covered.bytes);
    const std::vector<Word> read = words(text);
    if (read.size() != 1 || read[0].kind != (arabic ? WordKind::arabic : WordKind::latin)) continue;
    if (!arabic && (!read[0].capitalised || is_acronym(text))) continue;
    if (!arabic && read[0].form.starts_with("i'")) continue;  // "I've"
    if (in_brackets(sentence, covered.bytes.begin)) continue;
    if (code_points(text) < (arabic ? kLeastLetters - 1 : kLeastLetters)) continue;
    const std::size_t offset = side.sentences[covered.sentence].bytes.begin;
    NameWord word;
    word.number = k;
    word.bytes = {offset + covered.bytes.begin, offset + covered.bytes.end};
    word.form = without_possessive(read[0].form);
    if (covered.content > 0.0F)
      word.left = static_cast<double>(covered.uncovered / covered.content);
    word.first = begins(sentence, covered.bytes.begin) || titles.contains(covered.sentence);
    word.content = covered.content;
    out.push_back(std::move(word));
  }
  return out;
}

}  // namespace muwazi::check
