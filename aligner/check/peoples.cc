#include "check/peoples.h"

#include <algorithm>
#include <array>

#include "anchor/tables.h"
#include "muwazi/text/word.h"
#include "text/embedded.h"

namespace muwazi {
extern const EmbeddedTexts kCheckLists;

namespace check {
namespace {

constexpr std::array<std::string_view, 4> kEnglishEndings = {"", "s", "es", "'s"};
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
  std::uint32_t entry = 0;
  for (const auto& [name, text] : kCheckLists) {
    for (std::string_view rest = text; !rest.empty(); ++entry) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      const std::size_t equals = line.find(" = ");
      if (line.starts_with('#') || equals == std::string_view::npos) continue;
      add(line.substr(0, equals), entry, english_);
      add(line.substr(equals + 3), entry, arabic_);
    }
  }
}

void Peoples::add(std::string_view list, std::uint32_t entry, Table& table) {
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find(", "));
    list.remove_prefix(std::min(name.size() + 2, list.size()));
    table[comparison_form(name)].push_back(entry);
  }
}

const Peoples& Peoples::get() {
  static const Peoples peoples;
  return peoples;
}

std::vector<std::uint32_t> Peoples::english(std::string_view form) const {
  return find(form, kEnglishEndings, english_);
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

}  // namespace check
}  // namespace muwazi
