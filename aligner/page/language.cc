// Which language: first by script, then by letters that only some languages of the script have, then by
// function words. A stretch in two scripts is the language whose words carry it: Arabic prose quotes
// English terms, and English prose hardly ever has an Arabic function word.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "muwazi/text/utf8.h"
#include "page/lines.h"
#include "page/lists.h"

namespace muwazi::page {
namespace {

constexpr std::size_t kEnough = 4096;  ///< bytes of a line that tell its language
constexpr std::size_t kMostLists = 24;

void count_arabic_letter(char32_t c, Letters& letters) {
  ++letters.arabic;
  switch (c) {
    case 0x0629:
    case 0x0623:
    case 0x0625:
    case 0x0624:
    case 0x0626:
    case 0x0643:
    case 0x064A:
    case 0x0649:
      ++letters.only_arabic;
      break;
    case 0x067E:
    case 0x0686:
    case 0x0698:
    case 0x06AF:
    case 0x06A9:
    case 0x06CC:
      ++letters.only_persian;
      break;
    case 0x0679:
    case 0x0688:
    case 0x0691:
    case 0x06BA:
    case 0x06D2:
    case 0x06C1:
    case 0x06BE:
    case 0x067C:
    case 0x0681:
    case 0x0685:
    case 0x0689:
    case 0x0693:
    case 0x0696:
    case 0x069A:
    case 0x06BC:
    case 0x06D0:
    case 0x06CD:
    case 0x0695:
    case 0x06B5:
    case 0x06C6:
    case 0x06CE:
    case 0x06D5:
    case 0x06C7:
    case 0x06C8:
    case 0x06CB:
    case 0x06AD:
      ++letters.only_others;
      break;
    default:
      break;
  }
}

/// Function words of each language, the first two English and Arabic. A word of English or Arabic is
/// not counted for the others of its script.
struct FunctionWords {
  std::vector<std::string> names;
  std::unordered_map<std::string, std::uint32_t> of_word;  ///< bit i: language i has it
};

const FunctionWords& function_words() {
  static const FunctionWords all = [] {
    FunctionWords lists;
    for_each_entry("function_words.txt", [&](std::string_view section, std::string_view line) {
      if (lists.names.empty() || lists.names.back() != section) lists.names.emplace_back(section);
      const std::uint32_t bit = 1U << (lists.names.size() - 1);
      for (const std::string& form : entry_forms(line)) {
        std::uint32_t& bits = lists.of_word[form];
        // One letter is as often an item of a list or half of "e.g.".
        if ((bits & 3U) == 0 && (form.size() > 1 || bit < 4U)) bits |= bit;
      }
    });
    return lists;
  }();
  return all;
}

struct Hits {
  std::array<std::uint32_t, kMostLists> of{};
  std::uint32_t arabic_words = 0, latin_words = 0, with_article = 0;
  [[nodiscard]] std::uint32_t english() const { return of[0]; }
  [[nodiscard]] std::uint32_t arabic() const { return of[1]; }
  /// The most hits of any other language; one script's words are hardly the other's.
  [[nodiscard]] std::uint32_t foreign() const {
    return *std::max_element(of.begin() + 2, of.end());
  }
};

Hits count_hits(const std::vector<Word>& words, WordKind kind) {
  Hits hits;
  const FunctionWords& lists = function_words();
  for (const Word& word : words) {
    hits.arabic_words += word.kind == WordKind::arabic;
    hits.latin_words += word.kind == WordKind::latin;
    // Names have such words too ("van der"); a capital inside a line is a name's.
    if (word.kind != kind || (word.capitalised && &word != words.data())) continue;
    hits.with_article +=
        kind == WordKind::arabic && word.form.size() > 6 && word.form.compare(0, 4, "ال") == 0;
    const auto found = lists.of_word.find(word.form);
    if (found == lists.of_word.end()) continue;
    for (std::size_t i = 0; i < lists.names.size(); ++i) hits.of[i] += (found->second >> i) & 1U;
  }
  return hits;
}

/// Is Arabic script Arabic? Names keep پ and گ, keyboards leave ک and ی: a few such letters do not count
/// in a text that also has those that Persian lacks.
bool is_arabic(const Letters& letters, const Hits& hits) {
  if (letters.only_others >= 2 && letters.only_others * 25 >= letters.arabic) return false;
  const std::uint32_t own = hits.arabic() + hits.with_article;
  if (hits.foreign() >= 2 && hits.foreign() > own) return false;
  if (letters.only_persian >= 2 && letters.only_persian > letters.only_arabic && own == 0)
    return false;
  return !(letters.only_persian >= 4 && letters.only_persian > 2 * letters.only_arabic);
}

bool is_english(const Letters& letters, const Hits& hits) {
  if (hits.foreign() >= 2 && hits.foreign() > hits.english()) return false;
  // Vietnamese, Czech and the like: accents all over and not one English function word.
  return !(letters.accented >= 4 && letters.accented * 6 >= letters.latin && hits.english() == 0);
}

}  // namespace

Letters count_letters(std::string_view text) noexcept {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      letters.latin += (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
      letters.digits += byte >= '0' && byte <= '9';
      ++at;
      continue;
    }
    const char32_t c = next(text, at);
    if (is_arabic_letter(c)) {
      count_arabic_letter(c, letters);
    } else if (is_latin_letter(c)) {
      ++letters.latin;
      ++letters.accented;
    } else if (is_digit(c)) {
      ++letters.digits;
    } else if (is_letter(c) && c != 0x0640) {
      ++letters.other;
    }
  }
  return letters;
}

