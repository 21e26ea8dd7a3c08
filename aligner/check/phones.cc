// A phone number is groups of digits, and so are many other things. What is taken for one begins with + or 00, with the 0
// of an area, or with an area in brackets, is cut like 212-555-0142, or stands behind a word such as "هاتف". In a text that
// runs from right to left the + may stand behind the country, and the groups the other way round: "5678 234 11 966+".
#include "check/phones.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

constexpr std::size_t kMostSeparators = 3;  // between two groups, as in ") - "
constexpr std::size_t kMostDigits = 15;     // ITU-T E.164
constexpr std::size_t kLeastShared = 6;     // digits that are the same number without its country
constexpr std::size_t kWordsBefore = 3;     // "phone number is"
constexpr std::size_t kLeastAnnounced = 7;  // digits: "call 25000 people"
constexpr std::size_t kMostGroups = 9;

struct Group {
  std::string digits;
  std::size_t begin = 0, end = 0;  ///< bytes
  std::string before;              ///< separators, as ASCII
};

/// Separators inside a phone number as ASCII; 0 for others. Bidi controls are none and stand nowhere.
char separator(char32_t c) {
  if (c == U'-' || (c >= U'\u2010' && c <= U'\u2013')) return '-';
  if (c == U'(' || c == U')' || c == U'.' || c == U'+') return static_cast<char>(c);
  return c == U' ' || c == U'\u00A0' || c == U'\u202F' ? ' ' : '\0';
}

/// The groups that begin at `at`, where a digit or what may stand before it is; `at` moves behind them.
std::vector<Group> groups_at(std::string_view text, std::size_t& at) {
  std::vector<Group> out;
  std::string between;
  bool in_group = false;
  while (at < text.size()) {
    const std::size_t begin = at;
    std::size_t behind = at;
    const char32_t c = next(text, behind);
    const int digit = digit_value(c);
    const char mark = separator(c);
    if (digit < 0 && mark == '\0' && !is_bidi_control(c)) break;
    if (digit < 0 && mark != '\0' && between.size() == kMostSeparators) break;
    at = behind;
    if (is_bidi_control(c)) continue;
    if (digit < 0) {
      between += mark;
      in_group = false;
      continue;
    }
    if (!in_group) out.push_back({{}, begin, begin, std::exchange(between, {})});
    in_group = true;
    out.back().digits += static_cast<char>('0' + digit);
    out.back().end = at;
  }
  if (!out.empty() && between.starts_with('+')) {
    const std::size_t end = text.find('+', out.back().end) + 1;
    out.push_back({{}, end, end, "+"});  // "966+" at the end
  }
  return out;
}

bool is_phone_word(std::string_view form) {
  constexpr std::array<std::string_view, 11> kEnglish = {"phone",   "telephone", "tel",     "fax",
                                                         "mobile",  "cell",      "call",    "dial",
                                                         "hotline", "helpline",  "whatsapp"};
  constexpr std::array<std::string_view, 10> kArabic = {
      "هاتف", "تلفون", "تليفون", "جوال", "فاكس", "موبايل", "محمول", "اتصل", "اتصال", "واتساب"};
  const auto ends = [&](std::string_view word) { return form.ends_with(word); };
  return std::find(kEnglish.begin(), kEnglish.end(), form) != kEnglish.end() ||
         std::any_of(kArabic.begin(), kArabic.end(), ends) || form.find("هاتف") != form.npos;
}

/// Whether one of the last words before says that a phone number follows.
bool announced(std::string_view before) {
  const std::size_t cut = before.size() > 80 ? before.find(' ', before.size() - 80) : 0;
  if (cut == std::string_view::npos) return false;
  const std::vector<Word> all = words(before.substr(cut));
  const std::size_t from = all.size() - std::min(all.size(), kWordsBefore);
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(),
                     [](const Word& word) { return is_phone_word(word.form); });
}

class Candidate {
 public:
  explicit Candidate(std::span<const Group> groups) : groups_(groups) {
    for (const Group& group : groups_) count_ += group.digits.size();
  }

  [[nodiscard]] bool is_phone(bool announced) const {
    if (!ends_well()) return false;
    const std::string& first = groups_[0].digits;
    if (international()) {
      const std::size_t size = digits().size();
      return size >= 8 && size <= kMostDigits;
    }
    if (count_ > kMostDigits) return false;
    const bool decimal = groups_.size() == 2 && groups_[1].before == ".";
    if (decimal) return false;
    if (announced && count_ >= kLeastAnnounced) return true;
    if (first.starts_with('0') && !first.starts_with("00")) return count_ >= 9 && count_ <= 11;
    return area_in_brackets() || three_three_four();
  }

