#include "check/lone_units.h"

#include <algorithm>
#include <array>
#include <string>

#include "anchor/tables.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

constexpr std::string_view kOne = "#1", kTwo = "#2";
constexpr std::size_t kFurthest = 80;  // bytes that a name of a unit may have

bool is_one(const Word& word, Language language) {
  constexpr std::array<std::string_view, 3> kArabic = {"واحد", "واحدا", "واحدة"};
  constexpr std::array<std::string_view, 4> kEnglish = {"one", "a", "an", "single"};
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

std::vector<Measured> arabic_units(std::string_view sentence, const std::vector<Word>& all) {
  std::vector<Measured> out;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (all[k].kind != WordKind::arabic) continue;
    Measured found =
        is_one(all[k], Language::arabic) ? one_before(sentence, all, k) : dual_at(sentence, all[k]);
    if (found.units != nullptr) out.push_back(std::move(found));
  }
  return out;
}

std::vector<Measured> english_units(std::string_view sentence, const std::vector<Word>& all) {
  std::vector<Measured> out;
  for (const Word& word : all) {
    const bool noun = word.form == "decade" || word.form == "century";
    if (!noun && !is_one(word, Language::english)) continue;
    const std::size_t at = noun ? word.bytes.begin : word.bytes.end;
    const UnitNames::Found found =
        UnitNames::get().behind(sentence.substr(at, kFurthest), Language::english);
    if (found.units == nullptr) continue;
    const ByteRange unit = {at + found.bytes.begin, at + found.bytes.end};
    if (noun && !out.empty() && overlap(out.back().unit, unit)) out.pop_back();  // "a decade"
    out.push_back({std::string(kOne), word.bytes, unit, found.units});
    out.back().by_article = word.form == "a" || word.form == "an";
  }
  return out;
}

}  // namespace

std::vector<Measured> lone_units(std::string_view sentence, Language language) {
  const std::vector<Word> all = words(sentence);
  return language == Language::arabic ? arabic_units(sentence, all) : english_units(sentence, all);
}

}  // namespace muwazi::check
