// Which language: first by script, then by letters that only some languages of
// the script have, then by function words. A stretch in two scripts is the
// language whose words carry it: Arabic prose quotes English terms, and English
// prose hardly ever has an Arabic function word.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

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

/// Function words of each language, the first two English and Arabic. A word of
/// English or Arabic is not counted for the others of its script.
struct FunctionWords {
  std::vector<std::string> names;
  std::unordered_map<std::string, std::uint32_t> of_word;  ///< bit i: language i has it
  std::unordered_set<std::string> weak;      ///< of Latin script, in several languages
  std::unordered_set<std::string> shared;    ///< Arabic, but in the same letters Persian or Urdu
  std::unordered_set<std::string> particle;  ///< of names: "van der", "El"
  std::unordered_set<std::string>* marks(std::string_view section) {
    if (section == "weak") return &weak;
    if (section == "shared") return &shared;
    return section == "particle" ? &particle : nullptr;
  }
};

const FunctionWords& function_words() {
  static const FunctionWords all = [] {
    FunctionWords lists;
    for_each_entry("function_words.txt", [&](std::string_view section, std::string_view line) {
      if (std::unordered_set<std::string>* marked = lists.marks(section); marked != nullptr) {
        for (std::string& form : entry_forms(line)) marked->insert(std::move(form));
        return;
      }
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
  std::uint32_t shared = 0;          ///< of the Arabic ones: Persian or Urdu as well
  std::uint32_t strong_english = 0;  ///< of the English ones: those of English alone
  std::uint32_t strong_foreign = 0;  ///< words that neither English nor a name of English has
  std::uint32_t accented = 0;  ///< words in lower case with ç, é, ğ, ß …, no loans of English
  [[nodiscard]] std::uint32_t english() const { return of[0]; }
  [[nodiscard]] std::uint32_t arabic() const { return of[1]; }
  /// The most hits of any other language; one script's words are hardly the
  /// other's.
  [[nodiscard]] std::uint32_t foreign() const {
    return *std::max_element(of.begin() + 2, of.end());
  }
};

/// Has a letter with an accent of the Western languages and Turkish;
/// transliterations have others.
bool has_accent(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next(word, at);
    if ((c >= 0xDF && c <= 0xFF && c != 0xF7) || c == U'ğ' || c == U'ı' || c == U'ş' || c == U'œ') {
      return true;
    }
  }
  return false;
}

/// Not a piece of an address, an option or a compound: "fr/le/", "-la",
/// "de-facto".
bool stands_alone(std::string_view text, const ByteRange bytes) {
  constexpr std::string_view kJoins = "-/\\_@=:.&%#$+";
  if (bytes.begin > 0 && kJoins.find(text[bytes.begin - 1]) != kJoins.npos) return false;
  if (bytes.end >= text.size() || kJoins.find(text[bytes.end]) == kJoins.npos) return true;
  const bool mark = text[bytes.end] == '.' || text[bytes.end] == ':';
  return mark && (bytes.end + 1 == text.size() || text[bytes.end + 1] == ' ');
}

/// "van der" of "Maria van der Berg", "El" of "El Salvador". An article that
/// begins a German sentence has a capital after it as well, so those are none
/// at the beginning.
bool is_of_name(const std::vector<Word>& words, std::size_t i) {
  const FunctionWords& lists = function_words();
  const auto is_particle = [&](std::size_t k) { return lists.particle.contains(words[k].form); };
  if (!is_particle(i)) return false;
  std::size_t before = i, after = i + 1;
  while (before > 0 && !words[before - 1].capitalised && is_particle(before - 1)) --before;
  while (after < words.size() && !words[after].capitalised && is_particle(after)) ++after;
  if (after >= words.size() || !words[after].capitalised) return false;
  if (before > 0) return words[before - 1].capitalised;
  const std::string& form = words[i].form;
  return form != "der" && form != "das" && form != "die" && form != "den";
}

/// "l'eau", "d'abord", "qu'elle": French, and much of it Italian.
bool is_elided(const std::string& form) {
  if (form.starts_with("qu'")) return form.size() > 4;
  return form.size() > 3 && form[1] == '\'' && std::string_view("ldcjns").find(form[0]) < 6;
}

void count_latin(std::string_view text, const std::vector<Word>& words, std::size_t i, Hits& hits) {
  const FunctionWords& lists = function_words();
  const Word& word = words[i];
  const bool weak = lists.weak.contains(word.form);
  if (!word.capitalised && !weak) hits.accented += has_accent(slice(text, word.bytes));
  const auto found = lists.of_word.find(word.form);
  if (found != lists.of_word.end() && (found->second & 1U) != 0) {
    ++hits.of[0];
    hits.strong_english += !weak;
    return;
  }
  const bool elided = is_elided(word.form);
  if (found == lists.of_word.end() && !elided) return;
  if (!stands_alone(text, word.bytes) || is_of_name(words, i)) return;
  const std::uint32_t bits = found == lists.of_word.end() ? 4U : found->second;
  for (std::size_t k = 0; k < lists.names.size(); ++k) hits.of[k] += (bits >> k) & 1U;
  hits.strong_foreign += !weak;
}

void count_arabic(const Word& word, Hits& hits) {
  const FunctionWords& lists = function_words();
  hits.with_article += word.form.size() > 6 && word.form.compare(0, 4, "ال") == 0;
  const auto found = lists.of_word.find(word.form);
  if (found == lists.of_word.end()) return;
  for (std::size_t k = 0; k < lists.names.size(); ++k) hits.of[k] += (found->second >> k) & 1U;
  hits.shared += (found->second & 2U) != 0 && lists.shared.contains(word.form);
}

Hits count_hits(std::string_view text, const std::vector<Word>& words, WordKind kind) {
  Hits hits;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    hits.arabic_words += word.kind == WordKind::arabic;
    hits.latin_words += word.kind == WordKind::latin;
    // Names have such words too ("van der"); a capital inside a line is a
    // name's.
    if (word.kind != kind || (word.capitalised && i > 0)) continue;
    if (kind == WordKind::latin) {
      count_latin(text, words, i, hits);
    } else {
      count_arabic(word, hits);
    }
  }
  return hits;
}

/// Is Arabic script Arabic? Names keep پ and گ, keyboards leave ک and ی: a few
/// such letters do not count in a text that also has those that Persian lacks.
bool is_arabic(const Letters& letters, const Hits& hits) {
  if (letters.only_others >= 2 && letters.only_others * 25 >= letters.arabic) return false;
  const std::uint32_t own = hits.arabic() - hits.shared + hits.with_article;
  if (hits.foreign() >= 2 && hits.foreign() > own) return false;
  const std::uint32_t persian = letters.only_persian + letters.only_others +
                                (letters.only_persian > 0 && letters.persian_digits > 0 ? 2 : 0);
  if (persian >= 2 && persian > letters.only_arabic && own == 0) return false;
  if (persian >= 1 && letters.only_arabic == 0 && own == 0 && hits.foreign() >= 1) return false;
  return !(letters.only_persian >= 4 && letters.only_persian > 2 * letters.only_arabic);
}

bool is_english(const Letters& letters, const Hits& hits) {
  if (hits.foreign() >= 2 && hits.foreign() > hits.english()) return false;
  // Without a word that is English and no other language's, little is needed to
  // tell that it is not.
  if (hits.strong_english == 0 && hits.latin_words >= 3) {
    if (hits.foreign() >= 2 || hits.strong_foreign >= 1) return false;
    if (hits.accented >= 2 || (hits.accented >= 1 && hits.foreign() >= 1)) return false;
  }
  // Vietnamese, Czech and the like: accents all over and not one English
  // function word.
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
      letters.persian_digits += c >= 0x06F0 && c <= 0x06F9;
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
  const Hits arabic = count_hits(text, first_words, WordKind::arabic);
  const Hits latin = count_hits(text, first_words, WordKind::latin);
  const Language right = is_arabic(letters, arabic) ? Language::arabic : Language::other;
  const Language left = is_english(letters, latin) ? Language::english : Language::other;
  if (letters.latin == 0) return settle(right, right);
  if (letters.arabic == 0) {
    evidence.uncertain = left == Language::english && latin.strong_english == 0;
    return settle(left, left);
  }
  // An English sentence quotes Arabic names, hardly ever Arabic particles, and
  // seldom begins with them.
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

void settle_uncertain(std::vector<LineFacts>& lines) {
  const auto certain = [](const LineFacts& line) {
    const Letters& letters = line.evidence.letters;
    return letters.latin > 0 && letters.arabic == 0 && !line.evidence.uncertain;
  };
  // The language of the next certain line, from the end.
  std::vector<Language> after(lines.size(), Language::none);
  for (std::size_t i = lines.size(); i-- > 1;) {
    after[i - 1] = certain(lines[i]) ? lines[i].evidence.language : after[i];
  }
  Language before = Language::none;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    LineFacts& line = lines[i];
    if (certain(line)) before = line.evidence.language;
    if (!line.evidence.uncertain || line.tokens > 14) continue;
    const bool foreign = (before == Language::other && after[i] != Language::english) ||
                         (after[i] == Language::other && before == Language::none);
    if (foreign) line.evidence.language = line.evidence.stronger = Language::other;
  }
}

}  // namespace muwazi::page

namespace muwazi {
Language detect_language(std::string_view text) { return page::examine(text).language; }
}  // namespace muwazi
