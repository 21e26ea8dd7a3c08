#include "score/evidence.h"

#include <Eigen/Core>
#include <algorithm>
#include <bit>
#include <span>

#include "score/translations.h"
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

using Lanes = Eigen::Array<float, WindowTable::kLanes, 1>;

Eigen::Map<Lanes> lanes(float* at) { return Eigen::Map<Lanes>(at); }
Eigen::Map<const Lanes> lanes(const float* at) { return Eigen::Map<const Lanes>(at); }

/// Target sentences against the source ranges of their reaches: ranges grow by a sentence at a time, those of a length
/// side by side, some at once.
class RangeSums {
 public:
  RangeSums(const SideTokens& source, const SideTokens& target, const Translations& translations,
            const Parameters& parameters)
      : source_(source),
        mix_(parameters.mix),
        table_(source, target, translations, parameters.full_cover) {
    for (std::uint32_t token = 0; token < target.tokens.size(); ++token) {
      const bool translated = translations.begin[token] != translations.begin[token + 1];
      weights_.push_back(weight(target.tokens[token], translated, parameters));
    }
  }

  /// Sum of idf.
  [[nodiscard]] float content(std::span<const std::uint32_t> words) const {
    float sum = 0.0F;
    for (const std::uint32_t word : words) sum += weights_[word].idf;
    return sum;
  }

  /// Target sentences that are asked for next, and a window that holds theirs.
  template <class WindowOf>
  void look_at(std::span<const std::uint32_t> sentences, Window window, WindowOf window_of) {
    table_.fill(sentences, window, window_of);
  }

  /// Begins with the k-th of them.
  void begin(std::size_t k, const Reach& reach) {
    words_ = table_.words(k);
    reach_ = &reach;
    stride_ = std::size_t{reach.window.size()} + WindowTable::kLanes;
    sums_.assign(words_.size() * stride_, 0.0F);
    covers_.assign(words_.size() * stride_, 0.0F);
    counts_.assign(stride_, 0.0F);
  }

  /// The entries of the ranges of `length` sentences that the reach names; called for 1, 2, 3 …
  void extend(std::uint32_t length, Evidence::Entry* out) {
    const std::uint32_t origin = reach_->window.begin;
    const Window begins = reach_->begins[length - 1];
    const Window all = begins_from(length);
    for (std::uint32_t s = all.begin; s < all.end; ++s) {
      counts_[s - origin] += static_cast<float>(source_.source[s + length - 1].size());
    }
    for (std::uint32_t s = all.begin; s < all.end; s += WindowTable::kLanes) {
      const Chunk chunk = extend_some(length, s);
      const std::uint32_t end = std::min(s + WindowTable::kLanes, begins.end);
      for (std::uint32_t k = std::max(s, begins.begin); k < end; ++k) {
        const std::uint32_t lane = k - s;
        out[k - begins.begin] = {chunk.likelihood[lane], chunk.uncovered[lane],
                                 chunk.neighbour[lane]};
      }
    }
  }

 private:
  /// Ratios multiplied before their logarithm is taken: each is between rest and mix / p, and p above 1e-7.
  static constexpr std::size_t kFactors = 4;

  struct WordWeight {
    float idf = 0.0F;    ///< what it counts where nothing explains it
    float scale = 0.0F;  ///< mix / p(e); 0: a word that says nothing
  };

  struct Chunk {
    Lanes likelihood = Lanes::Zero(), uncovered = Lanes::Zero(), neighbour = Lanes::Zero();
    Lanes product = Lanes::Ones();
    std::size_t factors = 0;
    void multiply(const Lanes& ratio) {
      product *= ratio;
      if (++factors % kFactors == 0) take_logarithm();
    }
    void take_logarithm() {
      for (Eigen::Index k = 0; k < Lanes::SizeAtCompileTime; ++k)
        likelihood[k] += fast_log(product[k]);
      product = Lanes::Ones();
    }
  };

  /// A word that neither the lexicon nor the other side of the document knows would stay unexplained in a right
  /// bead as in a wrong one: it counts little.
  static WordWeight weight(const SideTokens::Token& token, bool translated,
                           const Parameters& parameters) {
    if (token.number == kUnknownToken && !translated)
      return {token.idf * parameters.unknown_word, 0.0F};
    return {token.idf, parameters.mix / token.probability};
  }

