// Units of measurement and currencies by their names and signs in Arabic and in English: those of CLDR, and of
// data/text/units.txt what it lacks.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "muwazi/text/byte_range.h"
#include "muwazi/text/language.h"
#include "text/unit_form.h"

namespace muwazi {

/// "كيلومترا", "كم" and "kilometres" are "length/kilometer". What may be several units is all of them: "dollars" are
/// "currency/USD", "currency/CAD", …
class UnitNames {
 public:
  using Units = std::set<std::string, std::less<>>;
  struct Found {
    const Units* units = nullptr;  ///< null: none
    ByteRange bytes;               ///< of its name, in the text that was given
  };

  /// Read at the first call, in some milliseconds.
  static const UnitNames& get();

  /// The longest name that the text begins with, perhaps behind a space or a hyphen; "من الأيام" are days.
  [[nodiscard]] Found behind(std::string_view text, Language language) const;
  /// The sign that the text ends with, perhaps before a space: "$", "US$", "SAR", "SR".
  [[nodiscard]] Found before(std::string_view text) const;
  /// Whether it is the sign of a currency, with these capitals.
  [[nodiscard]] bool is_sign(std::string_view text) const {
    return signs_.contains(std::string(text));
  }

 private:
  struct Line {
    std::string_view head, unit, name;
    bool cldr = false;
  };
  struct Names {
    std::unordered_map<std::string, Units> units;        ///< by the usual forms of their tokens
    std::unordered_map<std::string, std::string> usual;  ///< forms of a word: the one that counts
    std::unordered_set<std::string> left_out;
  };

  UnitNames();
  void read_forms(const std::vector<Line>& lines);
  void add(const Line& line);
  void add_name(Language language, std::string_view unit, const std::vector<UnitToken>& tokens);
  void add_sign(std::string_view unit, std::string_view sign);
  [[nodiscard]] Found sign_behind(std::string_view text) const;
  [[nodiscard]] std::string usual(const std::string& form, Language language) const;
  [[nodiscard]] const Names& of(Language language) const {
    return language == Language::arabic ? arabic_ : english_;
  }

  Names arabic_, english_;
  std::unordered_map<std::string, Units> signs_;
};

}  // namespace muwazi
