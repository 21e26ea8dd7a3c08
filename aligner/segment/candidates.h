// ICU's sentence breaks of a text, pulled one after another.
#pragma once
#include <cstddef>
#include <memory>
#include <string_view>

namespace muwazi::segment {

/// Runs ICU's break iterator over the UTF-8 bytes themselves (UText), in pieces that end at a line
/// end, so memory stays small and offsets stay below ICU's 2 GiB. Linear time in all.
class Candidates {
 public:
  Candidates();
  ~Candidates();
  Candidates(const Candidates&) = delete;
  Candidates& operator=(const Candidates&) = delete;

  /// Starts over at the beginning of `text`, which must stay alive.
  void reset(std::string_view text);

  /// The first break at or after `position`; text.size() where there is none. `position` must not
  /// fall between two calls.
  [[nodiscard]] std::size_t at_or_after(std::size_t position);

 private:
  struct Icu;
  void open_piece();
  void advance();

  std::unique_ptr<Icu> icu_;
  std::string_view text_;
  std::size_t piece_begin_ = 0, piece_end_ = 0;
  std::size_t break_ = 0;
};

}  // namespace muwazi::segment
