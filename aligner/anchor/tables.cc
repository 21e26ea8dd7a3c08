#include "anchor/tables.h"

#include <array>
#include <charconv>
#include <utility>

#include "muwazi/text/word.h"
#include "text/embedded.h"

namespace muwazi {
extern const EmbeddedTexts kAnchorLists;

namespace anchor {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 19> kRoles = {{
    {"unit", Role::unit},           {"ordinal", Role::ordinal}, {"ten", Role::ten},
    {"teen", Role::teen},           {"tens", Role::tens},       {"hundred", Role::hundred},
    {"hundreds", Role::hundreds},   {"scale", Role::scale},     {"scales", Role::scales},
    {"counted", Role::counted},     {"dual", Role::dual},       {"half", Role::half},
    {"part", Role::part},           {"parts", Role::parts},     {"fraction", Role::fraction},
    {"undivided", Role::undivided}, {"article", Role::article}, {"and", Role::conjunction},
    {"vague", Role::vague},
}};

Role role_named(std::string_view name) {
  for (const auto& [text, role] : kRoles) {
    if (text == name) return role;
  }
  return Role::none;
}

/// One line of a list: HEAD NUMBER = REST.
struct Entry {
  std::string_view head, rest;
  std::uint64_t number = 0;
};

/// Calls `take` for every entry of a list; lines that begin with # and empty ones are passed over.
template <class Take>
void for_each_entry(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const std::size_t space = line.find(' '), equals = line.find(" = ");
    if (line.empty() || line.front() == '#' || equals == std::string_view::npos) continue;
    Entry entry{line.substr(0, space), line.substr(equals + 3), 0};
    std::from_chars(line.data() + space + 1, line.data() + equals, entry.number);
    take(entry);
  }
}

/// Calls `take` for every name of a list separated by commas.
template <class Take>
void for_each_name(std::string_view list, Take take) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    std::string_view name = list.substr(0, comma);
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    take(name);
  }
}

bool cut_letter(std::string_view& stem, std::string_view letters) {
  for (std::size_t i = 0; i < letters.size(); i += 2) {
    // A stem keeps at least two letters.
    if (stem.size() >= 6 && stem.substr(0, 2) == letters.substr(i, 2)) {
      stem.remove_prefix(2);
      return true;
    }
  }
  return false;
}

}  // namespace

bool shorten(Cut& cut) {
  if (cut.definite) return false;
  if (!cut.conjunction && !cut.preposition && cut_letter(cut.stem, "وف")) {
    return cut.conjunction = true;
  }
  if (cut.stem.size() >= 8 && cut.stem.starts_with("ال")) {
    cut.stem.remove_prefix(4);
    return cut.definite = true;
  }
  if (cut.preposition) return false;
  if (cut.stem.size() >= 8 && cut.stem.starts_with("لل")) {  // ل with ال: the alef is not written
    cut.stem.remove_prefix(4);
    return cut.preposition = cut.definite = true;
  }
  return cut.preposition = cut_letter(cut.stem, "بل");
}

Tables::Tables() {
  for (const auto& [name, text] : kAnchorLists) {
    if (name == "numbers-ar.txt") read_numbers(text, Language::arabic);
    if (name == "numbers-en.txt") read_numbers(text, Language::english);
    if (name == "months.txt") read_months(text);
  }
}

const Tables& Tables::get() {
  static const Tables tables;
  return tables;
}

void Tables::read_numbers(std::string_view text, Language language) {
  NumberWords& table = language == Language::arabic ? arabic_ : english_;
  for_each_entry(text, [&table](Entry entry) {
    NumberWord word;
    word.weak = entry.head.back() == '?';
    if (word.weak) entry.head.remove_suffix(1);
    word.role = role_named(entry.head);
    word.value = entry.number;
    for (const Word& form : words(entry.rest)) table.emplace(form.form, word);
  });
}

void Tables::read_months(std::string_view text) {
  for_each_entry(text, [this](const Entry& entry) {
    for_each_name(entry.rest, [&](std::string_view name) {
      if (entry.head == "cue") {
        cues_.insert(comparison_form(name));
        return;
      }
      if (entry.head == "like") {
        written_like_.emplace(comparison_form(name), static_cast<int>(entry.number));
        return;
      }
      Month month{static_cast<std::uint8_t>(entry.number),
                  entry.head == "h" ? Calendar::hijri : Calendar::gregorian, MonthSort::clear};
      if (name.starts_with('?')) month.sort = MonthSort::ambiguous;
      if (name.starts_with('!')) month.sort = MonthSort::abbreviation;
      std::string form = comparison_form(name);
      if (const std::size_t space = form.find(' '); space != std::string::npos)
        long_month_begins_.insert(form.substr(0, space));
      months_.emplace(std::move(form), month);
    });
  });
}

NumberWord Tables::arabic_number_word(std::string_view form) const {
  // "I am not" is also "for six".
  constexpr std::array<std::string_view, 3> kNoNumbers = {"لست", "ولست", "فلست"};
  for (const std::string_view word : kNoNumbers) {
    if (form == word) return {};
  }
  Cut cut{form};
  do {
    const auto found = arabic_.find(cut.stem);
    if (found == arabic_.end()) continue;
    NumberWord word = found->second;
    word.conjunction = cut.conjunction;
    word.preposition = cut.preposition;
    word.definite = cut.definite;
    // "the two" is Monday.
    if (word.role == Role::unit && word.value == 2 && word.definite) word.weak = true;
    return word;
  } while (shorten(cut));
  return {};
}

NumberWord Tables::number_word(std::string_view form, Language language) const {
  if (language == Language::arabic) return arabic_number_word(form);
  const auto found = english_.find(form);
  return found == english_.end() ? NumberWord{} : found->second;
}

std::optional<Month> Tables::month(std::string_view name) const {
  Cut cut{name};
  do {
    const auto found = months_.find(cut.stem);
    if (found != months_.end()) return found->second;
  } while (shorten(cut));
  return std::nullopt;
}

bool Tables::begins_long_month(std::string_view form) const {
  Cut cut{form};
  do {
    if (long_month_begins_.contains(cut.stem)) return true;
  } while (shorten(cut));
  return false;
}

int Tables::month_written_like(std::string_view form) const {
  Cut cut{form};
  do {
    const auto found = written_like_.find(cut.stem);
    if (found != written_like_.end()) return found->second;
  } while (shorten(cut));
  return 0;
}

Cut Tables::known_cut(std::string_view form) const {
  Cut cut{form};
  do {
    if (arabic_.contains(cut.stem) || months_.contains(cut.stem) ||
        long_month_begins_.contains(cut.stem))
      return cut;
  } while (shorten(cut));
  return {form};
}

}  // namespace anchor
}  // namespace muwazi
