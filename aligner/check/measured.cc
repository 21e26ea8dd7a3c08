// Numbers with their units, in the text as it is written.
#include "check/measured.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "anchor/tables.h"
#include "check/lone_units.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

constexpr std::size_t kFurthest = 80;  // bytes of the text behind a number that may be its unit

/// "two full months".
std::string_view without_adjective(std::string_view text) {
  constexpr std::array<std::string_view, 10> kAdjectives = {
      " full ",       " whole ",       " entire ", " more ",    " other ",
      " additional ", " consecutive ", " long ",   " further ", " straight "};
  for (const std::string_view word : kAdjectives) {
    if (text.starts_with(word)) text.remove_prefix(word.size() - 1);
  }
  return text;
}

/// Where the unit of a fraction may begin: "half an hour", "a quarter of the hour", "ثلاثة أرباع الساعة".
std::size_t behind_fraction(std::string_view sentence, std::size_t at) {
  constexpr std::array<std::string_view, 5> kBetween = {" of ", " a ", " an ", " the ", " ال"};
  for (const std::string_view word : kBetween) {
    if (sentence.substr(at).starts_with(word)) at += word.size() - (word.ends_with(' ') ? 1 : 0);
  }
  return at;
}

/// That inside of "ساعتين ونصف" and "two hours and a half": a number word stands behind it.
UnitNames::Found unit_inside(std::string_view sentence, const Value& value, Language language) {
  const auto counts = [&](const Word& word) {
    return anchor::Tables::get().number_word(word, language).role != anchor::Role::none;
  };
  const std::vector<Word> all = words(slice(sentence, value.bytes));
  for (std::size_t k = 0; k + 1 < all.size(); ++k) {
    if (all[k].kind == WordKind::number || counts(all[k]) || !counts(all[k + 1])) continue;
    anchor::Cut cut{all[k].form};  // "بلتر ونصف"
    UnitNames::Found found = UnitNames::get().behind(cut.stem, language);
    while (found.units == nullptr && language == Language::arabic && anchor::shorten(cut))
      found = UnitNames::get().behind(cut.stem, language);
    if (found.units == nullptr) continue;
    found.bytes = {value.bytes.begin + all[k].bytes.begin, value.bytes.begin + all[k].bytes.end};
    return found;
  }
  return {};
}

/// The unit written behind the number, or the sign of a currency before it.
Measured unit_of(std::string_view sentence, const Value& value, Language language) {
  const UnitNames& names = UnitNames::get();
  if (const UnitNames::Found inside = unit_inside(sentence, value, language);
      inside.units != nullptr) {
    return {value.key, value.bytes, inside.bytes, inside.units};
  }
  const bool fraction = value.kind == ValueKind::fraction;
  const std::size_t from = fraction ? behind_fraction(sentence, value.bytes.end) : value.bytes.end;
  const std::size_t end = sentence.size() - without_adjective(sentence.substr(from)).size();
  const UnitNames::Found behind = names.behind(sentence.substr(end, kFurthest), language);
  if (behind.units != nullptr) {
    const ByteRange bytes = {end + behind.bytes.begin, end + behind.bytes.end};
    return {value.key, value.bytes, bytes, behind.units};
  }
  const UnitNames::Found before = names.before(sentence.substr(0, value.bytes.begin));
  return {value.key, value.bytes, before.bytes, before.units};
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
    bare.unit = other.unit;
  }
}

/// Those of which no number has the unit already.
void add_lone(std::string_view sentence, Language language, std::vector<Measured>& all) {
  std::vector<Measured> lone = lone_units(sentence, language);
  std::erase_if(lone, [&](const Measured& one) {
    return std::any_of(all.begin(), all.end(), [&](const Measured& other) {
      return overlap(one.unit, other.unit) || overlap(one.unit, other.number);
    });
  });
  all.insert(all.end(), std::make_move_iterator(lone.begin()), std::make_move_iterator(lone.end()));
  std::stable_sort(all.begin(), all.end(), [](const Measured& x, const Measured& y) {
    return x.number.begin < y.number.begin;
  });
}

std::string_view kind(std::string_view unit) { return unit.substr(0, unit.find('/')); }

/// Of metres, square and cubic metres: one may stand for another by mistake.
bool is_power_of_length(std::string_view unit) {
  return unit.starts_with("length/") || unit.starts_with("area/square-") ||
         unit.starts_with("volume/cubic-");
}

}  // namespace

std::vector<Measured> measured(std::string_view sentence, std::vector<Value> values,
                               Language language) {
  std::erase_if(values, [](const Value& value) {
    return value.kind != ValueKind::number && value.kind != ValueKind::fraction;
  });
  std::vector<Measured> out;
  out.reserve(values.size());
  for (const Value& number : values) out.push_back(unit_of(sentence, number, language));
  share_units(sentence, values, out);
  std::erase_if(out, [](const Measured& one) { return one.units == nullptr; });
  add_lone(sentence, language, out);
  return out;
}

bool share_one(const UnitNames::Units& x, const UnitNames::Units& y) {
  return std::any_of(x.begin(), x.end(), [&](const std::string& one) { return y.contains(one); });
}

bool of_one_kind(const UnitNames::Units& x, const UnitNames::Units& y) {
  return std::any_of(x.begin(), x.end(), [&](const std::string& one) {
    return std::any_of(y.begin(), y.end(), [&](const std::string& other) {
      return kind(one) == kind(other) || (is_power_of_length(one) && is_power_of_length(other));
    });
  });
}

}  // namespace muwazi::check
