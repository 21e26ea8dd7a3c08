#include "check/same_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "anchor/rational.h"
#include "anchor/tables.h"
#include "check/date_keys.h"
#include "check/digit_runs.h"
#include "check/fraction_ways.h"
#include "check/said_numbers.h"
#include "check/texts.h"
#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

bool has_pair(const std::multimap<std::string, std::size_t, std::less<>>& map,
              std::string_view number, std::size_t zeros) {
  const auto [first, last] = map.equal_range(number);
  return std::any_of(first, last, [&](const auto& pair) { return pair.second == zeros; });
}

bool has_translated_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    if (++at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) return true;
  }
  return false;
}

/// How many zeros the scale of a number has that is written with these digits, "2500000000" with 2.5: 9; else 0.
std::size_t scale_of(std::string_view number, std::string_view digits) {
  const std::size_t zeros = number == digits ? 0 : zeros_more(number, digits).value_or(0);
  return zeros % 3 == 0 ? zeros : 0;
}

/// Whether a number is its digits times a scale, of which the readings are given. "1,250" may be 1.25 thousand, and is not.
bool is_scaled(std::string_view number, const std::vector<std::string>& readings) {
  return std::find(readings.begin(), readings.end(), number) == readings.end() &&
         std::any_of(readings.begin(), readings.end(),
                     [&](const std::string& reading) { return scale_of(number, reading) > 0; });
}

}  // namespace

/// Names of months have up to two words.
void ValueContext::add_months(const std::vector<Word>& words) {
  for (std::size_t k = 0; k < words.size(); ++k) {
    std::string name = words[k].form;
    if (name.ends_with("'s")) name.resize(name.size() - 2);
    for (std::size_t last = k; last < std::min(k + 2, words.size()); ++last) {
      if (last > k) name += ' ' + words[last].form;
      if (const auto month = anchor::Tables::get().month(name)) {
        months_.insert(month->calendar == anchor::Calendar::hijri ? -month->number : month->number);
      }
      if (const int month = anchor::Tables::get().month_written_like(name)) months_.insert(month);
    }
  }
}

void ValueContext::add_digits(std::string_view sentence, const std::vector<Value>& values) {
  for (const DigitRun& run : digit_runs(sentence)) {
    const auto of_run = std::find_if(values.begin(), values.end(), [&](const Value& value) {
      return value.kind == ValueKind::number && value.bytes.begin <= run.bytes.begin &&
             run.bytes.end <= value.bytes.end;
    });
    std::vector<std::string> all = readings(run);
    const bool scaled =
        of_run != values.end() && is_scaled(std::string_view(of_run->key).substr(1), all);
    if (!scaled) {
      for (std::string& part : parts(run)) all.push_back(std::move(part));
      all.push_back(run.text);
    }
    for (std::string& number : all) {
      if (run.zeros > 0 && !scaled) unclear_.emplace(number, run.zeros);
      if (scaled) {
        const std::size_t zeros = scale_of(std::string_view(of_run->key).substr(1), number);
        scaled_.emplace(std::move(number), zeros);
      } else {
        digits_.insert(std::move(number));
      }
    }
  }
}

/// "9/11", a date without its year, either part of which is the day. What else it may be says the numbers as well.
void ValueContext::add_date_in_digits(std::string_view sentence, const std::vector<Value>& values) {
  constexpr int kMonths = 12, kDays = 31;
  const auto add = [this](int x, int y) {
    if (std::min(x, y) > 0 && std::min(x, y) <= kMonths && std::max(x, y) <= kDays)
      dates_.push_back(fmt::format("@n:--{}-{}", x, y));
  };
  for (std::size_t k = 0; k + 1 < values.size(); ++k) {
    const Value &first = values[k], &second = values[k + 1];
    if (slice(sentence, {first.bytes.end, second.bytes.begin}) != "/") continue;
    add(number_of(std::string_view(first.key).substr(1)),
        number_of(std::string_view(second.key).substr(1)));
  }
  for (const Value& value : values) {  // "3/4" is read as a fraction
    if (value.kind != ValueKind::fraction) continue;
    const std::string digits = digits_of(slice(sentence, value.bytes));
    if (digits.size() == 2) add(digits[0] - '0', digits[1] - '0');
  }
}

