#include "check/said_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "anchor/tables.h"
#include "check/other_units.h"

namespace muwazi::check {
namespace {

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

struct SaidNumber {
  std::string_view begin, end;  ///< of the word's comparison form
  std::string_view number;
};

// Halves and doubles by any name, and the decades: "التسعينيات", "nineties".
constexpr std::array<SaidNumber, 36> kSaid = {{
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
    {"", "ارباع", "75"},
    {"quarters", "", "75"},
    {"", "ثلث", "33"},
    {"", "ثلثا", "67"},
    {"", "ثلثي", "67"},
    {"", "ثلثا", "66"},
    {"", "ثلثي", "66"},
    {"thirds", "", "67"},
    {"thirds", "", "66"},
}};

constexpr std::array<SaidNumber, 8> kDecades = {{{"عشرين", "ات", "20"},
                                                 {"ثلاثين", "ات", "30"},
                                                 {"اربعين", "ات", "40"},
                                                 {"خمسين", "ات", "50"},
                                                 {"ستين", "ات", "60"},
                                                 {"سبعين", "ات", "70"},
                                                 {"ثمانين", "ات", "80"},
                                                 {"تسعين", "ات", "90"}}};

struct Fraction {
  std::string_view form;
  double worth;
};

/// Of a unit that follows. "Three quarters" and "ثلاثة أرباع" are three of these.
constexpr std::array<Fraction, 11> kFractions = {{{"نصف", 0.5},
                                                  {"ربع", 0.25},
                                                  {"ارباع", 0.75},
                                                  {"ثلث", 1.0 / 3},
                                                  {"ثلثا", 2.0 / 3},
                                                  {"ثلثي", 2.0 / 3},
                                                  {"half", 0.5},
                                                  {"quarter", 0.25},
                                                  {"quarters", 0.75},
                                                  {"third", 1.0 / 3},
                                                  {"thirds", 2.0 / 3}}};

/// Behind particles, too.
bool is_form(std::string_view form, std::string_view wanted) {
  anchor::Cut cut{form};
  do {
    if (cut.stem == wanted) return true;
  } while (anchor::shorten(cut));
  return false;
}

/// The unit behind "half a", "quarter of an" and the like; "ثلاثة أرباع الساعة" has it with its article.
UnitNames::Found unit_of_fraction(std::string_view text, Language language) {
  constexpr std::array<std::string_view, 5> kBetween = {" of", " a ", " an ", " the ", " ال"};
  for (const std::string_view word : kBetween) {
    if (text.starts_with(word)) text.remove_prefix(word.size() - (word.ends_with(' ') ? 1 : 0));
  }
  return UnitNames::get().behind(text, language);
}

void add_fraction(std::string_view sentence, const Word& word, Language language,
                  std::set<std::string, std::less<>>& out) {
  for (const Fraction& fraction : kFractions) {
    if (!is_form(word.form, fraction.form)) continue;
    const UnitNames::Found unit = unit_of_fraction(sentence.substr(word.bytes.end), language);
    if (unit.units == nullptr) return;
    out.insert(fmt::format("{:.2f}", fraction.worth));
    for (std::string& number : in_other_units(fraction.worth, *unit.units))
      out.insert(std::move(number));
    return;
  }
}

/// How many a noun without a number says: two by the Arabic dual, one by the English "a decade". Else 0: "عقد" is more often
/// a contract, and a year is no twelve months.
int lone_count(std::string_view form, Language language) {
  if (language == Language::english) return form == "decade" || form == "century" ? 1 : 0;
  return form.ends_with("ين") || form.ends_with("ان") ? 2 : 0;
}

void add_said(std::string_view form, std::set<std::string, std::less<>>& out) {
  for (const SaidNumber& said : kSaid) {
    if (form.starts_with(said.begin) && form.ends_with(said.end)) out.emplace(said.number);
  }
  for (const SaidNumber& decade : kDecades) {
    const bool has = form.find(decade.begin) != std::string_view::npos;
    if (has && form.ends_with(decade.end)) out.emplace(decade.number);
  }
}

}  // namespace

std::set<std::string, std::less<>> said_numbers(std::string_view sentence,
                                                const std::vector<Word>& words,
                                                const std::vector<Measured>& with_units,
                                                Language language) {
  std::set<std::string, std::less<>> out;
  for (const Word& word : words) {
    add_said(word.form, out);
    if (const auto number = roman(slice(sentence, word.bytes))) out.insert(std::to_string(*number));
    add_fraction(sentence, word, language, out);
    const int count = lone_count(word.form, language);
    if (count == 0) continue;
    const UnitNames::Found unit = UnitNames::get().behind(word.form, language);
    if (unit.units == nullptr) continue;
    for (std::string& number : in_other_units(count, *unit.units)) out.insert(std::move(number));
  }
  for (const Measured& one : with_units) {
    double count = 0.0;
    const char* const end = one.key.data() + one.key.size();
    if (std::from_chars(one.key.data() + 1, end, count).ptr != end) continue;
    for (std::string& number : in_other_units(count, *one.units)) out.insert(std::move(number));
  }
  return out;
}

}  // namespace muwazi::check
