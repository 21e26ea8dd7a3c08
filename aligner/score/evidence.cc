#include "score/evidence.h"

#include <algorithm>
#include <bit>

namespace muwazi {
namespace {

/// Natural logarithm to about 1e-5, in plain arithmetic so that loops of it vectorise and the bits are
/// the same everywhere. x > 0.
inline float fast_log(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const auto exponent = static_cast<float>(static_cast<std::int32_t>(bits >> 23) - 127);
  const float m = std::bit_cast<float>((bits & 0x007FFFFFU) | 0x3F800000U);  // in [1, 2)
  // log2(m) by a polynomial with minimal error on [1, 2].
  const float log2m =
      -3.02915154F +
      m * (6.06687145F +
           m * (-5.26168251F +
                m * (3.21280029F + m * (-1.22929101F + m * (0.26502429F + m * -0.02456853F)))));
  return (exponent + log2m) * 0.69314718F;
}

/// The t of every target word given every source sentence of a window: sums and maxima, row by word.
class WindowTable {
 public:
  void fill(const SideTokens& source, const SideTokens& target, const Translations& translations,
            std::uint32_t sentence, Window window) {
    width_ = window.end - window.begin;
    const auto tokens = target.target[sentence];
    words_.assign(tokens.begin(), tokens.end());
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
    sums_.assign(words_.size() * width_, 0.0F);
    maxima_.assign(words_.size() * width_, 0.0F);
    for (std::size_t k = 0; k < words_.size(); ++k) {
      for (auto at = translations.begin[words_[k]]; at < translations.begin[words_[k] + 1]; ++at) {
        add(source.sentences[translations.source[at]], translations.t[at], k, window);
      }
    }
  }

  /// The different words of the sentence, and how often each stands there.
  [[nodiscard]] const std::vector<std::uint32_t>& words() const noexcept { return words_; }
  [[nodiscard]] float times(std::size_t word) const { return times_[word]; }
  [[nodiscard]] const float* sums(std::size_t word) const { return sums_.data() + word * width_; }
  [[nodiscard]] const float* maxima(std::size_t word) const {
    return maxima_.data() + word * width_;
  }

 private:
  /// `sentences` has one entry for each time that the source token stands in a sentence.
  void add(std::span<const std::uint32_t> sentences, float t, std::size_t word, Window window) {
    auto s = std::lower_bound(sentences.begin(), sentences.end(), window.begin);
    while (s != sentences.end() && *s < window.end) {
      const bool once = s + 1 == sentences.end() || s[1] != *s;
      const auto next = once ? s + 1 : std::upper_bound(s, sentences.end(), *s);
      const std::size_t at = word * width_ + (*s - window.begin);
      sums_[at] += t * static_cast<float>(next - s);
      maxima_[at] = std::max(maxima_[at], t);
      s = next;
    }
  }

  std::size_t width_ = 0;
  std::vector<std::uint32_t> words_;
  std::vector<float> times_, sums_, maxima_;
};

/// One target sentence against all source ranges of a window: the ranges grow by a sentence at a time, all of a length
/// side by side, so that the inner loops run over plain arrays.
class RangeSums {
 public:
  RangeSums(const SideTokens& source, const SideTokens& target, const Translations& translations,
            const Parameters& parameters)
      : source_(source), target_(target), translations_(translations), parameters_(parameters) {}

  /// Begins with a target sentence; gives its idf mass.
  float begin(std::uint32_t sentence, Window window) {
    window_ = window;
    width_ = window.end - window.begin;
    table_.fill(source_, target_, translations_, sentence, window);
    words_.clear();
    float content = 0.0F;
    for (std::size_t k = 0; k < table_.words().size(); ++k) {
      words_.push_back(word(table_.words()[k], table_.times(k)));
      content += words_.back().idf;
    }
    sums_.assign(words_.size() * width_, 0.0F);
    maxima_.assign(words_.size() * width_, 0.0F);
    counts_.assign(width_, 0.0F);
    return content;
  }

