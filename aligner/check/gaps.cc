// Neighbouring sentences without counterpart are one finding: one passage was left out, not nine sentences. What stands
// twice, stands elsewhere or was left in the other language is said to be so instead.
#include "check/gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "check/copies.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr float kErrorProbability = 0.8F, kWarningProbability = 0.5F;
constexpr float kFacedProbability = 0.97F;  // for an error where the other side has such a gap too
constexpr float kUnexplained = 0.6F;
constexpr float kMovedProbability = 0.8F;
constexpr float kAsGood = 0.5F;  // share of content from which two sentences are a free translation

/// Sentences without counterpart with nothing of their side between them.
struct Gap {
  std::uint32_t bead = 0;  ///< the first one
  SentenceSpan span;
  float posterior = 0.0F;  ///< mean over the words
  std::size_t words = 0;
};

class Finder {
 public:
  explicit Finder(const BitextView& view) : view_(view) {}

  [[nodiscard]] std::vector<Finding> run() {
    side(view_.arabic, view_.english, view_.bitext.english_skipped);
    side(view_.english, view_.arabic, view_.bitext.skipped);
    for (std::uint32_t k = 0; k < view_.beads().size(); ++k) {
      if (view_.beads()[k].null()) continue;
      repeated(k, view_.arabic, view_.english);
      repeated(k, view_.english, view_.arabic);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::vector<Gap> gaps(const SideOf& side, const std::vector<bool>& apart) const {
    std::vector<Gap> out;
    double mass = 0.0;
    for (std::uint32_t k = 0; k < view_.beads().size(); ++k) {
      const Bead& bead = view_.beads()[k];
      const SentenceSpan span = bead.*side.span;
      if (span.empty() || !bead.null()) continue;
      const std::size_t count = word_count(side.sentence(span.begin));
      const bool goes_on = !out.empty() && out.back().span.end == span.begin &&
                           !apart[span.begin] && !apart[span.begin - 1];
      if (!goes_on) {
        out.push_back({k, {span.begin, span.begin}, 0.0F, 0});
        mass = 0.0;
      }
      Gap& gap = out.back();
      gap.span.end = span.end;
      gap.words += count;
      mass += static_cast<double>(bead.posterior) * static_cast<double>(count + 1);
      gap.posterior = static_cast<float>(mass / static_cast<double>(gap.words + gap.span.size()));
    }
    return out;
  }

  /// The null pair of each sentence.
  [[nodiscard]] std::vector<const NullPair*> pairs_of(const SideOf& side) const {
    std::vector<const NullPair*> out(side.sentences.size());
    for (const NullPair& pair : view_.bitext.null_pairs) {
      out[side.language == Language::arabic ? pair.arabic : pair.english] = &pair;
    }
    return out;
  }

  void side(const SideOf& own, const SideOf& other, const std::vector<Skipped>& other_skipped) {
    const Copies copies(view_, own);
    const std::vector<const NullPair*> pairs = pairs_of(own);
    std::vector<bool> apart(own.sentences.size());
    for (std::uint32_t k = 0; k < apart.size(); ++k) {
      apart[k] = pairs[k] != nullptr || copies.count(k) > 1;
    }
    for (const Gap& gap : gaps(own, apart)) {
      if (pairs[gap.span.begin] != nullptr) {
        add_pair(gap, *pairs[gap.span.begin], own, other);
        continue;
      }
      const std::uint32_t k = gap.span.begin;
      const std::optional<std::uint32_t> left = copies.among_other(other, k);
      if (left && *left != k) continue;  // told of where it was left
      Finding& finding = add(gap, own);
      if (copies.paired(k) > 0 && copies.count(k) > 1) {
        finding.rule = Rule::duplicate;
        finding.severity = Severity::warning;
        finding.message = repeated_message(own, other, copies.count(k), copies.paired(k));
      } else if (left || left_as_it_was(own, gap, other, other_skipped, finding)) {
        finding.rule = Rule::untranslated;
        finding.message = fmt::format("left in {}", name(own));
      }
    }
  }

  /// Two sentences that were left alone and say much of the same: the one is out of place, or has a part that the other
  /// has not. Each such pair is told of once.
  void add_pair(const Gap& gap, const NullPair& pair, const SideOf& own, const SideOf& other) {
    const bool arabic = own.language == Language::arabic;
    const float covered = arabic ? pair.arabic_covered : pair.english_covered;
    const float of_other = arabic ? pair.english_covered : pair.arabic_covered;
    if (pair.in_place ? covered >= std::min(of_other, kAsGood) : !arabic) return;
    Finding finding;
    finding.bead = gap.bead;
    finding.arabic = {view_.arabic.sentences[pair.arabic].bytes};
    finding.english = {view_.english.sentences[pair.english].bytes};
    if (pair.in_place) {
      finding.rule = arabic ? Rule::omission : Rule::addition;
      finding.severity = gap.posterior >= kErrorProbability ? Severity::error : Severity::warning;
      finding.probability = gap.posterior;
      finding.message = fmt::format("only a part of the sentence is in the {}", name(other));
    } else {
      finding.rule = Rule::order;
      finding.probability = kMovedProbability;
      finding.message = "stands at another place in the translation";
    }
    out_.push_back(std::move(finding));
  }

  /// The bead's sentences that are the same as the one before.
  static std::vector<std::uint32_t> repetitions(const SideOf& side, SentenceSpan span) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t k = span.begin + 1; k < span.end; ++k) {
      const std::string form = comparison_form(side.sentence(k));
      if (long_enough(form) && form == comparison_form(side.sentence(k - 1))) out.push_back(k);
    }
    return out;
  }

