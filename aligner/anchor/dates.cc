// Dates: day and month in either order, by name; then a year, if one follows. What a date lacks its key
// lacks too. Dates in digits alone are read where only one reading is a date; else the key says so.
#include "anchor/dates.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace muwazi::anchor {
namespace {

struct MonthFound {
  std::size_t end = 0;
  Month month;
};

bool is_word_of(const Lexeme& lexeme, std::initializer_list<std::string_view> words) {
  return lexeme.kind == Lexeme::Kind::word &&
         std::find(words.begin(), words.end(), lexeme.form) != words.end();
}

/// The month whose name begins at `at`; the longest of up to three words, which hyphens may join.
MonthFound read_month(const Lexemes& lexemes, std::size_t at) {
  MonthFound found;
  std::string name;
  std::size_t end = at;
  const int most = Tables::get().begins_long_month(lexemes[at].form) ? 3 : 1;
  for (int count = 0; count < most && lexemes[end].kind == Lexeme::Kind::word; ++count) {
    if (count > 0) name.push_back(' ');
    name += lexemes[end++].form;
    const auto month = Tables::get().month(name);
    if (month && (month->sort == MonthSort::clear || lexemes.language == Language::arabic ||
                  lexemes[at].capitalised)) {
      found = {end, *month};
    }
    if (lexemes[end].is_mark("-") || lexemes[end].is_mark("'")) ++end;
  }
  if (found.end > 0 && found.month.sort == MonthSort::abbreviation &&
      lexemes[found.end].is_mark(".")) {
    ++found.end;
  }
  return found;
}

/// The same month by another name: "تشرين الثاني/نوفمبر", "تشرين الثاني (نوفمبر)".
std::size_t skip_alias(const Lexemes& lexemes, std::size_t at, Month month) {
  const bool bracket = lexemes[at].is_mark("(");
  if (!bracket && !lexemes[at].is_mark("/") && !lexemes[at].is_mark("-")) return at;
  const MonthFound other = read_month(lexemes, at + 1);
  if (other.end == 0 || other.month.number != month.number ||
      other.month.calendar != month.calendar) {
    return at;
  }
  if (!bracket) return other.end;
  return lexemes[other.end].is_mark(")") ? other.end + 1 : at;
}

/// "AH", "هـ": the index behind it, or `at`.
std::size_t skip_hijri_mark(const Lexemes& lexemes, std::size_t at) {
  if (lexemes[at].is_word("a") && lexemes[at + 1].is_mark(".") && lexemes[at + 2].is_word("h")) {
    return at + (lexemes[at + 3].is_mark(".") ? 4 : 3);
  }
  if (!is_word_of(lexemes[at], {"ه", "هجري", "هجرية", "للهجرة", "ah"})) return at;
  return at + 1;
}

/// "AD", "م".
std::size_t skip_gregorian_mark(const Lexemes& lexemes, std::size_t at) {
  return is_word_of(lexemes[at], {"م", "ميلادي", "ميلادية", "للميلاد", "ad", "ce"}) ? at + 1 : at;
}

struct Year {
  std::size_t end = 0;
  std::uint64_t value = 0;
  bool hijri = false;
};

Year read_year(const Lexemes& lexemes, std::size_t at, Calendar calendar) {
  if (lexemes[at].is_mark(",")) ++at;
  if (is_word_of(lexemes[at], {"من", "of"})) ++at;
  if (is_word_of(lexemes[at], {"عام", "العام", "لعام", "سنة", "السنة", "لسنة"})) ++at;
  Year year;
  const Lexeme& lexeme = lexemes[at];
  // A following scale ("May 2000 thousand") is no concern; groups of three are no year.
  if (lexeme.kind == Lexeme::Kind::numeral && !lexeme.plain_run) return year;
  Number number = read_number(lexemes, at);
  if (!number.found() || number.weak || number.none) return year;
  const std::uint64_t earliest = calendar == Calendar::hijri ? 1 : 1000;
  if (!number.whole_between(earliest, 2999)) return year;
  if (number.one_numeral && lexeme.run < (calendar == Calendar::hijri ? 3 : 4)) return year;
  year.value = number.amount.mantissa;
  year.end = skip_hijri_mark(lexemes, number.end);
  year.hijri = calendar == Calendar::hijri || year.end != number.end;
  if (year.end == number.end) year.end = skip_gregorian_mark(lexemes, number.end);
  return year;
}

std::string two_digits(std::uint64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Key of a date; 0 for what it lacks.
std::string date_key(bool hijri, std::uint64_t year, std::uint64_t month, std::uint64_t day) {
  std::string key = hijri ? "@h" : "@";
  key += year > 0 ? std::to_string(year) : "-";
  if (month > 0) key += "-" + two_digits(month);
  if (day > 0) key += "-" + two_digits(day);
  return key;
}

/// The date of a month at [.., end) with its day (0: none): aliases and the year are read on.
Found finish(const Lexemes& lexemes, const MonthFound& found, std::uint64_t day, std::size_t at) {
  const Month month = found.month;
  at = skip_alias(lexemes, at, month);
  const Year year = read_year(lexemes, at, month.calendar);
  const bool has_year = year.end > 0 && year.hijri == (month.calendar == Calendar::hijri);
  if (!has_year) {
    at = month.calendar == Calendar::hijri ? skip_hijri_mark(lexemes, at) : at;
    return {at, date_key(month.calendar == Calendar::hijri, 0, month.number, day)};
  }
  return {year.end, date_key(year.hijri, year.value, month.number, day)};
}

bool is_day(const Number& number) {
  return number.found() && !number.none && number.whole_between(1, 31);
}

/// "25 December", "the 25th of December", "الخامس والعشرين من شهر ديسمبر".
Found day_first(const Lexemes& lexemes, const Number& day) {
  std::size_t at = day.end;
  if (is_word_of(lexemes[at], {"of", "من"}) || lexemes[at].is_mark("-")) ++at;
  if (is_word_of(lexemes[at], {"شهر"})) ++at;
  const MonthFound month = read_month(lexemes, at);
  if (month.end == 0) return {};
  return finish(lexemes, month, day.amount.mantissa, month.end);
}

/// "December 25", "December 1918", "December".
Found month_first(const Lexemes& lexemes, std::size_t at) {
  const MonthFound month = read_month(lexemes, at);
  if (month.end == 0) return {};
  std::size_t after = month.end;
  if (lexemes[after].is_word("the")) ++after;
  const Lexeme& next = lexemes[after];
  const bool wordy = next.kind == Lexeme::Kind::word && lexemes.language == Language::english;
  const bool numeral = next.kind == Lexeme::Kind::numeral && next.run <= 2 && next.plain_run;
  if (numeral || wordy) {
    const Number day = read_number(lexemes, after);
    if (is_day(day)) return finish(lexemes, month, day.amount.mantissa, day.end);
  }
  Found found = finish(lexemes, month, 0, month.end);
  const bool lone = found.key.starts_with("@-") || found.key.starts_with("@h-");
  const bool cued = at > 0 && Tables::get().is_month_cue(lexemes[at - 1].form);
  if (lone &&
      (month.month.calendar == Calendar::hijri || month.month.sort == MonthSort::abbreviation ||
       (month.month.sort == MonthSort::ambiguous && !cued))) {
    return {};
  }
  return found;
}

Found numeric_date(const Lexemes& lexemes, std::size_t at) {
  std::array<std::uint32_t, 3> parts = lexemes[at].parts;
  const bool year_first = parts[0] > 31;
  if (!year_first) std::swap(parts[0], parts[2]);
  const std::size_t hijri_end = skip_hijri_mark(lexemes, at + 1);
  const bool hijri = hijri_end > at + 1;
  const std::size_t end = hijri ? hijri_end : skip_gregorian_mark(lexemes, at + 1);
  // Now year, then month and day as they stand: month first in y/m/d; in others day first, if either.
  std::uint32_t month = parts[1], day = parts[2];
  if (month > 12) std::swap(month, day);
  const bool sure = year_first || hijri || day > 12 || day == month;
  if (sure) return {end, date_key(hijri, parts[0], month, day)};
  return {end, "@n:" + std::to_string(parts[0]) + "-" + std::to_string(std::min(month, day)) + "-" +
                   std::to_string(std::max(month, day))};
}

/// A year marked as Hijri: "1440 هـ", "AH 1440".
Found hijri_year(const Lexemes& lexemes, std::size_t at, const Number& number) {
  if (number.found() && number.one_numeral && number.whole_between(1, 1999)) {
    const std::size_t end = skip_hijri_mark(lexemes, number.end);
    if (end > number.end) return {end, date_key(true, number.amount.mantissa, 0, 0)};
  }
  if (lexemes[at].is_word("ah") && lexemes[at + 1].kind == Lexeme::Kind::numeral) {
    const Number year = read_number(lexemes, at + 1);
    if (year.one_numeral && year.whole_between(1, 1999)) {
      return {year.end, date_key(true, year.amount.mantissa, 0, 0)};
    }
  }
  return {};
}

enum class HalfDay : std::uint8_t { none, before_noon, after_noon, night };

struct HalfDayFound {
  std::size_t end = 0;
  HalfDay half = HalfDay::none;
};

HalfDayFound english_half_day(const Lexemes& lexemes, std::size_t at) {
  const Lexeme& first = lexemes[at];
  if (first.is_word("am")) return {at + 1, HalfDay::before_noon};
  if (first.is_word("pm")) return {at + 1, HalfDay::after_noon};
  const bool letters = is_word_of(first, {"a", "p"}) && lexemes[at + 1].is_mark(".") &&
                       lexemes[at + 2].is_word("m") && !lexemes[at + 1].spaced;
  if (!letters) return {};
  const std::size_t end = lexemes[at + 3].is_mark(".") ? at + 4 : at + 3;
  return {end, first.form == "a" ? HalfDay::before_noon : HalfDay::after_noon};
}

/// `letters`: ص and م alone count too.
HalfDayFound arabic_half_day(const Lexemes& lexemes, std::size_t at, bool letters) {
  const Lexeme& first = lexemes[at];
  const Lexeme& second = lexemes[at + 1];
  if (is_word_of(first, {"صباحا", "فجرا"}) || (letters && first.is_word("ص"))) {
    return {at + 1, HalfDay::before_noon};
  }
  if (is_word_of(first, {"مساء", "ظهرا", "عصرا"}) || (letters && first.is_word("م"))) {
    return {at + 1, HalfDay::after_noon};
  }
  if (first.is_word("ليلا")) return {at + 1, HalfDay::night};
  if (first.is_word("بعد") && second.is_word("الظهر")) return {at + 2, HalfDay::after_noon};
  if (first.is_word("قبل") && second.is_word("الظهر")) return {at + 2, HalfDay::before_noon};
  if (first.is_word("بعد") && second.is_word("منتصف") && lexemes[at + 2].is_word("الليل")) {
    return {at + 3, HalfDay::before_noon};
  }
  return {};
}

std::uint32_t hour_of_day(std::uint32_t hour, HalfDay half) {
  if (hour > 12 || half == HalfDay::none) return hour;
  const bool late =
      half == HalfDay::after_noon || (half == HalfDay::night && hour > 5 && hour < 12);
  return hour % 12 + (late ? 12 : 0);
}

}  // namespace

Found read_date(const Lexemes& lexemes, std::size_t at, const Number& number) {
  if (lexemes[at].kind == Lexeme::Kind::date) return numeric_date(lexemes, at);
  if (is_day(number)) {
    Found found = day_first(lexemes, number);
    if (found.end > 0) return found;
  }
  Found hijri = hijri_year(lexemes, at, number);
  if (hijri.end > 0) return hijri;
  return lexemes[at].kind == Lexeme::Kind::word ? month_first(lexemes, at) : Found{};
}

namespace {

struct Clock {
  std::uint32_t hour = 0, minute = 0;
  bool found = false;
};

/// "7:15", or 7 alone; also "7.15", which is a time only beside a word for the half of the day.
Clock read_clock(const Lexeme& lexeme, const Number& number) {
  if (lexeme.kind == Lexeme::Kind::clock) return {lexeme.parts[0], lexeme.parts[1], true};
  if (!number.found() || number.none || !number.digits.empty()) return {};
  const auto hundredths = times(number.amount, 100);
  if (!hundredths || !hundredths->whole()) return {};
  const std::uint64_t hour = hundredths->mantissa / 100, minute = hundredths->mantissa % 100;
  if (hour < 1 || hour > 12 || minute > 59) return {};
  return {static_cast<std::uint32_t>(hour), static_cast<std::uint32_t>(minute), true};
}

}  // namespace

Found read_time(const Lexemes& lexemes, std::size_t at, const Number& number) {
  const Lexeme& lexeme = lexemes[at];
  const bool clock = lexeme.kind == Lexeme::Kind::clock;
  const Clock said = read_clock(lexeme, number);
  if (!said.found) return {};
  const bool arabic = lexemes.language == Language::arabic;
  const bool announced = at > 0 && is_word_of(lexemes[at - 1], {"الساعة", "والساعة", "للساعة"});
  if (arabic && !clock && !number.one_numeral && !announced) return {};
  const std::size_t behind = clock ? at + 1 : number.end;
  HalfDayFound half = arabic ? arabic_half_day(lexemes, behind, clock || announced)
                             : english_half_day(lexemes, behind);
  if (lexeme.suffix == "am" || lexeme.suffix == "pm") {
    half = {behind, lexeme.suffix == "am" ? HalfDay::before_noon : HalfDay::after_noon};
  } else if (half.end == 0) {
    if (!clock) return {};
    half.end = behind;
  }
  std::string key =
      ":" + two_digits(hour_of_day(said.hour, half.half)) + ":" + two_digits(said.minute);
  if (clock && lexeme.part_count == 3) key += ":" + two_digits(lexeme.parts[2]);
  return {half.end, key};
}

}  // namespace muwazi::anchor
