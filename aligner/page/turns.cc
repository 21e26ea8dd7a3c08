#include "page/turns.h"

#include <algorithm>

#include "muwazi/text/utf8.h"

namespace muwazi::page {
namespace {

enum class Script : std::uint8_t { none, arabic, latin };

Script script_of(char32_t c) {
  if (is_arabic_letter(c)) return Script::arabic;
  return is_latin_letter(c) ? Script::latin : Script::none;
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'؟' || c == U'…';
}

/// The places behind a sentence's end and its white space where the next letter is of the other script.
std::vector<std::size_t> turns(std::string_view text, ByteRange inner) {
  std::vector<std::size_t> found;
  Script last = Script::none;
  std::size_t sentence = 0;  // where one would begin; 0: no sentence ended since the last letter
  bool ended = false;
  for (std::size_t at = inner.begin; at < inner.end;) {
    const char32_t c = next(text, at);
    if (const Script script = script_of(c); script != Script::none) {
      if (last != Script::none && script != last && sentence != 0) found.push_back(sentence);
      last = script;
      sentence = 0;
      ended = false;
    } else if (ends_sentence(c)) {
      ended = true;
    } else if (ended && is_space(c)) {
      sentence = at;
      ended = false;
    }
  }
  return found;
}

/// Enough words, and few of them in the other language.
bool is_text(std::string_view text, const Part& part) {
  constexpr std::uint32_t kLeast = 3;
  const LineFacts facts = read_line(text, part.bytes);
  const Letters& letters = facts.evidence.letters;
  const std::uint32_t own = part.language == Language::arabic ? letters.arabic : letters.latin;
  return facts.tokens >= kLeast && own * 5 >= letters.all() * 4;
}

std::vector<Part> parts_of(std::string_view text, ByteRange inner) {
  std::vector<std::size_t> ends = turns(text, inner);
  if (ends.empty()) return {};
  ends.push_back(inner.end);
  std::vector<Part> parts;
  std::size_t begin = inner.begin;
  for (const std::size_t end : ends) {
    const ByteRange bytes = trimmed(text, {begin, end});
    const Language language = examine(slice(text, bytes)).stronger;
    if (!parts.empty() &&
        parts.back().language == language) {  // a name of the other script came first
      parts.back().bytes.end = bytes.end;
    } else {
      parts.push_back({bytes, language});
    }
    begin = end;
  }
  const bool all_text = std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
    return (part.language == Language::arabic || part.language == Language::english) &&
           is_text(text, part);
  });
  return all_text && parts.size() > 1 ? parts : std::vector<Part>{};
}

}  // namespace

void split_turns(std::string_view text, const std::vector<LineFacts>& lines,
                 std::vector<Split>& splits) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Letters& letters = lines[i].evidence.letters;
    if (!splits[i].parts.empty() || letters.arabic == 0 || letters.latin == 0) continue;
    splits[i].parts = parts_of(text, lines[i].inner);
  }
}

}  // namespace muwazi::page
