#include "text/unit_form.h"

#include <algorithm>
#include <array>
#include <utility>

#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi {
namespace {

constexpr std::string_view kGhain = "غ", kJeem = "ج";
/// Written apart from the unit, or joined to it; the second of each pair is CLDR's.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kPrefixes = {
    {{"كيلو", "كيلو"},
     {"ميغا", "ميغا"},
     {"غيغا", "غيغا"},
     {"تيرا", "تيرا"},
     {"مللي", "ملي"},
     {"ميلي", "ملي"},
     {"ملي", "ملي"},
     {"ميكرو", "ميكرو"},
     {"نانو", "نانو"}}};

constexpr std::size_t kLetter = 2;  // bytes

/// "جيجا" and "غيغا" are one, "مللي" and "ملي", "وات" and "واط".
std::string spelled(std::string form) {
  for (std::size_t at = form.find(kJeem); at != std::string::npos; at = form.find(kJeem, at))
    form.replace(at, kJeem.size(), kGhain);
  for (const auto& [written, usual] : kPrefixes) {
    // "ميلين" are two miles.
    if (!form.starts_with(written) || form.size() == written.size() + kLetter) continue;
    form.replace(0, written.size(), usual);
    break;
  }
  if (form.ends_with("وات")) form.replace(form.size() - 2, 2, "ط");
  if (form.ends_with("ليتر")) form.replace(form.size() - 6, 2, "");
  return form;
}

bool is_prefix(std::string_view form) {
  for (const auto& [written, usual] : kPrefixes) {
    if (form == usual) return true;
  }
  return false;
}

/// "كيلو غرام", but not "كيلو من".
bool takes_prefix(std::string_view form) {
  constexpr std::array<std::string_view, 17> kUnits = {
      "متر", "امتار", "غرام",   "لتر",    "واط", "بايت", "بت",   "هرتز", "طن",
      "جول", "سعر",   "كالوري", "باسكال", "بار", "ثاني", "ثوان", "فولت"};
  return std::any_of(kUnits.begin(), kUnits.end(),
                     [&](std::string_view unit) { return form.starts_with(unit); });
}

/// The 2 or 3 of an exponent at `at`, which moves behind it; 0 for anything else.
char exponent(std::string_view text, std::size_t& at) {
  std::size_t behind = at;
  const char32_t c = next(text, behind);
  const int digit = c == U'²' ? 2 : c == U'³' ? 3 : digit_value(c);
  std::size_t further = behind;
  const char32_t after = behind < text.size() ? next(text, further) : U' ';
  if ((digit != 2 && digit != 3) || is_digit(after) || is_letter(after)) return 0;
  at = behind;
  return static_cast<char>('0' + digit);
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t behind = at;
    const char32_t c = next(text, behind);
    if (!is_letter(c) && !is_mark(c)) break;
    at = behind;
  }
  return at;
}

class Reader {
 public:
  Reader(std::string_view text, Language language) : text_(text), language_(language) {}

  std::vector<UnitToken> run(std::size_t most) {
    while (at_ < text_.size() && out_.size() < most && step()) continue;
    return std::move(out_);
  }

 private:
  /// Whether the name may go on.
  bool step() {
    const std::size_t begin = at_;
    const char32_t c = next(text_, at_);
    if (is_space(c) || is_format(c)) {
      spaced_ = spaced_ || is_space(c);
      return true;
    }
    if (is_letter(c)) {
      word(begin);
      return true;
    }
    const bool joined = !spaced_ && !out_.empty();
    if (c == U'/' || c == U'°' || c == U'º') {
      out_.push_back({c == U'/' ? "/" : "°", {begin, at_}});
      spaced_ = false;
      return true;
    }
    if (c == U'-') return out_.empty() || (joined && before_letter());
    if (c == U'.') return joined && goes_on_behind_point();
    at_ = begin;
    const char digit = joined ? exponent(text_, at_) : '\0';
    if (digit != 0) out_.push_back({std::string(1, digit), {begin, at_}});
    return digit != 0;
  }

  void word(std::size_t begin) {
    at_ = word_end(text_, begin);
    std::string form = comparison_form(text_.substr(begin, at_ - begin));
    if (language_ == Language::arabic) form = spelled(std::move(form));
    if (spaced_ && !out_.empty() && is_prefix(out_.back().form) && takes_prefix(form)) {
      out_.back().form += form;
      out_.back().bytes.end = at_;
    } else {
      out_.push_back({std::move(form), {begin, at_}});
    }
    spaced_ = false;
  }

  /// "م.ب", "U.S. dollars", "sq. m".
  [[nodiscard]] bool goes_on_behind_point() const {
    const std::string& last = out_.back().form;
    return last.size() == 1 || last == "sq" || last == "cu" || before_letter();
  }

  [[nodiscard]] bool before_letter() const {
    std::size_t behind = at_;
    return behind < text_.size() && is_letter(next(text_, behind));
  }

  std::string_view text_;
  Language language_;
  std::vector<UnitToken> out_;
  std::size_t at_ = 0;
  bool spaced_ = false;
};

}  // namespace

std::vector<UnitToken> unit_tokens(std::string_view text, Language language, std::size_t most) {
  return Reader(text, language).run(most);
}

std::string_view without_ending(std::string_view form) {
  constexpr std::size_t kLeast = 4;  // two letters
  for (const std::string_view ending : {"ات", "ان", "ين", "ا", "ة"}) {
    if (!form.ends_with(ending) || form.size() < kLeast + ending.size()) continue;
    return form.substr(0, form.size() - ending.size());
  }
  return form;
}

}  // namespace muwazi
