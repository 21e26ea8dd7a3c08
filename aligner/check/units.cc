// Only units of one kind are compared: a number may be followed by any word. "Dollars" alone may be those of any
// country, so two units differ where no unit has both names.
#include "check/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "muwazi/anchor/values.h"
#include "text/unit_names.h"

namespace muwazi::check {
namespace {

constexpr float kProbability = 0.9F;
constexpr std::size_t kLongestName = 3;  // words

/// A number with its unit.
struct Measured {
  std::string key;
  ByteRange bytes;  ///< of the unit, in the document
  const UnitNames::Units* units = nullptr;
};

std::string_view kind(const UnitNames::Units& units) {
  const std::string_view first = *units.begin();
  return first.substr(0, first.find('/'));
}

bool share_one(const UnitNames::Units& x, const UnitNames::Units& y) {
  return std::any_of(x.begin(), x.end(), [&](const std::string& one) { return y.contains(one); });
}

/// "$" and the like directly before or behind a number; `at` is where it would begin.
const UnitNames::Units* symbol_at(std::string_view text, std::size_t at, std::size_t size) {
  return at + size <= text.size() ? UnitNames::get().find_symbol(text.substr(at, size)) : nullptr;
}

/// The unit written behind the number, or its symbol on either side.
Measured unit_of(std::string_view sentence, const Value& value, Language language) {
  Measured out{value.key, {}, nullptr};
  const std::string_view rest = sentence.substr(value.bytes.end, 80);
  const std::vector<Word> behind = words(rest.substr(0, rest.find_first_of(".,;:()")));
  std::string form;
  for (std::size_t k = 0; k < std::min(behind.size(), kLongestName); ++k) {
    form += (k > 0 ? " " : "") + behind[k].form;
    if (const auto* const units = UnitNames::get().find(form, language)) {
      out.units = units;
      out.bytes = {value.bytes.end + behind[0].bytes.begin, value.bytes.end + behind[k].bytes.end};
    }
  }
  if (out.units != nullptr) return out;
  for (std::size_t size = 1; size <= 3; ++size) {
    const std::array<std::size_t, 2> places = {
        value.bytes.begin - std::min(size, value.bytes.begin), value.bytes.end};
    for (const std::size_t at : places) {
      const auto* const units = symbol_at(sentence, at, size);
      if (units == nullptr) continue;
      out.units = units;
      out.bytes = {at, at + size};
    }
  }
  return out;
}

std::vector<Measured> measured(const SideOf& side, SentenceSpan span) {
  std::vector<Measured> out;
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    const std::string_view sentence = side.sentence(k);
    const std::size_t offset = side.sentences[k].bytes.begin;
    for (const Value& value : values(sentence, side.language)) {
      if (value.kind != ValueKind::number) continue;
      Measured one = unit_of(sentence, value, side.language);
      if (one.units == nullptr) continue;
      one.bytes = {offset + one.bytes.begin, offset + one.bytes.end};
      out.push_back(std::move(one));
    }
  }
  return out;
}

/// No unit of that number on the other side agrees, and one of the same kind is there.
const Measured* other_unit(const Measured& own, const std::vector<Measured>& others) {
  const Measured* differs = nullptr;
  for (const Measured& other : others) {
    if (other.key != own.key || kind(*other.units) != kind(*own.units)) continue;
    if (share_one(*own.units, *other.units)) return nullptr;
    differs = &other;
  }
  return differs;
}

}  // namespace

std::vector<Finding> unit_findings(const BitextView& view) {
  std::vector<Finding> out;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    const Bead& bead = view.beads()[k];
    if (bead.null()) continue;
    const std::vector<Measured> english = measured(view.english, bead.english);
    if (english.empty()) continue;
    for (const Measured& arabic : measured(view.arabic, bead.arabic)) {
      const Measured* const other = other_unit(arabic, english);
      if (other == nullptr) continue;
      Finding finding;
      finding.rule = Rule::unit;
      finding.severity = Severity::error;
      finding.probability = kProbability;
      finding.bead = k;
      finding.arabic = {arabic.bytes};
      finding.english = {other->bytes};
      finding.message = fmt::format("the Arabic has {}, the English {}, for the same number",
                                    quoted(slice(view.arabic.text, arabic.bytes)),
                                    quoted(slice(view.english.text, other->bytes)));
      out.push_back(std::move(finding));
    }
  }
  return out;
}

}  // namespace muwazi::check
