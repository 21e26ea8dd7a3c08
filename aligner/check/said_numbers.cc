#include "check/said_numbers.h"

#include <algorithm>
#include <array>
#include <optional>

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
constexpr std::array<SaidNumber, 39> kSaid = {{
    {"", "نصف", "50"},           {"نصفا", "", "50"},
    {"half", "", "50"},          {"", "ضعف", "2"},
    {"", "ضعفين", "2"},          {"", "ضعفي", "2"},
    {"twice", "", "2"},          {"double", "", "2"},
    {"", "مرتين", "2"},          {"", "ربع", "25"},
    {"ربعا", "", "25"},          {"quarter", "", "25"},
    {"dozen", "", "12"},         {"", "دزينة", "12"},
    {"twent", "ies", "20"},      {"thirties", "", "30"},
    {"forties", "", "40"},       {"fifties", "", "50"},
    {"sixties", "", "60"},       {"seventies", "", "70"},
    {"eighties", "", "80"},      {"nineties", "", "90"},
    {"triple", "", "3"},         {"fortnight", "", "14"},
    {"hundreds", "", "100"},     {"thousands", "", "1000"},
    {"millions", "", "1000000"}, {"billions", "", "1000000000"},
    {"", "الفية", "2000"},       {"", "ارباع", "75"},
    {"quarters", "", "75"},      {"", "ثلث", "33"},
    {"", "ثلثا", "67"},          {"", "ثلثي", "67"},
    {"", "ثلثا", "66"},          {"", "ثلثي", "66"},
    {"thirds", "", "67"},        {"thirds", "", "66"},
    {"", "ثمن", "12.5"},
}};

constexpr std::array<SaidNumber, 8> kDecades = {{{"عشرين", "ات", "20"},
                                                 {"ثلاثين", "ات", "30"},
                                                 {"اربعين", "ات", "40"},
                                                 {"خمسين", "ات", "50"},
                                                 {"ستين", "ات", "60"},
                                                 {"سبعين", "ات", "70"},
                                                 {"ثمانين", "ات", "80"},
                                                 {"تسعين", "ات", "90"}}};

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
                                                const std::vector<Word>& words) {
  std::set<std::string, std::less<>> out;
  for (const Word& word : words) {
    add_said(word.form, out);
    if (const auto number = roman(slice(sentence, word.bytes))) out.insert(std::to_string(*number));
  }
  return out;
}

}  // namespace muwazi::check
