#include "anchor/number_group.h"

namespace muwazi::anchor {
namespace {

class GroupParser {
 public:
  explicit GroupParser(const Lexemes& lexemes) : lexemes_(lexemes) {}

  [[nodiscard]] Group group(std::size_t at) const {
    if (lexemes_[at].kind == Lexeme::Kind::numeral) return numeral_group(at);
    return lexemes_.language == Language::arabic ? arabic_group(at) : english_group(at);
  }

 private:
  [[nodiscard]] const NumberWord& word(std::size_t at) const { return lexemes_[at].number; }
  [[nodiscard]] bool is(std::size_t at, Role role) const { return word(at).role == role; }

  [[nodiscard]] Group numeral_group(std::size_t at) const;
  [[nodiscard]] Group arabic_group(std::size_t at) const;
  [[nodiscard]] Group arabic_unit(std::size_t at) const;
  [[nodiscard]] Group english_group(std::size_t at) const;
  [[nodiscard]] Group english_below_hundred(std::size_t at) const;

  const Lexemes& lexemes_;
};

Group GroupParser::numeral_group(std::size_t at) const {
  Group group;
  const Lexeme& lexeme = lexemes_[at];
  if (!lexeme.amount) return group;
  group.end = at + 1;
  group.amount = *lexeme.amount;
  group.numeral = true;
  const NumberWord suffix = Tables::get().number_word(lexeme.suffix, Language::english);
  if (is_counted(suffix.role)) {  // "3bn"
    if (const auto product = times(group.amount, suffix.value)) group.amount = *product;
  }
  group.ordinal = !lexeme.suffix.empty();
  return group;
}

/// A unit with what may follow it: "خمسة عشر", "خمس مئة", "خمسة وعشرون", or nothing.
Group GroupParser::arabic_unit(std::size_t at) const {
  Group group;
  const NumberWord& unit = word(at);
  const NumberWord& after = word(at + 1);
  if (after.role == Role::ten && after.bare() && unit.value < 10) {
    group.set(at + 2, unit.value + 10);
  } else if (after.role == Role::tens && after.conjunction && unit.value < 10) {
    group.set(at + 2, unit.value + after.value);
  } else if (unit.role == Role::unit && unit.value > 2 && after.role == Role::hundred &&
             after.bare()) {
    group.set(at + 2, unit.value * 100);
  } else {
    group.set(at + 1, unit.value);
    group.weak = unit.weak;
  }
  group.ordinal = unit.role == Role::ordinal;
  return group;
}

Group GroupParser::arabic_group(std::size_t at) const {
  Group group;
  switch (word(at).role) {
    case Role::unit:
    case Role::ordinal:
      group = arabic_unit(at);
      break;
    case Role::ten:
    case Role::tens:
    case Role::hundred:
    case Role::hundreds:
      group.set(at + 1, word(at).value);
      break;
    default:
      return group;
  }
  const std::uint64_t value = group.amount.mantissa;
  if (value < 100 || value % 100 != 0 || !word(group.end).conjunction) return group;
  const Role next = word(group.end).role;
  if (next != Role::unit && next != Role::ordinal && next != Role::ten && next != Role::tens) {
    return group;
  }
  const Group rest = arabic_unit(group.end);
  if (rest.amount.mantissa < 100) group.set(rest.end, value + rest.amount.mantissa);
  return group;
}

Group GroupParser::english_below_hundred(std::size_t at) const {
  Group group;
  const NumberWord& first = word(at);
  if (first.value >= 100) return group;
  if (first.role == Role::tens) {
    const std::size_t next = is_joining_hyphen(lexemes_, at + 1) ? at + 2 : at + 1;
    const NumberWord& unit = word(next);
    if ((unit.role == Role::unit || unit.role == Role::ordinal) && unit.value < 10) {
      group.set(next + 1, first.value + unit.value);
      group.ordinal = unit.role == Role::ordinal;
      return group;
    }
  } else if (first.role != Role::unit && first.role != Role::teen && first.role != Role::ordinal) {
    return group;
  }
  group.set(at + 1, first.value);
  group.weak = first.weak;
  group.ordinal = first.role == Role::ordinal;
  return group;
}

Group GroupParser::english_group(std::size_t at) const {
  Group group;
  if (is(at, Role::article) && is(at + 1, Role::hundred)) {
    group.set(at + 2, 100);
  } else if (is(at, Role::hundred)) {
    group.set(at + 1, 100);
    group.none = at > 0 && is(at - 1, Role::vague);
  } else {
    group = english_below_hundred(at);
    if (group.end == 0 || group.ordinal) return group;
    const std::uint64_t value = group.amount.mantissa;
    const Group second = english_below_hundred(group.end);
    if (value >= 13 && value <= 20 && second.end > 0 && second.amount.mantissa >= 10) {
      group.set(second.end, value * 100 + second.amount.mantissa);  // "nineteen eighty-four"
      return group;
    }
    const std::size_t hundred = is_joining_hyphen(lexemes_, group.end) ? group.end + 1 : group.end;
    if (value == 0 || !is(hundred, Role::hundred)) return group;
    group.set(hundred + 1, value * 100);
    group.weak = false;  // "one hundred"
  }
  const std::size_t next = is(group.end, Role::conjunction) ? group.end + 1 : group.end;
  const Group rest = english_below_hundred(next);
  if (rest.end > 0 && rest.amount.mantissa > 0) {
    group.set(rest.end, group.amount.mantissa + rest.amount.mantissa);
    group.ordinal = rest.ordinal;
  }
  return group;
}

}  // namespace

Group read_group(const Lexemes& lexemes, std::size_t at) { return GroupParser(lexemes).group(at); }

bool is_joining_hyphen(const Lexemes& lexemes, std::size_t at) {
  return lexemes[at].is_mark("-") && !lexemes[at].spaced && !lexemes[at + 1].spaced;
}

}  // namespace muwazi::anchor
