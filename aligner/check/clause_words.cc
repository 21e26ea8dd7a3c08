#include "check/clause_words.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kLeftOverInGap =
    0.85;  // share of the content of untranslated parts that nothing explains
constexpr double kLeastContent = 0.15;

bool is_mark(char32_t c) { return is_punctuation(c) && c != U'-' && c != U'\'' && c != U'’'; }

bool joins(std::string_view form, Language language) {
  static const std::unordered_set<std::string_view> kEnglish = {
      "and",   "or", "but",  "nor",   "which",    "who",    "whose", "that",   "because",
      "while", "as", "when", "where", "although", "though", "since", "if",     "so",
      "for",   "to", "with", "by",    "after",    "before", "until", "unless", "including"};
  static const std::unordered_set<std::string_view> kArabic = {
      "التي", "الذي", "الذين", "ثم",  "لكن", "لان",  "حيث", "عندما", "بينما", "مما", "اذا", "ان",
      "او",   "ام",   "حتي",   "كما", "بل",  "منها", "مع",  "بعد",   "قبل",   "اذ",  "لكي", "كي"};
  if (language == Language::english) return kEnglish.contains(form);
  return kArabic.contains(form) || form.starts_with("و") || form.starts_with("ف");
}

/// Whether a mark stands there; counts brackets that are open.
bool passes_mark(std::string_view text, std::size_t at, std::size_t end, std::size_t& depth) {
  bool mark = false;
  while (at < end) {
    const char32_t c = next(text, at);
    mark |= is_mark(c);
    if (c == U'(' || c == U'[') ++depth;
    if ((c == U')' || c == U']') && depth > 0) --depth;
  }
  return mark;
}

/// Its own features, but for those that depend on the words beside it.
void read(const SideOf& side, const CoveredWord& covered, double rate, bool explained,
          ClauseWord& word) {
  word.content = static_cast<double>(covered.content);
  word.uncovered = explained ? 0.0 : static_cast<double>(covered.uncovered);
  if (word.content >= kLeastContent) {
    word.gain = word.uncovered * std::log(kLeftOverInGap / rate) +
                (word.content - word.uncovered) * std::log((1.0 - kLeftOverInGap) / (1.0 - rate));
    word.left = word.uncovered > 0.5 * word.content;
  }
  word.known = covered.known;
  word.sentence = covered.sentence;
  const std::string_view text = slice(side.text, word.bytes);
  word.number = has_digit(text);
  const std::vector<Word> read = words(text);
  if (read.empty()) return;
  word.gloss = side.language == Language::arabic && read[0].kind == WordKind::latin;
  word.joins = joins(read[0].form, side.language);
  word.name = read[0].capitalised && !word.begins;
}

}  // namespace

std::vector<ClauseWord> clause_words(const SideOf& side, SentenceSpan span,
                                     const std::vector<CoveredWord>& covered,
                                     const std::vector<bool>& elsewhere, double rate,
                                     const std::vector<ByteRange>& explained) {
  std::vector<ClauseWord> out;
  std::size_t depth = 0, at = side.bytes(span).begin;
  for (std::size_t k = 0; k < covered.size(); ++k) {
    const std::size_t offset = side.sentences[covered[k].sentence].bytes.begin;
    ClauseWord word;
    word.bytes = {offset + covered[k].bytes.begin, offset + covered[k].bytes.end};
    word.elsewhere = elsewhere[k];
    word.begins = out.empty() || out.back().sentence != covered[k].sentence;
    word.mark_before = passes_mark(side.text, at, word.bytes.begin, depth) || out.empty();
    word.bracketed = depth > 0;
    if (!out.empty()) {
      out.back().ends = word.begins;
      out.back().mark_after = word.mark_before;
    }
    read(side, covered[k], rate, within(word.bytes, explained), word);
    at = word.bytes.end;
    out.push_back(word);
  }
  if (!out.empty()) out.back().mark_after = out.back().ends = true;
  return out;
}

bool within(const ByteRange& word, const std::vector<ByteRange>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const ByteRange& range) {
    return range.begin <= word.begin && word.end <= range.end;
  });
}

double marks(std::string_view text) {
  constexpr std::u32string_view kMarks = U",،;؛:.!?؟";
  double count = 0.0;
  for (std::size_t at = 0; at < text.size();) {
    if (kMarks.find(next(text, at)) != std::u32string_view::npos) count += 1.0;
  }
  return count;
}

bool is_initials(std::string_view text) {
  std::size_t upper = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_lower(c) && !(c == U's' && at == text.size())) return false;
    upper += is_upper(c) ? 1 : 0;
  }
  return upper >= 2;
}

}  // namespace muwazi::check
