#include "check/clause_spans.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "check/clause_words.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kLeastContent = 0.15;  // that a share is taken of
constexpr double kMostLength = 6.0;
constexpr double kLeastDoubt = 0.001;
constexpr std::uint32_t kBeside = 3;    // words
constexpr std::size_t kMostUnits = 60;  // of a side, whose unions are looked at

double share_uncovered(const BitextView& view, std::vector<CoveredWord> Explanation::*covered) {
  double uncovered = 4.0, content = 10.0;  // as if some had been seen
  for (const Explanation& why : view.bitext.explanations) {
    for (const CoveredWord& word : why.*covered) {
      content += static_cast<double>(word.content);
      uncovered += static_cast<double>(word.uncovered);
    }
  }
  return std::clamp(uncovered / content, 0.05, 0.7);
}

/// How many the Arabic of a pair has more than the English, in the mean.
double more_marks(const BitextView& view) {
  double sum = 0.0, count = 20.0;  // as if as many had been seen with the same marks
  for (const Bead& bead : view.beads()) {
    if (bead.null()) continue;
    sum += std::clamp(marks(slice(view.arabic.text, view.arabic.bytes(bead.arabic))) -
                          marks(slice(view.english.text, view.english.bytes(bead.english))),
                      -3.0, 3.0);
    count += 1.0;
  }
  return sum / count;
}

/// What two words have of each other, as numbers of the side under the eye and of the other one.
struct Link {
  std::uint32_t own, other;
  double strength;  ///< 0 to 1
};

class PairReader {
 public:
  PairReader(const BitextView& view, const Lengths& lengths, const Elsewhere& elsewhere,
             const SharedPlaces& shared, std::uint32_t bead, const SideOf& own, const SideOf& other,
             double own_rate, double other_rate, double more_marks)
      : lengths_(lengths), bead_(view.beads()[bead]), own_(own), other_(other), rate_(own_rate) {
    marks_ = std::clamp(marks(slice(own.text, own.bytes(bead_.*own.span))) -
                            marks(slice(other.text, other.bytes(bead_.*other.span))) - more_marks,
                        -3.0, 3.0);
    sentences_ = std::clamp(static_cast<double>((bead_.*own.span).size()) -
                                static_cast<double>((bead_.*other.span).size()),
                            -2.0, 2.0);
    const Explanation& why = view.bitext.explanations[bead];
    const bool arabic = own.language == Language::arabic;
    words_ = clause_words(own, bead_.*own.span, why.*own.covered, elsewhere.of(bead, own.language),
                          own_rate, arabic ? shared.arabic : shared.english);
    for (const ClauseWord& word : words_) {
      content_ += word.content;
      uncovered_ += word.uncovered;
    }
    read_other(why.*other.covered, elsewhere.of(bead, other.language), other_rate,
               arabic ? shared.english : shared.arabic);
    best_.assign(words_.size(), {0, 0, 0.0});
    for (const WordLink& link : why.links) {
      links_.push_back({arabic ? link.arabic : link.english, arabic ? link.english : link.arabic,
                        static_cast<double>(std::max(link.of_arabic, link.of_english))});
      Link& best = best_[links_.back().own];
      if (links_.back().strength >= best.strength) best = links_.back();
    }
  }

  [[nodiscard]] std::vector<ClauseSpan> run() {
    for (const auto& [begin, end] : stretches()) add(begin, end);
    return std::move(out_);
  }

 private:
  using Stretch = std::pair<std::uint32_t, std::uint32_t>;

