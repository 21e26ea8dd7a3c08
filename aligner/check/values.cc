// A value that a bead has on one side only is looked for beside the bead as well, since translators move words over
// sentence ends; what is left of both sides is put together as one that was changed.
#include "check/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "anchor/tables.h"
#include "check/measured.h"
#include "check/phones.h"
#include "check/same_value.h"
#include "muwazi/anchor/values.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr float kSure = 0.97F, kLikely = 0.9F, kSpelled = 0.6F, kMoved = 0.3F;

struct PlacedValue {
  Value value;
  ByteRange bytes;  ///< in the document
  bool digits = false;
  bool in_label = false;  ///< of the number of a section that begins its sentence
  bool label = false;     ///< is_label(): Arabic may have the parts of "3.1" the other way round
  std::optional<PhoneNumber> phone = std::nullopt;  ///< then `value` says nothing
  const UnitNames::Units* units = nullptr;          ///< null: none
  std::string converted{};  ///< the key of the same in another unit: "50 miles (80 km)"
  bool small = false;  ///< "two weeks", "أسبوعين": only compared with another number of its unit
  bool missing = false, elsewhere = false;
  bool score = false;  ///< of "5-0", of which the other side has neither: it may say so in words

  /// `own`: the context of the side that has it.
  [[nodiscard]] bool in(const ValueContext& context, std::string_view text,
                        const ValueContext& own) const {
    if (phone) return context.has(*phone);
    return (in_label && own.same_label(context)) ||
           (units != nullptr && context.has(std::string_view(value.key).substr(1), *units)) ||
           context.has(value, {slice(text, bytes), label, own});
  }
};

struct SideValues {
  std::vector<PlacedValue> list;
  ValueContext context;
};

struct BeadValues {
  SideValues arabic, english;
};

/// "بخمسة" without the ب; the place is the whole word.
std::string_view without_proclitics(std::string_view text) {
  const std::vector<Word> all = words(text);
  if (all.empty() || all[0].kind != WordKind::arabic) return text;
  const anchor::Cut cut = anchor::Tables::get().known_cut(all[0].form);
  int letters = (cut.conjunction ? 1 : 0) + (cut.preposition && !cut.definite ? 1 : 0);
  std::size_t at = all[0].bytes.begin, end = at;
  while (at < all[0].bytes.end) {  // marks belong to the letter before
    const char32_t c = next(text, at);
    if (is_letter(c) && c != U'\u0640' && letters-- == 0) break;
    end = at;
  }
  return text.substr(end);
}

/// "1.", "(2)" and "٣-" at the begin of a sentence, "[4]" anywhere: the text counts itself.
bool is_marker(std::string_view sentence, const Value& value) {
  if (value.kind == ValueKind::fraction) return false;
  const std::string_view before = sentence.substr(0, value.bytes.begin);
  const std::string_view behind = sentence.substr(value.bytes.end);
  if (before.ends_with('[') && behind.starts_with(']')) return true;
  const bool first = before.find_first_not_of(" \t(") == std::string_view::npos;
  return first && value.key.size() <= 4 &&
         (behind.starts_with('.') || behind.starts_with(')') || behind.starts_with('-') ||
          behind.starts_with(" -") || behind.empty());
}

/// Number words that may be something else: two, for which Arabic has duals; "million" alone; and "ميتا", dead, which
/// looks like two hundred where the hamza is left out.
bool is_other_word(const Value& value, std::string_view written) {
  if (value.key == "#2" || value.key == "#1000" || value.key == "#1000000" ||
      value.key == "#1000000000") {
    return true;
  }
  // "one, ten" and "the first ten" are no eleven.
  if (value.key == "#11" && (written.find("واحد") != std::string_view::npos ||
                             written.find("أول") != std::string_view::npos)) {
    return true;
  }
  // "ألفا" is two thousand before a noun, one thousand elsewhere, and alpha.
  if (anchor::Tables::get().number_word(comparison_form(written), Language::arabic).role ==
      anchor::Role::counted) {
    return true;
  }
  return value.key == "#200" && written.find("ئ") == std::string_view::npos &&
         written.find("ا") == written.rfind("ا") && code_points(written) <= 8;
}

/// Written as a word, an article or a dual as often as not.
bool is_small(const Value& value) { return value.key == "#1" || value.key == "#2"; }

bool is_amount(const Value& value) {
  return value.kind == ValueKind::number || value.kind == ValueKind::fraction;
}

