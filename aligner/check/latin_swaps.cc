#include "check/latin_swaps.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "check/clause_words.h"
#include "muwazi/anchor/values.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kProbability = 0.9;
constexpr std::size_t kLeastLetters = 2;
constexpr float kLeftOver = 0.5F;  // share of a word's content

/// Words side by side, as a name has them.
struct LatinName {
  ByteRange bytes;         ///< in the document
  std::uint32_t last = 0;  ///< its last word
};

/// Whether the letters of one word are in the other, in their order, from the first on: "JS" and "JavaScript".
bool abbreviates(std::string_view brief, std::string_view whole) {
  if (brief.empty() || whole.empty() || brief.front() != whole.front()) return false;
  std::size_t at = 0;
  for (const char c : whole) at += at < brief.size() && brief[at] == c ? 1 : 0;
  return at == brief.size();
}

/// A word by its form, with whether it is in capitals: only these abbreviate.
using Forms = std::unordered_map<std::string, bool>;

/// The words in Latin letters of a side of a bead.
struct LatinWords {
  Forms forms;
  std::string
      initials;  ///< of each sentence, without small words: "Global Positioning System" is gps
};

/// No name, and not counted in initials.
bool is_small(std::string_view form) {
  static const std::unordered_set<std::string_view> kSmall = {
      "a",  "an", "and", "as", "at", "by",  "de",   "for", "from", "in",
      "is", "it", "of",  "on", "or", "the", "this", "to",  "with"};
  return kSmall.contains(form);
}

void add_latin_words(const BitextView& view, const SideOf& side, std::size_t bead, LatinWords& to) {
  const SentenceSpan span = view.beads()[bead].*side.span;
  for (std::uint32_t s = span.begin; s < span.end; ++s) {
    const std::string_view sentence = side.sentence(s);
    for (const Word& word : words(sentence)) {
      if (word.kind != WordKind::latin) continue;
      bool& capitals = to.forms[word.form];
      capitals = capitals || is_initials(slice(sentence, word.bytes));
      if (!is_small(word.form)) to.initials += word.form.front();
    }
    to.initials += ' ';
  }
}

/// Whether the Arabic of a bead may have a name in Latin letters: hardly one has.
bool has_capital(const BitextView& view, std::uint32_t bead) {
  const std::vector<CoveredWord>& all = view.bitext.explanations[bead].arabic_words;
  return std::any_of(all.begin(), all.end(), [&](const CoveredWord& word) {
    const std::string_view text = slice(view.arabic.sentence(word.sentence), word.bytes);
    std::size_t at = 0;
    return !text.empty() && is_upper(next(text, at));
  });
}

/// Those of the other side of a bead, and those that moved into a bead beside it: the own side has them in none of these.
LatinWords latin_words(const BitextView& view, const SideOf& own, const SideOf& other,
                       std::uint32_t bead) {
  LatinWords out, beside_own, beside_other;
  add_latin_words(view, other, bead, out);
  for (const std::size_t near : {std::size_t{bead} - 1, std::size_t{bead} + 1}) {
    if (near >= view.beads().size()) continue;  // before the first, too
    add_latin_words(view, own, near, beside_own);
    add_latin_words(view, other, near, beside_other);
  }
  for (const auto& form : beside_other.forms) {
    if (!beside_own.forms.contains(form.first)) out.forms.insert(form);
  }
  return out;
}

/// Whether a word, in capitals or not, is one of the others or abbreviates one, or the other way round.
bool has(const LatinWords& others, const std::string& form, bool capitals) {
  if (capitals && others.initials.find(form) != std::string::npos) return true;
  return std::any_of(others.forms.begin(), others.forms.end(), [&](const auto& other) {
    return other.first == form || related(other.first, form) ||
           (capitals && abbreviates(form, other.first)) ||
           (other.second && abbreviates(other.first, form));
  });
}

/// Links, codes and placeholders, which are compared as such (values.h).
std::vector<ByteRange> opaque(const SideOf& side, std::uint32_t sentence) {
  std::vector<ByteRange> out;
  for (const Value& value : values(side.sentence(sentence), side.language)) {
    const bool copied = value.kind == ValueKind::link || value.kind == ValueKind::code ||
                        value.kind == ValueKind::placeholder;
    if (copied) out.push_back(value.bytes);
  }
  return out;
}

