#include "check/clock_times.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace muwazi::check {
namespace {

struct Row {
  const char* name;
  Language language;
  const char* text;
  const char* expected;  ///< hours and halves
};

std::string shown(const std::vector<ClockTime>& times) {
  std::string out;
  for (const ClockTime& time : times) {
    for (std::size_t hour = 1; hour < time.hours.size(); ++hour) {
      if (time.hours.test(hour)) out += fmt::format("{} ", hour);
    }
    out += time.afternoon ? "pm " : "am ";
  }
  if (!out.empty()) out.pop_back();
  return out;
}

class ClockTimes : public ::testing::TestWithParam<Row> {};

TEST_P(ClockTimes, AreRead) {
  const Row& row = GetParam();
  EXPECT_EQ(shown(clock_times(row.text, values(row.text, row.language), row.language)),
            row.expected);
}

constexpr Language kAr = Language::arabic, kEn = Language::english;

INSTANTIATE_TEST_SUITE_P(
    Checker, ClockTimes,
    ::testing::Values(
        Row{"letters", kEn, "The sea is calm at 9 a.m. and at 9:30pm.", "9 am 9 pm"},
        Row{"twelve", kEn, "From 12 a.m. to 12 p.m. it rains.", "12 am 12 pm"},
        Row{"noon_and_midnight", kEn, "From noon to midnight it rains.", "12 pm 12 am"},
        Row{"words", kEn, "At nine in the morning and half past six in the evening.", "9 am 6 pm"},
        Row{"minutes", kEn, "At ten past nine in the evening.", "9 10 pm"},
        Row{"clock_and_words", kEn, "At 9:30 in the evening.", "9 pm"},
        Row{"one", kEn, "At one in the morning.", "1 am"},
        Row{"night", kEn, "From ten at night to three at night.", "10 pm 3 am"},
        Row{"day_of_the_week", kEn, "At 8 on Sunday morning.", "8 am"},
        Row{"twenty_four", kEn, "From 21:30 to 00:15.", "9 pm 12 am"},
        Row{"end_of_the_day", kEn, "Until 24:00.", "12 am"},
        Row{"leading_zero", kEn, "From 09:00 on.", "9 am"},
        Row{"score", kEn, "They won 2-1 on Saturday night and 3 to 2 on Sunday night.", ""},
        Row{"people", kEn, "It killed 3 on Sunday night.", ""},
        Row{"next_sentence", kEn, "He came at nine. Tonight he leaves.", ""},
        Row{"prime_minister", kEn, "At nine the PM came.", ""},
        Row{"unknown", kEn, "At 9:30, in the morning light, the five boats left.", ""},
        Row{"number_of_something", kEn, "Nine boats left in the morning.", ""},
        Row{"ordinal", kAr, "في الساعة التاسعة مساء وفي الثالثة عصرا", "9 pm 3 pm"},
        Row{"with_half", kAr, "في الثامنة والنصف من صباح اليوم", "8 am"},
        Row{"with_minutes", kAr, "في التاسعة وعشر دقائق مساء", "9 10 pm"},
        Row{"tens_of_minutes", kAr, "في الثالثة وعشرين دقيقة عصرا", "3 pm"},
        Row{"minutes_in_words", kAr, "في الساعة الثامنة وخمس وأربعين دقيقة مساء", "8 pm"},
        Row{"first_hours", kAr, "من الواحدة ظهرا إلى الثانية صباحا", "1 pm 2 am"},
        Row{"eleven", kAr, "في الحادية عشرة ليلا وفي الثانية عشرة ليلا", "11 pm 12 am"},
        Row{"single_letters", kAr, "من الساعة 9:30 ص إلى الساعة 5 م", "9 am 5 pm"},
        Row{"behind_noon", kAr, "في الساعة الرابعة بعد الظهر", "4 pm"},
        Row{"before_noon", kAr, "في الساعة 11 قبل الظهر", "11 am"},
        Row{"behind_midnight", kAr, "في الواحدة بعد منتصف الليل", "1 am"},
        Row{"midnight", kAr, "أبحرت السفينة عند منتصف الليل", "12 am"},
        Row{"verb", kAr, "في الساعة الثالثة فجر الرجل نفسه وفي العاشرة ظهر القمر", ""},
        Row{"century", kAr, "كان القرن التاسع عصر الازدهار", ""},
        Row{"score_arabic", kAr, "فاز الفريق 2-1 مساء السبت", ""},
        Row{"noon", kAr, "تبحر السفينة ظهرا", "12 pm"},
        Row{"next_clause", kAr, "وصل في التاسعة صباحا، ويعود الليلة", "9 am"},
        Row{"not_sure", kAr, "في الساعة 12 مساء", ""},
        Row{"no_time", kAr, "عاد تسعة رجال مساء أمس", ""}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace muwazi::check
