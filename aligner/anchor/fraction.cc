// The words of fractions are others as well: "third" and "fifth" count places, "quarter" and "ربع" are months of a year,
// parts of a town and rounds of a cup, "خمس" and "سبع" are numbers. So a word is a fraction only in a phrase that
// leaves no doubt: behind a number ("two thirds", "one fifth"), between an article and "of", or where it has no other
// meaning ("ثلث"); "الربع الثالث" and "quarter-final" are none.
#include "anchor/fraction.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

#include "anchor/counted_unit.h"
#include "anchor/number_group.h"

namespace muwazi::anchor {
namespace {

constexpr std::uint64_t kLargestDenominator = 10;

struct Sign {
  std::string_view text;
  Rational worth;
};

constexpr std::array<Sign, 18> kSigns = {{{"½", {1, 2}},
                                          {"⅓", {1, 3}},
                                          {"⅔", {2, 3}},
                                          {"¼", {1, 4}},
                                          {"¾", {3, 4}},
                                          {"⅕", {1, 5}},
                                          {"⅖", {2, 5}},
                                          {"⅗", {3, 5}},
                                          {"⅘", {4, 5}},
                                          {"⅙", {1, 6}},
                                          {"⅚", {5, 6}},
                                          {"⅐", {1, 7}},
                                          {"⅛", {1, 8}},
                                          {"⅜", {3, 8}},
                                          {"⅝", {5, 8}},
                                          {"⅞", {7, 8}},
                                          {"⅑", {1, 9}},
                                          {"⅒", {1, 10}}}};

class FractionParser {
 public:
  explicit FractionParser(const Lexemes& lexemes)
      : lexemes_(lexemes), arabic_(lexemes.language == Language::arabic) {}

  [[nodiscard]] Fraction fraction(std::size_t at) const;
  [[nodiscard]] Fraction added(std::size_t at) const;

 private:
  [[nodiscard]] const NumberWord& word(std::size_t at) const { return lexemes_[at].number; }
  [[nodiscard]] bool is(std::size_t at, Role role) const { return word(at).role == role; }

  [[nodiscard]] Fraction sign(std::size_t at) const;
  [[nodiscard]] Fraction in_digits(std::size_t at) const;
  [[nodiscard]] Fraction counted(std::size_t at) const;
  [[nodiscard]] Fraction english_half(std::size_t at) const;
  [[nodiscard]] Fraction behind_article(std::size_t at) const;
  [[nodiscard]] bool is_of_hour(std::size_t at) const;
  [[nodiscard]] Fraction arabic_part(std::size_t at) const;
  /// "quarter-final", "half a dozen", "نصف سنوي": what stands at `at` makes another word of the part before it.
  [[nodiscard]] bool is_undivided(std::size_t at) const {
    return is_joining_hyphen(lexemes_, at) ||
           is(is(at, Role::article) ? at + 1 : at, Role::undivided);
  }

  const Lexemes& lexemes_;
  bool arabic_;
};

/// `count` parts of `denominator`; "four quarters" and "two fourths" are nothing of the kind.
Fraction parts(std::size_t end, const Amount& count, std::uint64_t denominator) {
  const bool usual = count.whole() && count.mantissa > 0 && count.mantissa < denominator &&
                     std::gcd(count.mantissa, denominator) == 1;
  return {end, usual ? Rational{count.mantissa, denominator} : Rational{0, 1}};
}

Fraction FractionParser::sign(std::size_t at) const {
  if (lexemes_[at].kind != Lexeme::Kind::mark) return {};
  const auto* const found = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& sign) {
    return lexemes_[at].is_mark(sign.text);
  });
  return found == kSigns.end() ? Fraction{} : Fraction{at + 1, found->worth};
}

/// "2/3", not the days and pages of "1/12", "9/11" and "24/7".
Fraction FractionParser::in_digits(std::size_t at) const {
  const Lexeme &over = lexemes_[at], &slash = lexemes_[at + 1], &under = lexemes_[at + 2];
  const auto is_slash = [](const Lexeme& lexeme) {
    return (lexeme.is_mark("/") || lexeme.is_mark("⁄")) && !lexeme.spaced;
  };
  if (over.kind != Lexeme::Kind::numeral || !is_slash(slash) ||
      under.kind != Lexeme::Kind::numeral || under.spaced) {
    return {};
  }
  const bool alone = !is_slash(lexemes_[at + 3]) &&
                     (at == 0 || over.spaced || lexemes_[at - 1].kind != Lexeme::Kind::mark ||
                      lexemes_[at - 1].is_mark("("));
  if (!alone || !over.plain_run || !under.plain_run || !over.suffix.empty() || !over.amount ||
      !under.amount || under.amount->mantissa > kLargestDenominator) {
    return {};
  }
  const std::uint64_t numerator = over.amount->mantissa, denominator = under.amount->mantissa;
  if (numerator == 0 || numerator >= denominator) return {};
  return {at + 3, rational(numerator, denominator)};
}