  [[nodiscard]] std::string digits() const {
    std::string out;
    const bool reversed = groups_.back().digits.empty() && groups_.size() > 2;
    for (const Group& group : groups_) {
      const bool dropped = group.digits == "0" && international();  // "+44 (0)20"
      if (!dropped) out.insert(reversed ? 0 : out.size(), group.digits);
    }
    const std::size_t from = out.find_first_not_of('0');
    return from == std::string::npos || from > 2 ? out : out.substr(from);
  }

 private:
  [[nodiscard]] bool international() const {
    return groups_[0].before.ends_with('+') || groups_[0].digits.starts_with("00") ||
           groups_.back().digits.empty() ||
           (groups_.size() > 1 && groups_[0].digits.size() <= 3 &&
            groups_[1].before.starts_with('+'));
  }

  /// Small groups at the end are numbers of their own, if not all of them are small ("01 42 34 56 78").
  [[nodiscard]] bool ends_well() const {
    if (groups_.size() < 2 || groups_.back().digits.empty()) return true;
    const std::size_t last = groups_.back().digits.size();
    return last >= 3 || (last == 2 && groups_[groups_.size() - 2].digits.size() == 2);
  }

  [[nodiscard]] bool area_in_brackets() const {
    if (groups_.size() < 2 || !groups_[0].before.ends_with('(') ||
        !groups_[1].before.starts_with(')'))
      return false;
    const std::size_t area = groups_[0].digits.size();
    return area >= 2 && area <= 4 && count_ - area >= 6 && count_ <= 12;
  }

  [[nodiscard]] bool three_three_four() const {
    const std::size_t from = groups_.size() == 4 && groups_[0].digits == "1" ? 1 : 0;
    if (groups_.size() != from + 3) return false;
    const auto dashed = [](const Group& group) {
      return group.before == "-" || group.before == ".";
    };
    return groups_[from].digits.size() == 3 && groups_[from + 1].digits.size() == 3 &&
           groups_[from + 2].digits.size() == 4 && dashed(groups_[from + 1]) &&
           dashed(groups_[from + 2]);
  }

  std::span<const Group> groups_;  ///< at least one
  std::size_t count_ = 0;
};

/// Whether a number could not end before what stands at `at`: "1.500,25", "20%", "15th".
bool goes_on(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = next(text, at);
  if (is_letter(c) || c == U'%' || c == U'٪' || c == U'/' || c == U':') return true;
  return (c == U',' || c == U'٬' || c == U'٫' || c == U'.' || c == U'-') && at < text.size() &&
         is_digit(next(text, at));
}

bool goes_on_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char32_t c = previous(text, at);
  return is_letter(c) || is_digit(c) || c == U'/' || c == U',' || c == U'-' || c == U'$' ||
         c == U'€' || c == U'£' || c == U'@' || c == U'_' || c == U'=';
}

/// The phone numbers among groups; other numbers may stand before and behind: "in 2020 (011) 234 5678".
void take(std::string_view text, std::size_t begin, std::span<const Group> groups,
          std::vector<PhoneNumber>& out) {
  const bool said = !groups.empty() && announced(text.substr(0, begin));
  for (std::size_t first = 0; first < groups.size();) {
    std::size_t last = std::min(groups.size(), first + kMostGroups);
    for (; last > first; --last) {
      const Candidate candidate(groups.subspan(first, last - first));
      const std::size_t end = groups[last - 1].end;
      if (!candidate.is_phone(said && first == 0) || goes_on(text, end)) continue;
      out.push_back({{first == 0 ? begin : groups[first].begin, end}, candidate.digits()});
      break;
    }
    first = std::max(last, first + 1);
  }
}

}  // namespace

std::vector<PhoneNumber> phone_numbers(std::string_view text) {
  std::vector<PhoneNumber> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next(text, at);
    if (!is_digit(c) && c != U'+' && c != U'(') continue;
    at = begin;
    const std::vector<Group> groups = groups_at(text, at);
    if (!goes_on_before(text, begin)) take(text, begin, groups, out);
  }
  return out;
}

bool same_phone(std::string_view x, std::string_view y) {
  if (x.size() > y.size()) std::swap(x, y);
  return x == y || (x.size() >= kLeastShared && y.ends_with(x));
}

}  // namespace muwazi::check
