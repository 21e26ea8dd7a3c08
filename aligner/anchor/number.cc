// Both languages build numbers from groups below a thousand and scales:
//
//   number := group [part] [scale ...] { joint (group scale | group) } [[unit] part]
//   part   := "and a half", "ونصف", "½"
//
// where the scales fall, and a group without a scale comes last and is smaller than the scale before it.
// So "ثلاثة آلاف وخمسمئة" is one number, "ثلاثة آلاف وخمسة آلاف" two, as are "five and six" and "1914 و1918". The languages differ in
// their groups and in the joint: Arabic has و on every part, English "and" before the last, if at all.
#include "anchor/number.h"

#include "anchor/counted_unit.h"
#include "anchor/fraction.h"
#include "anchor/number_group.h"

namespace muwazi::anchor {
namespace {

/// What a dual is two of, else the scale itself.
std::uint64_t scale_of(const NumberWord& word) {
  return word.role == Role::dual ? word.value / 2 : word.value;
}

/// May begin a number as two of a scale.
bool is_two(Role role) { return role == Role::dual || role == Role::counted; }

/// "300+ billion".
bool is_plus(const Lexemes& lexemes, std::size_t at) {
  return lexemes[at].is_mark("+") && !lexemes[at].spaced && lexemes[at + 1].spaced;
}

class Parser {
 public:
  explicit Parser(const Lexemes& lexemes)
      : lexemes_(lexemes), arabic_(lexemes.language == Language::arabic) {}

  [[nodiscard]] Number number(std::size_t at) const;

 private:
  [[nodiscard]] const NumberWord& word(std::size_t at) const { return lexemes_[at].number; }
  [[nodiscard]] bool is(std::size_t at, Role role) const { return word(at).role == role; }

  [[nodiscard]] Group group(std::size_t at) const { return read_group(lexemes_, at); }

  /// The begin of what is joined to the number that ends at `at`; 0 if nothing can be.
  [[nodiscard]] std::size_t joint(std::size_t at, bool& with_and) const;
  /// Multiplies by the scales at `end`; `scale` is the product, 1 if there are none.
  void take_scales(Number& number, std::uint64_t& scale, std::uint64_t below) const;
  /// The part that begins at `at` of a number counted in `scale`, and its own scale; end 0 if none.
  [[nodiscard]] Number smaller_part(std::size_t at, bool with_and, std::uint64_t& scale) const;
  void take_smaller_parts(Number& number, std::uint64_t scale) const;
  /// "million", "a thousand", "ألفان": begins with its scale.
  [[nodiscard]] Number begin_with_scale(std::size_t at, std::uint64_t& scale) const;
  /// "three", "three million": `whole` says that no more parts belong to it.
  [[nodiscard]] Number begin_with_group(std::size_t at, std::uint64_t& scale, bool& whole) const;
  /// "and a half" of the last scale; "مليونين ونصف المليون" names it again.
  void take_part(Number& number, std::uint64_t scale) const;
  /// "ثلاث ساعات ونصف الساعة", "two hours and a half".
  void take_part_behind_unit(Number& number) const;
  [[nodiscard]] std::uint64_t scales_at(std::size_t at) const;
  [[nodiscard]] Number part_of_scale(const Fraction& fraction) const;
  [[nodiscard]] Number units_and_part(std::size_t at) const;
  [[nodiscard]] Number of_words(std::size_t at) const;

