// Only units of one kind are compared: a number may be followed by any word. "Dollars" alone may be those of any
// country, so two units differ where no unit has both names.
#include "check/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

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
  bool taken = false;  ///< the other side has one like it
};

std::string_view kind(const UnitNames::Units& units) {
  const std::string_view first = *units.begin();
  return first.substr(0, first.find('/'));
}

bool share_one(const UnitNames::Units& x, const UnitNames::Units& y) {
  return std::any_of(x.begin(), x.end(), [&](const std::string& one) { return y.contains(one); });
}

/// "$" and the like directly before or behind a number; `at` is where it would begin. The "L" of "Loan" is none.
const UnitNames::Units* symbol_at(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return nullptr;
  const auto is_letter = [&](std::size_t k) {
    return k < text.size() &&
           ((text[k] >= 'a' && text[k] <= 'z') || (text[k] >= 'A' && text[k] <= 'Z'));
  };
  if (size > 0 && is_letter(at + size - 1) && is_letter(at + size)) return nullptr;
  if (at > 0 && is_letter(at) && is_letter(at - 1)) return nullptr;
  return UnitNames::get().find_symbol(text.substr(at, size));
}

/// CLDR has one of the two words for a year, one number of feet, and no articles.
std::string usual_form(std::string form, bool with_article) {
  if (with_article && form.starts_with("ال")) form.erase(0, std::string_view("ال").size());
  if (form == "عام" || form == "عاما") return "سنة";
  if (form == "اقدام") return "قدم";
  if (form == "tonne") return "ton";
  if (form == "tonnes") return "tons";
  return form == "اعوام" ? "سنوات" : form;
}

/// "2 من الأيام", two days; "14 من الشهر" is the fourteenth of a month.
bool counts_of(const std::vector<Word>& behind) {
  return behind.size() > 1 && behind[0].form == "من" &&
         (behind[1].form.starts_with("الا") || behind[1].form.ends_with("ات"));
}

/// The unit written behind the number, or its symbol on either side.
Measured unit_of(std::string_view sentence, const Value& value, Language language) {
  Measured out{value.key, {}};
  const std::string_view rest = sentence.substr(value.bytes.end, 80);
  const std::vector<Word> behind = words(rest.substr(0, rest.find_first_of(".,;:()")));
  const std::size_t first = counts_of(behind) ? 1 : 0;
  std::string form;
  for (std::size_t k = first; k < std::min(behind.size(), first + kLongestName); ++k) {
    form += (k > first ? " " : "") + usual_form(behind[k].form, first > 0);
    if (const auto* const units = UnitNames::get().find(form, language)) {
      out.units = units;
      out.bytes = {value.bytes.end + behind[first].bytes.begin,
                   value.bytes.end + behind[k].bytes.end};
    }
  }
  if (out.units != nullptr) return out;
  for (std::size_t size = 1; size <= 3; ++size) {
    const std::array<std::size_t, 2> places = {
        value.bytes.begin - std::min(size, value.bytes.begin),
        value.bytes.end + (rest.starts_with(' ') ? 1 : 0)};
    for (const std::size_t at : places) {
      const auto* const units = symbol_at(sentence, at, size);
      if (units == nullptr) continue;
      out.units = units;
      out.bytes = {at, at + size};
    }
  }
  return out;
}

/// Whether two numbers are those of a range or a pair, of which one has the unit of both: "20 to 30 dollars", "$20-30".
bool is_range(std::string_view between) {
  constexpr std::array<std::string_view, 10> kJoints = {"-",  "–", "—",  "to",  "and",
                                                        "or", "و", "أو", "إلى", "الى"};
  while (between.starts_with(' ')) between.remove_prefix(1);
  while (between.ends_with(' ')) between.remove_suffix(1);
  return std::find(kJoints.begin(), kJoints.end(), between) != kJoints.end();
}

/// Numbers without a unit take that of the other end of their range.
void share_units(std::string_view sentence, const std::vector<Value>& numbers,
                 std::vector<Measured>& all) {
  for (std::size_t k = 0; k + 1 < all.size(); ++k) {
    Measured &first = all[k], &second = all[k + 1];
    if ((first.units == nullptr) == (second.units == nullptr)) continue;
    if (!is_range(slice(sentence, {numbers[k].bytes.end, numbers[k + 1].bytes.begin}))) continue;
    Measured& bare = first.units == nullptr ? first : second;
    const Measured& other = first.units == nullptr ? second : first;
    bare.units = other.units;
    bare.bytes = other.bytes;
  }
}

std::vector<Measured> measured(const SideOf& side, SentenceSpan span) {
  std::vector<Measured> out;
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    const std::string_view sentence = side.sentence(k);
    const std::size_t offset = side.sentences[k].bytes.begin;
    std::vector<Value> numbers = values(sentence, side.language);
    std::erase_if(numbers, [](const Value& value) { return value.kind != ValueKind::number; });
    std::vector<Measured> here;
    here.reserve(numbers.size());
    for (const Value& number : numbers) here.push_back(unit_of(sentence, number, side.language));
    share_units(sentence, numbers, here);
    for (Measured& one : here) {
      if (one.units == nullptr) continue;
      one.bytes = {offset + one.bytes.begin, offset + one.bytes.end};
      out.push_back(std::move(one));
    }
  }
  return out;
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
    if (own.taken) continue;
    const Measured* const other = take(own, english, [&](const Measured& x) {
      return kind(*x.units) == kind(*own.units) && !share_one(*own.units, *x.units);
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
    std::vector<Measured> english = measured(view.english, bead.english);
    if (english.empty()) continue;
    std::vector<Measured> arabic = measured(view.arabic, bead.arabic);
    for (const auto& [own, other] : differing(arabic, english)) {
      const bool told =
          !out.empty() && out.back().bead == k &&
          (out.back().english[0] == other->bytes || out.back().arabic[0] == own->bytes);
      if (told) continue;  // the other end of a range
      Finding finding;
      finding.rule = Rule::unit;
      finding.severity = Severity::error;
      finding.probability = kProbability;
      finding.bead = k;
      finding.arabic = {own->bytes};
      finding.english = {other->bytes};
      finding.message = fmt::format("the Arabic has {}, the English {}, for the same number",
                                    quoted(slice(view.arabic.text, own->bytes)),
                                    quoted(slice(view.english.text, other->bytes)));
      out.push_back(std::move(finding));
    }
  }
  return out;
}

}  // namespace muwazi::check
