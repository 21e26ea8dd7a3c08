#include "score/window_table.h"

#include <algorithm>
#include <numeric>

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
      held_(source.tokens.size()),
      number_(source.tokens.size()),
      row_of_(target.tokens.size(), kUnknownToken) {}

/// What is asked of a window's words is asked often: their places are gathered from the text's lists, which lie far
/// apart.
void WindowTable::move_to(Window window) {
  for (const std::uint32_t token : tokens_) held_.erase(token);
  tokens_.clear();
  window_ = window;
  const auto for_each_occurrence = [&](auto f) {
    for (std::uint32_t s = window.begin; s < window.end; ++s) {
      for (const std::uint32_t token : source_.source[s]) f(token, s);
    }
  };
  places_.begin.assign(2, 0);  // the begin of the number before
  for_each_occurrence([&](std::uint32_t token, std::uint32_t) {
    if (!held_.has(token)) {
      held_.insert(token);
      number_[token] = static_cast<std::uint32_t>(tokens_.size());
      tokens_.push_back(token);
      places_.begin.push_back(0);
    }
    ++places_.begin[number_[token] + 2];
  });
  std::partial_sum(places_.begin.begin(), places_.begin.end(), places_.begin.begin());
  places_.items.resize(places_.begin.back());
  for_each_occurrence([&](std::uint32_t token, std::uint32_t s) {
    places_.items[places_.begin[number_[token] + 1]++] = s;
  });
  places_.begin.pop_back();
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
      if (held_.has(translations_.source[at]))
        add(translations_.source[at], translations_.t[at], row);
    }
  }
  for (float& cover : covers_) cover = std::min(cover * per_cover_, 1.0F);
}

/// The token's sentences are listed once for each time that it stands there.
void WindowTable::add(std::uint32_t token, float t, Row& row) {
  const std::span<const std::uint32_t> places = places_[number_[token]];
  auto at = std::lower_bound(places.begin(), places.end(), row.window.begin);
  while (at != places.end() && *at < row.window.end) {
    const std::uint32_t sentence = *at;
    const std::size_t cell = row.cell(sentence);
    float sum = sums_[cell];
    for (; at != places.end() && *at == sentence; ++at) sum += t;
    sums_[cell] = sum;
    covers_[cell] = std::max(covers_[cell], t);
    row.explained = true;
  }
}

}  // namespace muwazi