  void read_other(const std::vector<CoveredWord>& words, const std::vector<bool>& elsewhere,
                  double rate, const std::vector<ByteRange>& explained) {
    double content = 0.0, uncovered = 0.0;
    for (std::size_t k = 0; k < words.size(); ++k) {
      const CoveredWord& word = words[k];
      const ByteRange sentence = other_.sentences[word.sentence].bytes;
      const ByteRange bytes = {sentence.begin + word.bytes.begin, sentence.begin + word.bytes.end};
      content += static_cast<double>(word.content);
      other_content_.push_back(static_cast<double>(word.content));
      other_uncovered_.push_back(0.0);
      if (within(bytes, explained)) continue;
      other_uncovered_.back() = static_cast<double>(word.uncovered);
      if (elsewhere[k]) other_elsewhere_ += static_cast<double>(word.uncovered);
      uncovered += static_cast<double>(word.uncovered);
      const std::string_view text = slice(other_.text, bytes);
      if (word.uncovered > 0.5F * word.content && is_initials(text)) acronyms_ += 1.0;
    }
    other_left_ = uncovered - rate * content;
  }

  /// The run of words with the greatest sum, all that stand between marks, joining words and changes from explained to
  /// left over, and unions of neighbouring ones.
  [[nodiscard]] std::set<Stretch> stretches() const {
    std::set<Stretch> out;
    const auto count = static_cast<std::uint32_t>(words_.size());
    const std::size_t least = own_.language == Language::arabic ? ClauseReader::kLeastArabicWords
                                                                : ClauseReader::kLeastEnglishWords;
    const auto consider = [&](std::uint32_t begin, std::uint32_t end) {
      const std::size_t size = end - begin;
      if (size >= least && size <= ClauseReader::kMostWords && size < count) {
        out.emplace(begin, end);
      }
    };
    const Stretch best = best_stretch();
    consider(best.first, best.second);
    std::vector<std::uint32_t> ends;
    for (std::uint32_t k = 0; k < count; ++k) {
      const bool changes = k > 0 && words_[k].left != words_[k - 1].left;
      if (words_[k].mark_before || words_[k].joins || changes) ends.push_back(k);
    }
    ends.push_back(count);
    if (ends.size() > kMostUnits) return out;
    for (std::size_t from = 0; from + 1 < ends.size(); ++from) {
      for (std::size_t to = from + 1;
           to < ends.size() && ends[to] - ends[from] <= ClauseReader::kMostWords; ++to) {
        consider(ends[from], ends[to]);
      }
    }
    return out;
  }

  [[nodiscard]] Stretch best_stretch() const {
    Stretch best, now;
    double best_sum = 0.0, sum = 0.0;
    for (std::uint32_t k = 0; k < words_.size(); ++k) {
      if (sum <= 0.0) {
        now = {k, k};
        sum = 0.0;
      }
      sum += words_[k].gain;
      now.second = k + 1;
      if (sum > best_sum) {
        best = now;
        best_sum = sum;
      }
    }
    return best;
  }

  void add(std::uint32_t begin, std::uint32_t end) {
    ClauseSpan span{begin, end, {words_[begin].bytes.begin, words_[end - 1].bytes.end}};
    double content = 0.0, uncovered = 0.0, gain = 0.0;
    for (std::uint32_t k = begin; k < end; ++k) {
      content += words_[k].content;
      uncovered += words_[k].uncovered;
      gain += words_[k].gain;
    }
    const ClauseWord &first = words_[begin], &last = words_[end - 1];
    span[ClauseFeature::unexplained] = gain;
    add_links(span);
    span[ClauseFeature::content] = content;
    span[ClauseFeature::share] = uncovered / std::max(content, kLeastContent);
    span[ClauseFeature::rest_left] = uncovered_ - uncovered - rate_ * (content_ - content);
    add_length(span);
    span[ClauseFeature::begins] = first.mark_before ? 1.0 : 0.0;
    span[ClauseFeature::ends] = last.mark_after ? 1.0 : 0.0;
    span[ClauseFeature::joined] = first.joins ? 1.0 : 0.0;
    span[ClauseFeature::bracketed] = first.bracketed && last.bracketed ? 1.0 : 0.0;
    span[ClauseFeature::words] = std::log(static_cast<double>(end - begin));
    add_apart(span);
    add_between(span, uncovered);
    add_side(span);
    add_left(span);
    out_.push_back(span);
  }

