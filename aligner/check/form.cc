#include "check/form.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "check/lengths.h"
#include "check/paired_marks.h"
#include "muwazi/anchor/values.h"

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

/// The longest run of words of one script, and its place.
struct Run {
  ByteRange bytes;
  std::size_t words = 0;
  bool plain = false;  ///< some of its words have a small letter first: more than a name
};

/// Links, codes and placeholders are of no language; they are not looked for where there are less than `least` words.
Run longest_run(std::string_view sentence, WordKind kind, Language language, std::size_t least) {
  const std::vector<Word> all = words(sentence);
  const auto of_kind = [kind](const Word& word) { return word.kind == kind; };
  if (static_cast<std::size_t>(std::count_if(all.begin(), all.end(), of_kind)) < least) return {};
  std::vector<Value> opaque = values(sentence, language);
  std::erase_if(opaque, [](const Value& value) {
    return value.kind != ValueKind::link && value.kind != ValueKind::code &&
           value.kind != ValueKind::placeholder;
  });
  Run best, now;
  for (const Word& word : all) {
    if (std::any_of(opaque.begin(), opaque.end(),
                    [&](const Value& value) { return overlap(value.bytes, word.bytes); })) {
      continue;
    }
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

/// A foreign word in brackets or quotation marks stands beside its translation.
bool is_set_off(std::string_view sentence, ByteRange run) {
  const auto holds = [&](MarkSort sort) {
    const std::vector<ByteRange> pairs = paired_marks(sentence, sort).pairs;
    return std::any_of(pairs.begin(), pairs.end(), [&](ByteRange pair) {
      return pair.begin < run.begin && run.end < pair.end;
    });
  };
  return holds(MarkSort::bracket) || holds(MarkSort::quotation);
}

void foreign_words(const BitextView& view, std::uint32_t bead, const SideOf& side,
                   std::vector<Finding>& out) {
  const bool english = side.language == Language::english;
  const SentenceSpan span = view.beads()[bead].*side.span;
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    const std::string_view sentence = side.sentence(k);
    const std::size_t least = english ? kArabicRun : kLatinRun;
    const Run run =
        longest_run(sentence, english ? WordKind::arabic : WordKind::latin, side.language, least);
    if (run.words < least || (!english && !run.plain)) continue;
    if (is_set_off(sentence, run.bytes)) continue;
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
