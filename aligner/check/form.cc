#include "check/form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "check/lengths.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kFarOff = 3.5;  // standard deviations of the log length ratio
constexpr double kLeastLetters = 20.0;
constexpr float kFarOffProbability = 0.7F;
constexpr double kExpected = 1.645;                   // nine in ten are within
constexpr std::size_t kArabicRun = 3, kLatinRun = 6;  // words of the other language in a row

Finding of_bead(const BitextView& view, std::uint32_t number, Rule rule) {
  Finding finding;
  finding.rule = rule;
  finding.bead = number;
  finding.arabic = {view.arabic.bytes(view.beads()[number].arabic)};
  finding.english = {view.english.bytes(view.beads()[number].english)};
  return finding;
}

// ---- marks ----

/// The last mark of a text, behind which only quotation marks, brackets and spaces may stand: '?', '.', or 0.
char last_mark(std::string_view text) {
  for (std::size_t at = text.size(); at > 0;) {
    const char32_t c = previous(text, at);
    if (c == U'?' || c == U'؟') return '?';
    if (c == U'.' || c == U'!' || c == U'…' || c == U'۔') return '.';
    if (is_letter(c) || is_mark(c) || is_digit(c)) return '\0';
  }
  return '\0';
}

bool holds_question(std::string_view text) {
  return text.find('?') != std::string_view::npos || text.find("؟") != std::string_view::npos;
}

struct Brackets {
  int open = 0, closed = 0;
  [[nodiscard]] bool balanced() const { return open == closed; }
};

/// Round and square ones; those of list markers ("2)", "أ)") do not count.
Brackets brackets(std::string_view text) {
  Brackets out;
  std::size_t count = 0;  // letters and digits of the sentence so far
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_letter(c) || is_digit(c)) ++count;
    if (c == U'(' || c == U'[' || c == U'﴾') ++out.open;
    if ((c == U')' || c == U']' || c == U'﴿') && (out.open > 0 || count > 3)) ++out.closed;
  }
  return out;
}

/// Quotation marks that come in pairs of two different ones, « » and “ ”.
Brackets quotation_marks(std::string_view text) {
  Brackets out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (c == U'«' || c == U'“') ++out.open;
    if (c == U'»' || c == U'”') ++out.closed;
  }
  return out;
}

class Punctuation {
 public:
  explicit Punctuation(const BitextView& view) : view_(view) {}