  /// What is the same for all stretches of the side, and where in it this one is.
  void add_side(ClauseSpan& span) const {
    span[ClauseFeature::arabic] = own_.language == Language::arabic ? 1.0 : 0.0;
    span[ClauseFeature::acronyms] = std::min(acronyms_, 4.0);
    span[ClauseFeature::marks] = marks_;
    span[ClauseFeature::sentences] = sentences_;
    span[ClauseFeature::other_left] = other_left_;
    span[ClauseFeature::other_elsewhere] = other_elsewhere_;
    span[ClauseFeature::doubt] = std::log(kLeastDoubt + 1.0 - static_cast<double>(bead_.posterior));
    span[ClauseFeature::at_edge] = span.begin == 0 || span.end == words_.size() ? 1.0 : 0.0;
    span[ClauseFeature::whole] = words_[span.begin].begins && words_[span.end - 1].ends ? 1.0 : 0.0;
  }

  /// Which words nothing explains in it and beside it.
  void add_left(ClauseSpan& span) const {
    for (std::uint32_t k = span.begin; k < span.end; ++k) {
      const ClauseWord& word = words_[k];
      if (word.number) {
        const bool left = word.uncovered > 0.5 * word.content;
        span[left ? ClauseFeature::numbers_left : ClauseFeature::numbers_needed] +=
            left ? 1.0 : word.needed;
      }
      if (word.elsewhere) span[ClauseFeature::elsewhere] += word.uncovered;
      if (!word.known) span[ClauseFeature::unknown] += word.uncovered;
      if (word.name && word.left) span[ClauseFeature::names] += 1.0;
    }
    for (std::uint32_t k = span.begin; k + kBeside > span.begin && k > 0 && words_[k - 1].left; --k)
      span[ClauseFeature::breaks] += 1.0;
    for (std::uint32_t k = span.end; k < span.end + kBeside && k < words_.size() && words_[k].left;
         ++k)
      span[ClauseFeature::breaks] += 1.0;
  }

  /// Where the other side goes on behind the counterpart of what stands before.
  void add_apart(ClauseSpan& span) const {
    constexpr std::uint32_t kNear = 4;
    constexpr double kStrong = 0.5;
    double before = -1.0, after = -1.0;
    for (std::uint32_t k = span.begin; k > 0 && k + kNear > span.begin && before < 0.0; --k) {
      before = best_other(k - 1, kStrong);
    }
    for (std::uint32_t k = span.end; k < words_.size() && k < span.end + kNear && after < 0.0;
         ++k) {
      after = best_other(k, kStrong);
    }
    if (span.begin == 0) before = 0.0;
    if (span.end == words_.size()) after = static_cast<double>(other_content_.size());
    if (before < 0.0 || after < 0.0) return;
    const double size = static_cast<double>(span.end - span.begin);
    span[ClauseFeature::apart] = 1.0;
    span[ClauseFeature::apart_gap] = std::clamp((after - before) / size, -0.5, 1.5);
  }

  /// Between which words of the other side its counterpart would stand, by several words before and behind it.
  void add_between(ClauseSpan& span, double uncovered) const {
    constexpr std::uint32_t kReach = 8;
    constexpr double kStrong = 0.4, kLeast = 0.5;
    const double none = static_cast<double>(other_content_.size());
    double before = -1.0, after = none;
    for (std::uint32_t k = span.begin; k > 0 && k + kReach > span.begin; --k)
      before = std::max(before, best_other(k - 1, kStrong));
    for (std::uint32_t k = span.end; k < words_.size() && k < span.end + kReach; ++k) {
      const double other = best_other(k, kStrong);
      if (other >= 0.0) after = std::min(after, other);
    }
    if ((before < 0.0 && span.begin > 0) || (after == none && span.end < words_.size())) return;
    double left = 0.0;
    for (auto k = static_cast<std::size_t>(before + 1.0); k < static_cast<std::size_t>(after); ++k)
      left += other_uncovered_[k];
    const double size = static_cast<double>(span.end - span.begin);
    span[ClauseFeature::between] = 1.0;
    span[ClauseFeature::between_gap] = std::clamp((after - before - 1.0) / size, -0.5, 1.5);
    span[ClauseFeature::between_left] = std::min(left / (uncovered + kLeast), 2.0);
  }

