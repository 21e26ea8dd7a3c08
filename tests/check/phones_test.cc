#include "check/phones.h"

#include <gmock/gmock.h>

#include <ostream>
#include <string>

namespace muwazi::check {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> out;
  for (const PhoneNumber& phone : phone_numbers(text)) out.push_back(phone.digits);
  return out;
}

struct Row {
  const char* name;
  std::string text, digits;
  friend std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.text; }
};

class OnePhone : public ::testing::TestWithParam<Row> {};

TEST_P(OnePhone, IsFound) { EXPECT_THAT(found(GetParam().text), ElementsAre(GetParam().digits)); }

INSTANTIATE_TEST_SUITE_P(
    Phones, OnePhone,
    ::testing::Values(Row{"country", "Call +966 11 234 5678 today.", "966112345678"},
                      Row{"two_zeros", "00966-11-2345678", "966112345678"},
                      Row{"zero_of_the_area", "It is +44 (0)20 7946 0958.", "442079460958"},
                      Row{"area", "(011) 234-5678", "112345678"},
                      Row{"arabic_digits", "هاتف: ٠١١-٢٣٤٥٦٧٨.", "112345678"},
                      Row{"persian_digits", "۰۱۱ ۲۳۴ ۵۶۷۸", "112345678"},
                      Row{"plus_behind_the_country", "966+ 11 234 5678", "966112345678"},
                      Row{"groups_the_other_way_round", "5678 234 11 966+", "966112345678"},
                      Row{"mobile", "جوال 0501234567", "501234567"},
                      Row{"north_american", "Dial 1-212-555-0142 or write.", "12125550142"},
                      Row{"announced", "The telephone number is 2345 6789.", "23456789"},
                      Row{"by_twos", "01 42 34 56 78", "142345678"},
                      Row{"behind_a_year", "In 2020 (011) 234 5678 was free.", "112345678"},
                      Row{"before_a_count", "Call 011 234 5678 25 times.", "112345678"},
                      Row{"bidi_controls", "\u2066+966 11 234 5678\u2069", "966112345678"}),
    [](const auto& row) { return std::string(row.param.name); });

class NoPhone : public ::testing::TestWithParam<Row> {};

TEST_P(NoPhone, IsFound) { EXPECT_THAT(found(GetParam().text), IsEmpty()); }

INSTANTIATE_TEST_SUITE_P(
    Phones, NoPhone,
    ::testing::Values(Row{"date", "03-04-2020", ""}, Row{"year_range", "2010-2011", ""},
                      Row{"thousands", "1,234,567,890", ""}, Row{"spaced", "12 345 678", ""},
                      Row{"small_plus", "+5 and +10", ""}, Row{"decimal", "0.123456789", ""},
                      Row{"address", "192.168.100.200", ""}, Row{"isbn", "0-306-40615-2", ""},
                      Row{"money", "$0123456789", ""}, Row{"code", "AB-0123456789", ""},
                      Row{"counts", "Call 25000 people", ""}, Row{"percent", "+123456789%", ""},
                      Row{"year_in_brackets", "(1990) 12 sheep", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Phones, FindsSeveral) {
  EXPECT_THAT(found("هاتف 011-2345678، فاكس 011-2345679"), ElementsAre("112345678", "112345679"));
}

TEST(Phones, PointAtTheNumber) {
  const std::string text = "هاتف (011) 234-5678.";
  const std::vector<PhoneNumber> phones = phone_numbers(text);
  ASSERT_EQ(phones.size(), 1U);
  EXPECT_EQ(slice(text, phones[0].bytes), "(011) 234-5678");
}

TEST(Phones, AreTheSameWithTheCountryAndWithout) {
  EXPECT_TRUE(same_phone("966112345678", "112345678"));
  EXPECT_TRUE(same_phone("2345678", "112345678"));
  EXPECT_FALSE(same_phone("966112345678", "112345679"));
  EXPECT_FALSE(same_phone("45678", "112345678"));
}

TEST(Phones, TakeLittleTimeForLongRows) {
  std::string text;
  for (int k = 0; k < 100000; ++k) text += "12 ";
  EXPECT_THAT(found(text), IsEmpty());
}

}  // namespace
}  // namespace muwazi::check