/// "two thirds", "one-fifth", "three-quarter", "3 quarters", "ثلاثة أرباع".
Fraction FractionParser::counted(std::size_t at) const {
  const Group count = read_group(lexemes_, at);
  if (count.end == 0 || count.ordinal) return {};
  const bool hyphen = !arabic_ && is_joining_hyphen(lexemes_, count.end);
  const std::size_t behind = hyphen ? count.end + 1 : count.end;
  const NumberWord& part = word(behind);
  if (part.role == Role::fraction && part.bare())
    return parts(behind + 1, count.amount, part.value);
  const bool named =
      part.role == Role::half || part.role == Role::part ||
      (part.role == Role::ordinal && part.value > 2 && part.value <= kLargestDenominator);
  if (arabic_ || !named || !less(count.amount, kLargestDenominator)) return {};
  const bool one = count.amount == Amount{1, 0};
  if (is_undivided(behind + 1) || (!one && !hyphen)) {
    return part.role == Role::ordinal ? Fraction{behind + 1, {0, 1}} : Fraction{};
  }
  return parts(behind + 1, count.amount, part.value);
}

Fraction FractionParser::english_half(std::size_t at) const {
  const bool joined = at > 0 && is_joining_hyphen(lexemes_, at - 1);
  const bool of_game = at > 0 && is(at - 1, Role::ordinal);
  if (joined || of_game || is_undivided(at + 1)) return {at + 1, {0, 1}};
  return {at + 1, {1, 2}};
}

/// "a quarter", "a half", "a third of"; "a third man" and "a fifth time" are none.
Fraction FractionParser::behind_article(std::size_t at) const {
  const NumberWord& part = word(at + 1);
  if (part.role == Role::half || part.role == Role::part) {
    return is_undivided(at + 2) ? Fraction{at + 2, {0, 1}} : Fraction{at + 2, {1, part.value}};
  }
  if (part.role != Role::ordinal || part.value < 3 || part.value > kLargestDenominator) return {};
  return lexemes_[at + 2].is_word("of") ? Fraction{at + 2, {1, part.value}} : Fraction{};
}

/// "الثامنة والنصف".
bool FractionParser::is_of_hour(std::size_t at) const {
  if (at > 0 && lexemes_[at - 1].is_word("و")) --at;
  return at > 0 && (is(at - 1, Role::ordinal) || lexemes_[at - 1].kind == Lexeme::Kind::numeral);
}

/// "ثلث", "ثلثا"; "الثلث الأخير" and "الربع الثالث" are parts in a row.
Fraction FractionParser::arabic_part(std::size_t at) const {
  const NumberWord& part = word(at);
  const bool in_row = part.definite && begins_definite(lexemes_, at + 1);
  const NumberWord& tenth = word(at + 1);
  if (tenth.role == Role::ten && tenth.definite && !part.definite)  // "ربع العشر"
    return {at + 2, rational(part.role == Role::parts ? 2 : 1, part.value * tenth.value)};
  if (in_row || is_undivided(at + 1) || (part.definite && is_of_hour(at))) return {at + 1, {0, 1}};
  return {at + 1, {part.role == Role::parts ? 2U : 1U, part.value}};
}

Fraction FractionParser::fraction(std::size_t at) const {
  if (const Fraction found = sign(at); found.end > 0) return found;
  if (const Fraction found = in_digits(at); found.end > 0) return found;
  switch (word(at).role) {
    case Role::half:
      return arabic_ ? arabic_part(at) : english_half(at);
    case Role::part:
    case Role::parts:
      return arabic_ ? arabic_part(at) : Fraction{};
    case Role::article:
      return behind_article(at);
    default:
      return counted(at);
  }
}

Fraction FractionParser::added(std::size_t at) const {
  const bool behind_digits = at > 0 && lexemes_[at - 1].kind == Lexeme::Kind::numeral;
  if (const Fraction found = sign(at); found.end > 0) return behind_digits ? found : Fraction{};
  if (const Fraction found = in_digits(at); found.end > 0)
    return behind_digits ? found : Fraction{};
  if (arabic_) {
    const bool joined = word(at).conjunction && !word(at).definite;
    return joined && !is(at, Role::none) ? fraction(at) : Fraction{};
  }
  if (!is(at, Role::conjunction)) return {};
  // "Between two and a third of them" adds nothing.
  const bool vague = is(at + 1, Role::article) && is(at + 2, Role::ordinal);
  const Fraction found = vague ? Fraction{} : fraction(at + 1);
  const bool half = is(at + 1, Role::article) && is(at + 2, Role::half);
  const bool of_these = found.end > 0 && lexemes_[found.end].is_word("of") && !half;
  return of_these || is(at + 1, Role::half) ? Fraction{} : found;
}

}  // namespace

Fraction read_fraction(const Lexemes& lexemes, std::size_t at) {
  return FractionParser(lexemes).fraction(at);
}

Fraction read_added_fraction(const Lexemes& lexemes, std::size_t at) {
  return FractionParser(lexemes).added(at);
}

}  // namespace muwazi::anchor
