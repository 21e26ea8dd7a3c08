#include "check/spelled_initials.h"

#include <unordered_map>

#include "anchor/tables.h"
#include "check/lists.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

constexpr std::size_t kLeastLetters = 2;

struct LetterName {
  std::uint32_t letters = 0;  ///< a set
  bool common = false;
};

/// data/check/letters.txt, by comparison form.
class LetterNames {
 public:
  static const LetterNames& get() {
    static const LetterNames names;
    return names;
  }

  [[nodiscard]] LetterName find(std::string_view form) const {
    const auto found = names_.find(std::string(form));
    return found == names_.end() ? LetterName{} : found->second;
  }

  /// Of a word behind particles, perhaps.
  [[nodiscard]] LetterName find_cut(std::string_view form) const {
    anchor::Cut cut{form};
    LetterName found = find(cut.stem);
    while (found.letters == 0 && anchor::shorten(cut)) found = find(cut.stem);
    return found;
  }

 private:
  LetterNames() {
    for (const ListEntry& entry : read_list("letters.txt")) {
      const std::uint32_t letter = 1U << (entry.english[0][0] - 'A');
      for (std::string_view way : entry.arabic) {
        const bool common = way.starts_with('?');
        if (common) way.remove_prefix(1);
        LetterName& name = names_[comparison_form(way)];
        name.letters |= letter;
        name.common = name.common || common;
      }
    }
  }

  std::unordered_map<std::string, LetterName> names_;
};

}  // namespace

std::vector<SpelledInitials> spelled_initials(const std::vector<std::string>& forms) {
  const LetterNames& names = LetterNames::get();
  std::vector<SpelledInitials> out;
  for (std::uint32_t k = 0; k < forms.size();) {
    SpelledInitials run{k, k, {}};
    std::size_t clear = 0;
    for (; run.end < forms.size(); ++run.end) {
      const LetterName name =
          run.end == run.begin ? names.find_cut(forms[run.end]) : names.find(forms[run.end]);
      if (name.letters == 0) break;
      run.letters.push_back(name.letters);
      clear += name.common ? 0 : 1;
    }
    k = run.end + (run.end == run.begin ? 1 : 0);
    const bool long_enough = run.letters.size() > kLeastLetters;
    if (clear >= (long_enough ? 1 : kLeastLetters)) out.push_back(std::move(run));
  }
  return out;
}

bool spells(const SpelledInitials& initials, std::string_view latin) {
  const std::size_t count = initials.letters.size();
  if (latin.size() < kLeastLetters) return false;
  for (std::size_t from = 0; from + latin.size() <= count; ++from) {
    bool all = true;
    for (std::size_t k = 0; all && k < latin.size(); ++k) {
      const bool letter = latin[k] >= 'a' && latin[k] <= 'z';
      all = letter && (initials.letters[from + k] >> (latin[k] - 'a') & 1U) != 0;
    }
    if (all) return true;
  }
  return false;
}

}  // namespace muwazi::check
