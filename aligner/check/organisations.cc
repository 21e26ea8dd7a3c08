#include "check/organisations.h"

#include <algorithm>

#include "anchor/tables.h"
#include "check/clause_words.h"
#include "check/lists.h"
#include "muwazi/text/utf8.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

constexpr std::string_view kArticle = "ال";

/// A word as names are compared: without article or possessive, initials without full stops.
struct Part {
  std::string form;
  ByteRange bytes;
  bool capitalised = false, initials = false;
};

std::string without_article(std::string form) {
  if (form.starts_with(kArticle)) form.erase(0, kArticle.size());
  return form;
}

/// "U.N.": how many single capitals with nothing but a full stop between them begin at a word; 1 for any other word.
std::size_t lettered(std::string_view text, const std::vector<Word>& all, std::size_t at) {
  const auto is_stop = [](std::string_view between) { return between == "." || between == ". "; };
  const auto single = [&](std::size_t k) { return all[k].bytes.size() == 1 && all[k].capitalised; };
  std::size_t end = at + 1;
  while (single(at) && end < all.size() && single(end) &&
         is_stop(slice(text, {all[end - 1].bytes.end, all[end].bytes.begin}))) {
    ++end;
  }
  return end - at;
}

/// Of the form "nato's", however its apostrophe is written.
void drop_possessive(std::string_view text, Part& part) {
  constexpr std::size_t kLetters = 2;
  part.form.resize(part.form.size() - kLetters);
  std::size_t end = part.bytes.end;
  for (std::size_t k = 0; k < kLetters; ++k) static_cast<void>(previous(text, end));
  part.bytes.end = end;
}

std::vector<Part> english_parts(std::string_view text) {
  std::vector<Part> out;
  const std::vector<Word> all = words(text);
  for (std::size_t k = 0; k < all.size();) {
    const std::size_t count = lettered(text, all, k);
    Part part{"", {all[k].bytes.begin, all[k + count - 1].bytes.end}};
    for (std::size_t letter = k; letter < k + count; ++letter) part.form += all[letter].form;
    if (part.form.ends_with("'s")) drop_possessive(text, part);
    part.initials = count > 1 || is_initials(slice(text, part.bytes));
    part.capitalised = all[k].capitalised;
    out.push_back(std::move(part));
    k += count;
  }
  return out;
}

std::vector<Part> arabic_parts(std::string_view text) {
  std::vector<Part> out;
  for (Word& word : words(text)) out.push_back({std::move(word.form), word.bytes});
  return out;
}

std::vector<Part> parts(std::string_view text, Language language) {
  return language == Language::arabic ? arabic_parts(text) : english_parts(text);
}

/// What the first word of a name may be in the list: an Arabic one behind particles.
std::vector<std::string> forms(const Part& part, Language language) {
  if (language == Language::english && !part.capitalised) return {};  // "who"
  std::vector<std::string> out{without_article(part.form)};
  if (language == Language::english) return out;
  anchor::Cut cut{part.form};
  while (anchor::shorten(cut)) out.emplace_back(cut.stem);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// "بحماس" is "eagerly" more often than the name behind its preposition.
bool is_behind_ba(std::string_view written, std::string_view form) {
  constexpr std::string_view kBa = "ب";
  written.remove_suffix(std::min(form.size(), written.size()));
  return written.ends_with(kBa);
}

/// Whether the words from `at` on, but for the first, are those of a name.
bool fits(const std::vector<std::string>& name, const std::vector<Part>& all, std::size_t at) {
  if (at + name.size() > all.size()) return false;
  for (std::size_t k = 1; k < name.size(); ++k) {
    if (without_article(all[at + k].form) != name[k]) return false;
  }
  return true;
}

}  // namespace

Organisations::Organisations() {
  const std::vector<ListEntry> entries = read_list("organisations.txt");
  std::uint32_t number = 0;
  for (const ListEntry& entry : entries) {
    for (const std::string_view name : entry.english)
      add(name, number, Language::english, english_);
    for (const std::string_view name : entry.arabic) add(name, number, Language::arabic, arabic_);
    ++number;
  }
  for (const ListEntry& entry : entries) {
    const std::vector<Place> whole = find(entry.part_of, Language::english);
    const auto own = static_cast<std::uint32_t>(whole_.size());
    whole_.push_back(whole.empty() ? own : whole[0].organisation);
  }
}

void Organisations::add(std::string_view name, std::uint32_t organisation, Language language,
                        Table& table) {
  const bool unclear = name.starts_with('?');
  if (unclear) name.remove_prefix(1);
  Name out{{}, organisation, is_initials(name), unclear};
  for (const Part& part : parts(name, language)) out.words.push_back(without_article(part.form));
  std::vector<Name>& names = table[out.words.front()];
  const bool known = std::any_of(names.begin(), names.end(), [&](const Name& other) {
    return other.words == out.words && other.organisation == organisation;
  });
  if (!known) names.push_back(std::move(out));  // with and without its article
}

const Organisations& Organisations::get() {
  static const Organisations organisations;
  return organisations;
}

std::vector<Organisations::Place> Organisations::find(std::string_view text,
                                                      Language language) const {
  std::vector<Place> out;
  if (language == Language::arabic) find_in(arabic_, text, language, out);
  find_in(english_, text, Language::english, out);
  return out;
}

void Organisations::find_in(const Table& table, std::string_view text, Language language,
                            std::vector<Place>& out) {
  const std::vector<Part> all = parts(text, language);
  for (std::size_t k = 0; k < all.size(); ++k) {
    for (const std::string& form : forms(all[k], language)) {
      const auto found = table.find(form);
      if (found == table.end()) continue;
      for (const Name& name : found->second) {
        if (!fits(name.words, all, k) || (name.initials && !all[k].initials)) continue;
        if (name.words.size() == 1 && is_behind_ba(all[k].form, form)) continue;
        const std::size_t last = k + name.words.size() - 1;
        out.push_back({name.organisation, {all[k].bytes.begin, all[last].bytes.end}, name.unclear});
      }
    }
  }
}

}  // namespace muwazi::check
