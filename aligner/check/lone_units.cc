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

bool is_one(const Word& word, Language language) {
  constexpr std::array<std::string_view, 3> kArabic = {"واحد", "واحدا", "واحدة"};
  constexpr std::array<std::string_view, 7> kEnglish = {"one", "a",    "an",   "single",
                                                        "per", "each", "every"};
  const auto among = [&](const auto& all) {
    return std::find(all.begin(), all.end(), word.form) != all.end();
  };
  return language == Language::arabic ? among(kArabic) : among(kEnglish);
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
    if (!is_dual(cut.stem)) continue;
    const UnitNames::Found found = unit_at(sentence, word, cut.stem);
    if (found.units != nullptr) return {std::string(kTwo), word.bytes, found.bytes, found.units};
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

Measured arabic_unit(std::string_view sentence, const std::vector<Word>& all, std::size_t k) {
  const Word& word = all[k];
  if (word.kind != WordKind::arabic) return {};
  if (is_one(word, Language::arabic)) return one_before(sentence, all, k);
  if (Measured found = period(kArabicPeriods, word, Language::arabic); found.units != nullptr)
    return found;
  const bool each = word.form == "كل" || word.form == "لكل";
  return each && k + 1 < all.size() ? each_at(sentence, word, all[k + 1]) : dual_at(sentence, word);
}

std::vector<Measured> arabic_units(std::string_view sentence, const std::vector<Word>& all) {
  std::vector<Measured> out;
  for (std::size_t k = 0; k < all.size(); ++k) {
    Measured found = arabic_unit(sentence, all, k);
    if (found.units != nullptr) out.push_back(std::move(found));
  }
  return out;
}

/// The unit behind "one", "a" and the like, or that a word is itself.
Measured english_unit(std::string_view sentence, const Word& word) {
  constexpr std::string_view kTimes = "times";
  if (word.form == "twice") {
    const auto* const units = UnitNames::get().behind(kTimes, Language::english).units;
    return {std::string(kTwo), word.bytes, word.bytes, units};
  }
  if (Measured found = period(kEnglishPeriods, word, Language::english); found.units != nullptr)
    return found;
  const bool noun = word.form == "decade" || word.form == "century";
  if (!noun && !is_one(word, Language::english)) return {};
  const std::size_t at = noun ? word.bytes.begin : word.bytes.end;
  const UnitNames::Found found =
      UnitNames::get().behind(sentence.substr(at, kFurthest), Language::english);
  Measured out{
      std::string(kOne), word.bytes, {at + found.bytes.begin, at + found.bytes.end}, found.units};
  out.by_article = !noun && word.form != "one" && word.form != "single";
  return out;
}

std::vector<Measured> english_units(std::string_view sentence, const std::vector<Word>& all) {
  std::vector<Measured> out;
  for (const Word& word : all) {
    Measured found = english_unit(sentence, word);
    if (found.units == nullptr) continue;
    if (!out.empty() && overlap(out.back().unit, found.unit)) out.pop_back();  // "a decade"
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace

std::vector<Measured> lone_units(std::string_view sentence, Language language) {
  const std::vector<Word> all = words(sentence);
  return language == Language::arabic ? arabic_units(sentence, all) : english_units(sentence, all);
}

}  // namespace muwazi::check
