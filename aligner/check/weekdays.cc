// "الاثنين" is "the two" as well, and "الأحد" "the one": without "يوم" before them they are only worth a warning.
#include "check/weekdays.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "anchor/tables.h"

namespace muwazi::check {
namespace {

constexpr float kLikely = 0.9F, kUnsure = 0.6F;

/// By comparison form, Sunday first.
using DayNames = std::array<std::string_view, 7>;
constexpr DayNames kArabic = {"الاحد",  "الاثنين", "الثلاثاء", "الاربعاء",
                              "الخميس", "الجمعة",  "السبت"};
constexpr DayNames kEnglish = {"sunday",   "monday", "tuesday", "wednesday",
                               "thursday", "friday", "saturday"};

/// Without the article they may be other words ("أحد" is "one of"): such a day is there, but is not missing elsewhere.
constexpr DayNames kBare = {"احد", "اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعة", "سبت"};

/// 1 to 7; 0: no day.
int number_of(std::string_view form, const DayNames& names) {
  const auto found = std::find(names.begin(), names.end(), form);
  return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

struct PlacedDay {
  int day = 0;
  ByteRange bytes;     ///< in the document
  bool sure = true;    ///< no other word looks like it
  bool maybe = false;  ///< it is only there for what the other side has
};
using Days = std::vector<PlacedDay>;

int english_day(const Word& word) {
  if (!word.capitalised) return 0;
  std::string_view form = word.form;
  for (const std::string_view ending : {"'s", "s"}) {
    if (form.ends_with(ending)) form.remove_suffix(ending.size());
  }
  return number_of(form, kEnglish);
}

PlacedDay arabic_day(const Word& word, bool after_day) {
  anchor::Cut cut{word.form};
  do {
    if (const int day = number_of(cut.stem, kArabic); day > 0)
      return {.day = day, .bytes = word.bytes, .sure = day > 2 || after_day};
    if (const int day = number_of(cut.stem, kBare); day > 0)
      return {.day = day, .bytes = word.bytes, .maybe = true};
  } while (anchor::shorten(cut));
  return {};
}

/// "يوم", also with a proclitic.
bool is_day_word(const Word& word) { return word.form.ends_with("يوم"); }

Days days_of(const SideOf& side, SentenceSpan span) {
  Days days;
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    const std::size_t offset = side.sentences[k].bytes.begin;
    bool after_day = false;
    for (const Word& word : words(side.sentence(k))) {
      PlacedDay day = side.language == Language::arabic
                          ? arabic_day(word, after_day)
                          : PlacedDay{.day = english_day(word), .bytes = word.bytes};
      after_day = is_day_word(word);
      if (day.day == 0) continue;
      day.bytes = {offset + word.bytes.begin, offset + word.bytes.end};
      days.push_back(day);
    }
  }
  return days;
}

bool has(const Days& days, int day) {
  return std::any_of(days.begin(), days.end(), [&](const PlacedDay& x) { return x.day == day; });
}

struct BeadDays {
  Days arabic, english;
};

/// Those that neither the bead's other side has nor, as words move over sentence ends, the one before or behind it.
Days missing(const std::vector<BeadDays>& all, std::size_t bead, Days BeadDays::*own,
             Days BeadDays::*other) {
  Days out = all[bead].*own;
  std::erase_if(out, [](const PlacedDay& x) { return x.maybe; });
  const std::size_t end = std::min(bead + 2, all.size());
  for (std::size_t near = bead > 0 ? bead - 1 : 0; near < end; ++near)
    std::erase_if(out, [&](const PlacedDay& x) { return has(all[near].*other, x.day); });
  return out;
}

}  // namespace

std::vector<Finding> weekday_findings(const BitextView& view) {
  std::vector<BeadDays> all;
  all.reserve(view.beads().size());
  for (const Bead& bead : view.beads())
    all.push_back({days_of(view.arabic, bead.arabic), days_of(view.english, bead.english)});
  std::vector<Finding> out;
  for (std::uint32_t bead = 0; bead < all.size(); ++bead) {
    if (view.beads()[bead].null()) continue;
    const Days arabic = missing(all, bead, &BeadDays::arabic, &BeadDays::english),
               english = missing(all, bead, &BeadDays::english, &BeadDays::arabic);
    for (std::size_t k = 0; k < std::min(arabic.size(), english.size()); ++k) {
      Finding finding;
      finding.rule = Rule::date;
      finding.bead = bead;
      finding.severity = arabic[k].sure ? Severity::error : Severity::warning;
      finding.probability = arabic[k].sure ? kLikely : kUnsure;
      finding.arabic = {arabic[k].bytes};
      finding.english = {english[k].bytes};
      finding.message = fmt::format("the Arabic has {}, the English {}",
                                    quoted(slice(view.arabic.text, arabic[k].bytes)),
                                    quoted(slice(view.english.text, english[k].bytes)));
      out.push_back(std::move(finding));
    }
  }
  return out;
}

}  // namespace muwazi::check
