#include "check/lone_units.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "anchor/tables.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

constexpr std::string_view kOne = "#1", kTwo = "#2";
constexpr std::size_t kFurthest = 80;  // bytes that a name of a unit may have

/// Words that say how often something is, with the unit: "weekly" is in a week what "per week" is.
struct Period {
  std::string_view form, unit;
};
constexpr std::array<Period, 6> kEnglishPeriods = {{{"hourly", "hour"},
                                                    {"daily", "day"},
                                                    {"weekly", "week"},
                                                    {"monthly", "month"},
                                                    {"yearly", "year"},
                                                    {"annually", "year"}}};
constexpr std::array<Period, 4> kArabicPeriods = {
    {{"يوميا", "يوم"}, {"اسبوعيا", "اسبوع"}, {"شهريا", "شهر"}, {"سنويا", "سنة"}}};

template <std::size_t size>
Measured period(const std::array<Period, size>& all, const Word& word, Language language) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Period& one) { return one.form == word.form; });
  if (found == all.end()) return {};
  Measured out{std::string(kOne), word.bytes, word.bytes,
               UnitNames::get().behind(found->unit, language).units};
  out.by_article = true;
  return out;
}

/// Nouns that say one of what they name, by comparison form: a spoon of a recipe, and times, which may also be those of a date.
constexpr std::array<std::string_view, 10> kArabicAmounts = {
    "ملعقة", "كوب", "فنجان", "لتر", "كيلوغرام", "كيلوجرام", "غرام", "جرام", "طن", "رطل"};
constexpr std::array<std::string_view, 8> kArabicTimes = {"يوم", "اسبوع", "شهر",   "سنة",
                                                          "عام", "ساعة",  "دقيقة", "ثانية"};
constexpr std::array<std::string_view, 7> kEnglishTimes = {"day",  "week",   "month", "year",
                                                           "hour", "minute", "second"};

/// Duals of horns, contracts, feet and a ringing as well.
constexpr std::array<std::string_view, 4> kOtherDuals = {"قرن", "عقد", "قدم", "طن"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& all, std::string_view form) {
  return std::find(all.begin(), all.end(), form) != all.end();
}

bool is_one(const Word& word, Language language) {
  constexpr std::array<std::string_view, 3> kArabic = {"واحد", "واحدا", "واحدة"};
  constexpr std::array<std::string_view, 7> kEnglish = {"one", "a",    "an",   "single",
                                                        "per", "each", "every"};
  return language == Language::arabic ? holds(kArabic, word.form) : holds(kEnglish, word.form);
}

/// The unit that begins with a word of which `stem` is left without what is joined to it.
UnitNames::Found unit_at(std::string_view sentence, const Word& word, std::string_view stem) {
  const std::string text =
      std::string(stem) + std::string(sentence.substr(word.bytes.end, kFurthest));
  UnitNames::Found found = UnitNames::get().behind(text, Language::arabic);
  if (found.units != nullptr)
    found.bytes = {word.bytes.begin, word.bytes.end + found.bytes.end - stem.size()};
  return found;
}

/// Whether it is a dual: without its ending the feminine ones have the ت of one, and the others are units as well, which "أطنان",
/// "فدان" and "سنين" are not.
bool is_dual(std::string_view stem) {
  constexpr std::size_t kLeast =
      6;  // bytes; "كمين" and "سمين" are no kilometres and no centimetres
  for (const std::string_view ending : {"ين", "ان"}) {
    if (!stem.ends_with(ending)) continue;
    const std::string_view singular = stem.substr(0, stem.size() - ending.size());
    if (singular.size() < kLeast && singular != "طن") return false;
    return singular.ends_with("ت") ||
           UnitNames::get().behind(singular, Language::arabic).bytes.end == singular.size();
  }
  return false;
}

/// "كل يوم", "لكل متر مكعب".
Measured each_at(std::string_view sentence, const Word& word, const Word& next) {
  const UnitNames::Found found = unit_at(sentence, next, next.form);
  Measured out{std::string(kOne), word.bytes, found.bytes, found.units};
  out.by_article = true;
  return out;
}

/// The dual that a word is, with or without "و", "ل" and the like.
Measured dual_at(std::string_view sentence, const Word& word) {
  anchor::Cut cut{word.form};
  do {
    const bool construct = cut.stem.ends_with("تي") || cut.stem.ends_with("تا");  // "ملعقتي طعام"
    if (!construct && !is_dual(cut.stem)) continue;
    const UnitNames::Found found = unit_at(sentence, word, cut.stem);
    if (found.units == nullptr || (construct && found.bytes.end == word.bytes.end)) continue;
    Measured out{std::string(kTwo), word.bytes, found.bytes, found.units};
    out.weak = std::any_of(kOtherDuals.begin(), kOtherDuals.end(),
                           [&](std::string_view stem) { return cut.stem.starts_with(stem); });
    return out;
  } while (anchor::shorten(cut));
  return {};
}

