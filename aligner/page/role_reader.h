// The steps by which lines get their roles; see roles.cc.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "page/lines.h"
#include "page/splits.h"

namespace muwazi::page {

enum class Kind : std::uint8_t {
  blank,
  symbols,
  number,
  text,
  boilerplate,
  opener,
  menu,
  language,
  ticker
};

class RoleReader {
 public:
  RoleReader(std::string_view text, const std::vector<LineFacts>& lines, std::vector<Split>& splits)
      : text_(text), lines_(lines), splits_(splits) {}

  std::vector<Role> read() {
    read_kinds();
    find_text();
    settle_unknown_items();
    settle_menus();
    settle_bylines();
    settle_lists();
    settle_end();
    return roles();
  }

 private:
  void read_kinds();
  Kind kind_of(std::size_t i, bool many_rows);
  void find_text();
  struct Items;
  [[nodiscard]] Items items_from(std::size_t begin) const;
  [[nodiscard]] bool is_menu(const Items& items, std::size_t begin) const;
  void settle_menus();
  void settle_unknown_items();
  void settle_bylines();
  void settle_lists();
  struct List;
  [[nodiscard]] bool begins_prose(std::size_t i) const;
  [[nodiscard]] std::size_t text_in_list(std::size_t begin, std::size_t end) const;
  [[nodiscard]] List list_after(std::size_t opener) const;
  [[nodiscard]] Language language_before(std::size_t i) const;
  void settle_list(std::size_t opener);
  void settle_end();
  [[nodiscard]] bool cut_at_one_length(std::size_t begin) const;
  [[nodiscard]] bool is_heading(std::size_t i) const;
  [[nodiscard]] std::vector<Role> roles() const;

  [[nodiscard]] bool fixed(std::size_t i) const { return !splits_[i].parts.empty(); }
  [[nodiscard]] bool around(Kind k) const {
    return k == Kind::boilerplate || k == Kind::opener || k == Kind::menu || k == Kind::language;
  }
  [[nodiscard]] bool is_boilerplate(std::size_t i) const {
    return i < lines_.size() && (kinds_[i] == Kind::boilerplate || kinds_[i] == Kind::number);
  }
  /// A paragraph: a line long enough, or short but a sentence.
  [[nodiscard]] bool is_paragraph(std::size_t i) const {
    return kinds_[i] == Kind::text && (fixed(i) || lines_[i].tokens >= 12 ||
                                       (lines_[i].tokens >= 5 && lines_[i].ends_sentence));
  }
  [[nodiscard]] std::size_t nonblank_after(std::size_t i) const;
  [[nodiscard]] std::size_t nonblank_before(std::size_t i) const;
  [[nodiscard]] Language language(std::size_t i) const { return lines_[i].evidence.stronger; }

  std::string_view text_;
  const std::vector<LineFacts>& lines_;
  std::vector<Split>& splits_;
  std::vector<Kind> kinds_;
  std::size_t first_ = 0, last_ = 0;  ///< the first and the last paragraph; first_ > last_: none
  /// While lists are read from the end: the next line of text, and the one after the run of lines of
  /// text that was passed last.
  std::size_t next_text_ = 0, after_run_ = 0;
  bool mostly_items_ = false;  ///< more items of menus and the like than other lines, by far
  static constexpr std::size_t kProse = 8;  ///< tokens that a sentence of prose has at least
  std::array<std::size_t, 2> prose_{};      ///< tokens of such sentences: English, Arabic
  bool blocks_ = false;  ///< the languages change rarely from paragraph to paragraph
};

}  // namespace muwazi::page