  [[nodiscard]] std::vector<Finding> run() {
    for (std::uint32_t k = 0; k < view_.beads().size(); ++k) {
      if (view_.beads()[k].null()) continue;
      question(k);
      unpaired(k, view_.arabic, view_.english);
      unpaired(k, view_.english, view_.arabic);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view text(const SideOf& side, std::uint32_t bead) const {
    return slice(side.text, side.bytes(view_.beads()[bead].*side.span));
  }

  void question(std::uint32_t bead) {
    const std::string_view arabic = text(view_.arabic, bead), english = text(view_.english, bead);
    const char x = last_mark(arabic), y = last_mark(english);
    const bool lost_in_english = x == '?' && y == '.' && !holds_question(english);
    const bool lost_in_arabic = x == '.' && y == '?' && !holds_question(arabic);
    if (!lost_in_english && !lost_in_arabic) return;
    Finding finding = of_bead(view_, bead, Rule::punctuation);
    finding.probability = kQuestion;
    finding.message =
        fmt::format("a question in the {}, a statement in the {}",
                    lost_in_english ? "Arabic" : "English", lost_in_english ? "English" : "Arabic");
    out_.push_back(std::move(finding));
  }

  /// A mark may close in another sentence: the neighbours of the bead are looked at as well.
  [[nodiscard]] bool closes_nearby(std::uint32_t bead, const SideOf& side,
                                   Brackets (*count)(std::string_view)) const {
    const SentenceSpan span = view_.beads()[bead].*side.span;
    const auto last = static_cast<std::uint32_t>(side.sentences.size());
    for (std::uint32_t before = 0; before <= 3; ++before) {
      for (std::uint32_t behind = before == 0 ? 1 : 0; behind <= 3; ++behind) {
        const SentenceSpan wider{span.begin - std::min(span.begin, before),
                                 std::min(span.end + behind, last)};
        if (count(slice(side.text, side.bytes(wider))).balanced()) return true;
      }
    }
    return false;
  }

  void unpaired(std::uint32_t bead, const SideOf& own, const SideOf& other) {
    for (const auto& [count, what] :
         {std::pair(&brackets, "bracket"), std::pair(&quotation_marks, "quotation mark")}) {
      const Brackets here = count(text(own, bead)), there = count(text(other, bead));
      if (here.balanced() || !there.balanced() || closes_nearby(bead, own, count)) continue;
      Finding finding = of_bead(view_, bead, Rule::punctuation);
      finding.probability = kUnpaired;
      finding.message = fmt::format("a {} without its partner in the {}", what,
                                    own.language == Language::arabic ? "Arabic" : "English");
      out_.push_back(std::move(finding));
    }
  }

  static constexpr float kQuestion = 0.8F, kUnpaired = 0.7F;

  const BitextView& view_;
  std::vector<Finding> out_;
};

// ---- words of the other language ----

/// The longest run of words of one script, and its place.
struct Run {
  ByteRange bytes;
  std::size_t words = 0;
  bool plain = false;  ///< some of its words have a small letter first: more than a name
};

Run longest_run(std::string_view sentence, WordKind kind) {
  Run best, now;
  for (const Word& word : words(sentence)) {
    if (word.kind != kind) {
      if (word.kind != WordKind::number) now = {};
      continue;
    }
    if (now.words == 0) now.bytes.begin = word.bytes.begin;
    now.bytes.end = word.bytes.end;
    ++now.words;
    now.plain |= !word.capitalised;
    if (now.words > best.words) best = now;
  }
  return best;
}

/// A foreign word in brackets stands beside its translation.
bool in_brackets(std::string_view sentence, ByteRange run) {
  const Brackets before = brackets(sentence.substr(0, run.begin));
  const Brackets quoted = quotation_marks(sentence.substr(0, run.begin));
  return before.open > before.closed || quoted.open > quoted.closed ||
         std::count(sentence.begin(), sentence.begin() + static_cast<std::ptrdiff_t>(run.begin),
                    '"') %
                 2 ==
             1;
}

void foreign_words(const BitextView& view, std::uint32_t bead, const SideOf& side,
                   std::vector<Finding>& out) {
  const bool english = side.language == Language::english;
  const SentenceSpan span = view.beads()[bead].*side.span;
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    const std::string_view sentence = side.sentence(k);
    const Run run = longest_run(sentence, english ? WordKind::arabic : WordKind::latin);
    if (run.words < (english ? kArabicRun : kLatinRun) || (!english && !run.plain)) continue;
    if (in_brackets(sentence, run.bytes)) continue;
    Finding finding = of_bead(view, bead, Rule::untranslated);
    const std::size_t offset = side.sentences[k].bytes.begin;
    finding.*side.place = {{offset + run.bytes.begin, offset + run.bytes.end}};
    finding.probability = 0.7F;
    finding.message = fmt::format("{} words in {}", run.words, english ? "Arabic" : "English");
    out.push_back(std::move(finding));
  }
}

}  // namespace

std::vector<Finding> length_findings(const BitextView& view) {
  const Lengths lengths = lengths_of(view);
  std::vector<Finding> out;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    const Bead& bead = view.beads()[k];
    if (bead.null()) continue;
    const double arabic = letters(view.arabic, bead.arabic),
                 english = letters(view.english, bead.english);
    const double z = (std::log((arabic + 3.0) / (english + 3.0)) - lengths.mean) / lengths.spread;
    if (std::abs(z) < kFarOff || std::max(arabic, english) < kLeastLetters) continue;
    Finding finding = of_bead(view, k, Rule::length);
    finding.probability = kFarOffProbability;
    const double expected = arabic / std::exp(lengths.mean);
    const double factor = std::exp(kExpected * lengths.spread);
    finding.message = fmt::format(
        "{:.0f} characters in the Arabic, {:.0f} in the English, where {:.0f} to {:.0f} would be "
        "usual",
        arabic, english, expected / factor, expected * factor);
    out.push_back(std::move(finding));
  }
  return out;
}

std::vector<Finding> punctuation_findings(const BitextView& view) {
  return Punctuation(view).run();
}

std::vector<Finding> foreign_findings(const BitextView& view) {
  std::vector<Finding> out;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    if (view.beads()[k].null()) continue;
    foreign_words(view, k, view.arabic, out);
    foreign_words(view, k, view.english, out);
  }
  return out;
}

}  // namespace muwazi::check
