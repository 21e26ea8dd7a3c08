#include "check/punctuation.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "check/paired_marks.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr float kQuestion = 0.8F, kUnpaired = 0.7F;
constexpr std::uint32_t kNear = 8;       // sentences
constexpr std::size_t kLongestMark = 3;  // bytes

/// How the sentences of a text end, in order: '?', '.', or at last ' ' where there is neither. Behind the mark stand only marks up
/// to the next space; a short word with a full stop ("Mr.") is more often an abbreviation than the last of a sentence.
std::string sentence_ends(std::string_view text) {
  std::string out;
  constexpr std::size_t kAbbreviation = 3;  // letters
  char mark = ' ';
  std::size_t letters = 0;  // since the last mark
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_letter(c) || is_mark(c) || is_digit(c)) {
      letters = mark == ' ' ? letters + 1 : 1;
      mark = ' ';
    } else if (c == U'?' || c == U'؟') {
      mark = '?';
    } else if (c == U'!' || (mark == ' ' && (c == U'.' || c == U'…' || c == U'۔'))) {
      mark = '.';
    } else if (is_space(c)) {
      if (mark == '?' || (mark == '.' && letters > kAbbreviation)) out += mark;
      mark = ' ';
      letters = 0;
    }
  }
  return out + mark;
}

bool holds_question(std::string_view text) {
  return text.find('?') != std::string_view::npos || text.find("؟") != std::string_view::npos;
}

/// Whether a question of the one is a statement in the other, which asks nothing at all.
bool loses_question(std::string_view own, std::string_view other) {
  const std::string asking = sentence_ends(own), stating = sentence_ends(other);
  if (holds_question(other)) return false;
  if (asking.back() == '?' && stating.back() == '.') return true;
  if (asking.size() != stating.size()) return false;
  for (std::size_t k = 0; k < asking.size(); ++k) {
    if (asking[k] == '?' && stating[k] == '.') return true;
  }
  return false;
}

std::string_view name_of(Language language) {
  return language == Language::arabic ? "Arabic" : "English";
}

class Punctuation {
 public:
  explicit Punctuation(const BitextView& view) : view_(view) {}

  [[nodiscard]] std::vector<Finding> run() {
    for (std::uint32_t k = 0; k < view_.beads().size(); ++k) {
      if (view_.beads()[k].null()) continue;
      question(k);
      for (const MarkSort sort : {MarkSort::bracket, MarkSort::quotation}) {
        unpaired(k, sort, view_.arabic, view_.english);
        unpaired(k, sort, view_.english, view_.arabic);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] ByteRange bytes(const SideOf& side, std::uint32_t bead) const {
    return side.bytes(view_.beads()[bead].*side.span);
  }
  [[nodiscard]] std::string_view text(const SideOf& side, std::uint32_t bead) const {
    return slice(side.text, bytes(side, bead));
  }

  Finding& add(std::uint32_t bead, float probability) {
    Finding finding;
    finding.rule = Rule::punctuation;
    finding.probability = probability;
    finding.bead = bead;
    finding.arabic = {bytes(view_.arabic, bead)};
    finding.english = {bytes(view_.english, bead)};
    out_.push_back(std::move(finding));
    return out_.back();
  }

  void question(std::uint32_t bead) {
    const std::string_view arabic = text(view_.arabic, bead), english = text(view_.english, bead);
    const bool lost_in_english = loses_question(arabic, english);
    const bool lost_in_arabic = loses_question(english, arabic);
    if (!lost_in_english && !lost_in_arabic) return;
    add(bead, kQuestion).message =
        fmt::format("a question in the {}, a statement in the {}",
                    lost_in_english ? "Arabic" : "English", lost_in_english ? "English" : "Arabic");
  }

  /// Its partner may stand in another sentence, before it or behind it.
  [[nodiscard]] bool has_partner_nearby(std::uint32_t bead, MarkSort sort, const SideOf& side,
                                        const UnpairedMark& mark) const {
    const SentenceSpan span = view_.beads()[bead].*side.span;
    const auto last = static_cast<std::uint32_t>(side.sentences.size());
    const auto is_paired = [&](SentenceSpan wider) {
      const std::size_t offset = side.bytes(wider).begin;
      const auto& pairs = paired_marks(slice(side.text, side.bytes(wider)), sort).pairs;
      return std::any_of(pairs.begin(), pairs.end(), [&](ByteRange pair) {
        return offset + pair.begin == mark.bytes.begin || offset + pair.end == mark.bytes.end;
      });
    };
    for (std::uint32_t near = 1; near <= kNear; ++near) {
      if (mark.turn != Turn::closes && is_paired({span.begin, std::min(span.end + near, last)}))
        return true;
      if (mark.turn != Turn::opens &&
          is_paired({span.begin - std::min(span.begin, near), span.end}))
        return true;
    }
    return false;
  }

  /// A quotation goes on in the next sentence, which begins with a mark as well.
  [[nodiscard]] bool goes_on(std::uint32_t bead, const SideOf& side) const {
    const std::uint32_t next = (view_.beads()[bead].*side.span).end;
    if (next >= side.sentences.size()) return false;
    const std::vector<UnpairedMark> alone =
        paired_marks(side.sentence(next).substr(0, kLongestMark), MarkSort::quotation).unpaired;
    return !alone.empty() && alone[0].bytes.begin == 0;
  }

  /// A mark without its partner, where the other side has none such.
  void unpaired(std::uint32_t bead, MarkSort sort, const SideOf& own, const SideOf& other) {
    const std::vector<UnpairedMark> here = paired_marks(text(own, bead), sort).unpaired;
    if (here.empty() || !paired_marks(text(other, bead), sort).unpaired.empty()) return;
    const std::size_t offset = bytes(own, bead).begin;
    for (UnpairedMark mark : here) {
      mark.bytes = {offset + mark.bytes.begin, offset + mark.bytes.end};
      if (has_partner_nearby(bead, sort, own, mark)) continue;
      if (sort == MarkSort::quotation && mark.turn != Turn::closes && goes_on(bead, own)) continue;
      Finding& finding = add(bead, kUnpaired);
      finding.*own.place = {mark.bytes};
      finding.message = fmt::format("a {} without its partner in the {}",
                                    sort == MarkSort::bracket ? "bracket" : "quotation mark",
                                    name_of(own.language));
      return;  // one of a sort says it
    }
  }

  const BitextView& view_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> punctuation_findings(const BitextView& view) {
  return Punctuation(view).run();
}

}  // namespace muwazi::check
