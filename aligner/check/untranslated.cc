// An Arabic side without any Arabic letter was left in English where it is made of ordinary words. Much may stay as it is:
// codes, file names, links and placeholders, acronyms, brands, names, and commands. So only words count that the
// lexicon has and that have no capital inside, and at least two of them. A title or a name has more capitals than small
// words ("Lord of the Rings"), a label has not ("Save changes"), and a command begins with a small word that no dictionary
// has. Of 16,518 pairs of the gold sets 42 are told of as more than a remark; all but six were left in English indeed.
// On the English side whatever is in Arabic letters was left.
#include "check/untranslated.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr std::size_t kLeastWords = 2;
constexpr std::size_t kSureWords = 4;     // that are the same on both sides: no name is so long
constexpr std::size_t kLeastLetters = 4;  // of a word that is no particle of a name
constexpr float kSureProbability = 0.95F, kProbability = 0.8F, kRemarkProbability = 0.4F;

struct Letters {
  std::size_t arabic = 0, latin = 0;
};

Letters letters_of(std::string_view text) {
  Letters out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    out.arabic += is_arabic_letter(c) ? 1 : 0;
    out.latin += is_latin_letter(c) ? 1 : 0;
  }
  return out;
}

/// A word between spaces, without the marks around it; empty where it is a code.
std::string_view plain_word(std::string_view token) {
  constexpr std::string_view kCodeStarts = "{<%$`@#&\\/-";
  if (token.empty() || kCodeStarts.find(token.front()) != std::string_view::npos) return {};
  std::size_t begin = token.size(), end = 0, letters = 0;
  for (std::size_t at = 0; at < token.size();) {
    const std::size_t from = at;
    if (is_punctuation(next(token, at))) continue;
    begin = std::min(begin, from);
    end = at;
  }
  if (begin >= end) return {};
  const std::string_view core = token.substr(begin, end - begin);
  for (std::size_t at = 0; at < core.size();) {
    const std::size_t from = at;
    const char32_t c = next(core, at);
    const bool inner = c == U'\'' || c == U'’' || c == U'-';
    if ((!is_latin_letter(c) && !inner) || (from > 0 && is_upper(c))) return {};
    ++letters;
  }
  return letters > 1 || core == "a" || core == "I" ? core : std::string_view{};
}

/// What a text is made of, its plain words.
struct Wording {
  std::size_t words = 0, known = 0;
  std::size_t capital = 0, small = 0;  ///< behind the first word; particles do not count
  bool command = false;                ///< the first word is small and unknown, or the text is code
  bool last_is_small = false;

  [[nodiscard]] bool title() const { return small == 0 ? !last_is_small : capital > small; }
};

bool is_particle(std::string_view form) {
  constexpr std::array<std::string_view, 5> kLong = {"with", "from", "into", "over", "upon"};
  return form.size() < kLeastLetters || std::find(kLong.begin(), kLong.end(), form) != kLong.end();
}

bool is_code(std::string_view token) {
  return token.find("()") != std::string_view::npos || token.find('=') != std::string_view::npos;
}

Wording wording(std::string_view text, const Lexicon& lexicon) {
  Wording out;
  EnglishStemmer stemmer;
  while (!text.empty()) {
    const std::string_view token = text.substr(0, text.find_first_of(" \n\t"));
    text.remove_prefix(std::min(token.size() + 1, text.size()));
    out.command = out.command || is_code(token);
    const std::vector<Word> parts = words(plain_word(token));
    out.last_is_small = false;
    if (parts.empty()) continue;
    const Word& word = parts.front();
    const bool known = lexicon.english().find(stemmer.stem(word.form)) != kUnknownToken;
    out.last_is_small = known && !word.capitalised;
    if (out.words == 0) out.command = out.command || (!known && !word.capitalised);
    if (out.words > 0 && word.capitalised) ++out.capital;
    if (out.last_is_small && !is_particle(word.form)) ++out.small;
    ++out.words;
    out.known += known ? 1 : 0;
  }
  return out;
}

Finding finding_of(const BitextView& view, std::uint32_t bead, Severity severity, float probability,
                   std::string_view language) {
  Finding out;
  out.rule = Rule::untranslated;
  out.severity = severity;
  out.probability = probability;
  out.bead = bead;
  out.arabic = {view.arabic.bytes(view.beads()[bead].arabic)};
  out.english = {view.english.bytes(view.beads()[bead].english)};
  out.message = severity == Severity::info
                    ? fmt::format("in {} on both sides: a name, or not translated", language)
                    : fmt::format("left in {}", language);
  return out;
}

/// By how many words say that it was left; of none, nothing.
void judge(const BitextView& view, std::uint32_t bead, std::size_t words, bool sure,
           std::string_view language, std::vector<Finding>& out) {
  if (words == 0) return;
  const Bead& pair = view.beads()[bead];
  const bool same = slice(view.arabic.text, view.arabic.bytes(pair.arabic)) ==
                    slice(view.english.text, view.english.bytes(pair.english));
  if (words < kLeastWords || !sure) {
    out.push_back(finding_of(view, bead, Severity::info, kRemarkProbability, language));
  } else if (same && words >= kSureWords) {
    out.push_back(finding_of(view, bead, Severity::error, kSureProbability, language));
  } else {
    out.push_back(finding_of(view, bead, Severity::warning, kProbability, language));
  }
}

}  // namespace

std::vector<Finding> untranslated_findings(const BitextView& view, const Lexicon& lexicon) {
  std::vector<Finding> out;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    const Bead& bead = view.beads()[k];
    if (bead.null() || one_sided(view, bead)) continue;
    const std::string_view arabic = slice(view.arabic.text, view.arabic.bytes(bead.arabic)),
                           english = slice(view.english.text, view.english.bytes(bead.english));
    const Letters of_arabic = letters_of(arabic), of_english = letters_of(english);
    if (of_arabic.arabic == 0 && of_arabic.latin > 0) {
      const Wording made = wording(arabic, lexicon);
      if (made.command || 2 * made.known <= made.words) continue;
      judge(view, k, made.known, !made.title(), "English", out);
    } else if (of_english.latin == 0 && of_english.arabic > 1) {
      judge(view, k, word_count(english), true, "Arabic", out);
    }
  }
  return out;
}

}  // namespace muwazi::check
