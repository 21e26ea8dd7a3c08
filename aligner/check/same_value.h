// Whether a text has a counterpart of a value, however it is written there.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/amounts.h"
#include "check/digit_runs.h"
#include "check/measured.h"
#include "check/phones.h"
#include "muwazi/anchor/values.h"
#include "muwazi/text/word.h"

namespace muwazi::check {

class ValueContext;

/// How a value is written on its side.
struct Writing {
  std::string_view text;    ///< its own
  bool label = false;       ///< is_label(): the other side may have its parts the other way round
  const ValueContext& own;  ///< what stands on its side
};

/// What one side of a bead has to say to the values of the other.
class ValueContext {
 public:
  /// Gives the end of the section's number that the sentence begins with, 0 where there is none.
  std::size_t add(std::string_view sentence, const std::vector<Value>& values,
                  const std::vector<Measured>& with_units);
  void add(const PhoneNumber& phone) { phones_.push_back(phone.digits); }

  /// Also where it is part of a date, a decade in words, a half, a Roman number, or digits inside a code.
  [[nodiscard]] bool has(const Value& value, const Writing& writing) const;

  /// Whether it has so much of one of these units, in any unit of their kind.
  [[nodiscard]] bool has(std::string_view number, const UnitNames::Units& units) const {
    return amounts_.has(number, units);
  }

  /// Whether both begin with the number of one section; its parts may be the other way round.
  [[nodiscard]] bool same_label(const ValueContext& other) const;

  /// Also where it is not taken for a phone number.
  [[nodiscard]] bool has(const PhoneNumber& phone) const;

 private:
  [[nodiscard]] bool has_number(std::string_view number, const Writing& writing) const;
  [[nodiscard]] bool has_fraction(std::string_view number, const Writing& writing) const;
  [[nodiscard]] bool has_parts(const Writing& writing) const;
  [[nodiscard]] bool has_split(std::string_view number, const Writing& writing) const;
  [[nodiscard]] bool has_digits(std::string_view number, const Writing& writing) const;
  [[nodiscard]] bool has_unscaled(const DigitRun& run, const Writing& writing) const;
  [[nodiscard]] bool has_product(std::string_view number) const;
  [[nodiscard]] bool has_keys(std::string_view keys) const;
  [[nodiscard]] bool has_hour_of_time(std::string_view number) const;
  [[nodiscard]] bool has_next_hour(std::string_view number, const ValueContext& own) const;
  [[nodiscard]] bool has_minutes(std::string_view number) const;
  [[nodiscard]] bool has_time_with(std::string_view fraction) const;
  [[nodiscard]] bool has_hour_and_tens(std::string_view number) const;
  [[nodiscard]] bool has_hour(int hour) const;
  [[nodiscard]] bool has_part_of_hour(std::string_view minutes) const;
  [[nodiscard]] bool has_minute(int minute) const;
  [[nodiscard]] bool has_century(std::string_view digits) const;
  [[nodiscard]] bool has_half(std::string_view number) const;
  [[nodiscard]] bool has_date(std::string_view key) const;
  [[nodiscard]] bool has_time(std::string_view key) const;
  [[nodiscard]] bool has_link(std::string_view key) const;
  [[nodiscard]] bool has_code(std::string_view key) const;
  void add_date_in_digits(std::string_view sentence, const std::vector<Value>& values);
  void add_digits(std::string_view sentence, const std::vector<Value>& values);
  void add_split(std::string_view key);
  void add_scale(std::string_view key);
  void add_fraction(std::string_view key);
  void add_time(std::string_view key);
  void add_months(const std::vector<Word>& words);

  std::set<std::string, std::less<>> keys_;
  std::vector<std::string> times_;             ///< those of them that are times
  std::set<std::string, std::less<>> digits_;  ///< what digits may stand for, but for scaled ones
  std::multimap<std::string, std::size_t, std::less<>> unclear_;  ///< 7 of "7m", and 6
  std::multimap<std::string, std::size_t, std::less<>> scaled_;   ///< 2.5 of "2.5 billion", and 9
  std::set<std::size_t> scales_;                                  ///< zeros of all scales
  std::set<std::string, std::less<>>
      other_numbers_;  ///< said in other ways: halves, decades, Roman
  Amounts amounts_;
  std::vector<std::string> dates_;
  std::vector<std::string> phones_;  ///< digits
  std::set<int> months_;  ///< by any word that may be a name of theirs; Hijri ones are negative
  std::vector<std::string> label_;
  std::set<std::string, std::less<>> latin_words_;
  std::string all_digits_;  ///< of each sentence
  std::string text_;        ///< lower case
};

}  // namespace muwazi::check
