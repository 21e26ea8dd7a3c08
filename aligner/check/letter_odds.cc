#include "check/letter_odds.h"

#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr std::u32string_view kLetters = U"ابتثجحخدذرزسشصضطظعغفقكلمنهويةء";
constexpr std::size_t kEdge = 0, kOther = kOddsLetters - 1;
constexpr double kStep = 1.0 / 16.0;  // nats
static_assert(kLetters.size() + 2 == kOddsLetters);

std::size_t number_of(char32_t letter) {
  const std::size_t at = kLetters.find(letter);
  return at == std::u32string_view::npos ? kOther : at + 1;
}

}  // namespace

double odds_of_name(std::string_view form) {
  int sum = 0;
  std::size_t before = kEdge;
  const auto add = [&](std::size_t letter) {
    sum += kLetterOdds[before][letter];
    before = letter;
  };
  for (std::size_t at = 0; at < form.size();) add(number_of(next(form, at)));
  add(kEdge);
  return kStep * sum;
}

}  // namespace muwazi::check