  const Lexemes& lexemes_;
  bool arabic_;
};

std::size_t Parser::joint(std::size_t at, bool& with_and) const {
  with_and = false;
  if (arabic_) {
    if (word(at).conjunction) return at;
    const bool wa = lexemes_[at].is_word("و");
    return wa && lexemes_[at + 1].kind == Lexeme::Kind::numeral ? at + 1 : 0;
  }
  with_and = is(at, Role::conjunction);
  return with_and ? at + 1 : at;
}

void Parser::take_scales(Number& number, std::uint64_t& scale, std::uint64_t below) const {
  scale = 1;
  while (true) {
    // "twenty-million" is as rare as it is clear; "two-thousand-year-old" is not rare at all.
    const bool hyphen = !arabic_ && is_joining_hyphen(lexemes_, number.end);
    const std::size_t at = hyphen || is_plus(lexemes_, number.end) ? number.end + 1 : number.end;
    const NumberWord& next = word(at);
    if (!is_counted(next.role) || next.conjunction || next.preposition || next.value < scale) {
      return;
    }
    const std::uint64_t product = scale == 1 ? next.value : scale * next.value;
    const auto amount = times(number.amount, next.value);
    if (product >= below || !amount) return;
    scale = product;
    number.amount = *amount;
    number.end = at + 1;
    if (scale >= 1'000'000'000'000) return;
  }
}

/// How many of its scale a word begins a number with. "ألفا" is two thousand only before what is counted: "ألفا كتاب", but
/// "ألفا وخمسمئة كتاب".
std::uint64_t Parser::scales_at(std::size_t at) const {
  const Lexeme& behind = lexemes_[at + 1];
  if (is(at, Role::dual)) return 2;
  const bool counts = behind.kind == Lexeme::Kind::word && !behind.number.conjunction &&
                      behind.form != "و" && behind.form != "من";
  return is(at, Role::counted) && counts ? 2 : 1;
}

/// Adds the part to a number of this scale; false if their sum is none that can be written.
bool add(const Rational& part, std::uint64_t scale, Number& number) {
  const Rational scaled = rational(part.numerator * scale, part.denominator);
  if (const auto amount = decimal(scaled)) {
    const auto sum = plus(number.amount, *amount);
    if (sum) number.amount = *sum;
    return sum.has_value();
  }
  constexpr std::uint64_t kMost = 1'000'000;
  if (scale > 1 || !number.amount.whole() || !less(number.amount, kMost)) return false;
  number.ratio =
      rational(number.amount.mantissa * part.denominator + part.numerator, part.denominator);
  return true;
}

void Parser::take_part(Number& number, std::uint64_t scale) const {
  const Fraction part = read_added_fraction(lexemes_, number.end);
  if (!part.clear()) return;
  const NumberWord& again = word(part.end);
  const bool twice = arabic_ && scale > 1 && again.role == Role::scale && again.value == scale;
  // "In 2010, and half the people": "في عام 2010 ونصف السكان".
  if (!twice && begins_definite(lexemes_, part.end)) return;
  if (add(part.worth, scale, number)) number.end = twice ? part.end + 1 : part.end;
}

void Parser::take_part_behind_unit(Number& number) const {
  constexpr std::uint64_t kMost = 1000;
  const std::size_t at = number.end;
  const Fraction part = read_added_fraction(lexemes_, at + 1);
  if (!part.clear() || !number.digits.empty() || number.ratio || !less(number.amount, kMost))
    return;
  const UnitNoun unit = unit_noun(lexemes_, at);
  if (!unit.found()) return;
  const UnitNoun again = arabic_ ? unit_noun(lexemes_, part.end) : UnitNoun{};
  const bool twice = again.found() && *again.units == *unit.units;
  if (!twice && begins_definite(lexemes_, part.end)) return;
  if (!add(part.worth, 1, number)) return;
  number.end = twice ? part.end + 1 : part.end;
  number.weak = number.one_numeral = false;
}

/// "an hour and a half", "ساعتين ونصف".
Number Parser::units_and_part(std::size_t at) const {
  const std::size_t noun = !arabic_ && is(at, Role::article) ? at + 1 : at;
  Number number;
  if (!arabic_ && noun == at) return number;
  if (!read_added_fraction(lexemes_, noun + 1).clear()) return number;
  const UnitNoun unit = unit_noun(lexemes_, noun);
  if (!unit.found() || unit.definite) return number;
  number.end = noun;
  number.amount = {unit.dual ? 2U : 1U, 0};
  take_part_behind_unit(number);
  return number.end > noun ? number : Number{};
}

Number Parser::smaller_part(std::size_t at, bool with_and, std::uint64_t& scale) const {
  Number part;
  const NumberWord& first = word(at);
  std::uint64_t part_scale = 1;
  if (arabic_ && (first.role == Role::scale || is_two(first.role))) {
    part_scale = scale_of(first);
    if (part_scale >= scale) return {};
    part.end = at + 1;
    part.amount = {scales_at(at) * part_scale, 0};
  } else {
    const Group next = group(at);
    if (next.end == 0 || next.none || (next.amount == Amount{})) return {};
    part.end = next.end;
    part.amount = next.amount;
    take_scales(part, part_scale, scale);
    const bool other_scale = is_counted(word(part.end).role);
    if (part_scale == 1 && other_scale && word(part.end).bare()) return {};
    if (!arabic_ && with_and && part_scale == 1 && !less(part.amount, 100)) return {};
    if (!arabic_ && next.numeral && part_scale == 1) return {};  // "3 million 200" may be a list
  }
  if (!less(part.amount, scale)) return {};
  scale = part_scale;
  return part;
}

void Parser::take_smaller_parts(Number& number, std::uint64_t scale) const {
  while (scale > 1) {
    bool with_and = false;
    const std::size_t at = joint(number.end, with_and);
    if (at == 0) return;
    const Number part = smaller_part(at, with_and, scale);
    if (part.end == 0) return;
    const auto sum = plus(number.amount, part.amount);
    if (!sum) return;
    number.amount = *sum;
    number.end = part.end;
  }
}

/// "half a million", "three quarters of a million", "نصف مليون"; the fraction itself where no scale follows.
Number Parser::part_of_scale(const Fraction& fraction) const {
  Number number;
  number.end = fraction.end;
  number.none = !fraction.clear();
  if (number.none) return number;
  std::size_t next = fraction.end;
  if (!arabic_ && lexemes_[next].is_word("of")) ++next;
  if (!arabic_ && is(next, Role::article)) ++next;
  const NumberWord& scale = word(next);
  const bool follows = scale.role == Role::scale && !scale.conjunction && !scale.preposition;
  const auto part =
      follows
          ? decimal(rational(fraction.worth.numerator * scale.value, fraction.worth.denominator))
          : std::nullopt;
  if (part && part->whole()) {
    number.end = next + 1;
    number.amount = *part;
  } else {
    number.ratio = fraction.worth;
  }
  return number;
}

Number Parser::begin_with_scale(std::size_t at, std::uint64_t& scale) const {
  Number number;
  const NumberWord& first = word(at);
  const bool article = first.role == Role::article;
  scale = scale_of(word(article ? at + 1 : at));
  number.amount = {scale * scales_at(at), 0};
  number.end = article ? at + 2 : at + 1;
  number.none = at > 0 && is(at - 1, Role::vague);
  const NumberWord& larger = word(number.end);
  if (arabic_ && larger.role == Role::scale && larger.bare() && larger.value > scale) {
    if (const auto product = times(number.amount, larger.value)) {  // "ألف مليار"
      number.amount = *product;
      scale = larger.value;
      ++number.end;
    }
  }
  return number;
}

Number Parser::begin_with_group(std::size_t at, std::uint64_t& scale, bool& whole) const {
  Number number;
  const Group start = group(at);
  whole = start.end == 0 || start.ordinal;
  if (start.end == 0) return number;
  number.end = start.end;
  number.amount = start.amount;
  number.weak = start.weak;
  number.none = start.none;
  if (whole) return number;
  const std::size_t before_part = number.end;
  take_part(number, 1);
  if (number.ratio) {
    whole = true;
    number.weak = false;
    return number;
  }
  take_scales(number, scale, Amount::kLimit);
  // "واحد ألف" is no number, "one million" is.
  number.weak = start.weak && number.end == before_part;
  return number;
}

Number Parser::number(std::size_t at) const {
  if (const Fraction fraction = read_fraction(lexemes_, at); fraction.end > 0)
    return part_of_scale(fraction);
  if (lexemes_[at].kind == Lexeme::Kind::word && (is(at, Role::none) || is(at, Role::article))) {
    Number number = units_and_part(at);
    if (number.found() || is(at, Role::none)) return number;
  }
  Number number = of_words(at);
  if (number.found() && !number.none) take_part_behind_unit(number);
  return number;
}

/// Of digits and number words that are no fraction.
Number Parser::of_words(std::size_t at) const {
  std::uint64_t scale = 1;
  bool whole = false;
  const Role first = word(at).role;
  const bool article = !arabic_ && first == Role::article && is(at + 1, Role::scale);
  Number number = is_two(first) || first == Role::scale || article
                      ? begin_with_scale(at, scale)
                      : begin_with_group(at, scale, whole);
  if (whole) return number;
  take_part(number, scale);
  take_smaller_parts(number, scale);
  number.one_numeral = number.end == at + 1 && lexemes_[at].kind == Lexeme::Kind::numeral;
  return number;
}

}  // namespace

Number read_number(const Lexemes& lexemes, std::size_t at) {
  const Lexeme& lexeme = lexemes[at];
  if (lexeme.kind == Lexeme::Kind::numeral && !lexeme.amount) {
    Number number;
    number.end = at + 1;
    number.digits = lexeme.form;
    number.one_numeral = true;
    return number;
  }
  if (lexeme.kind == Lexeme::Kind::mark && lexeme.form.size() < 2) return {};  // no "½"
  return Parser(lexemes).number(at);
}

std::size_t skip_percent(const Lexemes& lexemes, std::size_t at) {
  const Lexeme& first = lexemes[at];
  const Lexeme& second = lexemes[at + 1];
  const bool prefix = first.spaced && second.kind == Lexeme::Kind::numeral && !second.spaced;
  if (first.is_mark("%") && prefix) return at;  // "5 %1"
  if (first.is_mark("%") || first.is_word("percent") || first.is_word("pct")) return at + 1;
  if (first.is_word("per") && second.is_word("cent")) return at + 2;
  const auto hundred = [](const Lexeme& lexeme) {
    return lexeme.number.role == Role::hundred && lexeme.number.definite;
  };
  if (first.number.preposition && hundred(first)) return at + 1;
  if (first.is_word("في") && hundred(second)) return at + 2;
  return at;
}

}  // namespace muwazi::anchor
