#include "format/wrap.h"

#include <algorithm>

#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool opens_or_closes_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Lines under construction; a line that is finished is never empty.
class Lines {
 public:
  explicit Lines(std::size_t columns) : columns_(columns) {}

  /// A word after `spaces` spaces, which are dropped at the beginning of a line.
  void add(std::string_view word, std::size_t spaces) {
    const std::size_t size = display_width(word);
    const std::size_t gap = line_.empty() ? 0 : spaces;
    if (used_ + gap + size <= columns_) {
      line_.append(gap, ' ').append(word);
      used_ += gap + size;
      return;
    }
    finish();
    add_in_pieces(word);
  }
  [[nodiscard]] std::vector<std::string> take() {
    finish();
    return std::move(lines_);
  }

 private:
  void add_in_pieces(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t begin = at;
      const auto size = static_cast<std::size_t>(display_width(next(word, at)));
      if (used_ + size > columns_) finish();
      line_ += word.substr(begin, at - begin);
      used_ += size;
    }
  }
  void finish() {
    if (!line_.empty()) lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
  }

  std::size_t columns_, used_ = 0;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next(text, at);
    if (is_control(c)) {
      out += ' ';
    } else if (!opens_or_closes_direction(c)) {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  Lines lines(columns);
  while (!text.empty()) {
    const std::size_t spaces = std::min(text.find_first_not_of(' '), text.size());
    text.remove_prefix(spaces);
    const std::string_view word = text.substr(0, text.find(' '));
    if (!word.empty()) lines.add(word, spaces);
    text.remove_prefix(word.size());
  }
  return lines.take();
}

}  // namespace muwazi
