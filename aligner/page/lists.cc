#include "page/lists.h"

#include "text/embedded.h"

namespace muwazi {
extern const EmbeddedTexts kPageLists;
}

namespace muwazi::page {

void for_each_entry(std::string_view file,
                    const std::function<void(std::string_view, std::string_view)>& entry) {
  for (const auto& [name, content] : kPageLists) {
    if (name != file) continue;
    std::string_view section;
    for (std::size_t at = 0; at < content.size();) {
      const std::size_t end = std::min(content.find('\n', at), content.size());
      const std::string_view line = content.substr(at, end - at);
      at = end + 1;
      if (line.empty() || line.front() == ';') continue;
      if (line.front() == '[') {
        section = line.substr(1, line.find(']') - 1);
      } else {
        entry(section, line);
      }
    }
  }
}

std::vector<std::string> phrase_forms(const std::vector<Word>& words) {
  std::vector<std::string> forms;
  forms.reserve(words.size());
  for (const Word& word : words) {
    forms.push_back(word.kind == WordKind::number ? "#" : word.form);
  }
  return forms;
}

std::vector<std::string> entry_forms(std::string_view entry) {
  std::vector<std::string> forms;
  for (std::size_t at = 0; at < entry.size();) {
    const std::size_t end = std::min(entry.find(' ', at), entry.size());
    const std::string_view token = entry.substr(at, end - at);
    if (token == "#") {
      forms.emplace_back("#");
    } else {
      for (std::string& form : phrase_forms(words(token))) forms.push_back(std::move(form));
    }
    at = end + 1;
  }
  return forms;
}

std::string joined(const std::vector<std::string>& forms, std::size_t begin, std::size_t end) {
  std::string all;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) all += ' ';
    all += forms[i];
  }
  return all;
}

}  // namespace muwazi::page
