// What separators mean:
//   1,234  1٬٢٣٤  1 234 (no-break space)   groups of three digits
//   1,234.5  1.234,5  ١٬٢٣٤٫٥              the last separator differs: decimal
//   1.234                                  decimal; in Arabic with a last 0 ("2.500") a group
//   1,5                                    decimal in Arabic and before a magnitude, else two numbers
//   2.1.3                                  a version
#include "anchor/numeral.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "muwazi/text/utf8.h"

namespace muwazi::anchor {
namespace {

/// Longer chains of digits and separators are lists.
constexpr std::size_t kMostRuns = 8;

struct Run {
  std::string digits;
  std::size_t end = 0;
};

int digit_at(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return -1;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return byte >= '0' && byte <= '9' ? (++at, byte - '0') : -1;
  std::size_t after = at;
  const int value = digit_value(next(text, after));
  if (value >= 0) at = after;
  return value;
}

Run read_run(std::string_view text, std::size_t at) {
  Run run;
  for (int digit = digit_at(text, at); digit >= 0; digit = digit_at(text, at)) {
    run.digits.push_back(static_cast<char>('0' + digit));
  }
  run.end = at;
  return run;
}

/// The sort of a separator of numbers: '.', ',', 'G' (groups), 'D' (decimal), ' '; 0 for others.
char separator(char32_t c, Language language) {
  switch (c) {
    case U'.':
      return '.';
    case U',':
      return ',';
    case U'\u060C':
      return language == Language::arabic ? ',' : '\0';
    case U'\u066C':
    case U'\u2019':
      return 'G';
    case U'\u066B':
      return 'D';
    case U'\u00A0':
    case U'\u2009':
    case U'\u202F':
      return ' ';
    default:
      return '\0';
  }
}

struct Chain {
  std::vector<Run> runs;
  std::string separators;
};

Chain read_chain(std::string_view text, std::size_t at, Language language) {
  Chain chain;
  chain.runs.push_back(read_run(text, at));
  while (chain.runs.size() <= kMostRuns && chain.runs.back().end < text.size()) {
    std::size_t after = chain.runs.back().end;
    const char sort = separator(next(text, after), language);
    if (sort == '\0') break;
    Run run = read_run(text, after);
    if (run.digits.empty() || (sort == ' ' && run.digits.size() != 3)) break;
    chain.separators.push_back(sort);
    chain.runs.push_back(std::move(run));
  }
  return chain;
}

/// Whether runs [0, count) are one number in groups of three.
bool grouped(const Chain& chain, std::size_t count) {
  const std::string& head = chain.runs.front().digits;
  if (head.size() > 3 || head.front() == '0') return false;
  for (std::size_t i = 1; i < count; ++i) {
    const char sort = chain.separators[i - 1];
    if (chain.runs[i].digits.size() != 3 || sort == 'D' || sort != chain.separators[0])
      return false;
  }
  return true;
}

/// Whether the two runs of a chain are a number with a decimal part rather than a group.
bool decimal(const Chain& chain, Language language, bool magnitude) {
  const std::string& head = chain.runs[0].digits;
  const std::string& tail = chain.runs[1].digits;
  const bool groups = grouped(chain, 2);
  switch (chain.separators[0]) {
    case 'D':
      return true;
    case '.':
      return !groups || language != Language::arabic || tail.back() != '0' || magnitude;
    case ',':
      if (groups) return false;
      return head == "0" || (tail.size() <= 2 && (language == Language::arabic || magnitude));
    default:
      return false;
  }
}

enum class Reading : std::uint8_t { first_run, groups, decimals, version };

Reading reading(const Chain& chain, Language language, bool magnitude) {
  const std::size_t n = chain.runs.size();
  if (n == 1 || n > kMostRuns) return Reading::first_run;
  if (n == 2) {
    if (decimal(chain, language, magnitude)) return Reading::decimals;
    return grouped(chain, 2) ? Reading::groups : Reading::first_run;
  }
  if (grouped(chain, n)) return Reading::groups;
  const char last = chain.separators.back();
  const bool differs = last != chain.separators.front() && last != 'G' && last != ' ';
  if (differs && grouped(chain, n - 1)) return Reading::decimals;
  if (chain.separators.find_first_not_of('.') == std::string::npos) return Reading::version;
  return Reading::first_run;
}

std::uint32_t small_number(const std::string& digits) {
  std::uint32_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

bool is_date(const std::vector<Run>& runs) {
  const bool year_first = runs[0].digits.size() == 4;
  const Run& year = year_first ? runs[0] : runs[2];
  const Run& other = year_first ? runs[2] : runs[0];
  if (year.digits.size() != 4 || other.digits.size() > 2 || runs[1].digits.size() > 2) return false;
  const std::uint32_t a = small_number(other.digits), b = small_number(runs[1].digits);
  return a >= 1 && a <= 31 && b >= 1 && b <= 31 && (a <= 12 || b <= 12);
}

/// Runs of at most four digits with one and the same `mark` between, four of them at most.
std::vector<Run> read_runs(std::string_view text, Run first, char mark) {
  std::vector<Run> runs;
  runs.push_back(std::move(first));
  while (runs.size() < 4) {
    std::size_t after = runs.back().end;
    if (after >= text.size() || text[after] != mark) break;
    Run run = read_run(text, ++after);
    if (run.digits.empty() || run.digits.size() > 4) break;
    runs.push_back(std::move(run));
  }
  return runs;
}

bool is_clock(const std::vector<Run>& runs) {
  if (runs.size() != 2 && runs.size() != 3) return false;
  const auto minutes = [](const Run& run) {
    return run.digits.size() == 2 && small_number(run.digits) <= 59;
  };
  const bool midnight = std::all_of(runs.begin() + 1, runs.end(),
                                    [](const Run& run) { return small_number(run.digits) == 0; });
  return runs[0].digits.size() <= 2 && small_number(runs[0].digits) < (midnight ? 25U : 24U) &&
         std::all_of(runs.begin() + 1, runs.end(), minutes);
}

/// Three runs with one of / - . between: a date; two or three with ':': a time.
bool read_parts(std::string_view text, std::size_t at, Numeral& numeral) {
  Run begin = read_run(text, at);
  if (begin.digits.size() > 4) return false;
  const char mark = begin.end < text.size() ? text[begin.end] : '\0';
  if (mark != '/' && mark != '-' && mark != '.' && mark != ':') return false;
  const std::vector<Run> runs = read_runs(text, std::move(begin), mark);
  const bool clock = mark == ':';
  if (clock ? !is_clock(runs) : (runs.size() != 3 || !is_date(runs))) return false;
  numeral.part_count = static_cast<std::uint8_t>(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) numeral.parts[i] = small_number(runs[i].digits);
  numeral.kind = clock ? Numeral::Kind::clock : Numeral::Kind::date;
  numeral.end = runs.back().end;
  return true;
}

std::string joined(const Chain& chain, std::size_t point_before) {
  std::string out;
  for (std::size_t i = 0; i < chain.runs.size(); ++i) {
    if (i == point_before) out.push_back('.');
    out += chain.runs[i].digits;
  }
  return out;
}

}  // namespace

Numeral read_numeral(std::string_view text, std::size_t at, Language language,
                     bool (*before_magnitude)(std::string_view rest)) {
  Numeral numeral;
  if (read_parts(text, at, numeral)) return numeral;
  const Chain chain = read_chain(text, at, language);
  const bool in_list = at > 1 && text[at - 1] == ',' && text[at - 2] >= '0' && text[at - 2] <= '9';
  const std::size_t last = chain.runs.size() - 1;
  const bool magnitude = last > 0 && before_magnitude(text.substr(chain.runs[last].end));
  numeral.kind = Numeral::Kind::number;
  numeral.end = chain.runs[last].end;
  numeral.run = chain.runs[0].digits.size();
  switch (in_list ? Reading::first_run : reading(chain, language, magnitude)) {
    case Reading::first_run:
      numeral.end = chain.runs[0].end;
      numeral.plain = chain.runs[0].digits;
      numeral.plain_run = true;
      break;
    case Reading::groups:
      numeral.plain = joined(chain, chain.runs.size());
      break;
    case Reading::decimals:
      numeral.plain = joined(chain, last);
      break;
    case Reading::version:
      numeral.kind = Numeral::Kind::version;
      for (const Run& run : chain.runs) {
        if (!numeral.plain.empty()) numeral.plain.push_back('.');
        numeral.plain += run.digits;
      }
      break;
  }
  return numeral;
}

}  // namespace muwazi::anchor
