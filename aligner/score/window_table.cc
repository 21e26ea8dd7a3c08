#include "score/window_table.h"

#include <algorithm>

namespace muwazi {

Window together(Window x, Window y) {
  if (x.size() == 0) return y;
  if (y.size() == 0) return x;
  return {std::min(x.begin, y.begin), std::max(x.end, y.end)};
}

WindowTable::WindowTable(const SideTokens& source, const SideTokens& target,
                         const Translations& translations, float full_cover, bool content_only)
    : source_(source),
      target_(target),
      translations_(translations),
      per_cover_(1.0F / full_cover),
      content_only_(content_only),
      next_(source.sentences.begin.begin(), source.sentences.begin.end()),
      held_(source.tokens.size(), 0),
      row_of_(target.tokens.size(), kUnknownToken) {}

void WindowTable::fill(std::span<const std::uint32_t> sentences, Window window) {
  move_to(window);
  list_words(sentences);
  stride_ = std::size_t{window.size()} + 2 * std::size_t{kLanes};
  sums_.assign(rows() * stride_, 0.0F);
  covers_.assign(rows() * stride_, 0.0F);
  for (std::size_t row = 0; row < rows(); ++row) {
    const auto end = translations_.begin[tokens_[row] + 1];
    for (auto at = translations_.begin[tokens_[row]]; at < end; ++at) {
      // Most translations of a word stand nowhere near.
      if (held_[translations_.source[at]] != 0)
        add(translations_.source[at], translations_.t[at], row);
    }
  }
  for (float& cover : covers_) cover = std::min(cover * per_cover_, 1.0F);
}

void WindowTable::move_to(Window window) {
  const auto count = [this](std::uint32_t begin, std::uint32_t end, std::int32_t by) {
    for (std::uint32_t s = begin; s < end; ++s) {
      for (const std::uint32_t token : source_.source[s]) held_[token] += by;
    }
  };
  count(window.begin, std::min(window.end, window_.begin), 1);
  count(std::max(window.begin, window_.end), window.end, 1);
  count(window_.begin, std::min(window_.end, window.begin), -1);
  count(std::max(window_.begin, window.end), window_.end, -1);
  window_ = window;
}

void WindowTable::list_words(std::span<const std::uint32_t> sentences) {
  for (const std::uint32_t token : tokens_) row_of_[token] = kUnknownToken;
  tokens_.clear();
  word_of_row_.clear();
  words_.clear();
  begins_.assign(1, 0);
  for (const std::uint32_t sentence : sentences) {
    const std::size_t first = words_.size();
    for (const std::uint32_t token : target_.target[sentence]) {
      if (content_only_ && target_.tokens[token].idf <= 0.0F) continue;
      std::uint32_t& row = row_of_[token];
      if (row == kUnknownToken) {
        row = static_cast<std::uint32_t>(tokens_.size());
        tokens_.push_back(token);
        word_of_row_.push_back(0);
      }
      const std::size_t place = word_of_row_[row];
      if (place >= first && place < words_.size() && words_[place].row == row) {
        words_[place].times += 1.0F;
      } else {
        word_of_row_[row] = words_.size();
        words_.push_back({token, row, 1.0F});
      }
    }
    begins_.push_back(words_.size());
  }
}

/// The token's sentences are listed once for each time that it stands there.
void WindowTable::add(std::uint32_t token, float t, std::size_t row) {
  const Lists& sentences = source_.sentences;
  const std::uint32_t end = sentences.begin[token + 1];
  std::uint32_t at = next_[token];
  while (at > sentences.begin[token] && sentences.items[at - 1] >= window_.begin) --at;
  while (at < end && sentences.items[at] < window_.begin) ++at;
  next_[token] = at;
  for (; at < end && sentences.items[at] < window_.end; ++at) {
    const std::size_t cell = place(row) + (sentences.items[at] - window_.begin);
    sums_[cell] += t;
    covers_[cell] = std::max(covers_[cell], t);
  }
}

}  // namespace muwazi
