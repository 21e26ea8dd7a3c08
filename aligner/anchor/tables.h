// The word lists of data/anchor: number words and names of months, by comparison form.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "muwazi/text/language.h"
#include "muwazi/text/word.h"

namespace muwazi::anchor {

/// See data/anchor/numbers-ar.txt and numbers-en.txt.
enum class Role : std::uint8_t {
  none,
  unit,
  ordinal,
  ten,
  teen,
  tens,
  hundred,
  hundreds,
  scale,
  scales,
  counted,
  dual,
  half,
  part,
  parts,
  fraction,
  undivided,
  article,
  conjunction,
  vague
};

/// Whether it is counted by the number before it.
[[nodiscard]] constexpr bool is_counted(Role role) {
  return role == Role::scale || role == Role::scales || role == Role::counted;
}

struct NumberWord {
  Role role = Role::none;
  bool weak = false;  ///< a number only inside a longer one
  std::uint64_t value = 0;
  bool conjunction = false;  ///< Arabic: و or ف is cut off
  bool preposition = false;  ///< Arabic: ب or ل is cut off
  bool definite = false;     ///< Arabic: ال is cut off
  [[nodiscard]] bool bare() const { return !conjunction && !preposition && !definite; }
};

enum class Calendar : std::uint8_t { gregorian, hijri };
enum class MonthSort : std::uint8_t { clear, ambiguous, abbreviation };

struct Month {
  std::uint8_t number = 0;
  Calendar calendar = Calendar::gregorian;
  MonthSort sort = MonthSort::clear;
};

/// An Arabic word without a proclitic that it may begin with: و or ف, then ب or ل, then ال.
struct Cut {
  std::string_view stem;
  bool conjunction = false, preposition = false, definite = false;
};
/// The next shorter cut of `cut`; false if there is none. "وبالخمسة": بالخمسة, الخمسة, خمسة.
[[nodiscard]] bool shorten(Cut& cut);

/// Read once; immutable.
class Tables {
 public:
  static const Tables& get();

  /// The number word with this comparison form; role none if it is none.
  [[nodiscard]] NumberWord number_word(std::string_view form, Language language) const;
  /// The same of a word in a text of the language: Arabic texts count with Arabic words only.
  [[nodiscard]] NumberWord number_word(const Word& word, Language language) const {
    if (language == Language::arabic && word.kind != WordKind::arabic) return {};
    return number_word(word.form, language);
  }
  /// `name`: the comparison forms of its words, joined by spaces; Arabic proclitics are cut off.
  [[nodiscard]] std::optional<Month> month(std::string_view name) const;
  /// Whether a name of several words begins with this one.
  [[nodiscard]] bool begins_long_month(std::string_view form) const;
  /// The month that a name of another sort is written like in the other language, "Augustus" like أغسطس; 0 for none.
  [[nodiscard]] int month_written_like(std::string_view form) const;
  /// The cut of an Arabic word with which it is a number word, or begins the name of a month; the whole word if it is none.
  [[nodiscard]] Cut known_cut(std::string_view form) const;
  [[nodiscard]] bool is_month_cue(std::string_view form) const { return cues_.contains(form); }

 private:
  Tables();
  void read_numbers(std::string_view text, Language language);
  void read_months(std::string_view text);
  [[nodiscard]] NumberWord arabic_number_word(std::string_view form) const;

  struct Hash {
    using is_transparent = void;  // looks views up as they are
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <class Value>
  using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  using NumberWords = ByText<NumberWord>;
  NumberWords arabic_, english_;
  ByText<Month> months_;
  ByText<int> written_like_;
  std::unordered_set<std::string, Hash, std::equal_to<>> cues_, long_month_begins_;
};

}  // namespace muwazi::anchor