/// The unit that ends before "واحد".
Measured one_before(std::string_view sentence, const std::vector<Word>& all, std::size_t one) {
  constexpr std::size_t kWords = 3;
  for (std::size_t k = one; k-- > 0 && one - k <= kWords;) {
    if (all[k].kind != WordKind::arabic) break;
    anchor::Cut cut{all[k].form};
    do {
      const UnitNames::Found found = unit_at(sentence, all[k], cut.stem);
      if (found.units != nullptr && found.bytes.end == all[one - 1].bytes.end)
        return {std::string(kOne), all[one].bytes, found.bytes, found.units};
    } while (anchor::shorten(cut));
  }
  return {};
}

/// "كوبا من الحليب"; a day or an hour is weak, with the article, too.
Measured noun_at(std::string_view sentence, const Word& word) {
  constexpr std::string_view kAccusative = "ا";
  anchor::Cut cut{word.form};
  do {
    std::string_view noun = cut.stem;
    if (noun.ends_with(kAccusative)) noun.remove_suffix(kAccusative.size());
    const bool time = holds(kArabicTimes, noun);
    if (!time && (cut.definite || !holds(kArabicAmounts, noun))) continue;
    const UnitNames::Found found = unit_at(sentence, word, cut.stem);
    Measured out{std::string(kOne), word.bytes, found.bytes, found.units};
    out.by_article = true;
    out.weak = time;
    return out;
  } while (anchor::shorten(cut));
  return {};
}

Measured arabic_unit(std::string_view sentence, const std::vector<Word>& all, std::size_t k) {
  const Word& word = all[k];
  if (word.kind != WordKind::arabic) return {};
  if (is_one(word, Language::arabic)) return one_before(sentence, all, k);
  if (Measured found = period(kArabicPeriods, word, Language::arabic); found.units != nullptr)
    return found;
  const bool each = word.form == "كل" || word.form == "لكل";
  if (each && k + 1 < all.size()) return each_at(sentence, word, all[k + 1]);
  Measured dual = dual_at(sentence, word);
  return dual.units != nullptr ? dual : noun_at(sentence, word);
}

/// A unit that a word is itself: "twice", "weekly", "decade", "day".
Measured english_noun(const Word& word) {
  if (word.form == "twice") {
    const auto* const units = UnitNames::get().behind("times", Language::english).units;
    return {std::string(kTwo), word.bytes, word.bytes, units};
  }
  if (Measured found = period(kEnglishPeriods, word, Language::english); found.units != nullptr)
    return found;
  Measured out{std::string(kOne), word.bytes, word.bytes};
  out.weak = out.by_article = holds(kEnglishTimes, word.form);
  if (out.weak || word.form == "decade" || word.form == "century")
    out.units = UnitNames::get().behind(word.form, Language::english).units;
  return out;
}

/// The unit behind "one", "a" and the like, and "a couple of".
Measured english_unit(std::string_view sentence, const Word& word) {
  constexpr std::string_view kOf = " of";
  const bool couple = word.form == "couple" && sentence.substr(word.bytes.end).starts_with(kOf);
  if (!couple && !is_one(word, Language::english)) return english_noun(word);
  const std::size_t at = word.bytes.end + (couple ? kOf.size() : 0);
  const UnitNames::Found found =
      UnitNames::get().behind(sentence.substr(at, kFurthest), Language::english);
  Measured out{std::string(couple ? kTwo : kOne),
               word.bytes,
               {at + found.bytes.begin, at + found.bytes.end},
               found.units};
  out.by_article = word.form != "one" && word.form != "single";
  out.weak = out.by_article && slice(sentence, out.unit) == "second";  // "a second boat"
  return out;
}

}  // namespace

std::vector<Measured> lone_units(std::string_view sentence, Language language) {
  const std::vector<Word> all = words(sentence);
  std::vector<Measured> out;
  for (std::size_t k = 0; k < all.size(); ++k) {
    Measured found = language == Language::arabic ? arabic_unit(sentence, all, k)
                                                  : english_unit(sentence, all[k]);
    if (found.units == nullptr) continue;
    const bool told = !out.empty() && overlap(out.back().unit, found.unit);
    if (told && found.weak) continue;  // "a day", "كل يوم"
    if (told) out.pop_back();          // "a decade", "كوب واحد"
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace muwazi::check
