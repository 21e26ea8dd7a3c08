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

/// "2)", "12)", "b)", "أ)": one letter or two digits behind a space.
bool is_of_list_marker(std::string_view text, std::size_t bracket) {
  std::size_t at = bracket, letters = 0, digits = 0;
  while (at > 0) {
    const char32_t c = previous(text, at);
    if (is_space(c)) break;
    if (!is_letter(c) && !is_digit(c)) return false;
    ++(is_digit(c) ? digits : letters);
    if (letters + digits > 2) return false;
  }
  return (letters == 1 && digits == 0) || (letters == 0 && digits > 0);
}

/// ":)", ";-(".
bool is_of_face(std::string_view before) {
  if (before.ends_with('-')) before.remove_suffix(1);
  return before.ends_with(':') || before.ends_with(';');
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
    Tally& tally = of(mark);
    ++(mark.turn == Turn::opens    ? tally.opening
       : mark.turn == Turn::closes ? tally.closing
                                   : tally.either);
    if (mark.turn == Turn::either) mark.turn = turn_by_spaces(around(text_, mark.bytes));
    if (mark.turn == Turn::opens || (mark.turn == Turn::either && tally.open == 0)) {
      ++tally.open;
      open_.push_back(mark);
    } else {
      close(mark);
    }
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
    if (!open_.empty()) return false;
    if (sort_ == MarkSort::quotation)
      return mark.turn == Turn::either && is_digit(around(text_, mark.bytes).before);
    return is_of_face(text_.substr(0, mark.bytes.begin)) ||
           (mark.turn == Turn::closes && is_of_list_marker(text_, mark.bytes.begin));
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
