#include "check/digit_runs.h"

#include <algorithm>
#include <array>

#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

/// '.' or ','; 0: no separator.
char separator(std::string_view rest) {
  if (rest.starts_with(".") || rest.starts_with("٫")) return '.';
  for (const std::string_view mark : {",", "٬", "،", "'"}) {
    if (rest.starts_with(mark)) return ',';
  }
  return 0;
}

/// Of "k", "m", "b" and "t" before no other letter.
std::size_t zeros_of_letter(char32_t c, std::string_view rest) {
  std::size_t at = 0;
  if (!rest.empty() && is_letter(next(rest, at))) return 0;
  switch (to_lower(c)) {
    case U'k':
      return 3;
    case U'm':
      return 6;
    case U'b':
      return 9;
    case U't':
      return 12;
    default:
      return 0;
  }
}

std::vector<std::string> parts_of(std::string_view run) {
  std::vector<std::string> parts(1);
  for (const char c : run) {
    if (c == '.' || c == ',') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::size_t count) {
  std::string out;
  for (std::size_t k = 0; k < count; ++k) out += parts[k];
  return out;
}

/// Without zeros that say nothing.
std::string decimal(const std::string& whole, std::string fraction) {
  while (fraction.ends_with('0')) fraction.pop_back();
  return fraction.empty() ? whole : whole + '.' + fraction;
}

/// Whether parts 1 to `count` - 1 are groups of three digits.
bool are_groups(const std::vector<std::string>& parts, std::size_t count) {
  return parts[0].size() <= 3 &&
         std::all_of(parts.begin() + 1, parts.begin() + static_cast<std::ptrdiff_t>(count),
                     [](const std::string& part) { return part.size() == 3; });
}

}  // namespace

std::vector<DigitRun> digit_runs(std::string_view text) {
  std::vector<DigitRun> runs;
  char mark = 0;      // the separator behind the last digit
  bool open = false;  // the last run may go on
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next(text, at);
    if (const int digit = digit_value(c); digit >= 0) {
      if (!open) runs.push_back({{begin, at}, {}, 0});
      if (mark != 0) runs.back().text += mark;
      runs.back().text += static_cast<char>('0' + digit);
      runs.back().bytes.end = at;
      open = true;
      mark = 0;
      continue;
    }
    const char here = separator(text.substr(begin));
    if (open && mark == 0) runs.back().zeros = zeros_of_letter(c, text.substr(at));
    open = open && mark == 0 && here != 0;
    mark = open ? here : '\0';
  }
  return runs;
}

std::vector<std::string> readings(const DigitRun& run) {
  const std::vector<std::string> all = parts_of(run.text);
  const std::size_t count = all.size();
  if (count == 1) return {all[0]};
  std::vector<std::string> out;
  if (are_groups(all, count)) out.push_back(joined(all, count));
  if (count == 2 || are_groups(all, count - 1))
    out.push_back(decimal(joined(all, count - 1), all.back()));
  return out;
}

std::vector<std::string> parts(const DigitRun& run) {
  std::vector<std::string> all = parts_of(run.text);
  const bool list = all.size() > 2 || run.text.find(',') != std::string::npos;
  if (all.size() < 2 || are_groups(all, all.size()) || !list) return {};
  all.push_back(joined(all, all.size()));
  return all;
}

std::string turned_round(const DigitRun& run) {
  const std::size_t point = run.text.find('.');
  if (point == std::string::npos || run.text.find_first_of(".,", point + 1) != std::string::npos)
    return {};
  return run.text.substr(point + 1) + '.' + run.text.substr(0, point);
}

Label section_label(std::string_view sentence) {
  Label label;
  std::size_t at = std::min(sentence.find_first_not_of(" \t("), sentence.size());
  bool in_part = false;
  while (at < sentence.size()) {
    const std::size_t begin = at;
    const char32_t c = next(sentence, at);
    if (const int digit = digit_value(c); digit >= 0) {
      if (!in_part) label.parts.emplace_back();
      label.parts.back() += static_cast<char>('0' + digit);
      label.end = at;
      in_part = true;
    } else if (in_part && (c == '.' || c == '-' || c == '/')) {
      in_part = false;
    } else {
      const bool closes = c == ' ' || c == ')' || c == ':' || c == '\t';
      if (!closes || begin == 0) return {};
      break;
    }
  }
  const bool short_parts = std::all_of(label.parts.begin(), label.parts.end(),
                                       [](const std::string& part) { return part.size() <= 2; });
  return label.parts.size() < 2 || !short_parts ? Label{} : label;
}

bool is_label(std::string_view sentence, ByteRange number) {
  constexpr std::array<std::string_view, 22> kWords = {
      "section", "sections", "chapter", "clause",  "article", "table", "figure", "version",
      "step",    "appendix", "release", "القسم",   "قسم",     "الفصل", "المادة", "الفقرة",
      "البند",   "الجدول",   "الشكل",   "الاصدار", "اصدار",   "الخطوة"};
  std::string_view before = sentence.substr(0, number.begin);
  if (before.find_first_not_of(" \t(\"") == std::string_view::npos) return true;
  if (before.ends_with("#.") || sentence.substr(number.end).starts_with(".#")) return true;
  if (before.ends_with('(') && sentence.substr(number.end).starts_with(')')) return true;
  std::size_t at = before.size();
  if (is_letter(previous(before, at))) return true;
  constexpr std::size_t kLongest = 40;  // bytes
  const std::size_t cut = before.size() > kLongest ? before.find(' ', before.size() - kLongest) : 0;
  if (cut == std::string_view::npos) return false;
  const std::vector<Word> all = words(before.substr(cut));
  return !all.empty() && std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return all.back().form.ends_with(word);
  });
}

std::string digits_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const int digit = digit_value(next(text, at));
    if (digit >= 0) out += static_cast<char>('0' + digit);
  }
  return out;
}

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

std::optional<std::size_t> zeros_more(std::string_view number, std::string_view digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t after_point = digits.size() - std::min(point + 1, digits.size());
  std::string plain(digits.substr(0, point));
  plain += digits.substr(digits.size() - after_point);
  if (plain.size() > 1 && plain.starts_with('0')) plain.erase(0, plain.find_first_not_of('0'));
  if (!number.starts_with(plain)) return std::nullopt;
  const std::string_view rest = number.substr(plain.size());
  if (rest.find_first_not_of('0') != std::string_view::npos) return std::nullopt;
  return rest.size() + after_point;
}

}  // namespace muwazi::check
