#include "check/organisations.h"

#include <algorithm>

#include "anchor/tables.h"
#include "check/clause_words.h"
#include "check/lists.h"
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
  const auto single = [&](std::size_t k) { return all[k].bytes.size() == 1 && all[k].capitalised; };
  std::size_t end = at + 1;
  while (single(at) && end < all.size() && single(end) &&
         slice(text, {all[end - 1].bytes.end, all[end].bytes.begin}) == ".") {
    ++end;
  }
  return end - at;
}

std::vector<Part> english_parts(std::string_view text) {
  std::vector<Part> out;
  const std::vector<Word> all = words(text);
  for (std::size_t k = 0; k < all.size();) {
    const std::size_t count = lettered(text, all, k);
    Part part{"", {all[k].bytes.begin, all[k + count - 1].bytes.end}};
    for (std::size_t letter = k; letter < k + count; ++letter) part.form += all[letter].form;
    if (part.form.ends_with("'s")) {
      part.form.resize(part.form.size() - 2);
      part.bytes.end = part.bytes.begin + part.form.size();
    }
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
  Name out{{}, organisation, is_initials(name)};
  for (const Part& part : parts(name, language)) out.words.push_back(without_article(part.form));
  const std::string first = out.words.front();
  table[first].push_back(std::move(out));
}

const Organisations& Organisations::get() {
  static const Organisations organisations;
  return organisations;
}

std::vector<Organisations::Place> Organisations::find(std::string_view text,
                                                      Language language) const {
  const bool arabic = language == Language::arabic;
  const Table& table = arabic ? arabic_ : english_;
  const std::vector<Part> all = parts(text, language);
  std::vector<Place> out;
  for (std::size_t k = 0; k < all.size(); ++k) {
    for (const std::string& form : forms(all[k], language)) {
      const auto found = table.find(form);
      if (found == table.end()) continue;
      for (const Name& name : found->second) {
        if (!fits(name.words, all, k) || (name.initials && !all[k].initials)) continue;
        const std::size_t last = k + name.words.size() - 1;
        out.push_back({name.organisation, {all[k].bytes.begin, all[last].bytes.end}});
      }
    }
  }
  return out;
}

}  // namespace muwazi::check