std::size_t ValueContext::add(std::string_view sentence, const std::vector<Value>& values,
                              const std::vector<Measured>& with_units) {
  for (const Value& value : values) {
    keys_.insert(value.key);
    if (value.key.starts_with("@")) dates_.push_back(value.key);
    if (value.kind == ValueKind::number) add_scale(value.key);
    if (value.kind == ValueKind::fraction) add_fraction(value.key);
    if (value.kind == ValueKind::number && !has_digit(slice(sentence, value.bytes)))
      add_split(value.key);
  }
  add_digits(sentence, values);
  for (const Value& value : values) {
    if (value.key.starts_with(":")) add_time(value.key);
    if (value.kind != ValueKind::code) continue;
    if (std::string reversed = reversed_parts(value.key); !reversed.empty())
      digits_.insert(std::move(reversed));
  }
  all_digits_ += digits_of(sentence) + ' ';
  const std::vector<Word> all = words(sentence);
  other_numbers_.merge(said_numbers(sentence, all));
  amounts_.add(with_units);
  for (const Word& word : all) {
    if (word.kind == WordKind::latin) latin_words_.insert(word.form);
  }
  add_months(all);
  add_date_in_digits(sentence, values);
  std::size_t at = 0;
  while (at < sentence.size()) append(text_, to_lower(next(sentence, at)));
  text_ += '\n';
  Label label = section_label(sentence);
  if (label_.empty()) label_ = std::move(label.parts);
  return label.end;
}

/// Two thirds are also the 67 of percents, and the three of "two in three".
void ValueContext::add_fraction(std::string_view key) {
  const auto fraction = anchor::parse_rational(key.substr(1));
  if (!fraction) return;
  for (std::string& way : ways_to_say(*fraction)) other_numbers_.insert(std::move(way));
  if (fraction->denominator > 2) other_numbers_.insert(std::to_string(fraction->denominator));
}

/// Of a number in words.
void ValueContext::add_split(std::string_view key) {
  const std::optional<SplitAmount> split = split_amount(key.substr(1));
  if (!split) return;
  other_numbers_.insert(split->whole);
  other_numbers_.insert(split->rests.begin(), split->rests.end());
}

bool ValueContext::has_split(std::string_view number, const Writing& writing) const {
  if (has_digit(writing.text)) return false;
  const std::optional<SplitAmount> split = split_amount(number);
  const auto has_key = [&](const std::string& part) { return keys_.contains("#" + part); };
  // One and two may be the noun alone and its dual.
  return split && (split->whole == "1" || split->whole == "2" || has_key(split->whole)) &&
         std::any_of(split->rests.begin(), split->rests.end(), has_key);
}

bool ValueContext::same_label(const ValueContext& other) const {
  return !label_.empty() &&
         (label_ == other.label_ ||
          std::equal(label_.rbegin(), label_.rend(), other.label_.begin(), other.label_.end()));
}

/// Of "three million" the million.
void ValueContext::add_scale(std::string_view key) {
  const std::size_t last = key.find_last_not_of('0');
  const std::size_t zeros = key.size() - 1 - last;
  if (key.find('.') == std::string_view::npos && zeros >= 3) scales_.insert(zeros - zeros % 3);
}

/// "300 billion" where "300" and "billion" stand apart, as in "300 or 400 billion".
bool ValueContext::has_product(std::string_view number) const {
  return std::any_of(scales_.begin(), scales_.end(), [&](std::size_t zeros) {
    return std::any_of(digits_.begin(), digits_.end(), [&](const std::string& digits) {
      return scale_of(number, digits) == zeros;
    });
  });
}

/// Digits that no scale belongs to, as they are written; or 2 million for a 2 to which a million belongs as well.
bool ValueContext::has_unscaled(const DigitRun& run, const Writing& writing) const {
  const bool turns = writing.label && run.bytes.end == writing.text.size();
  if (digits_.contains(run.text) || (turns && digits_.contains(turned_round(run)))) return true;
  const std::vector<std::string> all = readings(run);
  return std::any_of(all.begin(), all.end(), [&](const std::string& reading) {
    const auto [first, last] = scaled_.equal_range(reading);
    return digits_.contains(reading) || std::any_of(first, last, [&](const auto& other) {
             return writing.own.scales_.contains(other.second);
           });
  });
}

