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

void WindowTable::forget_words() {
  for (const Row& row : rows_) row_of_[row.token] = kUnknownToken;
  rows_.clear();
  words_.clear();
  begins_.assign(1, 0);
}

void WindowTable::add_words(std::uint32_t sentence, Window window) {
  const std::size_t first = words_.size();
  for (const std::uint32_t token : target_.target[sentence]) {
    if (content_only_ && target_.tokens[token].idf <= 0.0F) continue;
    std::uint32_t& number = row_of_[token];
    if (number == kUnknownToken) {
      number = static_cast<std::uint32_t>(rows_.size());
      rows_.push_back({.token = token, .window = window, .word = words_.size()});
      words_.push_back({token, number, 1.0F});
      continue;
    }
    Row& row = rows_[number];
    if (row.word >= first) {
      words_[row.word].times += 1.0F;
    } else {
      row.window = together(row.window, window);
      row.word = words_.size();
      words_.push_back({token, number, 1.0F});
    }
  }
  begins_.push_back(words_.size());
}

void WindowTable::fill_rows() {
  std::size_t size = kLanes;
  for (Row& row : rows_) {
    row.place = size;
    size += std::size_t{row.window.size()} + kLanes;
  }
  sums_.assign(size, 0.0F);
  covers_.assign(size, 0.0F);
  for (Row& row : rows_) {
    const auto end = translations_.begin[row.token + 1];
    for (auto at = translations_.begin[row.token]; at < end; ++at) {
      // Most translations of a word stand nowhere near.
      if (held_[translations_.source[at]] != 0)
        add(translations_.source[at], translations_.t[at], row);
    }
  }
  for (float& cover : covers_) cover = std::min(cover * per_cover_, 1.0F);
}

/// The token's sentences are listed once for each time that it stands there.
void WindowTable::add(std::uint32_t token, float t, Row& row) {
  const Lists& sentences = source_.sentences;
  const std::uint32_t end = sentences.begin[token + 1];
  std::uint32_t at = next_[token];
  while (at > sentences.begin[token] && sentences.items[at - 1] >= row.window.begin) --at;
  while (at < end && sentences.items[at] < row.window.begin) ++at;
  next_[token] = at;
  while (at < end && sentences.items[at] < row.window.end) {
    const std::uint32_t sentence = sentences.items[at];
    const std::size_t cell = row.cell(sentence);
    float sum = sums_[cell];
    for (; at < end && sentences.items[at] == sentence; ++at) sum += t;
    sums_[cell] = sum;
    covers_[cell] = std::max(covers_[cell], t);
    row.explained = true;
  }
}

}  // namespace muwazi
