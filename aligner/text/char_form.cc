#include "text/char_form.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace muwazi {
namespace {

char16_t arabic_fold(char32_t c) {
  switch (c) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
    case 0x0672:
    case 0x0673:
      return 0x0627;
    case 0x0649:
    case 0x0626:
    case 0x06CC:
    case 0x06D2:
      return 0x064A;
    case 0x0624:
      return 0x0648;
    case 0x06A9:
    case 0x06AA:
      return 0x0643;
    case 0x06C0:
    case 0x06C1:
    case 0x06C2:
    case 0x06BE:
      return 0x0647;
    default:
      return static_cast<char16_t>(c);
  }
}

/// Latin letters that have no decomposition.
bool latin_exception(char32_t c, CharForm& form) {
  switch (c) {
    case U'ß':
      form.first = u's', form.second = u's';
      return true;
    case U'æ':
      form.first = u'a', form.second = u'e';
      return true;
    case U'œ':
      form.first = u'o', form.second = u'e';
      return true;
    case U'þ':
      form.first = u't', form.second = u'h';
      return true;
    case U'ø':
      form.first = u'o';
      return true;
    case U'ł':
      form.first = u'l';
      return true;
    case U'đ':
    case U'ð':
      form.first = u'd';
      return true;
    case U'ı':
      form.first = u'i';
      return true;
    default:
      return false;
  }
}

CharForm latin_form(char32_t c) {
  CharForm form{CharClass::latin, u_isupper(static_cast<UChar32>(c)) != 0, 0, 0};
  const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  if (latin_exception(lower, form)) return form;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString parts;
  const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_SUCCESS(status) && nfkd->getDecomposition(static_cast<UChar32>(lower), parts)) {
    form.first = parts.charAt(0);
    if (parts.length() > 1 && u_isalpha(parts.char32At(1))) form.second = parts.charAt(1);
  } else {
    form.first = static_cast<char16_t>(lower);
  }
  return form;
}

bool is_ignored(char32_t c) {
  return c == 0x0640 || c == 0x00AD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0x061C || c == 0xFEFF;
}

}  // namespace

CharForm classify(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (is_ignored(c)) return {CharClass::ignored, false, 0, 0};
  if (c == '.' || c == 0x066B) return {CharClass::point, false, u'.', 0};
  if (c == ',' || c == 0x066C || c == 0x060C) return {CharClass::comma, false, u',', 0};
  if (c == '\'' || c == 0x2019 || c == 0x02BC) return {CharClass::apostrophe, false, u'\'', 0};
  if (u_isdigit(point)) {
    return {CharClass::digit, false, static_cast<char16_t>(u'0' + u_charDigitValue(point)), 0};
  }
  const auto category = U_MASK(u_charType(point));
  if ((category & U_GC_M_MASK) != 0) return {CharClass::ignored, false, 0, 0};
  if ((category & U_GC_L_MASK) == 0) return {};
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(point, &status);
  if (c > 0xFFFF) {  // rare letters that nothing decomposes; a form holds 16-bit letters
    CharClass kind = CharClass::letter;
    if (script == USCRIPT_LATIN) kind = CharClass::latin;
    if (script == USCRIPT_ARABIC) kind = CharClass::arabic;
    return {kind, false, 0xFFFD, 0};
  }
  if (script == USCRIPT_LATIN) return latin_form(c);
  if (script == USCRIPT_ARABIC) return {CharClass::arabic, false, arabic_fold(c), 0};
  return {CharClass::letter, false, static_cast<char16_t>(u_tolower(point)), 0};
}

const CharTable& char_table() {
  static const CharTable table = [] {
    CharTable t;
    for (char32_t c = 0; c < t.size(); ++c) t[c] = classify(c);
    return t;
  }();
  return table;
}

}  // namespace muwazi
