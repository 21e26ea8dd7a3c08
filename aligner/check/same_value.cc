#include "check/same_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "anchor/tables.h"
#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

struct Date {
  bool hijri = false, open = false;  ///< open: which of month and day is which is not known
  int year = 0, month = 0, day = 0;  ///< 0: not said
};

int number_of(std::string_view digits) {
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

/// "@1918-11-11", "@--11-11", "@h1440", "@n:2019-3-12".
Date date_of(std::string_view key) {
  Date date;
  key.remove_prefix(1);
  if (key.starts_with("h")) {
    date.hijri = true;
    key.remove_prefix(1);
  } else if (key.starts_with("n:")) {
    date.open = true;
    key.remove_prefix(2);
  }
  if (key.starts_with("-")) key.remove_prefix(1);
  std::array<int*, 3> parts = {&date.year, &date.month, &date.day};
  for (std::size_t part = key.starts_with("-") ? 1 : 0; part < parts.size(); ++part) {
    if (part > 0 || key.starts_with("-")) key.remove_prefix(key.starts_with("-") ? 1 : 0);
    const std::size_t end = std::min(key.find('-'), key.size());
    *parts[part] = number_of(key.substr(0, end));
    key.remove_prefix(end);
  }
  return date;
}

bool agree(int x, int y) { return x == 0 || y == 0 || x == y; }

bool same_date(const Date& x, const Date& y) {
  if (x.hijri != y.hijri || !agree(x.year, y.year)) return false;
  if (agree(x.month, y.month) && agree(x.day, y.day)) return true;
  return (x.open || y.open) && agree(x.month, y.day) && agree(x.day, y.month);
}

bool is_separator(std::string_view rest) {
  return rest.starts_with(",") || rest.starts_with(".") || rest.starts_with("٬") ||
         rest.starts_with("٫") || rest.starts_with("،") || rest.starts_with("'");
}

/// Digits of any script as ASCII, in runs; a separator between two digits does not end a run.
std::vector<std::string> digit_runs(std::string_view text) {
  std::vector<std::string> runs(1);
  bool separated = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const int digit = digit_value(next(text, at));
    if (digit >= 0) {
      runs.back() += static_cast<char>('0' + digit);
      separated = false;
    } else if (!runs.back().empty()) {
      if (!separated && is_separator(text.substr(begin))) {
        separated = true;
        continue;
      }
      runs.emplace_back();
      separated = false;
    }
  }
  return runs;
}

/// The digits of a number as it is written, in any script.
std::string digits_of(std::string_view number) {
  std::string out;
  for (std::size_t at = 0; at < number.size();) {
    const int digit = digit_value(next(number, at));
    if (digit >= 0) out += static_cast<char>('0' + digit);
  }
  return out;
}

/// "v7.4.1" is 147: in a text that runs from right to left its parts are often written the other way round.
std::string reversed_parts(std::string_view code) {
  std::string out, part;
  for (const char c : code) {
    if (c >= '0' && c <= '9') {
      part += c;
    } else if (c == '.') {
      out.insert(0, part);
      part.clear();
    }
  }
  return part + out;
}

/// "VII" is 7; nullopt for what is no number of letters of I, V, X, L, C.
std::optional<int> roman(std::string_view word) {
  constexpr std::string_view kLetters = "IVXLC";
  constexpr std::array<int, 5> kWorth = {1, 5, 10, 50, 100};
  int sum = 0, last = 0;
  for (std::size_t k = word.size(); k-- > 0;) {
    const std::size_t letter = kLetters.find(word[k]);
    if (letter == std::string_view::npos) return std::nullopt;
    sum += kWorth[letter] < last ? -kWorth[letter] : kWorth[letter];
    last = std::max(last, kWorth[letter]);
  }
  return sum;
}

bool has_translated_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    if (++at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) return true;
  }
  return false;
}

struct SaidNumber {
  std::string_view begin, end;  ///< of the word's comparison form
  std::string_view number;
};

// Halves and doubles by any name, and the decades: "التسعينيات", "nineties".
constexpr std::array<SaidNumber, 27> kSaid = {{
    {"", "نصف", "50"},
    {"half", "", "50"},
    {"", "ضعف", "2"},
    {"", "ضعفين", "2"},
    {"", "ضعفي", "2"},
    {"twice", "", "2"},
    {"double", "", "2"},
    {"", "مرتين", "2"},
    {"", "ربع", "25"},
    {"quarter", "", "25"},
    {"dozen", "", "12"},
    {"", "دزينة", "12"},
    {"twent", "ies", "20"},
    {"thirties", "", "30"},
    {"forties", "", "40"},
    {"fifties", "", "50"},
    {"sixties", "", "60"},
    {"seventies", "", "70"},
    {"eighties", "", "80"},
    {"nineties", "", "90"},
    {"triple", "", "3"},
    {"fortnight", "", "14"},
    {"hundreds", "", "100"},
    {"thousands", "", "1000"},
    {"millions", "", "1000000"},
    {"billions", "", "1000000000"},
    {"", "الفية", "2000"},
}};

constexpr std::array<SaidNumber, 8> kDecades = {{{"عشرين", "ات", "20"},
                                                 {"ثلاثين", "ات", "30"},
                                                 {"اربعين", "ات", "40"},
                                                 {"خمسين", "ات", "50"},
                                                 {"ستين", "ات", "60"},
                                                 {"سبعين", "ات", "70"},
                                                 {"ثمانين", "ات", "80"},
                                                 {"تسعين", "ات", "90"}}};

}  // namespace