/// Digits with the number in them, however they are separated.
bool ValueContext::has_digits(std::string_view number, const Writing& writing) const {
  if (digits_.contains(number) || has_product(number)) return true;
  for (const DigitRun& run : digit_runs(writing.text)) {
    const std::vector<std::string> all = readings(run);
    if (!is_scaled(number, all) && has_unscaled(run, writing)) return true;
    for (const std::string& reading : all) {
      if (has_pair(unclear_, reading, scale_of(number, reading))) return true;
      const auto [first, last] = writing.own.unclear_.equal_range(reading);
      const bool scaled = std::any_of(first, last, [&](const auto& unclear) {
        return has_pair(scaled_, reading, unclear.second);
      });
      if (scaled) return true;
    }
  }
  return false;
}

/// "1800s" is the nineteenth century, and a part of it are the fifties of that century.
bool ValueContext::has_century(std::string_view digits) const {
  if (digits.size() == 4 && digits.ends_with("00") &&
      keys_.contains("#" + std::to_string(number_of(digits.substr(0, 2)) + 1))) {
    return true;
  }
  const int century = number_of(digits);
  return digits.size() <= 2 && century > 1 &&
         std::any_of(digits_.begin(), digits_.end(), [&](const std::string& other) {
           return other.size() == 4 && other.ends_with("0") &&
                  number_of(other) / 100 + 1 == century;
         });
}

/// "one and a half", where no other number has its half.
bool ValueContext::has_half(std::string_view number) const {
  if (!number.ends_with(".5") || !other_numbers_.contains("50")) return false;
  const bool other_half = std::any_of(keys_.begin(), keys_.end(), [](const std::string& key) {
    return key.ends_with(".5") && key != "#0.5";
  });
  if (other_half) return false;
  const std::string whole(number.substr(0, number.size() - 2));
  return number_of(whole) <= 2 || keys_.contains("#" + whole);
}

bool ValueContext::has_number(std::string_view number, const Writing& writing) const {
  const std::string digits = digits_of(number);
  const bool whole = number.find('.') == std::string_view::npos;
  if (has_split(number, writing)) return true;
  if (has_digits(number, writing) || other_numbers_.contains(number) ||
      (whole && has_century(digits)) || has_half(number) || has_minutes(number) ||
      (whole && (has_hour_of_time(number) || has_next_hour(number, writing.own) ||
                 has_hour_and_tens(number)))) {
    return true;
  }
  // "1990s" is said as "the nineties".
  if (whole && digits.size() == 4 && digits.ends_with("0") && digits.starts_with("1") &&
      other_numbers_.contains(digits.substr(2))) {
    return true;
  }
  // A part of a phone number that is grouped in another way.
  if (digits.size() >= 3 &&
      std::any_of(phones_.begin(), phones_.end(), [&](const std::string& phone) {
        return phone.find(digits) != std::string::npos;
      })) {
    return true;
  }
  const int value = number_of(number);
  return whole && value > 0 &&
         std::any_of(dates_.begin(), dates_.end(), [&](const std::string& key) {
           const Date date = date_of(key);
           return date.year == value || date.day == value || date.month == value;
         });
}

bool ValueContext::has_fraction(std::string_view number, const Writing& writing) const {
  const auto fraction = anchor::parse_rational(number);
  if (!fraction) return false;
  const std::vector<std::string> ways = ways_to_say(*fraction);
  const auto said = [this](const std::string& way) {
    return keys_.contains("#" + way) || digits_.contains(way) || other_numbers_.contains(way);
  };
  if (std::any_of(ways.begin(), ways.end(), said) || has_time_with(number)) return true;
  // "One in five", and "خمس", which is five as well; three quarters of a year are three seasons.
  for (const std::uint64_t part : {fraction->numerator, fraction->denominator}) {
    if (part > 2 && keys_.contains("#" + std::to_string(part))) return true;
  }
  return has_parts(writing);
}

/// "3/4", which may be a day, as two numbers.
bool ValueContext::has_parts(const Writing& writing) const {
  const std::vector<DigitRun> runs = digit_runs(writing.text);
  if (runs.size() != 1) return false;
  const std::size_t middle = runs[0].text.find(',');
  if (middle == std::string::npos) return false;
  const auto has_part = [&](std::string_view part) {
    return has_number(part, {part, false, writing.own});
  };
  const std::string_view text = runs[0].text;
  return has_part(text.substr(0, middle)) && has_part(text.substr(middle + 1));
}

