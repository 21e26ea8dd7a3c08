// Both languages build numbers from groups below a thousand and scales:
//
//   number := group [half] [scale ...] { joint (group scale | group) } [half]
//
// where the scales fall, and a group without a scale comes last and is smaller than the scale before it.
// So "ثلاثة آلاف وخمسمئة" is one number, "ثلاثة آلاف وخمسة آلاف" two, as are "five and six" and "1914 و1918". The languages differ in
// their groups and in the joint: Arabic has و on every part, English "and" before the last, if at all.
#include "anchor/number.h"

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
  void take_half(Number& number, std::uint64_t scale) const;
  [[nodiscard]] std::uint64_t scales_at(std::size_t at) const;
  [[nodiscard]] std::size_t half_at(std::size_t at) const;
  [[nodiscard]] Number half_of_scale(std::size_t at) const;
  [[nodiscard]] bool is_fraction(const Group& group) const;

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

/// "and a half", "ونصف": the index behind it, or 0.
std::size_t Parser::half_at(std::size_t at) const {
  if (arabic_) {
    return is(at, Role::half) && word(at).conjunction && !word(at).definite ? at + 1 : 0;
  }
  const bool found =
      is(at, Role::conjunction) && is(at + 1, Role::article) && is(at + 2, Role::half);
  return found ? at + 3 : 0;
}

/// Half of the last scale; "مليونين ونصف المليون" names it again.
void Parser::take_half(Number& number, std::uint64_t scale) const {
  const std::size_t end = half_at(number.end);
  if (end == 0) return;
  const Amount half = scale == 1 ? Amount{5, 1} : Amount{scale / 2, 0};
  const auto sum = plus(number.amount, half);
  if (!sum) return;
  number.amount = *sum;
  number.end = end;
  const NumberWord& again = word(end);
  if (arabic_ && scale > 1 && again.role == Role::scale && again.value == scale) ++number.end;
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

/// "half a million", "نصف مليون".
Number Parser::half_of_scale(std::size_t at) const {
  Number number;
  const std::size_t next = !arabic_ && is(at + 1, Role::article) ? at + 2 : at + 1;
  const NumberWord& scale = word(next);
  if (scale.role != Role::scale || scale.conjunction || scale.preposition) return number;
  number.end = next + 1;
  number.amount = {scale.value / 2, 0};
  return number;
}

/// "two thirds", "one-fifth", "three quarters", "ثلاثة أرباع".
bool Parser::is_fraction(const Group& group) const {
  const std::size_t at =
      !arabic_ && is_joining_hyphen(lexemes_, group.end) ? group.end + 1 : group.end;
  if (is(at, Role::fraction)) return true;
  return !arabic_ && !group.ordinal && is(at, Role::ordinal) && word(at).value < 11 &&
         less(group.amount, 10);
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
  whole = start.end == 0 || start.ordinal || is_fraction(start);
  if (start.end == 0) return number;
  number.end = start.end;
  number.amount = start.amount;
  number.weak = start.weak;
  number.none = start.none;
  if (is_fraction(start)) {
    number.end = start.end + (lexemes_[start.end].kind == Lexeme::Kind::mark ? 2 : 1);
    number.none = true;
  }
  if (whole) return number;
  const std::size_t before_half = number.end;
  take_half(number, 1);
  take_scales(number, scale, Amount::kLimit);
  // "واحد ألف" is no number, "one million" is.
  number.weak = start.weak && number.end == before_half;
  return number;
}

Number Parser::number(std::size_t at) const {
  if (is(at, Role::half)) return half_of_scale(at);
  std::uint64_t scale = 1;
  bool whole = false;
  const Role first = word(at).role;
  const bool article = !arabic_ && first == Role::article && is(at + 1, Role::scale);
  Number number = is_two(first) || first == Role::scale || article
                      ? begin_with_scale(at, scale)
                      : begin_with_group(at, scale, whole);
  if (whole) return number;
  take_half(number, scale);
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
  if (lexeme.kind != Lexeme::Kind::numeral && lexeme.number.role == Role::none) return {};
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