bool is_one_digit(const Value& value) { return value.key.size() == 2; }

/// A month without day and year; its name may be that of a person.
bool is_lone_month(const Value& value) {
  return value.kind == ValueKind::date && value.key.size() <= 6;
}

/// A bracket, a word or two and perhaps the sign of a currency.
bool opens_bracket(std::string_view between) {
  constexpr std::size_t kLongest = 30;  // bytes
  const std::size_t open = between.find_first_not_of(' ');
  return between.size() <= kLongest && open != std::string_view::npos &&
         (between[open] == '(' || between[open] == '[') &&
         between.find_first_of(")];.") == std::string_view::npos;
}

/// Each number of "50 miles (80 km)" and "1,500 riyals (about $400)" has the key of the other.
void mark_conversions(std::string_view sentence, std::size_t offset,
                      const std::vector<Measured>& all, std::vector<PlacedValue>& list) {
  for (std::size_t k = 0; k + 1 < all.size(); ++k) {
    const Measured &own = all[k], &other = all[k + 1];
    const std::size_t from = std::max(own.unit.end, own.number.end);
    const std::size_t to = other.number.begin;
    if (to <= from || !opens_bracket(sentence.substr(from, to - from))) continue;
    if (share_one(*own.units, *other.units) || !of_one_kind(*own.units, *other.units)) continue;
    for (PlacedValue& placed : list) {
      if (placed.bytes.begin == offset + own.number.begin) placed.converted = other.key;
      if (placed.bytes.begin == offset + other.number.begin) placed.converted = own.key;
    }
  }
}

/// Of numbers that are articles and duals as often as not, those with units.
void add_small(const std::vector<Measured>& all, std::size_t offset,
               std::vector<PlacedValue>& list) {
  for (const Measured& one : all) {
    if (one.by_article || one.weak || !is_small({one.number, ValueKind::number, one.key})) continue;
    const ByteRange bytes = {offset + one.number.begin, offset + one.number.end};
    const bool listed = std::any_of(list.begin(), list.end(), [&](const PlacedValue& placed) {
      return placed.bytes.begin == bytes.begin;
    });
    if (listed) continue;
    PlacedValue placed{{one.number, ValueKind::number, one.key}, bytes};
    placed.units = one.units;
    placed.small = true;
    list.push_back(std::move(placed));
  }
}

void read(std::string_view sentence, std::size_t offset, Language language, SideValues& out) {
  const std::vector<Value> found = values(sentence, language);
  const std::vector<Measured> with_units = measured(sentence, found, language);
  const std::size_t label_end = out.context.add(sentence, found, with_units);
  const auto add = [&](const Value& value, bool digits, std::optional<PhoneNumber> phone) {
    const ByteRange bytes = {offset + value.bytes.begin, offset + value.bytes.end};
    out.list.push_back({value, bytes, digits, false, false, std::move(phone)});
  };
  const std::vector<PhoneNumber> phones = phone_numbers(sentence);
  for (const PhoneNumber& phone : phones) {
    out.context.add(phone);
    add({phone.bytes, ValueKind::number, {}}, true, phone);
  }
  for (const Value& value : found) {
    const bool of_phone = std::any_of(phones.begin(), phones.end(), [&](const PhoneNumber& phone) {
      return overlap(value.bytes, phone.bytes);
    });
    if (of_phone || is_marker(sentence, value)) continue;
    const bool digits = !is_amount(value) || has_digit(slice(sentence, value.bytes));
    if (!digits && is_other_word(value, slice(sentence, value.bytes))) continue;
    add(value, digits, std::nullopt);
    const bool number = value.kind == ValueKind::number;
    out.list.back().in_label = number && value.bytes.end <= label_end;
    out.list.back().label = number && is_label(sentence, value.bytes);
  }
  for (const Measured& one : with_units) {
    for (PlacedValue& placed : out.list) {
      if (placed.bytes.begin == offset + one.number.begin) placed.units = one.units;
    }
  }
  add_small(with_units, offset, out.list);
  mark_conversions(sentence, offset, with_units, out.list);
}

SideValues read(const SideOf& side, SentenceSpan span) {
  SideValues out;
  for (std::uint32_t k = span.begin; k < span.end; ++k)
    read(side.sentence(k), side.sentences[k].bytes.begin, side.language, out);
  return out;
}

