#include "anchor/counted_unit.h"

#include <string>
#include <string_view>

namespace muwazi::anchor {
namespace {

/// Of the whole word; null if it names no unit.
const UnitNames::Units* units_of(std::string_view form, Language language) {
  const UnitNames::Found found = UnitNames::get().behind(form, language);
  return found.bytes.end == form.size() ? found.units : nullptr;
}

/// Of "مترين" those of "متر", of "ساعتين" those of "ساعة"; "فدان" is no dual, since there is no "فد".
const UnitNames::Units* units_of_dual(std::string_view form) {
  constexpr std::string_view kEndings[] = {"ين", "ان"};
  for (const std::string_view ending : kEndings) {
    if (!form.ends_with(ending) || form.size() <= 2 * ending.size()) continue;
    std::string singular(form.substr(0, form.size() - ending.size()));
    if (const auto* const units = units_of(singular, Language::arabic)) return units;
    if (!singular.ends_with("ت")) continue;
    singular.replace(singular.size() - 2, 2, "ة");
    if (const auto* const units = units_of(singular, Language::arabic)) return units;
  }
  return nullptr;
}

}  // namespace

UnitNoun unit_noun(const Lexemes& lexemes, std::size_t at) {
  const Lexeme& lexeme = lexemes[at];
  if (lexeme.kind != Lexeme::Kind::word) return {};
  if (lexemes.language != Language::arabic) return {units_of(lexeme.form, Language::english)};
  Cut cut{lexeme.form};
  do {
    if (const auto* const units = units_of_dual(cut.stem)) return {units, true, cut.definite};
    if (const auto* const units = units_of(cut.stem, Language::arabic))
      return {units, false, cut.definite};
  } while (shorten(cut));
  return {};
}

bool begins_definite(const Lexemes& lexemes, std::size_t at) {
  const Lexeme& lexeme = lexemes[at];
  return lexemes.language == Language::arabic && lexeme.kind == Lexeme::Kind::word &&
         lexeme.form.starts_with("ال");
}

}  // namespace muwazi::anchor
