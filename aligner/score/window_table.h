// Word translations between one sentence and those around its place on the other side, as plain arrays.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "score/side.h"

namespace muwazi {

/// Half-open range of source sentences that a target sentence may be in a bead with.
struct Window {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
  friend bool operator==(const Window&, const Window&) = default;
};

/// The t of every word of a target sentence given every source sentence of a window: sums and maxima, row by word.
class WindowTable {
 public:
  WindowTable(const SideTokens& source, const SideTokens& target, const Translations& translations)
      : source_(source),
        target_(target),
        translations_(translations),
        next_(source.sentences.begin.begin(), source.sentences.begin.end()) {}

  /// Fast where windows move little from call to call. `content_only`: only words that carry content (idf > 0).
  void fill(std::uint32_t sentence, Window window, bool content_only = false) {
    window_ = window;
    list_words(sentence, content_only);
    sums_.assign(words_.size() * window.size(), 0.0F);
    maxima_.assign(words_.size() * window.size(), 0.0F);
    for (std::size_t k = 0; k < words_.size(); ++k) {
      const auto end = translations_.begin[words_[k] + 1];
      for (auto at = translations_.begin[words_[k]]; at < end; ++at)
        add(translations_.source[at], translations_.t[at], k * window.size());
    }
  }

  /// The different words of the sentence, and how often each stands there.
  [[nodiscard]] const std::vector<std::uint32_t>& words() const noexcept { return words_; }
  [[nodiscard]] float times(std::size_t word) const { return times_[word]; }
  [[nodiscard]] const float* sums(std::size_t word) const {
    return sums_.data() + word * window_.size();
  }
  [[nodiscard]] const float* maxima(std::size_t word) const {
    return maxima_.data() + word * window_.size();
  }

 private:
  void list_words(std::uint32_t sentence, bool content_only) {
    words_.clear();
    for (const std::uint32_t word : target_.target[sentence]) {
      if (!content_only || target_.tokens[word].idf > 0.0F) words_.push_back(word);
    }
    std::sort(words_.begin(), words_.end());
    times_.clear();
    std::size_t kept = 0;
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (kept > 0 && words_[kept - 1] == words_[k]) {
        times_.back() += 1.0F;
      } else {
        words_[kept++] = words_[k];
        times_.push_back(1.0F);
      }
    }
    words_.resize(kept);
  }

  /// The token's sentences are listed once for each time that it stands there.
  void add(std::uint32_t token, float t, std::size_t row) {
    const Lists& sentences = source_.sentences;
    const std::uint32_t end = sentences.begin[token + 1];
    std::uint32_t at = next_[token];
    while (at > sentences.begin[token] && sentences.items[at - 1] >= window_.begin) --at;
    while (at < end && sentences.items[at] < window_.begin) ++at;
    next_[token] = at;
    for (; at < end && sentences.items[at] < window_.end; ++at) {
      const std::size_t cell = row + (sentences.items[at] - window_.begin);
      sums_[cell] += t;
      maxima_[cell] = std::max(maxima_[cell], t);
    }
  }

  const SideTokens &source_, &target_;
  const Translations& translations_;
  std::vector<std::uint32_t> next_;  ///< of each source token: its first place not before window_
  Window window_;
  std::vector<std::uint32_t> words_;
  std::vector<float> times_, sums_, maxima_;
};

}  // namespace muwazi
