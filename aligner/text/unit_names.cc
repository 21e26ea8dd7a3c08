#include "text/unit_names.h"

#include <unicode/locid.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unistr.h>

#include <array>
#include <vector>

#include "muwazi/text/word.h"

namespace muwazi {
namespace {

// Numbers for which a language has names of their own: one, two, few, many, other.
constexpr std::array<int, 5> kNumbers = {1, 2, 3, 11, 100};
constexpr std::array<const char*, 6> kPlurals = {"zero", "one", "two", "few", "many", "other"};
constexpr std::array<const char*, 7> kTypes = {"length", "mass", "temperature", "duration",
                                               "volume", "area", "speed"};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// The comparison form without its numbers.
std::string name_form(std::string_view text) {
  std::string out;
  for (const Word& word : words(text)) {
    if (word.kind == WordKind::number) continue;
    if (!out.empty()) out += ' ';
    out += word.form;
  }
  return out;
}

void add(std::unordered_map<std::string, UnitNames::Units>& names, const std::string& form,
         const std::string& unit) {
  if (!form.empty()) names[form].insert(unit);
}

/// The noun of a currency's name: the last word in English, the first in Arabic.
std::string noun(const std::string& form, bool arabic) {
  return arabic ? form.substr(0, form.find(' ')) : form.substr(form.rfind(' ') + 1);
}

}  // namespace

const UnitNames& UnitNames::get() {
  static const UnitNames names;
  return names;
}

UnitNames::UnitNames() {
  add_measures();
  add_degrees();
  add_currencies();
}

void UnitNames::add_measures() {
  for (const char* language : {"ar", "en", "en_GB"}) {
    const auto formatter = icu::number::NumberFormatter::withLocale(icu::Locale(language))
                               .unitWidth(UNUM_UNIT_WIDTH_FULL_NAME);
    auto& names = *language == 'a' ? arabic_ : english_;
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
          if (U_SUCCESS(failed) == 0) continue;
          const std::string form = name_form(utf8(shown)),
                            name = std::string(type) + '/' + unit.getSubtype();
          add(names, form, name);
          if (!name.starts_with("mass/") || *language != 'a') continue;
          // A ton is written "طن" or "طنا" whichever it is; CLDR has "طن متري" for the metric one.
          add(names, noun(form, true), name);
          add(names, noun(form, true) + "ا", name);
        }
      }
    }
  }
}

void UnitNames::add_degrees() {
  const auto formatter =
      icu::number::NumberFormatter::withLocale(icu::Locale("en")).unitWidth(UNUM_UNIT_WIDTH_SHORT);
  for (const auto& unit : {icu::MeasureUnit::getCelsius(), icu::MeasureUnit::getFahrenheit()}) {
    UErrorCode failed = U_ZERO_ERROR;
    icu::UnicodeString shown = formatter.unit(unit).formatInt(1, failed).toString(failed);
    if (U_SUCCESS(failed) == 0) continue;
    symbols_[utf8(shown.findAndReplace("1", "").trim())].insert(std::string("temperature/") +
                                                                unit.getSubtype());
  }
}

void UnitNames::add_currencies() {
  UErrorCode error = U_ZERO_ERROR;
  UEnumeration* const codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &error);
  while (U_SUCCESS(error) != 0) {
    int32_t length = 0;
    const UChar* const code = uenum_unext(codes, &length, &error);
    if (code == nullptr) break;
    const std::string unit = "currency/" + utf8(icu::UnicodeString(code, length));
    for (const char* language : {"ar", "en"}) {
      auto& names = *language == 'a' ? arabic_ : english_;
      for (const char* plural : kPlurals) {
        UErrorCode failed = U_ZERO_ERROR;
        int32_t size = 0;
        const UChar* const name =
            ucurr_getPluralName(code, language, nullptr, plural, &size, &failed);
        if (name == nullptr || U_SUCCESS(failed) == 0) continue;
        const std::string form = name_form(utf8(icu::UnicodeString(name, size)));
        add(names, form, unit);
        add(names, noun(form, *language == 'a'), unit);
      }
    }
    UErrorCode failed = U_ZERO_ERROR;
    int32_t size = 0;
    const UChar* const symbol =
        ucurr_getName(code, "en", UCURR_NARROW_SYMBOL_NAME, nullptr, &size, &failed);
    if (symbol != nullptr && size == 1)
      symbols_[utf8(icu::UnicodeString(symbol, size))].insert(unit);
  }
  uenum_close(codes);
}

const UnitNames::Units* UnitNames::find(const std::string& form, Language language) const {
  const auto& names = language == Language::arabic ? arabic_ : english_;
  auto found = names.find(form);
  if (language == Language::arabic) {
    // CLDR has the base form alone; a text has the accusative, the dual and the plural as well.
    for (const std::string_view ending : {"ا", "ات", "ان", "ين"}) {
      if (found != names.end()) break;
      if (form.ends_with(ending)) found = names.find(form.substr(0, form.size() - ending.size()));
    }
  }
  return found == names.end() ? nullptr : &found->second;
}

const UnitNames::Units* UnitNames::find_symbol(std::string_view symbol) const {
  const auto found = symbols_.find(std::string(symbol));
  return found == symbols_.end() ? nullptr : &found->second;
}

}  // namespace muwazi
