#include "anchor/lexeme.h"

#include <algorithm>
#include <array>

#include "anchor/numeral.h"
#include "anchor/opaque.h"
#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi::anchor {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether `rest` goes on with a percent sign or with a word such as "million".
bool before_magnitude(std::string_view rest) {
  std::size_t at = 0;
  while (at < rest.size() && (rest[at] == ' ' || rest.substr(at, 2) == "\u00A0")) {
    at += rest[at] == ' ' ? 1 : 2;
  }
  rest.remove_prefix(at);
  if (rest.starts_with('%') || rest.starts_with("٪")) return true;
  constexpr std::size_t kLongestMagnitude = 40;
  std::size_t end = 0;
  while (end < rest.size() && end < kLongestMagnitude) {
    std::size_t after = end;
    const char32_t c = next(rest, after);
    if (!is_letter(c) && !is_mark(c)) break;
    end = after;
  }
  const std::string form = comparison_form(rest.substr(0, end));
  const auto is_scale = [&form](Language language) {
    return is_counted(Tables::get().number_word(form, language).role);
  };
  return is_scale(Language::arabic) || is_scale(Language::english);
}

/// Hyphens are one mark, dashes another; other marks stand for themselves.
std::string mark_form(char32_t c) {
  switch (c) {
    case U'\u2010':
    case U'\u2011':
      return "-";
    case U'\u066A':
    case U'\uFF05':
      return "%";
    case U'\u060C':
      return ",";
    case U'\u2018':
    case U'\u2019':
    case U'\u02BF':
    case U'\u02BE':
      return "'";
    default: {
      std::string form;
      append(form, c);
      return form;
    }
  }
}

/// Codes of ISO 4217 that Arabic and English texts name most.
constexpr std::array<std::string_view, 28> kCurrencies = {
    "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "CNY", "INR", "TRY",
    "SAR", "AED", "JOD", "EGP", "KWD", "QAR", "BHD", "OMR", "MAD", "TND",
    "DZD", "LBP", "IQD", "SYP", "YER", "SDG", "LYD", "ILS"};

class Lexer {
 public:
  Lexer(std::string_view text, Language language) : text_(text) {
    out_.language = language;
    out_.fixed = opaque_values(text);
    opaque_count_ = out_.fixed.size();
    words_ = words(text);
  }

  Lexemes run() {
    out_.list.reserve(words_.size() + words_.size() / 4 + 8);
    while (at_ < text_.size()) step();
    out_.list.emplace_back();
    return std::move(out_);
  }

 private:
  /// Where the next value begins that is one as it stands.
  [[nodiscard]] std::size_t next_fixed() const {
    return fixed_ < opaque_count_ ? out_.fixed[fixed_].bytes.begin : text_.size();
  }

  void push(Lexeme lexeme, std::size_t end) {
    lexeme.bytes = {at_, end};
    lexeme.spaced = spaced_;
    spaced_ = false;
    out_.list.push_back(std::move(lexeme));
    at_ = end;
  }

  void step() {
    while (word_ < words_.size() && words_[word_].bytes.begin < at_) ++word_;
    if (fixed_ < opaque_count_ && out_.fixed[fixed_].bytes.begin == at_) {
      Lexeme lexeme;
      lexeme.kind = Lexeme::Kind::fixed;
      lexeme.value = fixed_;
      push(std::move(lexeme), out_.fixed[fixed_++].bytes.end);
      return;
    }
    std::size_t after = at_;
    const char32_t c = next(text_, after);
    if (is_digit(c)) {
      numeral();
    } else if (word_ < words_.size() && words_[word_].bytes.begin == at_) {
      word();
    } else if (is_space(c)) {
      spaced_ = true;
      at_ = after;
    } else if (is_format(c) || is_mark(c) || is_letter(c)) {
      at_ = after;  // tatweel alone, stray diacritics, bidi controls
    } else {
      Lexeme lexeme;
      lexeme.form = mark_form(c);
      push(std::move(lexeme), after);
    }
  }