std::vector<BeadValues> read_all(const BitextView& view) {
  std::vector<BeadValues> out;
  out.reserve(view.beads().size());
  for (const Bead& bead : view.beads()) {
    out.push_back({read(view.arabic, bead.arabic), read(view.english, bead.english)});
  }
  return out;
}

using SideMember = SideValues BeadValues::*;

void look_in_neighbours(std::vector<BeadValues>& all, std::size_t bead, std::string_view text,
                        SideMember own, SideMember other) {
  const ValueContext& here = (all[bead].*own).context;
  for (PlacedValue& placed : (all[bead].*own).list) {
    placed.missing = !placed.in((all[bead].*other).context, text, here);
    if (!placed.missing) continue;
    const std::size_t from = bead > 0 ? bead - 1 : 0;
    for (std::size_t near = from; near <= std::min(bead + 1, all.size() - 1); ++near) {
      if (near != bead && placed.in((all[near].*other).context, text, here) &&
          !placed.in((all[near].*own).context, text, here)) {
        placed.elsewhere = true;
      }
    }
  }
}

/// Whether two digits stand side by side with a dash between them.
bool is_score(std::string_view text, const PlacedValue& first, const PlacedValue& second) {
  if (!first.digits || !second.digits || second.bytes.begin < first.bytes.end) return false;
  const std::string_view between = slice(text, {first.bytes.end, second.bytes.begin});
  return between == "-" || between == "–";
}

bool has_score(std::string_view text, const std::vector<PlacedValue>& list) {
  for (std::size_t k = 0; k + 1 < list.size(); ++k) {
    if (is_score(text, list[k], list[k + 1])) return true;
  }
  return false;
}

void mark_scores(std::string_view text, std::vector<PlacedValue>& list) {
  const auto may_be_of_one = [](const PlacedValue& placed) {
    return placed.missing && placed.value.kind == ValueKind::number && is_one_digit(placed.value);
  };
  for (std::size_t k = 0; k + 1 < list.size(); ++k) {
    PlacedValue &first = list[k], &second = list[k + 1];
    if (may_be_of_one(first) && may_be_of_one(second) && is_score(text, first, second))
      first.score = second.score = true;
  }
}

/// Of the one side that has scores, if the other has none in digits.
void mark_scores(const BitextView& view, BeadValues& values) {
  std::vector<PlacedValue>&arabic = values.arabic.list, &english = values.english.list;
  const bool of_arabic = has_score(view.arabic.text, arabic);
  const bool of_english = has_score(view.english.text, english);
  if (of_arabic && !of_english) mark_scores(view.arabic.text, arabic);
  if (of_english && !of_arabic) mark_scores(view.english.text, english);
}

std::vector<ByteRange> places_of_shared(const SideValues& values) {
  std::vector<ByteRange> out;
  for (const PlacedValue& placed : values.list) {
    if (!placed.missing || placed.score) out.push_back(placed.bytes);
  }
  return out;
}

Rule rule_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::date:
    case ValueKind::time:
      return Rule::date;
    case ValueKind::link:
      return Rule::link;
    case ValueKind::code:
    case ValueKind::placeholder:
      return Rule::placeholder;
    case ValueKind::number:
    case ValueKind::fraction:
      break;
  }
  return Rule::number;
}

class Writer {
 public:
  Writer(const BitextView& view, std::vector<Finding>& out) : view_(view), out_(out) {}

  void bead(std::uint32_t number, BeadValues& values) {
    for (PlacedValue& arabic : values.arabic.list) {
      if (!arabic.missing || arabic.elsewhere) continue;
      if (PlacedValue* english = counterpart(arabic, values.english.list))
        changed(number, arabic, *english);
    }
    for (const PlacedValue& placed : values.arabic.list) {
      if (placed.missing && !only_converted(placed, values.arabic.list))
        missing(number, placed, view_.arabic, view_.english);
    }
    for (const PlacedValue& placed : values.english.list) {
      if (placed.missing && !only_converted(placed, values.english.list))
        missing(number, placed, view_.english, view_.arabic);
    }
  }

 private:
  static bool comparable(const PlacedValue& arabic, const PlacedValue& english) {
    if (arabic.phone.has_value() != english.phone.has_value()) return false;
    if (arabic.score != english.score) return false;
    if (arabic.small || english.small) {
      return arabic.units != nullptr && english.units != nullptr &&
             share_one(*arabic.units, *english.units);
    }
    // "Width / 2" is half of it.
    const bool fractions = arabic.value.kind == ValueKind::fraction;
    if (fractions != (english.value.kind == ValueKind::fraction) &&
        is_small(fractions ? english.value : arabic.value))
      return false;
    const Rule x = rule_of(arabic.value.kind), y = rule_of(english.value.kind);
    return x == y || (x == Rule::number && y == Rule::date) ||
           (x == Rule::date && y == Rule::number);
  }

