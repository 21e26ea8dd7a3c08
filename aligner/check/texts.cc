#include "check/texts.h"

#include "muwazi/text/utf8.h"

namespace muwazi::check {

std::string quoted(std::string_view text, std::size_t characters) {
  std::string out;
  bool space = false;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_space(c) || c < U' ') {
      space = !out.empty();
      continue;
    }
    if (count >= characters) return out + "…";
    if (space) out += ' ';
    space = false;
    append(out, c);
    ++count;
  }
  return out;
}

}  // namespace muwazi::check
