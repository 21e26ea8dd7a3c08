#include "page/brackets.h"

#include <algorithm>

#include "muwazi/text/utf8.h"

namespace muwazi::page {
namespace {

/// A bracket that stands in no other: where it opens, where its content is, where it is over.
struct Bracket {
  ByteRange whole, content;
};

/// One that never closes, or a ")" after "a", is none.
std::vector<Bracket> outermost(std::string_view text, ByteRange inner) {
  std::vector<Bracket> found;
  std::vector<ByteRange> open;  // the opening brackets themselves
  for (std::size_t at = inner.begin; at < inner.end;) {
    const std::size_t begin = at;
    const char32_t c = next(text, at);
    if (opens_bracket(c)) open.push_back({begin, at});
    if (!closes_bracket(c) || open.empty()) continue;
    const ByteRange opening = open.back();
    open.pop_back();
    while (!found.empty() && found.back().whole.begin > opening.begin) found.pop_back();
    found.push_back({{opening.begin, at}, {opening.end, begin}});
  }
  return found;
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'؟' || c == U'…' || c == U'۔';
}

/// Does the last character before `end` that is no white space end a sentence?
bool ended_before(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const char32_t c = previous(text, end);
    if (!is_space(c) && !is_format(c)) return ends_sentence(c);
  }
  return false;
}

/// Past white space and the marks that end what stands before: ". ", "، ".
std::size_t past_marks(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; begin = at) {
    const char32_t c = next(text, at);
    const bool mark = ends_sentence(c) || c == U',' || c == U'،' || c == U';' || c == U'؛' ||
                      c == U':' || is_space(c) || is_format(c);
    if (!mark) break;
  }
  return begin;
}

/// Behind the last sentence that ends in `range` with letters after it; range.begin if none does.
std::size_t last_sentence(std::string_view text, ByteRange range) {
  std::size_t found = range.begin, end = 0;
  for (std::size_t at = range.begin; at < range.end;) {
    const char32_t c = next(text, at);
    if (end != 0 && is_letter(c)) found = end;
    if (is_letter(c)) end = 0;
    if (ends_sentence(c)) end = at;
  }
  return found;
}

struct Tally {
  double arabic = 0, latin = 0, other = 0;
  void add(const Letters& l) {
    arabic += l.arabic;
    latin += l.latin;
    other += l.other + l.digits;
  }
  [[nodiscard]] double all() const { return arabic + latin + other; }
};

/// Hardly a letter of the other script.
bool pure(const Tally& t) { return std::max(t.arabic, t.latin) >= 0.9 * (t.arabic + t.latin); }

/// Two scripts, lengths that may be a translation's.
bool translation_like(const Tally& a, const Tally& b) {
  const bool scripts =
      (a.arabic > a.latin) != (b.arabic > b.latin) && a.arabic != a.latin && b.arabic != b.latin;
  return scripts && std::min(a.all(), b.all()) >= 0.45 * std::max(a.all(), b.all());
}

/// Stretches between white space that have a letter.
std::size_t count_words(std::string_view text, ByteRange range) {
  std::size_t count = 0;
  bool counted = false;
  for (std::size_t at = range.begin; at < range.end;) {
    const char32_t c = next(text, at);
    if (is_space(c)) counted = false;
    if (counted || !is_letter(c)) continue;
    counted = true;
    ++count;
  }
  return count;
}

class ChainReader {
 public:
  ChainReader(std::string_view text, ByteRange inner) : text_(text), inner_(inner) {}

  Chain read() {
    const std::vector<Bracket> brackets = outermost(text_, inner_);
    if (brackets.size() < 2) return {};
    take(brackets, true);
    chain_.bounded = taken_ >= 2;
    if (taken_ < 2) {
      take(brackets, false);
      if (taken_ != brackets.size() || rest() < inner_.end) return {};
    }
    return finish();
  }

 private:
  static constexpr std::size_t kPhrase = 3;  // words

  void take(const std::vector<Bracket>& brackets, bool bounded) {
    chain_ = {};
    taken_ = phrases_ = 0;
    begin_ = inner_.begin;
    Tally all, sentence;  // since the last bracket that was taken; since the last sentence's end
    std::size_t at = inner_.begin;
    for (const Bracket& bracket : brackets) {
      const ByteRange outside{at, bracket.whole.begin};
      const std::size_t last = last_sentence(text_, outside);
      all.add(count_letters(slice(text_, outside)));
      if (last > outside.begin) sentence = {};
      sentence.add(count_letters(slice(text_, {last, outside.end})));
      Tally inside;
      inside.add(count_letters(slice(text_, bracket.content)));
      const std::size_t words = count_words(text_, bracket.content);
      const bool fits = words >= 2 && (translation_like(all, inside) ||
                                       (words >= kPhrase && translation_like(sentence, inside)));
      at = bracket.whole.end;
      if (fits && (bounded ? is_bounded(bracket) : pure(inside))) {
        add({begin_, bracket.whole.begin});
        add(bracket.content);
        begin_ = past_marks(text_, bracket.whole.end, inner_.end);
        ++taken_;
        phrases_ += words >= kPhrase;
        all = sentence = {};
      } else {
        all.add(count_letters(slice(text_, bracket.content)));
        sentence.add(count_letters(slice(text_, bracket.content)));
      }
    }
  }

  /// A sentence ends in the bracket, before it or after it, or the line does.
  [[nodiscard]] bool is_bounded(const Bracket& bracket) const {
    std::size_t after = bracket.whole.end;
    while (after < inner_.end) {
      const char32_t c = next(text_, after);
      if (!is_space(c) && !is_format(c)) {
        return ends_sentence(c) ||
               ended_before(text_, bracket.content.begin, bracket.content.end) ||
               ended_before(text_, begin_, bracket.whole.begin);
      }
    }
    return true;
  }

  void add(ByteRange bytes) { chain_.parts.push_back({trimmed(text_, bytes), Language::none}); }

  /// Where what follows the last bracket begins, marks passed over.
  [[nodiscard]] std::size_t rest() const { return begin_; }

  /// The languages of the parts; none may be foreign.
  Chain finish() {
    if (count_letters(slice(text_, {rest(), inner_.end})).all() > 0) add({rest(), inner_.end});
    for (Part& part : chain_.parts) {
      part.language = examine(slice(text_, part.bytes)).stronger;
      if (part.language != Language::arabic && part.language != Language::english) return {};
    }
    chain_.phrases = phrases_ >= 2;
    return std::move(chain_);
  }

  std::string_view text_;
  ByteRange inner_;
  Chain chain_;
  std::size_t begin_ = 0;  // of the part that is read
  std::size_t taken_ = 0, phrases_ = 0;
};

}  // namespace

bool opens_bracket(char32_t c) noexcept {
  return c == U'(' || c == U'[' || c == U'{' || c == U'（' || c == U'［' || c == U'｛';
}

bool closes_bracket(char32_t c) noexcept {
  return c == U')' || c == U']' || c == U'}' || c == U'）' || c == U'］' || c == U'｝';
}

Chain bracket_chain(std::string_view text, ByteRange inner) {
  return ChainReader(text, inner).read();
}

}  // namespace muwazi::page
