#include "page/headings.h"

namespace muwazi::page {

bool may_be_heading(std::string_view text, const LineFacts& line) {
  if (line.blank() || line.tokens > 14 || line.ends_open || line.bulleted) return false;
  const char last = slice(text, line.inner).back();
  return !line.ends_sentence || (last != '.' && last != '!');
}

bool heads(const LineFacts& line, const LineFacts& after) {
  const bool longer = after.tokens > line.tokens + 4 && after.tokens * 2 > line.tokens * 3;
  return longer && (after.ends_sentence || after.tokens >= 15);
}

}  // namespace muwazi::page