  /// The entries of all ranges of `length` sentences; called for 1, 2, 3 …
  void extend(std::uint32_t length, Evidence::Entry* out) {
    ranges_ = width_ - (length - 1);
    for (std::size_t s = 0; s < ranges_; ++s) {
      const std::uint32_t last = window_.begin + static_cast<std::uint32_t>(s) + length - 1;
      counts_[s] += static_cast<float>(source_.source[last].size());
    }
    for (auto* values : {&likelihood_, &uncovered_, &neighbour_}) values->assign(ranges_, 0.0F);
    for (std::size_t k = 0; k < words_.size(); ++k) {
      grow(k, length);
      if (words_[k].scale > 0.0F) add_likelihood(k);
      if (words_[k].idf > 0.0F) add_cover(k, length);
    }
    for (std::size_t s = 0; s < ranges_; ++s)
      out[s] = {likelihood_[s], uncovered_[s], neighbour_[s]};
  }

 private:
  struct TargetWord {
    float idf = 0.0F;    ///< what it counts where nothing explains it, each time it stands there
    float scale = 0.0F;  ///< mix / p(e); 0: a word that says nothing
    float times = 1.0F;
  };

  /// A word that neither the lexicon nor the other side of the document knows would stay unexplained in a right
  /// bead as in a wrong one: it counts little.
  [[nodiscard]] TargetWord word(std::uint32_t number, float times) const {
    const SideTokens::Token& token = target_.tokens[number];
    const bool translated = translations_.begin[number] != translations_.begin[number + 1];
    if (token.number == kUnknownToken && !translated)
      return {times * token.idf * parameters_.unknown_word, 0.0F, times};
    return {times * token.idf, parameters_.mix / token.probability, times};
  }

  void grow(std::size_t k, std::uint32_t length) {
    float* const sum = sums_.data() + k * width_;
    float* const maximum = maxima_.data() + k * width_;
    const float* const more = table_.sums(k) + (length - 1);
    const float* const most = table_.maxima(k) + (length - 1);
    for (std::size_t s = 0; s < ranges_; ++s) sum[s] += more[s];
    for (std::size_t s = 0; s < ranges_; ++s) maximum[s] = std::max(maximum[s], most[s]);
  }

  void add_likelihood(std::size_t k) {
    const float* const sum = sums_.data() + k * width_;
    const float rest = 1.0F - parameters_.mix, scale = words_[k].scale, times = words_[k].times;
    float* const likelihood = likelihood_.data();
    const float* const counts = counts_.data();
    for (std::size_t s = 0; s < ranges_; ++s) {
      likelihood[s] += times * fast_log(rest + scale * sum[s] / std::max(counts[s], 1.0F));
    }
  }

  void add_cover(std::size_t k, std::uint32_t length) {
    const float* const maximum = maxima_.data() + k * width_;
    const float* const most = table_.maxima(k);
    const float idf = words_[k].idf, per_cover = 1.0F / parameters_.full_cover;
    for (std::size_t s = 0; s < ranges_; ++s) {
      uncovered_[s] += idf * (1.0F - std::min(maximum[s] * per_cover, 1.0F));
    }
    for (std::size_t s = 0; s < ranges_; ++s) {
      const float before = s > 0 ? most[s - 1] : 0.0F;
      const float after = s + length < width_ ? most[s + length] : 0.0F;
      const float beside = std::min(std::max(before, after) * per_cover, 1.0F);
      neighbour_[s] += idf * std::max(beside - std::min(maximum[s] * per_cover, 1.0F), 0.0F);
    }
  }

  const SideTokens &source_, &target_;
  const Translations& translations_;
  const Parameters& parameters_;
  Window window_;
  std::size_t width_ = 0, ranges_ = 0;
  WindowTable table_;
  std::vector<TargetWord> words_;
  std::vector<float> sums_, maxima_;  ///< of the present length, row by word
  std::vector<float> counts_, likelihood_, uncovered_, neighbour_;
};

}  // namespace

Evidence::Evidence(const SideTokens& source, const SideTokens& target,
                   const Translations& translations, const std::vector<Window>& windows,
                   const Parameters& parameters)
    : windows_(windows) {
  std::size_t total = 0;
  for (const Window& window : windows_) {
    offsets_.push_back(total);
    total += std::size_t{kLongest} * (window.end - window.begin);
  }
  entries_.resize(total);
  RangeSums sums(source, target, translations, parameters);
  for (std::uint32_t j = 0; j < target.size(); ++j) {
    const std::uint32_t width = windows_[j].end - windows_[j].begin;
    content_.push_back(sums.begin(j, windows_[j]));
    for (std::uint32_t length = 1; length <= std::min(kLongest, width); ++length) {
      sums.extend(length, entries_.data() + offsets_[j] + std::size_t{length - 1} * width);
    }
  }
}

}  // namespace muwazi
