// "الاثنين" is "the two" as well, and "الأحد" "the one": a day counts where the other side has a day that this side has not.
#include "check/weekdays.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "anchor/tables.h"

namespace muwazi::check {
namespace {

constexpr float kLikely = 0.9F;

/// By comparison form, Sunday first.
using DayNames = std::array<std::string_view, 7>;
constexpr DayNames kArabic = {"الاحد",  "الاثنين", "الثلاثاء", "الاربعاء",
                              "الخميس", "الجمعة",  "السبت"};
constexpr DayNames kEnglish = {"sunday",   "monday", "tuesday", "wednesday",
                               "thursday", "friday", "saturday"};

/// 1 to 7; 0: no day.
int number_of(std::string_view form, const DayNames& names) {
  const auto found = std::find(names.begin(), names.end(), form);
  return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

struct PlacedDay {
  int day = 0;
  ByteRange bytes;  ///< in the document
};
using Days = std::vector<PlacedDay>;

int day_of(const Word& word, Language language) {
  if (language == Language::english) {
    if (!word.capitalised) return 0;
    std::string_view form = word.form;
    for (const std::string_view ending : {"'s", "s"}) {
      if (form.ends_with(ending)) form.remove_suffix(ending.size());
    }
    return number_of(form, kEnglish);
  }
  anchor::Cut cut{word.form};
  do {
    if (const int day = number_of(cut.stem, kArabic); day > 0) return day;
  } while (anchor::shorten(cut));
  return 0;
}

Days days_of(const SideOf& side, SentenceSpan span) {
  Days days;
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    const std::size_t offset = side.sentences[k].bytes.begin;
    for (const Word& word : words(side.sentence(k))) {
      const int day = day_of(word, side.language);
      if (day > 0) days.push_back({day, {offset + word.bytes.begin, offset + word.bytes.end}});
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
      finding.severity = Severity::error;
      finding.probability = kLikely;
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
