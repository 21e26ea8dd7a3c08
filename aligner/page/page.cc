#include "muwazi/page/page.h"

#include <utility>

#include "muwazi/text/utf8.h"
#include "page/lines.h"
#include "page/roles.h"
#include "page/splits.h"
#include "page/untranslated.h"
#include "page/wrapped.h"

namespace muwazi {
namespace {

using page::LineFacts;
using page::Part;
using page::Split;

bool is_white(char32_t c) { return is_space(c) || is_format(c); }

/// Takes passages and skipped ranges in order of the text and fills what lies between: white space,
/// and the brackets, bars and bullets that part the passages of a line.
class Tiler {
 public:
  Tiler(std::string_view text, Page& result) : text_(text), page_(result) {}

  void passage(const Passage& passage) {
    fill(passage.bytes.begin);
    page_.passages.push_back(passage);
    at_ = passage.bytes.end;
  }
  void skipped(ByteRange bytes, SkipReason reason) {
    fill(bytes.begin);
    skip(bytes, reason);
  }
  void finish() { fill(text_.size()); }

 private:
  void fill(std::size_t end) {
    while (at_ < end) {
      std::size_t behind = at_;
      const bool white = is_white(next(text_, behind));
      for (std::size_t at = behind; at < end && is_white(next(text_, at)) == white;) behind = at;
      skip({at_, behind}, white ? SkipReason::whitespace : SkipReason::boilerplate);
    }
  }
  void skip(ByteRange bytes, SkipReason reason) {
    at_ = bytes.end;
    if (bytes.empty()) return;
    std::vector<Skipped>& all = page_.skipped;
    if (!all.empty() && all.back().reason == reason && all.back().bytes.end == bytes.begin) {
      all.back().bytes.end = bytes.end;
    } else {
      all.push_back({bytes, reason});
    }
  }

  std::string_view text_;
  Page& page_;
  std::size_t at_ = 0;
};

bool has_both(const Split& split) {
  bool arabic = false, english = false;
  for (const Part& part : split.parts) {
    arabic |= part.language == Language::arabic;
    english |= part.language == Language::english;
  }
  return arabic && english;
}

/// The parts of a line that is text.
std::vector<Part> parts_of(const LineFacts& line, const Split& split) {
  if (!split.parts.empty()) return split.parts;
  return {{line.inner, line.evidence.stronger}};
}

SkipReason reason_of(Language language) {
  return language == Language::other ? SkipReason::other_language : SkipReason::boilerplate;
}

void take_line(const LineFacts& line, const Split& split, Role role, Passage passage,
               Tiler& tiler) {
  if (role == Role::boilerplate) {
    tiler.skipped(line.inner, reason_of(Language::none));
    return;
  }
  for (const Part& part : parts_of(line, split)) {
    if (part.language == Language::arabic || part.language == Language::english) {
      passage.bytes = part.bytes;
      passage.language = part.language;
      tiler.passage(passage);
    } else {
      tiler.skipped(part.bytes, reason_of(part.language));
    }
  }
}

/// A passage that begins with the next line of `page`.
Passage passage_at(const Page& page, const LineFacts& line, Role role) {
  Passage passage;
  passage.role = role;
  passage.line = static_cast<std::uint32_t>(page.lines.size());
  passage.wrapped = !line.wrapped.empty();
  return passage;
}

void add_lines(const LineFacts& line, Language language, Role role, Page& page) {
  if (line.wrapped.empty()) page.lines.push_back({line.bytes, language, role});
  for (const ByteRange bytes : line.wrapped) page.lines.push_back({bytes, language, role});
}

}  // namespace

std::string_view name(Role role) noexcept {
  switch (role) {
    case Role::body:
      return "body";
    case Role::heading:
      return "heading";
    case Role::boilerplate:
      return "boilerplate";
    case Role::blank:
      break;
  }
  return "blank";
}

std::string_view code(SkipReason reason) noexcept {
  switch (reason) {
    case SkipReason::whitespace:
      return "whitespace";
    case SkipReason::boilerplate:
      return "boilerplate";
    case SkipReason::other_language:
      return "other_language";
    case SkipReason::undecodable:
      break;
  }
  return "undecodable";
}

Page read_page(std::string_view text) {
  std::vector<LineFacts> lines = page::join_wrapped(text, page::read_lines(text));
  page::settle_uncertain(lines);
  std::vector<Split> splits = page::split_lines(text, lines);
  const std::vector<Role> roles = page::read_roles(text, lines, splits);
  page::settle_untranslated(text, roles, splits, lines);
  Page result;
  result.lines.reserve(lines.size());
  Tiler tiler(text, result);
  std::uint32_t paragraph = 0;
  bool inside = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LineFacts& line = lines[i];
    const Language language = has_both(splits[i]) ? Language::mixed : line.evidence.language;
    Passage passage = passage_at(result, line, roles[i]);
    add_lines(line, language, roles[i], result);
    if (roles[i] == Role::blank) {
      paragraph += inside;
      inside = false;
      continue;
    }
    inside = true;
    passage.paragraph = paragraph;
    take_line(line, splits[i], roles[i], passage, tiler);
  }
  tiler.finish();
  return result;
}

Page read_monolingual(std::string_view text, Language language, bool join_wrapped) {
  Page result;
  Tiler tiler(text, result);
  const std::vector<LineFacts> lines =
      join_wrapped ? page::join_wrapped(text, page::read_lines(text)) : page::cut_lines(text);
  std::uint32_t paragraph = 0;
  bool inside = false;
  for (const LineFacts& line : lines) {
    if (line.blank()) {
      add_lines(line, Language::none, Role::blank, result);
      paragraph += inside;
      inside = false;
      continue;
    }
    inside = true;
    Passage passage = passage_at(result, line, Role::body);
    add_lines(line, language, Role::body, result);
    passage.bytes = line.inner;
    passage.language = language;
    passage.paragraph = paragraph;
    tiler.passage(passage);
  }
  tiler.finish();
  return result;
}

}  // namespace muwazi
