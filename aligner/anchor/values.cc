// The sentence becomes lexemes; at each one a date, a time and a number are tried in turn, and what is
// found is passed over as a whole.
#include "muwazi/anchor/values.h"

#include <algorithm>

#include "anchor/dates.h"
#include "anchor/lexeme.h"
#include "anchor/number.h"
#include "anchor/tables.h"

namespace muwazi {
namespace anchor {
namespace {

/// "$1" and "%1" of message texts; amounts look the same, so the key is the number's.
/// `from`: where the value before ends.
bool is_numbered_placeholder(const Lexemes& lexemes, std::size_t at, std::string_view sentence,
                             std::size_t from) {
  const Lexeme& numeral = lexemes[at];
  if (at == 0 || lexemes[at - 1].bytes.begin < from || numeral.spaced || numeral.run != 1 ||
      !numeral.plain_run)
    return false;
  const char digit = sentence[numeral.bytes.begin];
  const Lexeme& mark = lexemes[at - 1];
  return digit >= '1' && digit <= '9' && numeral.suffix.empty() &&
         (mark.is_mark("$") || (mark.is_mark("%") && mark.bytes.size() == 1));
}

/// "2010-11", "2010/11": the full second year; 0 if the numeral at `at` is none.
std::uint64_t abbreviated_year(const Lexemes& lexemes, std::size_t at) {
  const Lexeme& numeral = lexemes[at];
  if (at < 2 || numeral.spaced || numeral.run != 2 || !numeral.plain_run || !numeral.amount)
    return 0;
  const Lexeme& dash = lexemes[at - 1];
  const Lexeme& year = lexemes[at - 2];
  const bool slash = dash.is_mark("/");
  if (dash.spaced || !(slash || dash.is_mark("-") || dash.is_mark("–"))) return 0;
  if (year.kind != Lexeme::Kind::numeral || year.run != 4 || !year.plain_run || !year.amount)
    return 0;
  const std::uint64_t first = year.amount->mantissa, second = numeral.amount->mantissa;
  if (first < 1000 || first > 2999 || second <= first % 100) return 0;
  return slash && second != first % 100 + 1 ? 0 : first / 100 * 100 + second;
}

class Reader {
 public:
  Reader(std::string_view sentence, Language language)
      : sentence_(sentence), lexemes_(lexemes(sentence, language)) {}

  std::vector<Value> run() {
    while (at_ < lexemes_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    const Lexeme& lexeme = lexemes_[at_];
    if (lexeme.kind == Lexeme::Kind::fixed) {
      out_.push_back(lexemes_.fixed[lexeme.value]);
      ++at_;
      return;
    }
    const Number number = read_number(lexemes_, at_);
    if (lexeme.kind == Lexeme::Kind::mark && !number.found()) {
      ++at_;
      return;
    }
    const Found date = read_date(lexemes_, at_, number);
    if (date.end > 0) return push(date.end, ValueKind::date, date.key);
    const Found time = read_time(lexemes_, at_, number);
    if (time.end > 0) return push(time.end, ValueKind::time, time.key);
    if (!number.found()) {
      at_ = std::max(at_ + 1, skip_percent(lexemes_, at_));  // "in percent" is no hundred
    } else if (number.weak || number.none || is_percent_word(number)) {
      at_ = number.end;
    } else if (number.ratio) {
      push(skip_percent(lexemes_, number.end), ValueKind::fraction, "#" + to_string(*number.ratio));
    } else {
      take_number(number);
    }
  }

  void take_number(const Number& number) {
    const bool placeholder =
        number.one_numeral &&
        is_numbered_placeholder(lexemes_, at_, sentence_, out_.empty() ? 0 : out_.back().bytes.end);
    std::string digits = number.digits.empty() ? to_string(number.amount) : number.digits;
    const std::uint64_t year = number.one_numeral ? abbreviated_year(lexemes_, at_) : 0;
    if (year > 0) digits = std::to_string(year);
    // The percent sign behind a numbered placeholder is not its own.
    const std::size_t end = skip_percent(lexemes_, number.end);
    push(end, placeholder && end == number.end ? ValueKind::placeholder : ValueKind::number,
         "#" + digits);
    if (out_.back().kind == ValueKind::placeholder) --out_.back().bytes.begin;
  }

  /// "بالمئة" without a number.
  [[nodiscard]] bool is_percent_word(const Number& number) const {
    return number.end == at_ + 1 && lexemes_[at_].number.role == Role::hundred &&
           skip_percent(lexemes_, at_) == at_ + 1;
  }

  void push(std::size_t end, ValueKind kind, std::string key) {
    const ByteRange bytes{lexemes_[at_].bytes.begin, lexemes_[end - 1].bytes.end};
    out_.push_back({bytes, kind, std::move(key)});
    at_ = end;
  }

  std::string_view sentence_;
  Lexemes lexemes_;
  std::vector<Value> out_;
  std::size_t at_ = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace
}  // namespace anchor

std::vector<Value> values(std::string_view sentence, Language language) {
  return anchor::Reader(sentence, language).run();
}

bool counts(const Word& word, Language language) {
  const auto digits = std::count_if(word.form.begin(), word.form.end(), anchor::is_digit);
  if (static_cast<std::size_t>(digits) == word.form.size()) return false;
  const anchor::NumberWord number = anchor::Tables::get().number_word(word, language);
  return digits > 0 || (number.role != anchor::Role::none && !number.weak);
}

}  // namespace muwazi