  void repeated(std::uint32_t bead, const SideOf& own, const SideOf& other) {
    const SentenceSpan span = view_.beads()[bead].*own.span;
    if (span.size() < 2 || !repetitions(other, view_.beads()[bead].*other.span).empty()) return;
    for (const std::uint32_t k : repetitions(own, span)) {
      Finding finding;
      finding.rule = Rule::duplicate;
      finding.bead = bead;
      finding.probability = view_.beads()[bead].posterior;
      finding.*own.place = {own.sentences[k].bytes};
      finding.*other.place = {other.bytes(view_.beads()[bead].*other.span)};
      finding.message = repeated_message(own, other, 2, 1);
      out_.push_back(std::move(finding));
    }
  }

  static std::string repeated_message(const SideOf& own, const SideOf& other, std::size_t here,
                                      std::size_t there) {
    return fmt::format("stands {} in the {}, {} in the {}", times(here), name(own), times(there),
                       name(other));
  }

  Finding& add(const Gap& gap, const SideOf& own) {
    Finding finding;
    const bool arabic = own.language == Language::arabic;
    finding.rule = arabic ? Rule::omission : Rule::addition;
    finding.bead = gap.bead;
    finding.probability = gap.posterior;
    const float least = faced(gap.bead) ? kFacedProbability : kErrorProbability;
    finding.severity = gap.posterior >= least && gap.words > 0                 ? Severity::error
                       : gap.posterior >= kWarningProbability && gap.words > 0 ? Severity::warning
                                                                               : Severity::info;
    for (std::uint32_t k = gap.span.begin; k < gap.span.end; ++k) {
      (finding.*own.place).push_back(own.sentences[k].bytes);
    }
    const std::string what =
        gap.span.size() == 1 ? "a sentence" : fmt::format("{} sentences", gap.span.size());
    finding.message = fmt::format("{}, {} words, without counterpart in the {}", what, gap.words,
                                  arabic ? "English" : "Arabic");
    out_.push_back(std::move(finding));
    return out_.back();
  }

  /// Whether one sentence alone stands here on each side: they may be each other's free translation.
  [[nodiscard]] bool faced(std::uint32_t bead) const {
    const std::vector<Bead>& beads = view_.beads();
    std::size_t begin = bead, end = bead + 1;
    while (begin > 0 && beads[begin - 1].null()) --begin;
    while (end < beads.size() && beads[end].null()) ++end;
    return end - begin == 2 && beads[begin].arabic.empty() != beads[begin + 1].arabic.empty();
  }

  /// The other file has the passage too, in the same language, where it was skipped for that.
  static bool left_as_it_was(const SideOf& own, const Gap& gap, const SideOf& other,
                             const std::vector<Skipped>& skipped, Finding& finding) {
    const std::string form = comparison_form(slice(own.text, own.bytes(gap.span)));
    for (const Skipped& range : skipped) {
      if (range.reason != SkipReason::other_language || form.empty()) continue;
      const std::string left = comparison_form(slice(other.text, range.bytes));
      if (left.find(form) == std::string::npos &&
          (left.empty() || form.find(left) == std::string::npos)) {
        continue;
      }
      finding.*other.place = {range.bytes};
      return true;
    }
    return false;
  }

  static std::string_view name(const SideOf& side) {
    return side.language == Language::arabic ? "Arabic" : "English";
  }

  const BitextView& view_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> mismatch_findings(const BitextView& view) {
  std::vector<Finding> out;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    const Bead& bead = view.beads()[k];
    if (!mismatched(bead) && !unexplained(view, k)) continue;
    const ByteRange arabic = view.arabic.bytes(bead.arabic),
                    english = view.english.bytes(bead.english);
    const bool no_arabic = word_count(slice(view.arabic.text, arabic)) == 0;
    const bool no_english = word_count(slice(view.english.text, english)) == 0;
    if (no_arabic && no_english) continue;
    Finding finding;
    finding.rule = no_arabic ? Rule::addition : Rule::omission;
    finding.severity = mismatched(bead) ? Severity::error : Severity::warning;
    finding.probability = std::max(1.0F - bead.posterior, kUnexplained);
    finding.bead = k;
    if (!no_arabic) finding.arabic = {arabic};
    if (!no_english) finding.english = {english};
    finding.message = no_arabic    ? "there is no Arabic text"
                      : no_english ? "not translated"
                      : mismatched(bead)
                          ? "the two are not a translation of each other"
                          : "the two hardly share a word: perhaps not a translation of each other";
    out.push_back(std::move(finding));
  }
  return out;
}

std::vector<Finding> gap_findings(const BitextView& view) { return Finder(view).run(); }

}  // namespace muwazi::check
