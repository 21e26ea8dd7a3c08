#include "check/peoples.h"

#include <algorithm>
#include <array>

#include "anchor/tables.h"
#include "check/lists.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

constexpr std::array<std::string_view, 4> kEnglishEndings = {"", "s", "es", "'s"};
// "Southasian", "Mesoamerican"
constexpr std::array<std::string_view, 14> kEnglishBeginnings = {
    "south", "north", "east", "west", "central", "southeast", "meso",
    "trans", "pan",   "pro",  "anti", "afro",    "inter",     "non"};
constexpr std::size_t kLeastBehind = 5;  // letters
// Of the people of a place, of a country, of several people. A stem keeps what the list gives of it.
constexpr std::array<std::string_view, 12> kArabicEndings = {"",   "ي",  "ية", "يون", "يين", "يات",
                                                             "ون", "ين", "ات", "ا",   "يا",  "ة"};

/// Of what is left of a word without one of some endings.
template <std::size_t N, class Table>
std::vector<std::uint32_t> find(std::string_view form,
                                const std::array<std::string_view, N>& endings,
                                const Table& table) {
  std::vector<std::uint32_t> out;
  for (const std::string_view ending : endings) {
    if (!form.ends_with(ending)) continue;
    const auto found = table.find(std::string(form.substr(0, form.size() - ending.size())));
    if (found != table.end()) out.insert(out.end(), found->second.begin(), found->second.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

Peoples::Peoples() {
  std::uint32_t number = 0;
  for (const ListEntry& entry : read_list("peoples.txt")) {
    for (const std::string_view name : entry.english)
      english_[comparison_form(name)].push_back(number);
    for (const std::string_view name : entry.arabic)
      arabic_[comparison_form(name)].push_back(number);
    ++number;
  }
}

const Peoples& Peoples::get() {
  static const Peoples peoples;
  return peoples;
}

std::vector<std::uint32_t> Peoples::english(std::string_view form) const {
  std::vector<std::uint32_t> found = find(form, kEnglishEndings, english_);
  for (const std::string_view beginning : kEnglishBeginnings) {
    if (!found.empty()) break;
    if (form.starts_with(beginning) && form.size() >= beginning.size() + kLeastBehind)
      found = find(form.substr(beginning.size()), kEnglishEndings, english_);
  }
  return found;
}

std::vector<std::uint32_t> Peoples::arabic(std::string_view form) const {
  constexpr std::string_view kLike = "ك";
  if (form.starts_with("كال")) return arabic(form.substr(kLike.size()));  // before an article only
  anchor::Cut cut{form};
  do {
    std::vector<std::uint32_t> found = find(cut.stem, kArabicEndings, arabic_);
    if (!found.empty()) return found;
  } while (anchor::shorten(cut));
  return {};
}

}  // namespace muwazi::check
