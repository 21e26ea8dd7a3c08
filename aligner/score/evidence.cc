#include "score/evidence.h"

#include <algorithm>
#include <bit>

#include "score/window_table.h"

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

/// One target sentence against all source ranges of a window: the ranges grow by a sentence at a time, all of a length
/// side by side, so that the inner loops run over plain arrays.
class RangeSums {
 public:
  RangeSums(const SideTokens& source, const SideTokens& target, const Translations& translations,
            const Parameters& parameters)
      : source_(source),
        target_(target),
        translations_(translations),
        parameters_(parameters),
        table_(source, target, translations) {}

  /// Begins with a target sentence; gives its idf mass.
  float begin(std::uint32_t sentence, Window window) {
    window_ = window;
    width_ = window.end - window.begin;
    table_.fill(sentence, window);
    words_.clear();
    float content = 0.0F;
    for (std::size_t k = 0; k < table_.words().size(); ++k) {
      words_.push_back(word(table_.words()[k], table_.times(k)));
      content += words_.back().idf;
    }
    sums_.assign(words_.size() * width_, 0.0F);
    covers_.assign(words_.size() * width_, 0.0F);
    list_covers();
    counts_.assign(width_, 0.0F);
    shares_.assign(width_, 0.0F);
    return content;
  }

  /// The entries of the ranges of `length` sentences that begin in `begins`; called for 1, 2, 3 …
  void extend(std::uint32_t length, Window begins, Evidence::Entry* out) {
    ranges_ = width_ - (length - 1);
    grow(length);
    if (begins.begin >= begins.end) return;
    first_ = begins.begin - window_.begin;
    last_ = begins.end - window_.begin;
    for (std::size_t s = first_; s < last_; ++s) shares_[s] = 1.0F / std::max(counts_[s], 1.0F);
    for (auto* values : {&likelihood_, &uncovered_, &neighbour_}) values->assign(width_, 0.0F);
    product_.assign(width_, 1.0F);
    std::size_t factors = 0;
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (words_[k].scale > 0.0F) {
        for (auto times = static_cast<int>(words_[k].times); times > 0; --times) {
          multiply(k);
          if (++factors % kFactors == 0) take_logarithm();
        }
      }
      if (words_[k].idf > 0.0F) add_cover(k, length);
    }
    if (factors % kFactors != 0) take_logarithm();
    for (std::size_t s = first_; s < last_; ++s)
      *out++ = {likelihood_[s], uncovered_[s], neighbour_[s]};
  }

 private:
  /// Ratios multiplied before their logarithm is taken: each is between rest and mix / p, and p above 1e-7.
  static constexpr std::size_t kFactors = 4;

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

  /// How far each sentence of the window explains each word, 0 to 1; a 0 before and behind each row.
  void list_covers() {
    const float per_cover = 1.0F / parameters_.full_cover;
    single_.assign(words_.size() * (width_ + 2), 0.0F);
    for (std::size_t k = 0; k < words_.size(); ++k) {
      const float* const most = table_.maxima(k);
      float* const single = single_.data() + k * (width_ + 2) + 1;
      for (std::size_t s = 0; s < width_; ++s) single[s] = std::min(most[s] * per_cover, 1.0F);
    }
  }

  /// All ranges by one sentence.
  void grow(std::uint32_t length) {
    const std::uint32_t before = window_.begin + length - 1;
    for (std::size_t s = 0; s < ranges_; ++s)
      counts_[s] += static_cast<float>(source_.source[before + s].size());
    for (std::size_t k = 0; k < words_.size(); ++k) {
      float* const sum = sums_.data() + k * width_;
      const float* const more = table_.sums(k) + (length - 1);
      for (std::size_t s = 0; s < ranges_; ++s) sum[s] += more[s];
      float* const cover = covers_.data() + k * width_;
      const float* const newest = single_.data() + k * (width_ + 2) + length;
      for (std::size_t s = 0; s < ranges_; ++s) cover[s] = std::max(cover[s], newest[s]);
    }
  }

  void multiply(std::size_t k) {
    const float* const sum = sums_.data() + k * width_;
    const float* const shares = shares_.data();
    float* const product = product_.data();
    const float rest = 1.0F - parameters_.mix, scale = words_[k].scale;
    for (std::size_t s = first_; s < last_; ++s) product[s] *= rest + scale * sum[s] * shares[s];
  }

  void take_logarithm() {
    float* const likelihood = likelihood_.data();
    float* const product = product_.data();
    for (std::size_t s = first_; s < last_; ++s) likelihood[s] += fast_log(product[s]);
    for (std::size_t s = first_; s < last_; ++s) product[s] = 1.0F;
  }

  void add_cover(std::size_t k, std::uint32_t length) {
    const float* const cover = covers_.data() + k * width_;
    const float* const before = single_.data() + k * (width_ + 2);
    const float* const after = before + length + 1;
    float* const uncovered = uncovered_.data();
    float* const neighbour = neighbour_.data();
    const float idf = words_[k].idf;
    for (std::size_t s = first_; s < last_; ++s) {
      uncovered[s] += idf * (1.0F - cover[s]);
      neighbour[s] += idf * std::max(std::max(before[s], after[s]) - cover[s], 0.0F);
    }
  }

  const SideTokens &source_, &target_;
  const Translations& translations_;
  const Parameters& parameters_;
  Window window_;
  std::size_t width_ = 0, ranges_ = 0;
  std::size_t first_ = 0, last_ = 0;  ///< of the ranges whose entries are asked for
  WindowTable table_;
  std::vector<TargetWord> words_;
  std::vector<float> single_;         ///< list_covers()
  std::vector<float> sums_, covers_;  ///< of the present length, row by word
  std::vector<float> counts_, shares_, product_, likelihood_, uncovered_, neighbour_;
};