  /// The number of the word that has most to do with a word, -1 where none has much.
  [[nodiscard]] double best_other(std::uint32_t word, double least) const {
    const Link& best = best_[word];
    return best.strength < least || words_[word].content < 0.25 ? -1.0
                                                                : static_cast<double>(best.other);
  }

  void add_links(ClauseSpan& span) {
    const auto inside = [&](const Link& link) {
      return link.own >= span.begin && link.own < span.end;
    };
    std::vector<double> outside(other_content_.size()), within(other_content_.size()),
        needed(span.end - span.begin);
    for (const Link& link : links_) {
      if (!inside(link) && words_[link.own].gloss) continue;
      double& best = (inside(link) ? within : outside)[link.other];
      best = std::max(best, link.strength);
    }
    for (const Link& link : links_) {
      if (!inside(link)) continue;
      double& best = needed[link.own - span.begin];
      best = std::max(best, link.strength * (1.0 - outside[link.other]));
    }
    for (std::uint32_t k = span.begin; k < span.end; ++k) {
      span[ClauseFeature::needed] += words_[k].content * needed[k - span.begin];
      words_[k].needed = needed[k - span.begin];
    }
    for (std::size_t k = 0; k < within.size(); ++k) {
      span[ClauseFeature::explains] += other_content_[k] * std::max(within[k] - outside[k], 0.0);
    }
  }

  /// By the lengths of both sides with and without it.
  void add_length(ClauseSpan& span) const {
    const double all = letters(own_, bead_.*own_.span) + 3.0;
    const double without =
        std::max(all - static_cast<double>(code_points(slice(own_.text, span.bytes))), 3.0);
    const double of_other = letters(other_, bead_.*other_.span) + 3.0;
    const double mean = own_.language == Language::arabic ? lengths_.mean : -lengths_.mean;
    const double x = (std::log(all / of_other) - mean) / lengths_.spread;
    const double y = (std::log(without / of_other) - mean) / lengths_.spread;
    span[ClauseFeature::length] = std::clamp((x * x - y * y) / 2.0, -kMostLength, kMostLength);
    span[ClauseFeature::longer] = std::clamp(x, -3.0, 3.0);
    const double lacking = std::clamp(-y, 0.0, 3.0);
    span[ClauseFeature::too_short] = lacking * lacking;
  }

  const Lengths& lengths_;
  const Bead& bead_;
  const SideOf &own_, &other_;
  double rate_;
  std::vector<ClauseWord> words_;
  double content_ = 0.0, uncovered_ = 0.0;  ///< of all words
  std::vector<double> other_content_, other_uncovered_;
  double other_left_ = 0.0, acronyms_ = 0.0, marks_ = 0.0, sentences_ = 0.0, other_elsewhere_ = 0.0;
  std::vector<Link> links_, best_;  ///< best_: the strongest of each word
  std::vector<ClauseSpan> out_;
};

}  // namespace

ClauseReader::ClauseReader(const BitextView& view, const Lexicon& lexicon,
                           const std::vector<SharedPlaces>& shared)
    : view_(view),
      lengths_(lengths_of(view)),
      elsewhere_(view, lexicon),
      arabic_rate_(share_uncovered(view, &Explanation::arabic_words)),
      english_rate_(share_uncovered(view, &Explanation::english_words)),
      shared_(shared),
      marks_(more_marks(view)) {}

std::vector<ClauseSpan> ClauseReader::spans(std::uint32_t bead, const SideOf& own,
                                            const SideOf& other) const {
  if (view_.beads()[bead].null()) return {};
  const bool arabic = own.language == Language::arabic;
  return PairReader(view_, lengths_, elsewhere_, shared_[bead], bead, own, other,
                    arabic ? arabic_rate_ : english_rate_, arabic ? english_rate_ : arabic_rate_,
                    arabic ? marks_ : -marks_)
      .run();
}

}  // namespace muwazi::check