void ValueContext::add_word(std::string_view form, std::string_view text) {
  for (const SaidNumber& said : kSaid) {
    if (form.starts_with(said.begin) && form.ends_with(said.end))
      other_numbers_.emplace(said.number);
  }
  for (const SaidNumber& decade : kDecades) {
    if (form.find(decade.begin) != std::string_view::npos && form.ends_with(decade.end)) {
      other_numbers_.emplace(decade.number);
    }
  }
  if (const auto number = roman(text)) other_numbers_.insert(std::to_string(*number));
}

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
    }
  }
}

void ValueContext::add(std::string_view sentence, const std::vector<Value>& values) {
  for (const Value& value : values) {
    keys_.insert(value.key);
    if (value.key.starts_with("@")) dates_.push_back(value.key);
  }
  for (std::string& run : digit_runs(sentence)) digits_.insert(std::move(run));
  for (const Value& value : values) {  // 14:05 as 1405
    if (value.key.starts_with(":")) digits_.insert(digits_of(slice(sentence, value.bytes)));
    if (value.kind == ValueKind::code) digits_.insert(reversed_parts(value.key));
  }
  all_digits_ += digits_of(sentence) + ' ';
  const std::vector<Word> all = words(sentence);
  for (const Word& word : all) add_word(word.form, slice(sentence, word.bytes));
  add_months(all);
  std::size_t at = 0;
  while (at < sentence.size()) append(text_, to_lower(next(sentence, at)));
  text_ += '\n';
}

/// "300 billion" where "300" and "billion" stand apart.
bool ValueContext::has_product(std::string_view digits) const {
  for (const std::string_view scale : {"000", "000000", "000000000", "000000000000"}) {
    if (!digits.ends_with(scale) || !keys_.contains("#1" + std::string(scale))) continue;
    if (digits_.contains(digits.substr(0, digits.size() - scale.size()))) return true;
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

/// "one and a half".
bool ValueContext::has_half(std::string_view number) const {
  if (!number.ends_with(".5") || !other_numbers_.contains("50")) return false;
  const std::string whole(number.substr(0, number.size() - 2));
  return number_of(whole) <= 2 || keys_.contains("#" + whole);
}

bool ValueContext::has_number(std::string_view number, std::string_view written) const {
  const std::string digits = digits_of(number), as_written = digits_of(written);
  if (number.find('.') != std::string_view::npos && digits_.contains(reversed_parts(number))) {
    return true;
  }
  if (digits_.contains(digits) || (!as_written.empty() && digits_.contains(as_written)))
    return true;
  if (other_numbers_.contains(number) || has_product(digits) || has_century(digits) ||
      has_half(number)) {
    return true;
  }
  // "1990s" is said as "the nineties".
  if (digits.size() == 4 && digits.ends_with("0") && digits.starts_with("1") &&
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
  return number.find('.') == std::string_view::npos &&
         std::any_of(dates_.begin(), dates_.end(), [&](const std::string& key) {
           const Date date = date_of(key);
           return date.year == value || date.day == value || date.month == value;
         });
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

/// ":14:05".
bool ValueContext::has_time(std::string_view key) const {
  const int hour = number_of(key.substr(1, 2)), minute = number_of(key.substr(4, 2));
  for (const int said : {hour, hour + 12, hour - 12}) {
    if (said < 0 || said > 24) continue;
    const std::string number = std::to_string(said);
    const std::string clock =
        std::string(said < 10 ? ":0" : ":") + number + std::string(key.substr(3));
    if (keys_.contains(clock)) return true;
    const bool hour_there = keys_.contains("#" + number) || digits_.contains(number);
    if (hour_there && (minute == 0 || digits_.contains(std::string(key.substr(4, 2))))) return true;
  }
  return false;
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

/// A code with a number that is there as well: "G20" and "مجموعة العشرين".
bool ValueContext::has_code(std::string_view key) const {
  if (key.find('.') != std::string_view::npos && digits_.contains(reversed_parts(key))) return true;
  for (const std::string& run : digit_runs(key)) {
    if (!run.empty() && (keys_.contains("#" + run) || digits_.contains(run))) return true;
  }
  return false;
}

bool ValueContext::has(const PhoneNumber& phone) const {
  return std::any_of(phones_.begin(), phones_.end(),
                     [&](const std::string& other) { return same_phone(phone.digits, other); }) ||
         all_digits_.find(phone.digits) != std::string::npos;
}

bool ValueContext::has(const Value& value, std::string_view written) const {
  if (keys_.contains(value.key)) return true;
  switch (value.kind) {
    case ValueKind::number:
      return has_number(std::string_view(value.key).substr(1), written);
    case ValueKind::date:
      return has_date(value.key);
    case ValueKind::time:
      return has_time(value.key) || digits_.contains(digits_of(written));
    case ValueKind::link:
      return has_link(value.key);
    case ValueKind::code:
      return has_code(value.key);
    case ValueKind::placeholder:
      break;
  }
  if (value.key.starts_with("#")) return has_number(std::string_view(value.key).substr(1), written);
  // "<section>" may stand for a word of the text, and was translated then.
  return written.starts_with("<") && has_translated_tag(text_);
}

}  // namespace muwazi::check