/// Grows with every pair that is added to the translations of one of the sentence's words.
std::uint32_t revision_of(std::span<const std::uint32_t> words, const Translations& translations) {
  if (translations.revision.empty()) return 0;
  std::uint32_t sum = 0;
  for (const std::uint32_t word : words) sum += translations.revision[word];
  return sum;
}

}  // namespace

Evidence::Evidence(const SideTokens& source, const SideTokens& target,
                   const Translations& translations, const std::vector<Reach>& reaches,
                   const Parameters& parameters, const Evidence* before)
    : reaches_(reaches) {
  std::size_t total = 0;
  for (const Reach& reach : reaches_) {
    for (const Window begins : reach.begins) {
      offsets_.push_back(total);
      total += begins.size();
    }
  }
  offsets_.push_back(total);
  entries_.resize(total);
  RangeSums sums(source, target, translations, parameters);
  for (std::uint32_t j = 0; j < target.size(); ++j) {
    const std::size_t* const offsets = offsets_.data() + std::size_t{j} * kLongest;
    revisions_.push_back(revision_of(target.target[j], translations));
    if (before != nullptr && before->reaches_[j] == reaches_[j] &&
        before->revisions_[j] == revisions_[j]) {
      content_.push_back(before->content_[j]);
      const std::size_t from = before->offsets_[std::size_t{j} * kLongest];
      std::copy_n(before->entries_.begin() + static_cast<std::ptrdiff_t>(from),
                  offsets[kLongest] - offsets[0],
                  entries_.begin() + static_cast<std::ptrdiff_t>(offsets[0]));
      continue;
    }
    const Reach& reach = reaches_[j];
    content_.push_back(sums.begin(j, reach.window));
    std::uint32_t longest = kLongest;
    while (longest > 0 && reach.begins[longest - 1].size() == 0) --longest;
    for (std::uint32_t length = 1; length <= longest; ++length) {
      sums.extend(length, reach.begins[length - 1], entries_.data() + offsets[length - 1]);
    }
  }
}

}  // namespace muwazi