  void word() {
    Word& word = words_[word_++];
    // A fixed value may begin inside the word: letters of another script right before ASCII.
    const std::size_t end = std::min(word.bytes.end, next_fixed());
    Lexeme lexeme;
    lexeme.kind = Lexeme::Kind::word;
    lexeme.capitalised = word.capitalised;
    lexeme.number = Tables::get().number_word(word, out_.language);
    lexeme.form = std::move(word.form);
    push(std::move(lexeme), end);
  }

  void numeral() {
    const std::string_view text = text_.substr(0, next_fixed());
    Numeral numeral = read_numeral(text, at_, out_.language, before_magnitude);
    Lexeme lexeme;
    if (numeral.kind == Numeral::Kind::version) {
      out_.fixed.push_back({{at_, numeral.end}, ValueKind::code, "code:v" + numeral.plain});
      lexeme.kind = Lexeme::Kind::fixed;
      lexeme.value = out_.fixed.size() - 1;
      push(std::move(lexeme), numeral.end);
      return;
    }
    lexeme.kind = numeral.kind == Numeral::Kind::date    ? Lexeme::Kind::date
                  : numeral.kind == Numeral::Kind::clock ? Lexeme::Kind::clock
                                                         : Lexeme::Kind::numeral;
    lexeme.parts = numeral.parts;
    lexeme.part_count = numeral.part_count;
    lexeme.plain_run = numeral.plain_run;
    lexeme.run = numeral.run;
    lexeme.form = plain_digits(numeral.plain);
    if (lexeme.kind == Lexeme::Kind::numeral) lexeme.amount = parse_amount(lexeme.form);
    std::size_t end = numeral.end;
    while (end < text.size() && is_ascii_letter(text[end])) {
      lexeme.suffix.push_back(static_cast<char>(text[end++] | 0x20));
    }
    if (lexeme.suffix.size() == 1 && follows_currency())
      lexeme.suffix = scale_in_money(lexeme.suffix);
    push(std::move(lexeme), end);
    out_.list.back().bytes.end = lexeme_end(numeral.end, end);
  }

  /// "$7m", "SAR 7m": "7m" alone are metres.
  [[nodiscard]] bool follows_currency() const {
    std::string_view before = text_.substr(0, at_);
    for (const std::string_view sign : {"$", "€", "£", "¥"}) {
      if (before.ends_with(sign)) return true;
    }
    if (before.ends_with(' ')) before.remove_suffix(1);
    return std::any_of(kCurrencies.begin(), kCurrencies.end(),
                       [&](std::string_view code) { return before.ends_with(code); });
  }
  static std::string scale_in_money(const std::string& suffix) {
    return suffix == "m" ? "mn" : suffix == "k" ? "thousand" : suffix == "b" ? "bn" : suffix;
  }

  /// Endings of a number belong to it ("25th", "1990s", "3bn"), units do not ("25km").
  [[nodiscard]] std::size_t lexeme_end(std::size_t digits_end, std::size_t end) const {
    const std::string& suffix = out_.list.back().suffix;
    constexpr std::string_view kEndings[] = {"st", "nd", "rd", "th", "s",
                                             "am", "pm", "bn", "mn", "thousand"};
    const bool part =
        std::find(std::begin(kEndings), std::end(kEndings), suffix) != std::end(kEndings);
    return part ? end : digits_end;
  }

  std::string_view text_;
  Lexemes out_;
  std::vector<Word> words_;
  std::size_t at_ = 0, word_ = 0, fixed_ = 0;
  std::size_t opaque_count_ = 0;
  bool spaced_ = true;
};

}  // namespace

Lexemes lexemes(std::string_view sentence, Language language) {
  Lexer lexer(sentence, language);
  return lexer.run();
}

}  // namespace muwazi::anchor
