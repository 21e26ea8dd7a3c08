#include "segment/quotation.h"

namespace muwazi::segment {
namespace {

/// What closes `open`; 0: nothing does.
char32_t closing(char32_t open) {
  switch (open) {
    case U'"':
      return U'"';
    case U'“':
      return U'”';
    case U'«':
      return U'»';
    default:
      return 0;
  }
}

bool in_word(Kind kind) {
  return kind == Kind::upper || kind == Kind::lower || kind == Kind::digit;
}

/// The inch sign of 12" and a mark before white space open nothing.
bool opens(std::string_view text, Char quote) {
  const Kind after = char_at(text, quote.end).kind;
  if (after == Kind::space || after == Kind::line_end || after == Kind::none) return false;
  return quote.code != U'"' || !in_word(char_before(text, quote.begin).kind);
}

/// Whether nothing but white space, brackets, bullets and dashes is between.
bool begins_sentence(std::string_view text, std::size_t quote, std::size_t sentence) {
  constexpr int kOpeners = 8;
  for (int i = 0; i < kOpeners && quote > sentence; ++i) {
    const Char c = char_before(text, quote);
    const bool opener = c.kind == Kind::space || c.kind == Kind::line_end ||
                        c.kind == Kind::ignorable || c.kind == Kind::open ||
                        c.kind == Kind::bullet || c.kind == Kind::dash || c.kind == Kind::quote;
    if (!opener) return false;
    quote = c.begin;
  }
  return quote <= sentence;
}

}  // namespace

std::size_t end_of_quotation(std::string_view text, Char quote, std::size_t sentence) {
  constexpr std::size_t kDeepest = 4;  // so that a line of opening marks takes linear time
  const char32_t close = closing(quote.code);
  if (close == 0 || !opens(text, quote) || begins_sentence(text, quote.begin, sentence)) return 0;
  std::size_t depth = 1;
  Char c = char_at(text, quote.end);
  for (std::size_t i = 0; i < kLongestQuotation; ++i, c = char_at(text, c.end)) {
    if (c.kind == Kind::none || c.kind == Kind::line_end) return 0;
    if (c.code == U'"' && close == c.code && opens(text, c) &&
        char_before(text, c.begin).kind == Kind::space) {
      return 0;  // another one opens: the first was never closed
    }
    if (c.code == close) {
      if (--depth == 0) return c.end;
    } else if (c.code == quote.code && ++depth > kDeepest) {
      return 0;
    }
  }
  return 0;
}

}  // namespace muwazi::segment
