// Words in comparison form. Every code point has a class and up to two letters that stand for it; those
// below U+0700 are looked up in a table, the few others (presentation forms, full width) decomposed by ICU.
#include "muwazi/text/word.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>

#include "text/char_form.h"

namespace muwazi {
namespace {

/// The form of a word while it grows.
class FormBuffer {
 public:
  void push(char16_t c) {
    if (size_ + 3 > buffer_.size()) flush();
    if (c < 0x80) {
      buffer_[size_++] = static_cast<char>(c);
    } else if (c < 0x800) {
      buffer_[size_++] = static_cast<char>(0xC0 | (c >> 6));
      buffer_[size_++] = static_cast<char>(0x80 | (c & 0x3F));
    } else {
      buffer_[size_++] = static_cast<char>(0xE0 | (c >> 12));
      buffer_[size_++] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      buffer_[size_++] = static_cast<char>(0x80 | (c & 0x3F));
    }
  }
  [[nodiscard]] bool is(std::string_view form) const {
    return before_.empty() && std::string_view(buffer_.data(), size_) == form;
  }
  [[nodiscard]] bool has_separator() {
    flush();
    return before_.find_first_of(".,") != std::string::npos;
  }
  void clear() {
    before_.clear();
    size_ = 0;
  }
  [[nodiscard]] std::string take() {
    if (!before_.empty()) flush();
    std::string form = before_.empty() ? std::string(buffer_.data(), size_) : std::move(before_);
    clear();
    return form;
  }

 private:
  void flush() {
    before_.append(buffer_.data(), size_);
    size_ = 0;
  }

  std::array<char, 48> buffer_{};
  std::size_t size_ = 0;
  std::string before_;  ///< of a long word, what is in buffer_ no more
};

bool is_ordinal_ending(std::string_view letters) {
  return letters == "st" || letters == "nd" || letters == "rd" || letters == "th";
}

/// "1,234.5" -> "1234.5", "103,7" -> "103.7", "1.234.567" -> "1234567"; "4.0.3" stays.
std::string plain_number(std::string_view digits) {
  std::size_t points = 0, commas = 0;
  bool points_group = true, commas_group = true;  // every separator is followed by three digits
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] != '.' && digits[i] != ',') continue;
    std::size_t run = 0;
    while (i + 1 + run < digits.size() && digits[i + 1 + run] >= '0' && digits[i + 1 + run] <= '9')
      ++run;
    (digits[i] == '.' ? points : commas) += 1;
    if (run != 3) (digits[i] == '.' ? points_group : commas_group) = false;
  }
  const bool drop_commas = commas > 0 && (commas_group || points == 1);
  const bool drop_points = points > 1 && points_group;
  std::string out;
  for (const char c : digits) {
    if (c == ',') {
      if (!drop_commas) out.push_back('.');
    } else if (c != '.' || !drop_points) {
      out.push_back(c);
    }
  }
  return out;
}

/// Collects the words of one text; one call of take() a code point.
class Collector {
 public:
  explicit Collector(std::vector<Word>& out) : out_(out) {}

  /// Takes what goes on with the word that is open, letters of its kind and what is ignored in it, of one or two bytes
  /// each; gives where it ends. This is most of any text.
  std::size_t take_letters(std::string_view text, std::size_t at, const CharTable& table) {
    if (!open_ || held_ != 0) return at;
    const CharClass letters = word_.kind == WordKind::arabic  ? CharClass::arabic
                              : word_.kind == WordKind::latin ? CharClass::latin
                                                              : CharClass::breaks;
    if (letters == CharClass::breaks) return at;
    const std::size_t begin = at;
    while (at < text.size()) {
      const auto [c, length] = short_code_point(text, at);
      if (length == 0 || c >= table.size()) break;
      const CharForm form = table[c];
      if (form.kind == letters) {
        append(form);
      } else if (form.kind != CharClass::ignored) {
        break;
      }
      at += length;
    }
    if (at > begin) word_.bytes.end = at;
    return at;
  }

  void take(CharForm form, std::size_t begin, std::size_t end) {
    switch (form.kind) {
      case CharClass::ignored:
        if (open_) word_.bytes.end = end;
        return;
      case CharClass::arabic:
        letter(form, WordKind::arabic, begin, end);
        return;
      case CharClass::latin:
        letter(form, WordKind::latin, begin, end);
        return;
      case CharClass::letter:
        letter(form, WordKind::other, begin, end);
        return;
      case CharClass::digit:
        digit(form, begin, end);
        return;
      case CharClass::apostrophe:
        hold(form, WordKind::latin);
        return;
      case CharClass::point:
      case CharClass::comma:
        hold(form, WordKind::number);
        return;
      case CharClass::breaks:
        close();
        return;
    }
  }

  void close() {
    if (!open_) return;
    held_ = 0;
    open_ = false;
    word_.form = form_.take();
    if (word_.kind == WordKind::number) word_.form = plain_number(word_.form);
    if (!word_.form.empty()) out_.push_back(std::move(word_));
  }

 private:
  void start(WordKind kind, std::size_t begin) {
    close();
    open_ = true;
    word_.kind = kind;
    word_.bytes.begin = begin;
    word_.capitalised = false;
  }