/// The names of a side in Latin letters that nothing explains and that the other side has not.
class SideReader {
 public:
  SideReader(const BitextView& view, const SideOf& own, const SideOf& other, std::uint32_t bead)
      : own_(own),
        other_(other),
        why_(view.bitext.explanations[bead]),
        covered_(why_.*own.covered),
        other_covered_(why_.*other.covered),
        others_(latin_words(view, own, other, bead)) {}

  template <class Known>
  [[nodiscard]] std::vector<LatinName> names(Known known) const {
    std::vector<LatinName> out;
    for (std::uint32_t k = 0; k < covered_.size(); ++k) {
      const CoveredWord& word = covered_[k];
      if (!is_name(word) || !is_left_over(k) || known(comparison_form(text_of(word)))) continue;
      const std::size_t offset = own_.sentences[word.sentence].bytes.begin;
      const ByteRange bytes = {offset + word.bytes.begin, offset + word.bytes.end};
      if (!out.empty() && out.back().last + 1 == k && bytes.begin <= out.back().bytes.end + 1) {
        out.back().bytes.end = bytes.end;
        out.back().last = k;
      } else {
        out.push_back({bytes, k});
      }
    }
    return out;
  }

 private:
  [[nodiscard]] std::string_view text_of(const CoveredWord& word) const {
    return slice(own_.sentence(word.sentence), word.bytes);
  }

  [[nodiscard]] bool is_name(const CoveredWord& word) const {
    const std::vector<Word> read = words(text_of(word));
    if (read.size() != 1 || read[0].kind != WordKind::latin || !read[0].capitalised) return false;
    if (code_points(read[0].form) < kLeastLetters) return false;
    if (is_small(read[0].form)) return false;
    const bool first = own_.language == Language::english &&
                       begins(own_.sentence(word.sentence), word.bytes.begin);
    if (first && !is_initials(text_of(word))) return false;
    if (has(others_, read[0].form, is_initials(text_of(word)))) return false;
    const std::vector<ByteRange> copied = opaque(own_, word.sentence);
    return std::none_of(copied.begin(), copied.end(),
                        [&](const ByteRange& value) { return overlap(value, word.bytes); });
  }

  /// Whether nothing explains it, or nothing but names in Latin letters, which the document may have been learnt to have for
  /// each other.
  [[nodiscard]] bool is_left_over(std::uint32_t number) const {
    const CoveredWord& word = covered_[number];
    if (word.uncovered >= kLeftOver * word.content) return true;
    const bool arabic = own_.language == Language::arabic;
    return std::all_of(why_.links.begin(), why_.links.end(), [&](const WordLink& link) {
      if ((arabic ? link.arabic : link.english) != number) return true;
      const CoveredWord& by = other_covered_[arabic ? link.english : link.arabic];
      const std::string_view text = slice(other_.sentence(by.sentence), by.bytes);
      std::size_t at = 0;
      return is_upper(next(text, at));
    });
  }

  const SideOf& own_;
  const SideOf& other_;
  const Explanation& why_;
  const std::vector<CoveredWord>&covered_, &other_covered_;
  LatinWords others_;
};

}  // namespace

std::vector<ChangedName> latin_swaps(const BitextView& view, NameReader& reader) {
  std::vector<ChangedName> out;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    if (view.beads()[k].null() || !has_capital(view, k)) continue;
    const std::vector<LatinName> arabic =
        SideReader(view, view.arabic, view.english, k).names([](const std::string&) {
          return false;
        });
    if (arabic.empty()) continue;
    const BeadNames spelled = reader.read(k);
    const auto in_arabic_letters = [&](const std::string& form) {
      return std::any_of(spelled.arabic.begin(), spelled.arabic.end(), [&](const NameWord& word) {
        return reader.evidence(word.form, form) >= NameReader::least_evidence(word.left, 1.0);
      });
    };
    const std::vector<LatinName> english =
        SideReader(view, view.english, view.arabic, k).names(in_arabic_letters);
    for (std::size_t j = 0; j < std::min(arabic.size(), english.size()); ++j)
      out.push_back({k, arabic[j].bytes, english[j].bytes, kProbability});
  }
  return out;
}

}  // namespace muwazi::check