  /// What it was changed into, one of its own kind where there is such; null for none.
  static PlacedValue* counterpart(const PlacedValue& arabic, std::vector<PlacedValue>& english) {
    PlacedValue* out = nullptr;
    for (PlacedValue& other : english) {
      if (!other.missing || other.elsewhere || !comparable(arabic, other)) continue;
      const bool own_kind = other.value.kind == arabic.value.kind;
      if (own_kind || out == nullptr) out = &other;
      if (own_kind) break;
    }
    return out;
  }

  /// Whether the other side has it in the other unit that it is written in.
  static bool only_converted(const PlacedValue& placed, const std::vector<PlacedValue>& list) {
    return !placed.converted.empty() &&
           std::any_of(list.begin(), list.end(), [&](const PlacedValue& other) {
             return other.value.key == placed.converted && !other.missing;
           });
  }

  [[nodiscard]] static std::string shown(const SideOf& side, const PlacedValue& placed) {
    const std::string_view text = slice(side.text, placed.bytes);
    return quoted(side.language == Language::arabic ? without_proclitics(text) : text);
  }

  void changed(std::uint32_t bead, PlacedValue& arabic, PlacedValue& english) {
    arabic.missing = english.missing = false;
    Finding& finding = add(bead, rule_of(arabic.value.kind));
    finding.severity = Severity::error;
    finding.probability = arabic.digits && english.digits ? kSure : kLikely;
    finding.arabic = {arabic.bytes};
    finding.english = {english.bytes};
    finding.message = fmt::format("the Arabic has {}, the English {}", shown(view_.arabic, arabic),
                                  shown(view_.english, english));
  }

  void missing(std::uint32_t bead, const PlacedValue& placed, const SideOf& own,
               const SideOf& other) {
    if (is_small(placed.value) || placed.value.kind == ValueKind::fraction) return;
    Finding& finding = add(bead, rule_of(placed.value.kind));
    weigh(placed, finding);
    finding.*own.place = {placed.bytes};
    const Bead& of = view_.beads()[bead];
    if (!(of.*other.span).empty()) finding.*other.place = {other.bytes(of.*other.span)};
    const bool arabic = own.language == Language::arabic;
    finding.message =
        placed.elsewhere
            ? fmt::format("{} stands in another sentence of the {}", shown(own, placed),
                          arabic ? "English" : "Arabic")
            : fmt::format("{} is not in the {}", shown(own, placed), arabic ? "English" : "Arabic");
  }

  /// A number word alone may be part of a name or of an idiom, a code may be spelled out.
  static void weigh(const PlacedValue& placed, Finding& finding) {
    const bool may_differ =
        placed.value.kind == ValueKind::code || placed.score || is_lone_month(placed.value);
    finding.severity = placed.elsewhere || (!placed.digits && is_one_digit(placed.value))
                           ? Severity::info
                       : placed.digits && !may_differ ? Severity::error
                                                      : Severity::warning;
    finding.probability = placed.elsewhere               ? kMoved
                          : placed.digits && !may_differ ? kLikely
                                                         : kSpelled;
  }

  Finding& add(std::uint32_t bead, Rule rule) {
    Finding finding;
    finding.rule = rule;
    finding.bead = bead;
    out_.push_back(std::move(finding));
    return out_.back();
  }

  const BitextView& view_;
  std::vector<Finding>& out_;
};

}  // namespace

ComparedValues compared_values(const BitextView& view) {
  std::vector<BeadValues> all = read_all(view);
  ComparedValues out;
  out.shared.resize(all.size());
  Writer writer(view, out.findings);
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    if (view.beads()[k].null()) continue;
    look_in_neighbours(all, k, view.arabic.text, &BeadValues::arabic, &BeadValues::english);
    look_in_neighbours(all, k, view.english.text, &BeadValues::english, &BeadValues::arabic);
    mark_scores(view, all[k]);
    writer.bead(k, all[k]);
    out.shared[k] = {places_of_shared(all[k].arabic), places_of_shared(all[k].english)};
  }
  return out;
}

}  // namespace muwazi::check