  /// A separator that belongs to the word only if the right character follows.
  void hold(CharForm form, WordKind kind) {
    if (!open_ || word_.kind != kind || held_ != 0) {
      close();
    } else {
      held_ = form.first;
    }
  }

  void release() {
    if (held_ != 0) form_.push(held_);
    held_ = 0;
  }

  void letter(CharForm form, WordKind kind, std::size_t begin, std::size_t end) {
    if (!open_ || word_.kind != kind || held_ != 0) first_letter(form, kind, begin);
    append(form);
    word_.bytes.end = end;
  }

  void append(CharForm form) {
    // Uthmani spelling has a word-initial hamza and alef for what is written آ elsewhere.
    if (form.first == 0x0627 && form_.is("\u0621")) form_.clear();
    form_.push(form.first);
    if (form.second != 0) form_.push(form.second);
  }

  struct ShortCodePoint {
    std::size_t c, length;
  };
  /// The code point of one or two bytes at `at`; length 0 for any other.
  static ShortCodePoint short_code_point(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80U) return {lead, 1};
    if (lead < 0xC2U || lead > 0xDFU || at + 1 == text.size()) return {0, 0};
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if ((next & 0xC0U) != 0x80U) return {0, 0};
    return {(lead & 0x1FU) << 6U | (next & 0x3FU), 2};
  }

  /// A letter that begins a word, or one of another kind than what is before it.
  void first_letter(CharForm form, WordKind kind, std::size_t begin) {
    // Digits and Latin letters are one word ("H2O", "3D"), but for the ending of an ordinal ("25th").
    const bool joins_digits = open_ && kind == WordKind::latin && word_.kind == WordKind::number &&
                              held_ == 0 && !form_.has_separator();
    if (joins_digits) {
      word_.kind = WordKind::latin;
    } else if (!open_ || word_.kind != kind || kind != WordKind::latin) {
      start(kind, begin);
      word_.capitalised = form.upper;
    }
    release();
  }

  void digit(CharForm form, std::size_t begin, std::size_t end) {
    if (!open_ || (word_.kind != WordKind::number && word_.kind != WordKind::latin) ||
        (held_ != 0 && word_.kind != WordKind::number)) {
      start(WordKind::number, begin);
    }
    release();
    form_.push(form.first);
    word_.bytes.end = end;
  }

  std::vector<Word>& out_;
  Word word_;
  FormBuffer form_;
  bool open_ = false;
  char16_t held_ = 0;  ///< a separator not yet known to be inside the word
};

/// Makes the word "25th" the number 25.
void split_ordinal(Word& word) {
  std::size_t digits = 0;
  while (digits < word.form.size() && word.form[digits] >= '0' && word.form[digits] <= '9')
    ++digits;
  if (digits == 0 || !is_ordinal_ending(std::string_view(word.form).substr(digits))) return;
  word.form.resize(digits);
  word.kind = WordKind::number;
  word.capitalised = false;
}

bool is_letter(CharClass kind) {
  return kind == CharClass::arabic || kind == CharClass::latin || kind == CharClass::letter;
}

/// Presentation forms, full-width forms and the like, through their compatibility decomposition. One
/// character is never more than one word: of several parts only the letters count (U+FDFA has spaces
/// inside), and where they are of two scripts, or digits ("½"), the character ends the word.
void take_decomposed(Collector& collector, char32_t c, std::size_t begin, std::size_t end) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString parts;
  const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status) || !nfkd->getDecomposition(static_cast<UChar32>(c), parts)) {
    collector.take(classify(c), begin, end);
    return;
  }
  std::vector<CharForm> letters;
  bool one_kind = true, ignored = false;
  const bool single = parts.countChar32() == 1;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const CharForm form = classify(static_cast<char32_t>(parts.char32At(i)));
    if (single) return collector.take(form, begin, end);
    ignored = ignored || form.kind == CharClass::ignored;
    if (form.kind == CharClass::digit) one_kind = false;
    if (is_letter(form.kind)) letters.push_back(form);
  }
  for (const CharForm& form : letters) one_kind = one_kind && form.kind == letters.front().kind;
  if (!one_kind) return collector.take({}, begin, end);
  if (letters.empty()) {
    return collector.take({ignored ? CharClass::ignored : CharClass::breaks, false, 0, 0}, begin,
                          end);
  }
  for (const CharForm& form : letters) collector.take(form, begin, end);
}

}  // namespace

std::vector<Word> words(std::string_view text) {
  std::vector<Word> out;
  out.reserve(text.size() / 8);
  Collector collector(out);
  const CharTable& table = char_table();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c < 0) {
      collector.close();
    } else if (static_cast<std::size_t>(c) < table.size()) {
      collector.take(table[static_cast<std::size_t>(c)], begin, at);
      at = collector.take_letters(text, at, table);
    } else {
      take_decomposed(collector, static_cast<char32_t>(c), begin, at);
    }
  }
  collector.close();
  for (Word& word : out) {
    if (word.kind == WordKind::latin) split_ordinal(word);
  }
  return out;
}

std::string comparison_form(std::string_view text) {
  std::string out;
  for (const Word& word : words(text)) {
    if (!out.empty()) out.push_back(' ');
    out += word.form;
  }
  return out;
}

}  // namespace muwazi
