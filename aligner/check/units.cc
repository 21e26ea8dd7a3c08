// Only units of one kind are compared: a number may be followed by any word. "Dollars" alone may be those of any
// country, so two units differ where no unit has both names.
#include "check/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "check/amounts.h"
#include "check/measured.h"

namespace muwazi::check {
namespace {

constexpr float kProbability = 0.9F, kLeftOut = 0.6F;

/// Of a span, with places in the document.
std::vector<Measured> of_span(const SideOf& side, SentenceSpan span) {
  std::vector<Measured> out;
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    const std::size_t offset = side.sentences[k].bytes.begin;
    const std::string_view sentence = side.sentence(k);
    for (Measured& one : measured(sentence, values(sentence, side.language), side.language)) {
      one.unit = {offset + one.unit.begin, offset + one.unit.end};
      out.push_back(std::move(one));
    }
  }
  return out;
}

/// A plain length for an area or a volume: "square" may be left out.
bool leaves_power_out(const UnitNames::Units& x, const UnitNames::Units& y) {
  const auto is_length = [](const UnitNames::Units& units) {
    return std::any_of(units.begin(), units.end(),
                       [](const std::string& unit) { return unit.starts_with("length/"); });
  };
  return is_length(x) != is_length(y);
}

/// Takes the first of the others with that number for which `fits` holds; nullptr for none.
template <class Fits>
const Measured* take(const Measured& own, std::vector<Measured>& others, Fits fits) {
  for (Measured& other : others) {
    if (other.taken || other.key != own.key || !fits(other)) continue;
    other.taken = true;
    return &other;
  }
  return nullptr;
}

/// "ساعة واحدة" and "60 minutes" are one amount: neither is compared with another one. `others`: also those that are taken,
/// which are the counterparts of others.
bool is_converted(const Measured& own, std::vector<Measured> others) {
  std::erase_if(others, [&](const Measured& other) {
    return other.taken || share_one(*own.units, *other.units);
  });
  Amounts amounts;
  amounts.add(others);
  return amounts.has(std::string_view(own.key).substr(1), *own.units);
}

/// What is left of both sides after those that agree: the same number with another unit of its kind.
std::vector<std::pair<const Measured*, const Measured*>> differing(std::vector<Measured>& arabic,
                                                                   std::vector<Measured>& english) {
  std::vector<std::pair<const Measured*, const Measured*>> out;
  for (Measured& own : arabic) {
    own.taken = take(own, english, [&](const Measured& other) {
                  return share_one(*own.units, *other.units);
                }) != nullptr;
  }
  for (const Measured& own : arabic) {
    if (own.taken || own.weak || is_converted(own, english)) continue;
    const Measured* const other = take(own, english, [&](const Measured& x) {
      return !x.weak && !is_converted(x, arabic) && of_one_kind(*own.units, *x.units) &&
             !share_one(*own.units, *x.units);
    });
    if (other != nullptr) out.emplace_back(&own, other);
  }
  return out;
}

}  // namespace

std::vector<Finding> unit_findings(const BitextView& view) {
  std::vector<Finding> out;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    const Bead& bead = view.beads()[k];
    if (bead.null()) continue;
    std::vector<Measured> english = of_span(view.english, bead.english);
    if (english.empty()) continue;
    std::vector<Measured> arabic = of_span(view.arabic, bead.arabic);
    for (const auto& [own, other] : differing(arabic, english)) {
      const bool told = !out.empty() && out.back().bead == k &&
                        (out.back().english[0] == other->unit || out.back().arabic[0] == own->unit);
      if (told) continue;  // the other end of a range
      Finding finding;
      finding.rule = Rule::unit;
      // A power may be left out, and an article says less than a number.
      const bool left_out =
          leaves_power_out(*own->units, *other->units) || own->by_article != other->by_article;
      finding.severity = left_out ? Severity::warning : Severity::error;
      finding.probability = left_out ? kLeftOut : kProbability;
      finding.bead = k;
      finding.arabic = {own->unit};
      finding.english = {other->unit};
      finding.message = fmt::format("the Arabic has {}, the English {}, for the same number",
                                    quoted(slice(view.arabic.text, own->unit)),
                                    quoted(slice(view.english.text, other->unit)));
      out.push_back(std::move(finding));
    }
  }
  return out;
}

}  // namespace muwazi::check