std::vector<Word> leading_words(std::string_view text) {
  if (text.size() > kEnough) {
    std::size_t end = kEnough;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end);
  }
  return words(text);
}

Evidence examine(std::string_view text, const std::vector<Word>& first_words) {
  Evidence evidence;
  evidence.letters = count_letters(text);
  const Letters& letters = evidence.letters;
  const auto settle = [&](Language language, Language stronger) {
    evidence.language = language;
    evidence.stronger = stronger;
    return evidence;
  };
  if (letters.all() == 0) return evidence;
  if (letters.other > letters.arabic + letters.latin)
    return settle(Language::other, Language::other);
  const Hits arabic = count_hits(first_words, WordKind::arabic);
  const Hits latin = count_hits(first_words, WordKind::latin);
  const Language right = is_arabic(letters, arabic) ? Language::arabic : Language::other;
  const Language left = is_english(letters, latin) ? Language::english : Language::other;
  if (letters.latin == 0) return settle(right, right);
  if (letters.arabic == 0) return settle(left, left);
  // An English sentence quotes Arabic names, hardly ever Arabic particles, and seldom begins with them.
  const bool begins_arabic = !first_words.empty() && first_words.front().kind == WordKind::arabic;
  const std::uint32_t right_weight =
      arabic.arabic_words + 6 * arabic.arabic() + arabic.with_article + (begins_arabic ? 4 : 0);
  const std::uint32_t left_weight =
      latin.latin_words + 2 * std::max(latin.english(), latin.foreign());
  const Language stronger = right_weight >= left_weight ? right : left;
  const std::uint32_t fewer = std::min(letters.arabic, letters.latin);
  const bool both = std::min(arabic.arabic_words, latin.latin_words) >= 3 &&
                    fewer * 10 >= 3 * (letters.arabic + letters.latin);
  const bool mixed = both && right == Language::arabic && left == Language::english;
  return settle(mixed ? Language::mixed : stronger, stronger);
}

Evidence examine(std::string_view text) { return examine(text, leading_words(text)); }

}  // namespace muwazi::page

namespace muwazi {
Language detect_language(std::string_view text) { return page::examine(text).language; }
}  // namespace muwazi
