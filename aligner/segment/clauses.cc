#include "segment/clauses.h"

#include "segment/chars.h"

namespace muwazi::segment {
namespace {

constexpr std::size_t kWordsAtSemicolon = 3, kWordsAtComma = 4;

/// Words that begin in a text up to each cut.
class WordCounter {
 public:
  void take(const Char& c) {
    const bool in_word =
        is_letter(c.kind) || c.kind == Kind::digit || c.kind == Kind::mark || c.code == '\'';
    count_ += in_word && !inside_;
    if (c.kind != Kind::ignorable) inside_ = in_word;
  }
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  std::size_t count_ = 0;
  bool inside_ = false;
};

/// What is open at a place: brackets and double quotation marks. Apostrophes are none.
class Nesting {
 public:
  void take(const Char& c) {
    if (c.kind == Kind::open || c.code == U'«' || c.code == U'“') {
      ++depth_;
    } else if ((c.kind == Kind::close || c.code == U'»' || c.code == U'”') && depth_ > 0) {
      --depth_;
    } else if (c.code == '"') {
      quoted_ = !quoted_;
    }
  }
  [[nodiscard]] bool outside() const noexcept { return depth_ == 0 && !quoted_; }

 private:
  std::size_t depth_ = 0;
  bool quoted_ = false;
};

bool is_semicolon(char32_t c) { return c == U'؛' || c == U';' || c == U':'; }
bool is_comma(char32_t c) { return c == U'،' || c == U','; }

std::size_t skip_space(std::string_view text, std::size_t at) {
  for (;;) {
    const Char c = char_at(text, at);
    if (c.kind != Kind::space && c.kind != Kind::line_end) return at;
    at = c.end;
  }
}

/// و before a word, "and" and "but".
bool begins_with_conjunction(std::string_view text, Language language) {
  if (language == Language::arabic) {
    const Char first = char_at(text, 0);
    return first.code == U'و' && char_at(text, first.end).kind == Kind::arabic;
  }
  for (const std::string_view word : {"and ", "but "}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

/// "&amp;" and its like: letters alone between an ampersand and the semicolon.
bool ends_entity(std::string_view text, std::size_t semicolon) {
  constexpr int kLongestEntity = 8;
  for (int i = 0; i < kLongestEntity; ++i) {
    const Char c = char_before(text, semicolon);
    if (c.code == '&') return i > 0;
    if (c.kind != Kind::lower && c.kind != Kind::upper && c.kind != Kind::digit && c.code != '#')
      return false;
    semicolon = c.begin;
  }
  return false;
}

struct Candidate {
  ClauseCut cut;
  std::size_t words = 0;  ///< before it
};

std::vector<Candidate> candidates(std::string_view text, Language language, std::size_t& words) {
  std::vector<Candidate> out;
  WordCounter counter;
  Nesting nesting;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    counter.take(c);
    nesting.take(c);
    at = c.end;
    const bool semicolon = is_semicolon(c.code);
    if ((!semicolon && !is_comma(c.code)) || !nesting.outside()) continue;
    const std::size_t next = skip_space(text, c.end);
    if (next == c.end || next == text.size()) continue;
    if (c.code == ';' && ends_entity(text, c.begin)) continue;
    if (semicolon) {
      out.push_back({{c.end, next, ClauseMark::semicolon}, counter.count()});
    } else if (begins_with_conjunction(text.substr(next), language)) {
      out.push_back({{c.end, next, ClauseMark::comma}, counter.count()});
    }
  }
  words = counter.count();
  // A bracket or quotation that was never closed makes the count of everything behind it wrong.
  if (!nesting.outside()) out.clear();
  return out;
}

}  // namespace

std::vector<ClauseCut> clause_cuts(std::string_view sentence, Language language) {
  std::size_t words = 0, last = 0;
  std::vector<ClauseCut> out;
  for (const Candidate& candidate : candidates(sentence, language, words)) {
    const std::size_t least =
        candidate.cut.mark == ClauseMark::comma ? kWordsAtComma : kWordsAtSemicolon;
    if (candidate.words - last < least || words - candidate.words < least) continue;
    out.push_back(candidate.cut);
    last = candidate.words;
  }
  return out;
}

}  // namespace muwazi::segment
