#include "check/paired_marks.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

/// Only marks of one kind are partners.
enum class Kind : std::uint8_t { round, square, ornate, quotation };
constexpr std::size_t kKinds = 4;

struct Mark {
  ByteRange bytes;
  Kind kind = Kind::round;
  Turn turn = Turn::either;
};

struct KnownMark {
  char32_t character;
  Kind kind;
  Turn turn;
};

constexpr std::array<KnownMark, 6> kBrackets = {{{U'(', Kind::round, Turn::opens},
                                                 {U')', Kind::round, Turn::closes},
                                                 {U'[', Kind::square, Turn::opens},
                                                 {U']', Kind::square, Turn::closes},
                                                 {U'﴾', Kind::ornate, Turn::either},
                                                 {U'﴿', Kind::ornate, Turn::either}}};
constexpr std::array<KnownMark, 6> kQuotations = {{{U'"', Kind::quotation, Turn::either},
                                                   {U'«', Kind::quotation, Turn::opens},
                                                   {U'»', Kind::quotation, Turn::closes},
                                                   {U'“', Kind::quotation, Turn::opens},
                                                   {U'„', Kind::quotation, Turn::opens},
                                                   {U'”', Kind::quotation, Turn::closes}}};

std::optional<KnownMark> known(char32_t c, MarkSort sort) {
  const auto& all = sort == MarkSort::bracket ? kBrackets : kQuotations;
  const auto* const found =
      std::find_if(all.begin(), all.end(), [c](const KnownMark& k) { return k.character == c; });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

/// What stands before and behind a mark; a space at the ends of the text.
struct Around {
  char32_t before = U' ', behind = U' ';
};

Around around(std::string_view text, ByteRange mark) {
  Around out;
  if (std::size_t at = mark.begin; at > 0) out.before = previous(text, at);
  if (std::size_t at = mark.end; at < text.size()) out.behind = next(text, at);
  return out;
}

/// A mark that has no turn of its own opens behind a space and before a letter, and closes the other way round.
Turn turn_by_spaces(Around around) {
  const bool apart = is_space(around.before) || around.before == U'(' || around.before == U'[' ||
                     known(around.before, MarkSort::quotation);
  const bool ends = is_space(around.behind) || is_punctuation(around.behind);
  if (apart == ends) return Turn::either;
  return apart ? Turn::opens : Turn::closes;
}

/// "2)", "1.2)", "iv)", "b)", "أ)": letters of one kind or digits and points, behind a space.
bool is_marker(std::string_view token) {
  constexpr std::string_view kRoman = "ivxIVX";
  std::size_t letters = 0, others = 0;
  for (std::size_t at = 0; at < token.size();) {
    const char32_t c = next(token, at);
    if (!is_letter(c) && !is_digit(c) && c != U'.') return false;
    ++(is_letter(c) ? letters : others);
  }
  const bool roman = token.find_first_not_of(kRoman) == std::string_view::npos;
  return letters == 0 ? others > 0 && others < 5 : others == 0 && (letters == 1 || roman);
}

/// Whether the bracket closes a list marker, which stands at the begin of a line or behind a mark; inside of another bracket not
/// behind a comma, "(items 1, 2)", and no number behind a colon.
bool is_of_list_marker(std::string_view text, std::size_t bracket, bool in_bracket) {
  constexpr std::string_view kSpaces = " \t\n";
  constexpr std::size_t kLongest = 6;  // bytes
  const std::size_t from = bracket - std::min(bracket, kLongest + 1);
  const std::size_t space = text.substr(from, bracket - from).find_last_of(kSpaces);
  if (space == std::string_view::npos && from > 0) return false;
  const std::size_t begin = space == std::string_view::npos ? 0 : from + space + 1;
  if (!is_marker(text.substr(begin, bracket - begin))) return false;
  const std::string_view before = text.substr(0, begin);
  std::size_t last = before.find_last_not_of(" \t");
  if (last == std::string_view::npos || before[last] == '\n') return true;
  const char32_t mark = previous(before, ++last);
  const bool comma = mark == U',' || mark == U'،';
  std::size_t at = begin;
  const bool inside = comma || (mark == U':' && is_digit(next(text, at)));  // "(outline: 0)"
  return is_punctuation(mark) && !(inside && in_bracket);
}

/// ":)", ";-(" and a space.
bool is_of_face(std::string_view before, char32_t behind) {
  if (before.ends_with('-')) before.remove_suffix(1);
  return is_space(behind) && (before.ends_with(':') || before.ends_with(';'));
}

/// How many marks of a kind turn which way, and how many are open.
struct Tally {
  std::ptrdiff_t opening = 0, closing = 0, either = 0, open = 0;

  /// Spaces do not tell everywhere which way straight marks turn, and texts written from the right may have brackets and
  /// directed marks turned round: then as many open as close.
  [[nodiscard]] bool even() const {
    const std::ptrdiff_t rest = either - std::abs(opening - closing);
    return rest >= 0 && rest % 2 == 0;
  }
};

class Pairing {
 public:
  Pairing(std::string_view text, MarkSort sort) : text_(text), sort_(sort) {}

  PairedMarks run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at;
      const std::optional<KnownMark> mark = known(next(text_, at), sort_);
      if (mark) add({{begin, at}, mark->kind, mark->turn});
    }
    for (const Mark& mark : open_) unpaired_.push_back(mark);
    for (const Mark& mark : unpaired_) {
      if (!of(mark).even()) out_.unpaired.push_back({mark.bytes, mark.turn});
    }
    std::sort(
        out_.unpaired.begin(), out_.unpaired.end(),
        [](const UnpairedMark& x, const UnpairedMark& y) { return x.bytes.begin < y.bytes.begin; });
    return std::move(out_);
  }

 private:
  void add(Mark mark) {
    if (is_none(mark)) return;
    const bool straight = mark.turn == Turn::either;
    const Turn by_spaces = turn_by_spaces(around(text_, mark.bytes));
    if (sort_ == MarkSort::quotation && !straight) mark.turn = turn_of_directed(mark, by_spaces);
    Tally& tally = of(mark);
    ++(mark.turn == Turn::opens    ? tally.opening
       : mark.turn == Turn::closes ? tally.closing
                                   : tally.either);
    if (straight) mark.turn = by_spaces;
    if (mark.turn == Turn::opens || (mark.turn == Turn::either && tally.open == 0)) {
      ++tally.open;
      open_.push_back(mark);
    } else {
      close(mark);
    }
  }

  /// Behind a letter that is joined to the quotation (ب) a mark that was turned round opens.
  [[nodiscard]] Turn turn_of_directed(const Mark& mark, Turn by_spaces) const {
    if (by_spaces != Turn::either) return by_spaces;
    return open_.empty() && is_letter(around(text_, mark.bytes).behind) ? Turn::opens : mark.turn;
  }

  /// Marks that were opened in between are left without a partner.
  void close(const Mark& mark) {
    if (of(mark).open == 0) {
      unpaired_.push_back(mark);
      return;
    }
    for (bool paired = false; !paired; open_.pop_back()) {
      const Mark& last = open_.back();
      --of(last).open;
      paired = last.kind == mark.kind;
      if (paired) {
        out_.pairs.push_back({last.bytes.begin, mark.bytes.end});
      } else {
        unpaired_.push_back(last);
      }
    }
  }

  [[nodiscard]] bool is_none(const Mark& mark) const {
    const Around beside = around(text_, mark.bytes);
    if (sort_ == MarkSort::quotation)
      return open_.empty() && mark.turn != Turn::opens && is_digit(beside.before);
    if (open_.empty() && is_of_face(text_.substr(0, mark.bytes.begin), beside.behind)) return true;
    return mark.turn == Turn::closes && is_of_list_marker(text_, mark.bytes.begin, !open_.empty());
  }

  Tally& of(const Mark& mark) { return tallies_[static_cast<std::size_t>(mark.kind)]; }

  std::string_view text_;
  MarkSort sort_;
  std::array<Tally, kKinds> tallies_;
  std::vector<Mark> open_, unpaired_;
  PairedMarks out_;
};

}  // namespace

PairedMarks paired_marks(std::string_view text, MarkSort sort) { return Pairing(text, sort).run(); }

}  // namespace muwazi::check
