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
    words_.clear();
    for (const std::uint32_t token : target.target[sentence]) words_.push_back(token);
    sums_.assign(words_.size() * width_, 0.0F);
    maxima_.assign(words_.size() * width_, 0.0F);
    for (std::size_t k = 0; k < words_.size(); ++k) {
      for (auto at = translations.begin[words_[k]]; at < translations.begin[words_[k] + 1]; ++at) {
        add(source.sentences[translations.source[at]], translations.t[at], k, window);
      }
    }
  }

  [[nodiscard]] const std::vector<std::uint32_t>& words() const noexcept { return words_; }
  [[nodiscard]] const float* sums(std::size_t word) const { return sums_.data() + word * width_; }
  [[nodiscard]] const float* maxima(std::size_t word) const {
    return maxima_.data() + word * width_;
  }

 private:
  void add(std::span<const std::uint32_t> sentences, float t, std::size_t word, Window window) {
    const auto first = std::lower_bound(sentences.begin(), sentences.end(), window.begin);
    for (auto s = first; s != sentences.end() && *s < window.end; ++s) {
      const std::size_t at = word * width_ + (*s - window.begin);
      sums_[at] += t;
      maxima_[at] = std::max(maxima_[at], t);
    }
  }

  std::size_t width_ = 0;
  std::vector<std::uint32_t> words_;
  std::vector<float> sums_, maxima_;
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
  WindowTable table;
  std::vector<float> sums, maxima, counts, likelihood, uncovered, neighbour;
  const float mix = parameters.mix, rest = 1.0F - parameters.mix,
              per_cover = 1.0F / parameters.full_cover;
  for (std::uint32_t j = 0; j < target.size(); ++j) {
    const Window window = windows_[j];
    const std::size_t width = window.end - window.begin;
    table.fill(source, target, translations, j, window);
    const std::size_t words = table.words().size();
    float content = 0.0F;
    for (const std::uint32_t word : table.words()) content += target.tokens[word].idf;
    content_.push_back(content);
    sums.assign(words * width, 0.0F);
    maxima.assign(words * width, 0.0F);
    counts.assign(width, 0.0F);
    for (std::uint32_t length = 1; length <= kLongest; ++length) {
      if (width < length) break;
      const std::size_t ranges = width - (length - 1);
      for (std::size_t s = 0; s < ranges; ++s) {
        const std::uint32_t last = window.begin + static_cast<std::uint32_t>(s) + length - 1;
        counts[s] += static_cast<float>(source.source[last].size());
      }
      likelihood.assign(ranges, 0.0F);
      uncovered.assign(ranges, 0.0F);
      neighbour.assign(ranges, 0.0F);
      for (std::size_t k = 0; k < words; ++k) {
        const SideTokens::Token& token = target.tokens[table.words()[k]];
        float* sum = sums.data() + k * width;
        float* maximum = maxima.data() + k * width;
        const float* more = table.sums(k);
        const float* most = table.maxima(k);
        for (std::size_t s = 0; s < ranges; ++s) sum[s] += more[s + length - 1];
        for (std::size_t s = 0; s < ranges; ++s)
          maximum[s] = std::max(maximum[s], most[s + length - 1]);
        if (token.number != kUnknownToken ||
            translations.begin[table.words()[k]] != translations.begin[table.words()[k] + 1]) {
          const float scale = mix / token.probability;
          for (std::size_t s = 0; s < ranges; ++s) {
            likelihood[s] += fast_log(rest + scale * sum[s] / std::max(counts[s], 1.0F));
          }
        }
        const float idf = token.idf;
        if (idf <= 0.0F) continue;
        for (std::size_t s = 0; s < ranges; ++s) {
          uncovered[s] += idf * (1.0F - std::min(maximum[s] * per_cover, 1.0F));
        }
        for (std::size_t s = 0; s < ranges; ++s) {
          const float before = s > 0 ? most[s - 1] : 0.0F;
          const float after = s + length < width ? most[s + length] : 0.0F;
          const float beside = std::min(std::max(before, after) * per_cover, 1.0F);
          neighbour[s] += idf * std::max(beside - std::min(maximum[s] * per_cover, 1.0F), 0.0F);
        }
      }
      Entry* out = entries_.data() + offsets_[j] + std::size_t{length - 1} * width;
      for (std::size_t s = 0; s < ranges; ++s) out[s] = {likelihood[s], uncovered[s], neighbour[s]};
    }
  }
}

}  // namespace muwazi
