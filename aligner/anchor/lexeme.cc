#include "anchor/lexeme.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "anchor/numeral.h"
#include "anchor/opaque.h"
#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"
#include "text/unit_names.h"

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
    // A fixed value may begin inside the word: letters of another script right before ASCII. So may an amount: "SR15".
    const std::size_t end = std::min({word.bytes.end, next_fixed(), sign_end(word)});
    Lexeme lexeme;
    lexeme.kind = Lexeme::Kind::word;
    lexeme.capitalised = word.capitalised;
    lexeme.number = Tables::get().number_word(word, out_.language);
    lexeme.form = std::move(word.form);
    push(std::move(lexeme), end);
  }

  /// The end of the sign of a currency that the word begins with; that of the word where it begins with none.
  [[nodiscard]] std::size_t sign_end(const Word& word) const {
    std::size_t end = word.bytes.begin;
    while (end < word.bytes.end && is_ascii_letter(text_[end])) ++end;
    const bool digits = end > word.bytes.begin && end < word.bytes.end;
    const auto letters = text_.substr(word.bytes.begin, end - word.bytes.begin);
    return digits && UnitNames::get().is_sign(letters) ? end : word.bytes.end;
  }

  void numeral() {
    const std::string_view text = text_.substr(0, next_fixed());
    if (const std::size_t end = exponent_end(); end > at_) {
      at_ = end;
      return;
    }
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
    lexeme.suffix = suffix(text, end);
    const bool part = is_ending(lexeme.suffix);
    push(std::move(lexeme), end);
    if (!part) out_.list.back().bytes.end = numeral.end;
  }

  /// The letters at `end`, which moves behind them: "25km"; those of an amount of money also behind a space.
  [[nodiscard]] std::string suffix(std::string_view text, std::size_t& end) const {
    const auto letters = [&](std::size_t at) {
      std::string out;
      while (at + out.size() < text.size() && is_ascii_letter(text[at + out.size()]))
        out.push_back(static_cast<char>(text[at + out.size()] | 0x20));
      return out;
    };
    std::string out = letters(end);
    const bool apart = out.empty() && text.substr(end).starts_with(' ');
    if (apart) out = letters(end + 1);
    // "7m" alone are metres.
    const std::string scale = out.size() > 2 ? "" : scale_in_money(out);
    const bool money = !scale.empty() && UnitNames::get().before(text_.substr(0, at_)).units;
    // "a $20 T-shirt", "$15 B&B"
    constexpr std::string_view kBehind = " .,;:)!?";
    const std::string_view behind = text.substr(std::min(text.size(), end + 1 + out.size()));
    const bool ends = behind.empty() || kBehind.find(behind[0]) != std::string_view::npos;
    if (apart && (!money || !ends)) return {};
    end += out.size() + (apart ? 1 : 0);
    return money ? scale : out;
  }
  static std::string scale_in_money(std::string_view letters) {
    constexpr std::pair<std::string_view, std::string_view> kScales[] = {
        {"k", "thousand"}, {"m", "mn"}, {"mn", "mn"}, {"b", "bn"},
        {"bn", "bn"},      {"t", "tn"}, {"tn", "tn"}};
    for (const auto& [written, scale] : kScales) {
      if (letters == written) return std::string(scale);
    }
    return {};
  }

  /// Endings of a number belong to it ("25th", "1990s", "3bn"), units do not ("25km").
  [[nodiscard]] static bool is_ending(std::string_view suffix) {
    constexpr std::string_view kEndings[] = {"st", "nd", "rd", "th", "s", "am", "pm"};
    return std::find(std::begin(kEndings), std::end(kEndings), suffix) != std::end(kEndings) ||
           is_counted(Tables::get().number_word(suffix, Language::english).role);
  }

  /// Behind the 2 of "25 م2" and of "25m2", which is no number; where none is, `at_`.
  [[nodiscard]] std::size_t exponent_end() const {
    if (spaced_ || out_.list.empty()) return at_;
    const Lexeme& last = out_.list.back();
    const bool numeral = last.kind == Lexeme::Kind::numeral && !last.suffix.empty();
    if (!numeral && last.kind != Lexeme::Kind::word) return at_;
    const std::size_t begin = numeral ? at_ - last.suffix.size() : last.bytes.begin;
    const UnitNames::Found unit = UnitNames::get().behind(text_.substr(begin), out_.language);
    return std::max(at_, begin + unit.bytes.end);
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
