// Lines that name who wrote a text and where: bylines and the datelines of
// agencies.
#include <algorithm>
#include <array>
#include <string_view>

#include "page/phrases.h"

namespace muwazi::page {
namespace {

constexpr std::size_t kMostWords = 8;

bool is_one_of(std::string_view form, const auto& list) {
  return std::find(list.begin(), list.end(), form) != list.end();
}

/// Names and dates from word `begin` on.
bool names_follow(const std::vector<Word>& words, std::size_t begin) {
  static constexpr std::array<std::string_view, 9> kSmall = {"and", "of",  "in", "for", "the",
                                                             "at",  "van", "al", "el"};
  // "By the River Jordan" names no author.
  if (begin >= words.size() || words[begin].form == "the") return false;
  return words[begin].kind == WordKind::latin && words[begin].capitalised &&
         std::all_of(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end(),
                     [](const Word& word) {
                       return word.capitalised || word.kind == WordKind::number ||
                              is_one_of(word.form, kSmall);
                     });
}

bool is_arabic_byline(const std::vector<Word>& w) {
  // Folded: hamza and final ya are as in comparison forms.
  static constexpr std::array<std::string_view, 6> kAuthors = {"بقلم",  "كتبها", "كتبه",
                                                               "تحرير", "اعداد", "اعدها"};
  // "إعداد القهوة" is a heading, "تحرير المدينة" as well: a first name has no
  // article.
  return w.size() >= 3 && w.size() <= 6 && is_one_of(w[0].form, kAuthors) &&
         std::all_of(w.begin() + 1, w.end(),
                     [](const Word& word) { return word.kind == WordKind::arabic; }) &&
         !w[1].form.starts_with("ال");
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

bool is_byline(std::string_view inner, const LineFacts& line) {
  const std::vector<Word>& w = line.words;
  if (w.size() < 2 || w.size() > kMostWords || line.ends_sentence) return false;
  if (is_dateline(inner, w) || is_arabic_byline(w)) return true;
  if (w.size() >= 3 && w[0].form == "by") return names_follow(w, 1);
  return w.size() >= 4 && w[0].form == "written" && w[1].form == "by" && names_follow(w, 2);
}

}  // namespace muwazi::page
