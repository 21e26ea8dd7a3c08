#include "segment/lists.h"

#include <stdexcept>

#include "segment/chars.h"
#include "text/embedded.h"

namespace muwazi {
extern const EmbeddedTexts kSegmentLists;
}

namespace muwazi::segment {
namespace {

constexpr std::array<std::string_view, kSections> kNames = {
    "title",       "number",    "unless-starter", "clock",       "clock-tail",
    "year",        "year-tail", "starter",        "letter-noun", "label-noun",
    "letter-name", "reporting", "continuation",   "completion",  "marked-name"};

Section section_named(std::string_view wanted) {
  for (std::size_t i = 0; i < kSections; ++i) {
    if (kNames[i] == wanted) return static_cast<Section>(i);
  }
  throw std::logic_error("no such section: " + std::string(wanted));
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string_view name(Section section) { return kNames.at(static_cast<std::size_t>(section)); }

const Lists& Lists::shipped() {
  static const Lists lists(kSegmentLists);
  return lists;
}

Lists::Lists(const std::vector<std::pair<std::string_view, std::string_view>>& files) {
  for (const auto& [file, text] : files) {
    files_.emplace_back(std::string(file.substr(0, file.find('.'))), Entries{});
    read(text, files_.back().second);
  }
}

/// Lines: "# comment", "[section]", or entries separated by "|" or line ends. A full stop at the
/// end of an entry is dropped: it is what the entry stands before.
void Lists::read(std::string_view text, Entries& entries) {
  Section section = Section::title;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    line = line.substr(0, line.find('#'));
    if (!line.empty() && line[0] == '[') {
      section = section_named(line.substr(1, line.find(']') - 1));
      continue;
    }
    while (!line.empty()) {
      std::string_view entry = line.substr(0, line.find('|'));
      line.remove_prefix(std::min(line.size(), entry.size() + 1));
      while (!entry.empty() && (entry.front() == ' ')) entry.remove_prefix(1);
      while (!entry.empty() && (entry.back() == ' ' || entry.back() == '.')) entry.remove_suffix(1);
      if (entry.empty()) continue;
      entries[static_cast<std::size_t>(section)].emplace_back(entry);
      words_[folded(entry)].add(section);
    }
  }
}

Sections Lists::find(std::string_view word) const {
  Sections result;
  const auto add = [&](std::string_view key) {
    if (const auto it = words_.find(key); it != words_.end()) result.add(it->second);
  };
  if (word.empty()) return result;
  if (static_cast<unsigned char>(word[0]) >= 0x80) {
    add(folded(word));
    return result;
  }
  add(word);
  if (!is_ascii_upper(word[0])) return result;
  std::string key(word);
  key[0] = ascii_lower(key[0]);
  add(key);
  bool capitals = word.size() > 1;
  for (const char c : word) capitals = capitals && (is_ascii_upper(c) || c == '.');
  if (!capitals) return result;
  for (char& c : key) c = ascii_lower(c);
  add(key);
  key[0] = word[0];
  add(key);
  return result;
}

const std::vector<std::string>& Lists::entries(std::string_view language, Section section) const {
  for (const auto& [file, entries] : files_) {
    if (file == language) return entries[static_cast<std::size_t>(section)];
  }
  throw std::logic_error("no list file for " + std::string(language));
}

}  // namespace muwazi::segment
