// Word translations between some sentences and those around their places on the other side, as plain arrays.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "score/side.h"
#include "score/token_set.h"

namespace muwazi {

/// Half-open range of source sentences that a target sentence may be in a bead with.
struct Window {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const noexcept { return begin < end ? end - begin : 0; }
  friend bool operator==(const Window&, const Window&) = default;
};

/// The smallest window that holds both.
[[nodiscard]] Window together(Window x, Window y);

/// For every word of some target sentences and every source sentence near one that has it, t(word | source word): their
/// sum, and how far the greatest of them explains the word. A word that many of the sentences have is worked out once.
class WindowTable {
 public:
  /// Rows have so many zeros before and behind them, so that as many numbers can be read from any place on.
  static constexpr std::uint32_t kLanes = 8;

  struct WordCount {
    std::uint32_t token, row;
    float times;
  };

  /// `content_only`: only words that carry content (idf > 0).
  WindowTable(const SideTokens& source, const SideTokens& target, const Translations& translations,
              float full_cover, bool content_only = false);

  /// `window` holds the windows of all these sentences, window_of(sentence) is that of one. Windows of sentences that
  /// rise should rise, too: else it takes longer.
  template <class WindowOf>
  void fill(std::span<const std::uint32_t> sentences, Window window, WindowOf window_of) {
    move_to(window);
    forget_words();
    for (const std::uint32_t sentence : sentences) add_words(sentence, window_of(sentence));
    fill_rows();
  }

  /// The different words of the k-th of the sentences.
  [[nodiscard]] std::span<const WordCount> words(std::size_t k) const {
    return {words_.data() + begins_[k], words_.data() + begins_[k + 1]};
  }
  /// A row's numbers, from a source sentence on that is in the window of one of the target sentences that have the word:
  /// sums of t, and min(1, greatest t / full_cover).
  [[nodiscard]] const float* sums(std::size_t row, std::uint32_t source) const {
    return sums_.data() + rows_[row].cell(source);
  }
  [[nodiscard]] const float* covers(std::size_t row, std::uint32_t source) const {
    return covers_.data() + rows_[row].cell(source);
  }
  /// Whether nothing in the row's windows explains the word: all its numbers are 0.
  [[nodiscard]] bool empty(std::size_t row) const { return !rows_[row].explained; }

 private:
  struct Row {
    std::uint32_t token = kUnknownToken;
    Window window;          ///< of all sentences that have the word
    std::size_t word = 0;   ///< the place in words_ that had the row last
    std::size_t place = 0;  ///< of the window's first number
    bool explained = false;

    [[nodiscard]] std::size_t cell(std::uint32_t source) const {
      return place + source - window.begin;
    }
  };

  void move_to(Window window);
  void forget_words();
  void add_words(std::uint32_t sentence, Window window);
  void fill_rows();
  void add(std::uint32_t token, float t, Row& row);

  const SideTokens &source_, &target_;
  const Translations& translations_;
  float per_cover_;
  bool content_only_;
  Window window_;
  TokenSet held_;                      ///< source tokens that stand in window_
  std::vector<std::uint32_t> number_;  ///< of each of these, by first occurrence there
  std::vector<std::uint32_t> tokens_;  ///< by number
  Lists places_;  ///< of each number: the sentences in window_, rising, once an occurrence
  std::vector<std::uint32_t> row_of_;  ///< of each target token; kUnknownToken: none
  std::vector<Row> rows_;
  std::vector<std::size_t> begins_;  ///< of each sentence's words
  std::vector<WordCount> words_;
  std::vector<float> sums_, covers_;
};

/// Calls f(sentences, window) for stretches of sentences, which rise, whose windows lie near together.
template <class WindowOf, class F>
void for_each_stretch(std::span<const std::uint32_t> sentences, WindowOf window_of, F f) {
  constexpr std::size_t kMost = 32;       // sentences
  constexpr std::uint32_t kSpread = 128;  // source sentences beyond the widest window
  for (std::size_t begin = 0; begin < sentences.size();) {
    Window window = window_of(sentences[begin]);
    std::uint32_t widest = window.size();
    std::size_t end = begin + 1;
    for (; end < sentences.size() && end - begin < kMost; ++end) {
      const Window next = window_of(sentences[end]);
      const Window both = together(window, next);
      if (both.size() > std::max(widest, next.size()) + kSpread) break;
      window = both;
      widest = std::max(widest, next.size());
    }
    f(sentences.subspan(begin, end - begin), window);
    begin = end;
  }
}

}  // namespace muwazi