  /// Where ranges of this many sentences or more begin.
  [[nodiscard]] Window begins_from(std::uint32_t length) const {
    Window all;
    for (std::size_t k = length - 1; k < reach_->begins.size(); ++k)
      all = together(all, reach_->begins[k]);
    return all;
  }

  /// Ranges that begin at `first` and at the next ones, one sentence longer than before.
  Chunk extend_some(std::uint32_t length, std::uint32_t first) {
    Chunk chunk;
    const std::size_t at = first - reach_->window.begin;
    const Lanes share = 1.0F / lanes(counts_.data() + at).max(1.0F);
    for (std::size_t k = 0; k < words_.size(); ++k) {
      const WindowTable::WordCount& word = words_[k];
      const WordWeight weight = weights_[word.token];
      const float idf = word.times * weight.idf;
      const bool explained = !table_.empty(word.row);
      if (weight.scale > 0.0F) {
        Lanes ratio = Lanes::Constant(1.0F - mix_);
        if (explained) {
          auto sum = lanes(sums_.data() + k * stride_ + at);
          sum += lanes(table_.sums(word.row, first) + length - 1);
          ratio += weight.scale * sum * share;
        }
        for (auto times = static_cast<int>(word.times); times > 0; --times) chunk.multiply(ratio);
      }
      if (!explained) {
        chunk.uncovered += idf;
      } else if (idf > 0.0F) {
        const float* const single = table_.covers(word.row, first);
        auto cover = lanes(covers_.data() + k * stride_ + at);
        cover = cover.max(lanes(single + length - 1));
        chunk.uncovered += idf * (1.0F - cover);
        chunk.neighbour += idf * (lanes(single - 1).max(lanes(single + length)) - cover).max(0.0F);
      }
    }
    if (chunk.factors % kFactors != 0) chunk.take_logarithm();
    return chunk;
  }

  const SideTokens& source_;
  float mix_;
  std::vector<WordWeight> weights_;  ///< of the target's tokens
  WindowTable table_;
  std::span<const WindowTable::WordCount> words_;
  const Reach* reach_ = nullptr;
  std::size_t stride_ = 0;  ///< of the rows below, in which a window's first sentence is 0
  std::vector<float> sums_, covers_;  ///< of the ranges of the present length, row by word
  std::vector<float> counts_;         ///< their tokens
};

/// Whether a reach names all ranges that another one names.
bool covers(const Reach& reach, const Reach& other) {
  for (std::size_t k = 0; k < reach.begins.size(); ++k) {
    const Window has = reach.begins[k], asked = other.begins[k];
    if (asked.size() > 0 && (asked.begin < has.begin || asked.end > has.end)) return false;
  }
  return true;
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
  std::vector<std::uint32_t> fresh;
  for (std::uint32_t j = 0; j < target.size(); ++j) {
    revisions_.push_back(revision_of(target.target[j], translations));
    content_.push_back(sums.content(target.target[j]));
    if (before != nullptr && before->revisions_[j] == revisions_[j] &&
        covers(before->reaches_[j], reaches_[j])) {
      take(j, *before);
    } else if (reaches_[j].window.size() > 0) {
      fresh.push_back(j);
    }
  }
  const auto window_of = [&](std::uint32_t j) { return reaches_[j].window; };
  for_each_stretch(fresh, window_of, [&](std::span<const std::uint32_t> sentences, Window window) {
    sums.look_at(sentences, window, window_of);
    for (std::size_t k = 0; k < sentences.size(); ++k) {
      const Reach& reach = reaches_[sentences[k]];
      sums.begin(k, reach);
      std::uint32_t longest = kLongest;
      while (longest > 0 && reach.begins[longest - 1].size() == 0) --longest;
      for (std::uint32_t length = 1; length <= longest; ++length) {
        sums.extend(length, &entries_[offset(sentences[k], length)]);
      }
    }
  });
}

/// An entry depends on its range and the sentences beside it, not on what else is asked of the target sentence.
void Evidence::take(std::uint32_t target, const Evidence& before) {
  for (std::uint32_t length = 1; length <= kLongest; ++length) {
    const Window begins = reaches_[target].begins[length - 1];
    if (begins.size() == 0) continue;
    std::copy_n(&before.at(target, begins.begin, length), begins.size(),
                &entries_[offset(target, length)]);
  }
}

}  // namespace muwazi