bool ValueContext::has_date(std::string_view key) const {
  const Date date = date_of(key);
  for (const std::string& other : dates_) {
    if (same_date(date, date_of(other))) return true;
  }
  // Its parts may stand apart ("4 and 5 March"), and the month may be a word that is more than a month.
  const auto there = [&](int part) {
    return part == 0 || keys_.contains("#" + std::to_string(part)) ||
           digits_.contains(std::to_string(part));
  };
  const bool month = date.month == 0 || months_.contains(date.hijri ? -date.month : date.month);
  return month && there(date.year) && there(date.day);
}

bool ValueContext::has_link(std::string_view key) const {
  key.remove_prefix(key.find(':') + 1);
  if (key.starts_with("mailto:")) key.remove_prefix(7);
  if (const std::size_t scheme = key.find("://"); scheme != std::string_view::npos) {
    key.remove_prefix(scheme + 3);
  }
  if (key.starts_with("www.")) key.remove_prefix(4);
  std::string lower;
  for (const char c : key) lower += static_cast<char>(to_lower(static_cast<unsigned char>(c)));
  return text_.find(lower) != std::string::npos;
}

/// "Ctrl+C" as "Ctrl وC"; names of keys may be translated ("Ctrl+Space").
bool ValueContext::has_keys(std::string_view keys) const {
  std::string_view rest = keys;
  while (!rest.empty()) {
    const std::string_view key = rest.substr(0, rest.find('+'));
    rest.remove_prefix(std::min(key.size() + 1, rest.size()));
    const bool name = rest.empty() && key.size() > 2 && !has_digit(key);
    if (!name && !latin_words_.contains(key)) return false;
  }
  return true;
}

namespace {

/// What is typed letter by letter: paths, names of files, options, settings.
bool is_typed(std::string_view code) {
  const std::size_t dot = code.rfind('.');
  const bool ending = dot != std::string_view::npos && dot + 1 < code.size() &&
                      !has_digit(code.substr(dot)) && code.size() - dot > 2;
  return ending || code.find_first_of("/\\=_~") != std::string_view::npos || code.starts_with("--");
}

}  // namespace

/// A code with a number that is there as well: "G20" and "مجموعة العشرين".
bool ValueContext::has_code(std::string_view key) const {
  const std::string_view code = key.substr(key.find(':') + 1);
  if (code.find('+') != std::string_view::npos) return has_keys(code);
  if (is_typed(code)) return text_.find(code) != std::string::npos;
  if (key.find('.') != std::string_view::npos && digits_.contains(reversed_parts(key))) return true;
  for (const DigitRun& run : digit_runs(key)) {
    const auto there = [&](const std::string& reading) {
      return keys_.contains("#" + reading) || digits_.contains(reading);
    };
    const std::vector<std::string> all = readings(run);
    if (there(digits_of(run.text)) || there(turned_round(run)) ||
        std::any_of(all.begin(), all.end(), there)) {
      return true;
    }
  }
  return false;
}

bool ValueContext::has(const PhoneNumber& phone) const {
  return std::any_of(phones_.begin(), phones_.end(),
                     [&](const std::string& other) { return same_phone(phone.digits, other); }) ||
         all_digits_.find(phone.digits) != std::string::npos;
}

bool ValueContext::has(const Value& value, const Writing& writing) const {
  if (keys_.contains(value.key)) return true;
  switch (value.kind) {
    case ValueKind::number:
      return has_number(std::string_view(value.key).substr(1), writing);
    case ValueKind::fraction:
      return has_fraction(std::string_view(value.key).substr(1), writing);
    case ValueKind::date:
      return has_date(value.key);
    case ValueKind::time:
      return has_time(value.key) || digits_.contains(digits_of(writing.text));
    case ValueKind::link:
      return has_link(value.key);
    case ValueKind::code:
      return has_code(value.key);
    case ValueKind::placeholder:
      break;
  }
  if (value.key.starts_with("#")) return has_number(std::string_view(value.key).substr(1), writing);
  // "<section>" may stand for a word of the text, and was translated then.
  return writing.text.starts_with("<") && has_translated_tag(text_);
}

}  // namespace muwazi::check
