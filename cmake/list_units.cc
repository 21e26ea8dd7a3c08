// Writes what CLDR, as the ICU of this build has it, calls units and currencies in Arabic and English: a line each with
// the language, or "sign", the unit and the name. It takes ICU a tenth of a second and more, so it is done once, here.
#include <unicode/locid.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unistr.h>

#include <array>
#include <fstream>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace {

using Line = std::tuple<std::string, std::string, std::string>;  // language, unit, name
using Lines = std::set<Line>;

// Numbers for which a language has names of their own: one, two, few, many, other.
constexpr std::array<int, 5> kNumbers = {1, 2, 3, 11, 100};
constexpr std::array<const char*, 6> kPlurals = {"zero", "one", "two", "few", "many", "other"};
constexpr std::array<const char*, 12> kTypes = {"length", "mass",   "temperature", "duration",
                                                "volume", "area",   "speed",       "digital",
                                                "power",  "energy", "pressure",    "frequency"};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// Without its number and the spaces around it.
std::string bare(const icu::UnicodeString& shown) {
  icu::UnicodeString out;
  for (int32_t at = 0; at < shown.length(); at = shown.moveIndex32(at, 1)) {
    if (!u_isdigit(shown.char32At(at))) out.append(shown.char32At(at));
  }
  return utf8(out.trim());
}

void add_measures(const char* locale, UNumberUnitWidth width, Lines& lines) {
  const auto formatter =
      icu::number::NumberFormatter::withLocale(icu::Locale(locale)).unitWidth(width);
  const std::string language(locale, 2);
  for (const char* type : kTypes) {
    UErrorCode error = U_ZERO_ERROR;
    const int32_t count = icu::MeasureUnit::getAvailable(type, nullptr, 0, error);
    std::vector<icu::MeasureUnit> units(static_cast<std::size_t>(count));
    error = U_ZERO_ERROR;
    icu::MeasureUnit::getAvailable(type, units.data(), count, error);
    for (const icu::MeasureUnit& unit : units) {
      for (const int number : kNumbers) {
        UErrorCode failed = U_ZERO_ERROR;
        const auto shown = formatter.unit(unit).formatInt(number, failed).toString(failed);
        const std::string name = bare(shown);
        if (U_FAILURE(failed) == 0 && !name.empty())
          lines.emplace(language, std::string(type) + '/' + unit.getSubtype(), name);
      }
    }
  }
}

void add_currency(const UChar* code, int32_t length, Lines& lines) {
  const std::string id = utf8(icu::UnicodeString(code, length)), unit = "currency/" + id;
  lines.emplace("sign", unit, id);
  for (const char* language : {"ar", "en"}) {
    for (const char* plural : kPlurals) {
      UErrorCode failed = U_ZERO_ERROR;
      int32_t size = 0;
      const UChar* const name =
          ucurr_getPluralName(code, language, nullptr, plural, &size, &failed);
      if (U_FAILURE(failed) == 0) lines.emplace(language, unit, bare({name, size}));
    }
    for (const UCurrNameStyle style :
         {UCURR_SYMBOL_NAME, UCURR_NARROW_SYMBOL_NAME, UCURR_VARIANT_SYMBOL_NAME}) {
      UErrorCode failed = U_ZERO_ERROR;
      int32_t size = 0;
      const UChar* const sign = ucurr_getName(code, language, style, nullptr, &size, &failed);
      if (U_FAILURE(failed) == 0) lines.emplace("sign", unit, bare({sign, size}));
    }
  }
}

void add_currencies(Lines& lines) {
  UErrorCode error = U_ZERO_ERROR;
  UEnumeration* const codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &error);
  while (U_FAILURE(error) == 0) {
    int32_t length = 0;
    const UChar* const code = uenum_unext(codes, &length, &error);
    if (code == nullptr) break;
    add_currency(code, length, lines);
  }
  uenum_close(codes);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  Lines lines;
  for (const char* locale : {"ar", "en", "en_GB"}) {
    add_measures(locale, UNUM_UNIT_WIDTH_FULL_NAME, lines);
    add_measures(locale, UNUM_UNIT_WIDTH_SHORT, lines);
  }
  add_currencies(lines);
  std::ofstream out(arguments[1], std::ios::binary);
  for (const auto& [language, unit, name] : lines)
    out << language << ' ' << unit << " = " << name << '\n';
  out.close();
  return out ? 0 : 1;
}
