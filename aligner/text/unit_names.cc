#include "text/unit_names.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "muwazi/text/utf8.h"
#include "text/embedded.h"
#include "text/unit_form.h"

namespace muwazi {
extern const EmbeddedTexts kUnitLists;

namespace {

constexpr std::size_t kLongestName = 6;   // tokens
constexpr std::size_t kLongestSign = 12;  // bytes
constexpr std::string_view kArticle = "ال";

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string joined(const std::vector<UnitToken>& tokens) {
  std::string out;
  for (const UnitToken& token : tokens) (out += out.empty() ? "" : " ") += token.form;
  return out;
}

/// Takes what stands before `mark` from `text`, and the mark; all of it where there is none.
std::string_view take(std::string_view& text, std::string_view mark) {
  const std::string_view out = text.substr(0, text.find(mark));
  text.remove_prefix(std::min(out.size() + mark.size(), text.size()));
  return out;
}

Language language_of(std::string_view head) {
  return head == "ar" ? Language::arabic : Language::english;
}

/// The tokens of a whole name; none where something of it stands in no name that can be read.
std::vector<UnitToken> whole(std::string_view name, Language language) {
  std::vector<UnitToken> tokens = unit_tokens(name, language, kLongestName);
  if (tokens.empty()) return tokens;
  for (std::size_t at = tokens.back().bytes.end; at < name.size();) {
    const char32_t c = next(name, at);
    if (c != U'.' && !is_space(c) && !is_format(c)) return {};
  }
  return tokens;
}

/// "2 من الأيام", two days; "14 من الشهر" is the fourteenth of a month.
void drop_partitive(std::vector<UnitToken>& tokens) {
  if (tokens.size() < 2 || tokens[0].form != "من") return;
  std::string& noun = tokens[1].form;
  if (!noun.starts_with("الا") && !noun.ends_with("ات")) return;
  if (noun.starts_with(kArticle)) noun.erase(0, kArticle.size());
  tokens.erase(tokens.begin());
}

/// What CLDR calls a currency by signs of letters that mean too much else: "K", "kr".
bool is_unclear_sign(std::string_view sign) {
  const bool letters = std::all_of(sign.begin(), sign.end(), is_ascii_letter);
  const bool code = sign.size() == 3 && std::all_of(sign.begin(), sign.end(),
                                                    [](char c) { return c >= 'A' && c <= 'Z'; });
  return sign.empty() || (letters && !code);
}

/// "ساعة" of "ساعتين", "ملعقة" of "ملعقتي طعام"; other words as they are.
std::string singular_of_feminine_dual(std::string_view form) {
  for (const std::string_view ending : {"تين", "تان", "تي", "تا"}) {
    if (form.size() > ending.size() + 2 && form.ends_with(ending))
      return std::string(form.substr(0, form.size() - ending.size())) + "ة";
  }
  return std::string(form);
}

}  // namespace

const UnitNames& UnitNames::get() {
  static const UnitNames names;
  return names;
}

UnitNames::UnitNames() {
  std::vector<Line> lines;
  for (auto [file, list] : kUnitLists) {
    const bool cldr = file != "units.txt";
    while (!list.empty()) {
      std::string_view names = take(list, "\n");
      if (names.starts_with('#')) continue;
      std::string_view unit = take(names, " = ");
      const std::string_view head = take(unit, " ");
      while (!names.empty()) lines.push_back({head, unit, take(names, cldr ? "\n" : ", "), cldr});
    }
  }
  read_forms(lines);
  for (const Line& line : lines) add(line);
}

/// First of all, since names are kept in the usual forms of their words: those of one unit in one word are one.
void UnitNames::read_forms(const std::vector<Line>& lines) {
  const auto word = [](std::string_view text, Language language) {
    const std::vector<UnitToken> tokens = whole(text, language);
    return tokens.size() == 1 ? tokens[0].form : std::string();
  };
  std::unordered_map<std::string_view, std::string> first;  // by unit
  for (const Line& line : lines) {
    if (line.head == "not") {
      Names& names = line.unit == "ar" ? arabic_ : english_;
      names.left_out.insert(word(line.name, language_of(line.unit)));
    } else if (line.head == "same" || (line.head == "ar" && line.cldr)) {
      const std::string form = word(line.name, Language::arabic);
      if (form.empty() || arabic_.left_out.contains(form)) continue;
      const std::string base = line.head == "same" ? word(line.unit, Language::arabic)
                                                   : first.emplace(line.unit, form).first->second;
      if (form != base) arabic_.usual.emplace(form, base);
    }
  }
}

std::string UnitNames::usual(const std::string& form, Language language) const {
  if (language != Language::arabic) return form;
  const auto base = [this](std::string word) {
    constexpr int kMost = 3;  // "أعوام", "سنة", "سنتان"
    for (int k = 0; k < kMost; ++k) {
      const auto found = arabic_.usual.find(word);
      if (found == arabic_.usual.end()) break;
      word = found->second;
    }
    return std::string(without_ending(word));
  };
  return base(base(form));
}

void UnitNames::add(const Line& line) {
  if (line.head == "sign") {
    if (!line.cldr || !is_unclear_sign(line.name)) add_sign(line.unit, line.name);
  } else if (line.head == "ar" || line.head == "en") {
    const Language language = language_of(line.head);
    std::vector<UnitToken> tokens = whole(line.name, language);
    if (tokens.empty() || (line.cldr && of(language).left_out.contains(joined(tokens)))) return;
    add_name(language, line.unit, tokens);
    // "Dollars" may be those of any country. A ton is written "طن" whichever it is; CLDR has "طن متري" for the metric
    // one.
    const bool arabic = language == Language::arabic;
    const bool noun_alone =
        line.unit.starts_with("currency/") || (arabic && line.unit.starts_with("mass/"));
    if (!line.cldr || tokens.size() < 2 || !noun_alone) return;
    tokens = {arabic ? tokens.front() : tokens.back()};
    if (!of(language).left_out.contains(tokens[0].form)) add_name(language, line.unit, tokens);
  }
}

void UnitNames::add_name(Language language, std::string_view unit,
                         const std::vector<UnitToken>& tokens) {
  std::vector<UnitToken> forms = tokens;
  for (UnitToken& token : forms) token.form = usual(token.form, language);
  Names& names = language == Language::arabic ? arabic_ : english_;
  names.units[joined(forms)].emplace(unit);
}

void UnitNames::add_sign(std::string_view unit, std::string_view sign) {
  std::string text;
  for (std::size_t at = 0; at < sign.size();) {
    const char32_t c = next(sign, at);
    if (!is_format(c)) append(text, c);
  }
  while (text.ends_with('.')) text.pop_back();
  signs_[text].emplace(unit);
  if (const auto tokens = whole(text, Language::arabic); tokens.size() > 1)
    add_name(Language::arabic, unit, tokens);  // "ر.س"
}

UnitNames::Found UnitNames::behind(std::string_view text, Language language) const {
  std::vector<UnitToken> tokens = unit_tokens(text, language, kLongestName + 1);
  drop_partitive(tokens);
  Found out;
  std::array<std::string, 2> names;  // as it is written, and with feminine duals as singulars
  for (const UnitToken& token : tokens) {
    for (const bool singular : {false, true}) {
      std::string& name = names[singular ? 1 : 0];
      if (!name.empty()) name += ' ';
      name += usual(singular ? singular_of_feminine_dual(token.form) : token.form, language);
    }
    auto found = of(language).units.find(names[0]);
    if (found == of(language).units.end() && language == Language::arabic)
      found = arabic_.units.find(names[1]);
    if (found != of(language).units.end())
      out = {&found->second, {tokens[0].bytes.begin, token.bytes.end}};
  }
  if (out.units != nullptr) return out;
  // Arabic texts have Latin abbreviations as well.
  const bool latin =
      language == Language::arabic && !tokens.empty() && is_ascii_letter(tokens[0].form[0]);
  return latin ? behind(text, Language::english) : sign_behind(text);
}

/// "€" or "SAR" behind the amount.
UnitNames::Found UnitNames::sign_behind(std::string_view text) const {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size() && is_space(next(text, at));) begin = at;
  for (std::size_t size = std::min(kLongestSign, text.size() - begin); size > 0; --size) {
    const auto found = signs_.find(std::string(text.substr(begin, size)));
    if (found == signs_.end()) continue;
    const std::size_t end = begin + size;
    const bool in_word =
        end < text.size() && is_ascii_letter(text[end - 1]) && is_ascii_letter(text[end]);
    if (!in_word) return {&found->second, {begin, end}};
  }
  return {};
}

UnitNames::Found UnitNames::before(std::string_view text) const {
  std::size_t end = text.size();
  for (std::size_t at = end; at > 0 && is_space(previous(text, at));) end = at;
  for (std::size_t size = std::min(kLongestSign, end); size > 0; --size) {
    const std::size_t begin = end - size;
    const auto found = signs_.find(std::string(text.substr(begin, size)));
    if (found == signs_.end()) continue;
    std::size_t first = begin, before = begin;
    const bool in_word =
        begin > 0 && is_letter(next(text, first)) && is_letter(previous(text, before));
    if (!in_word) return {&found->second, {begin, end}};
  }
  return {};
}

}  // namespace muwazi
