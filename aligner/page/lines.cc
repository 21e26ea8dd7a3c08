#include "page/lines.h"

#include "muwazi/text/utf8.h"

namespace muwazi::page {
namespace {

/// The length of the line end that begins at `at`, 0 if none does.
std::size_t line_end_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  switch (byte(0)) {
    case '\r':
      return byte(1) == '\n' ? 2 : 1;
    case '\n':
    case '\v':
    case '\f':
      return 1;
    case 0xC2:
      return byte(1) == 0x85 ? 2 : 0;
    case 0xE2:
      return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0;
    default:
      return 0;
  }
}

bool closes(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U')':
    case U']':
    case U'}':
    case U'»':
    case U'”':
    case U'’':
    case U'›':
    case U'“':
    case U'*':
    case U'_':
      return true;
    default:
      return is_format(c) || is_space(c);
  }
}

void read_end(std::string_view inner, LineFacts& line) {
  for (std::size_t at = inner.size(); at > 0;) {
    const char32_t c = previous(inner, at);
    if (closes(c)) continue;
    line.ends_sentence =
        c == U'.' || c == U'!' || c == U'?' || c == U'؟' || c == U'…' || c == U'۔' || c == U'‼';
    line.ends_open = c == U':' || c == U';' || c == U',' || c == U'،' || c == U'؛';
    return;
  }
}

bool begins_with_bullet(std::string_view inner) {
  std::size_t at = 0;
  switch (inner.empty() ? U' ' : next(inner, at)) {
    case U'•':
    case U'·':
    case U'▪':
    case U'■':
    case U'●':
    case U'◦':
    case U'‣':
    case U'»':
    case U'›':
    case U'◄':
    case U'►':
    case U'▶':
    case U'◀':
    case U'←':
    case U'→':
    case U'⁃':
      return true;
    case U'-':
    case U'–':
    case U'*':
      return at < inner.size() && inner[at] == ' ';
    default:
      return false;
  }
}

std::uint32_t count_tokens(std::string_view inner) {
  std::uint32_t count = 0;
  bool counted = false;
  for (std::size_t at = 0; at < inner.size();) {
    const char32_t c = next(inner, at);
    if (is_space(c)) {
      counted = false;
    } else if (!counted && (is_letter(c) || is_digit(c))) {
      counted = true;
      ++count;
    }
  }
  return count;
}

/// Calls f(range without the line end) for every line.
template <class F>
void for_each_line(std::string_view text, F f) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = line_end_at(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    f(ByteRange{begin, at});
    begin = at += length;
  }
  if (begin < text.size()) f(ByteRange{begin, text.size()});
}

}  // namespace

LineFacts read_line(std::string_view text, ByteRange bytes) {
  LineFacts line;
  line.bytes = bytes;
  line.inner = trimmed(text, bytes);
  if (line.blank()) return line;
  const std::string_view inner = slice(text, line.inner);
  line.words = leading_words(inner);
  line.evidence = examine(inner, line.words);
  if (!line.is_short()) line.words.clear();
  line.tokens = count_tokens(inner);
  read_end(inner, line);
  line.bulleted = begins_with_bullet(inner);
  return line;
}

std::vector<LineFacts> cut_lines(std::string_view text) {
  std::vector<LineFacts> lines;
  for_each_line(text, [&](ByteRange bytes) {
    lines.emplace_back();
    lines.back().bytes = bytes;
    lines.back().inner = trimmed(text, bytes);
  });
  return lines;
}

std::vector<LineFacts> read_lines(std::string_view text) {
  std::vector<LineFacts> lines;
  for_each_line(text, [&](ByteRange bytes) { lines.push_back(read_line(text, bytes)); });
  return lines;
}

}  // namespace muwazi::page
