#include "check/half_days.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/clock_times.h"
#include "muwazi/anchor/values.h"

namespace muwazi::check {
namespace {

constexpr float kProbability = 0.9F, kUnsure = 0.6F;

/// Of a span, with places in the document.
std::vector<ClockTime> of_span(const SideOf& side, SentenceSpan span) {
  std::vector<ClockTime> out;
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    const std::size_t offset = side.sentences[k].bytes.begin;
    const std::string_view sentence = side.sentence(k);
    for (ClockTime& time : clock_times(sentence, values(sentence, side.language), side.language)) {
      time.bytes = {offset + time.bytes.begin, offset + time.bytes.end};
      out.push_back(time);
    }
  }
  return out;
}

bool share_hour(const ClockTime& x, const ClockTime& y) { return (x.hours & y.hours).any(); }

std::vector<ClockTime> not_in(const std::vector<ClockTime>& own,
                              const std::vector<ClockTime>& other) {
  std::vector<ClockTime> out = own;
  std::erase_if(out, [&](const ClockTime& time) {
    return std::any_of(other.begin(), other.end(), [&](const ClockTime& x) {
      return x.afternoon == time.afternoon && share_hour(x, time);
    });
  });
  return out;
}

}  // namespace

std::vector<Finding> half_day_findings(const BitextView& view) {
  std::vector<Finding> out;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    const Bead& bead = view.beads()[k];
    if (bead.null()) continue;
    const std::vector<ClockTime> arabic = of_span(view.arabic, bead.arabic);
    if (arabic.empty()) continue;
    const std::vector<ClockTime> english = of_span(view.english, bead.english);
    std::vector<ClockTime> left = not_in(english, arabic);
    for (const ClockTime& own : not_in(arabic, english)) {
      const auto other = std::find_if(left.begin(), left.end(),
                                      [&](const ClockTime& time) { return share_hour(own, time); });
      if (other == left.end()) continue;
      Finding finding;
      finding.rule = Rule::date;
      const bool sure = own.sure && other->sure;
      finding.severity = sure ? Severity::error : Severity::warning;
      finding.probability = sure ? kProbability : kUnsure;
      finding.bead = k;
      finding.arabic = {own.bytes};
      finding.english = {other->bytes};
      finding.message = fmt::format("the Arabic has {}, the English {}",
                                    quoted(slice(view.arabic.text, own.bytes)),
                                    quoted(slice(view.english.text, other->bytes)));
      out.push_back(std::move(finding));
      left.erase(other);
    }
  }
  return out;
}

}  // namespace muwazi::check
