// Lines that name who wrote a text and where: bylines and the datelines of
// agencies.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

#include "page/lists.h"
#include "page/phrases.h"

namespace muwazi::page {
namespace {

constexpr std::size_t kMostWords = 8;

bool is_one_of(std::string_view form, const auto& list) {
  return std::find(list.begin(), list.end(), form) != list.end();
}

struct Names {
  std::unordered_set<std::string> arabic, titles, latin, common;
};

const Names& names() {
  static const Names all = [] {
    Names lists;
    for_each_entry("names.txt", [&](std::string_view section, std::string_view entry) {
      auto& list = section == "arabic"         ? lists.arabic
                   : section == "arabic-title" ? lists.titles
                   : section == "latin"        ? lists.latin
                                               : lists.common;
      for (std::string& form : entry_forms(entry)) list.insert(std::move(form));
    });
    return lists;
  }();
  return all;
}

/// Names and dates from word `begin` on: "Sara Haddad and Ali Nasser, 3 May".
Byline latin_names(const std::vector<Word>& w, std::size_t begin) {
  static constexpr std::array<std::string_view, 9> kSmall = {"and", "of",  "in", "for", "the",
                                                             "at",  "van", "al", "el"};
  // "By the River Jordan" names no author.
  if (begin >= w.size() || w[begin].form == "the" || w[begin].kind != WordKind::latin ||
      !w[begin].capitalised)
    return Byline::none;
  const auto first = w.begin() + static_cast<std::ptrdiff_t>(begin);
  const bool form = std::all_of(first, w.end(), [](const Word& word) {
    return word.capitalised || word.kind == WordKind::number || is_one_of(word.form, kSmall);
  });
  if (!form) return Byline::none;
  if (names().latin.contains(first->form)) return Byline::likely;
  // "By Christmas Eve", "By Land and Sea"
  const bool strange = std::all_of(first, w.end(), [](const Word& word) {
    return word.capitalised && !names().common.contains(word.form);
  });
  const std::size_t count = w.size() - begin;
  return strange && count >= 2 && count <= 3 ? Byline::possible : Byline::none;
}

/// "تحرير سلمى إدريس", not "تحرير أسعار الوقود": what follows a noun of work must be a name.
Byline arabic_byline(const std::vector<Word>& w) {
  // Folded: hamza and final ya are as in comparison forms.
  static constexpr std::array<std::string_view, 4> kAuthors = {"بقلم", "كتبها", "كتبه", "اعدها"};
  static constexpr std::array<std::string_view, 2> kWork = {"تحرير", "اعداد"};
  if (w.size() < 3 || w.size() > 7) return Byline::none;
  const bool author = is_one_of(w[0].form, kAuthors), work = is_one_of(w[0].form, kWork);
  if (!author && !work) return Byline::none;
  std::size_t name = 1;
  while (name < w.size() && names().titles.contains(w[name].form)) ++name;
  if (name == w.size()) return Byline::none;
  if (names().arabic.contains(w[name].form)) return work ? Byline::likely : Byline::certain;
  const bool arabic = std::all_of(w.begin(), w.end(),
                                  [](const Word& word) { return word.kind == WordKind::arabic; });
  return author && arabic && w.size() <= 4 && !w[name].form.starts_with("ال") ? Byline::possible
                                                                              : Byline::none;
}

/// "AMMAN (Reuters)": a place in capitals or in Arabic, an agency in brackets,
/// and nothing else.
bool is_dateline(std::string_view inner, const std::vector<Word>& w) {
  static constexpr std::array<std::string_view, 22> kAgencies = {
      "reuters", "ap",   "afp", "dpa",  "upi",  "xinhua", "tass",   "petra",
      "sana",    "wam",  "spa", "kuna", "qna",  "efe",    "رويترز", "وكالات",
      "سانا",    "بترا", "وام", "واس",  "كونا", "قنا"};
  if (w.size() < 2 || w.size() > 4 || inner.back() != ')' || !is_one_of(w.back().form, kAgencies)) {
    return false;
  }
  if (inner[w.back().bytes.begin - 1] != '(') return false;
  return std::all_of(w.begin(), w.end() - 1, [&](const Word& word) {
    if (word.kind == WordKind::arabic) return true;
    const std::string_view bytes = slice(inner, word.bytes);
    return word.kind == WordKind::latin &&
           std::none_of(bytes.begin(), bytes.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  });
}

}  // namespace

Byline read_byline(std::string_view inner, const LineFacts& line) {
  const std::vector<Word>& w = line.words;
  if (w.size() < 2 || w.size() > kMostWords || line.ends_sentence) return Byline::none;
  if (is_dateline(inner, w)) return Byline::likely;
  if (w.size() >= 3 && w[0].form == "by") return latin_names(w, 1);
  if (w.size() < 4 || w[0].form != "written" || w[1].form != "by") return arabic_byline(w);
  switch (latin_names(w, 2)) {
    case Byline::none:
      return Byline::none;
    case Byline::possible:
      return Byline::likely;
    default:
      return Byline::certain;
  }
}

}  // namespace muwazi::page
