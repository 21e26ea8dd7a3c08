#include "lexicon/model_sections.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

#include "lexicon/lexicon.h"
#include "lexicon/model_writer.h"

namespace muwazi {
namespace {

constexpr double kExplained = 0.2;  // as Parameters::mix

class Sections {
 public:
  Sections(const Learnt& learnt, const TrainOptions& options, const Progress& progress)
      : learnt_(learnt), options_(options), progress_(progress) {}

  [[nodiscard]] ModelSections make() const {
    const auto english_p = unigrams(learnt_.english);
    const auto arabic_p = unigrams(learnt_.arabic);
    const std::vector<bool> kept = kept_pairs(arabic_p, english_p);
    const auto [arabic, english] = kept_tokens(kept);
    say(std::to_string(arabic.size()) + " Arabic and " + std::to_string(english.size()) +
        " English tokens");
    ModelWriter writer;
    add_vocabulary(writer, "ar", arabic, arabic_p);
    add_vocabulary(writer, "en", english, english_p);
    add_phrase_begins(writer, english);
    add_capitals(writer, english);
    add_morphology(writer, arabic);
    add_translations(writer, arabic, english, kept);
    return writer.take();
  }

 private:
  /// Tokens with their keys, sorted by these.
  using Order = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

  void say(const std::string& line) const {
    if (progress_) progress_(line);
  }

  /// What all occurrences of a token weigh.
  [[nodiscard]] std::vector<double> occurrences(const Learnt::Side& side) const {
    std::vector<double> sums(side.tokens.size(), 0.0);
    for (std::size_t pair = 0; pair < learnt_.weights.size(); ++pair) {
      for (auto k = side.text.begin[pair]; k < side.text.begin[pair + 1]; ++k)
        sums[side.text.token[k]] += static_cast<double>(learnt_.weights[pair]);
    }
    return sums;
  }

  /// What the likelihood of the training pairs would lose without a pair of tokens, in nats: how often it explains,
  /// times how much better than by chance, a word being explained by the lexicon in part as it is in aligning.
  static double gain(double t, double occurrences, double p) {
    return t * occurrences * std::log((1.0 - kExplained) + kExplained * t / p);
  }

  /// Pairs that stay: probable in one direction and telling; the most telling ones if they are too many.
  [[nodiscard]] std::vector<bool> kept_pairs(const std::vector<double>& arabic_p,
                                             const std::vector<double>& english_p) const {
    const auto arabic_n = occurrences(learnt_.arabic), english_n = occurrences(learnt_.english);
    std::vector<bool> kept(learnt_.table.english.size(), false);
    std::vector<std::pair<float, std::uint32_t>> gains;
    for (std::uint32_t a = 0; a + 1 < learnt_.table.row_begin.size(); ++a) {
      for (auto k = learnt_.table.row_begin[a]; k < learnt_.table.row_begin[a + 1]; ++k) {
        const std::uint32_t e = learnt_.table.english[k];
        const auto forth = static_cast<double>(learnt_.table.english_given_arabic[k]);
        const auto back = static_cast<double>(learnt_.table.arabic_given_english[k]);
        if (std::max(forth, back) < options_.min_probability) continue;
        const double most =
            std::max(gain(forth, arabic_n[a], english_p[e]), gain(back, english_n[e], arabic_p[a]));
        if (most >= options_.min_gain) gains.emplace_back(static_cast<float>(-most), k);
      }
    }
    const std::size_t count = std::min(gains.size(), options_.max_pairs);
    std::nth_element(gains.begin(), gains.begin() + static_cast<std::ptrdiff_t>(count),
                     gains.end());
    for (std::size_t k = 0; k < count; ++k) kept[gains[k].second] = true;
    say(std::to_string(count) + " of " + std::to_string(gains.size()) + " pairs kept");
    return kept;
  }

  static std::vector<double> unigrams(const Learnt::Side& side) {
    std::vector<double> p(side.tokens.size(), 1.0);
    for (const std::uint32_t token : side.text.token) p[token] += 1.0;
    const double sum = std::accumulate(p.begin(), p.end(), 0.0);
    for (double& value : p) value /= sum;
    return p;
  }

  /// Of two tokens with one key (practically never) the later is dropped.
  static Order by_key(const std::vector<std::string>& tokens, const std::vector<bool>& kept) {
    Order order;
    for (std::uint32_t k = 0; k < tokens.size(); ++k) {
      if (kept[k]) order.emplace_back(token_key(tokens[k]), k);
    }
    std::sort(order.begin(), order.end());
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    order.erase(std::unique(order.begin(), order.end(), same), order.end());
    return order;
  }

  /// Those of the pairs that stay, and the stems of the dictionary.
  [[nodiscard]] std::pair<Order, Order> kept_tokens(const std::vector<bool>& kept_pairs) const {
    const TranslationTable& table = learnt_.table;
    std::vector<bool> arabic(learnt_.arabic.tokens.size(), false),
        english(learnt_.english.tokens.size(), false);
    for (std::uint32_t a = 0; a + 1 < table.row_begin.size(); ++a) {
      for (auto k = table.row_begin[a]; k < table.row_begin[a + 1]; ++k) {
        if (kept_pairs[k]) arabic[a] = english[table.english[k]] = true;
      }
    }
    for (std::uint32_t a = 0; a < arabic.size(); ++a) {
      if (learnt_.morphology.stems().contains(learnt_.arabic.tokens[a])) arabic[a] = true;
    }
    return {by_key(learnt_.arabic.tokens, arabic), by_key(learnt_.english.tokens, english)};
  }

  static void add_vocabulary(ModelWriter& writer, const std::string& side, const Order& order,
                             const std::vector<double>& p) {
    std::vector<std::uint64_t> keys;
    std::vector<std::uint8_t> quantised;
    for (const auto& [key, token] : order) {
      keys.push_back(key);
      quantised.push_back(quantise(p[token]));
    }
    const VocabularyArrays arrays(keys);
    writer.add_array(side + ".buckets", arrays.buckets);
    writer.add_array(side + ".keys", arrays.keys);
    writer.add_array(side + ".p", quantised);
  }

  void add_phrase_begins(ModelWriter& writer, const Order& english) const {
    std::vector<std::uint8_t> begins;
    for (const auto& [key, token] : english)
      begins.push_back(learnt_.phrases.begins_with(token) ? 1 : 0);
    writer.add_array("en.begins", begins);
  }

  void add_capitals(ModelWriter& writer, const Order& english) const {
    std::vector<std::uint8_t> shares;
    for (const auto& [key, token] : english) shares.push_back(learnt_.capitals.share(token));
    writer.add_array("en.capitals", shares);
  }

  void add_morphology(ModelWriter& writer, const Order& arabic) const {
    std::vector<std::uint32_t> rows = {0};
    std::vector<std::uint8_t> categories, costs;
    for (const auto& [key, token] : arabic) {
      const auto stem = learnt_.morphology.stems().find(learnt_.arabic.tokens[token]);
      double cost = 255.0;
      if (stem != learnt_.morphology.stems().end()) {
        cost = stem->second.cost * static_cast<double>(kCostSteps);
        for (unsigned c = 0; c <= StemCategories::kOpen; ++c) {
          if ((stem->second.categories.bits[c / 64] >> (c % 64) & 1U) != 0) {
            categories.push_back(static_cast<std::uint8_t>(c));
          }
        }
      }
      costs.push_back(static_cast<std::uint8_t>(std::clamp(cost + 0.5, 0.0, 255.0)));
      rows.push_back(static_cast<std::uint32_t>(categories.size()));
    }
    writer.add("morph.affixes", learnt_.morphology.affixes().serialise());
    writer.add_array("morph.rows", rows);
    writer.add_array("morph.cats", categories);
    writer.add_array("morph.costs", costs);
  }

  void add_translations(ModelWriter& writer, const Order& arabic, const Order& english,
                        const std::vector<bool>& kept) const {
    std::vector<std::uint32_t> english_number(learnt_.english.tokens.size(), kUnknownToken);
    for (std::uint32_t k = 0; k < english.size(); ++k) english_number[english[k].second] = k;
    std::vector<std::uint32_t> rows = {0}, pair_english;
    std::vector<std::uint8_t> pair_t;
    for (const auto& [key, token] : arabic) {
      std::vector<std::pair<std::uint32_t, std::uint32_t>> row;
      if (token + 1 < learnt_.table.row_begin.size()) {
        for (auto k = learnt_.table.row_begin[token]; k < learnt_.table.row_begin[token + 1]; ++k) {
          const std::uint32_t number = english_number[learnt_.table.english[k]];
          if (kept[k] && number != kUnknownToken) row.emplace_back(number, k);
        }
      }
      std::sort(row.begin(), row.end());
      for (const auto& [number, k] : row) {
        pair_english.push_back(number);
        pair_t.push_back(quantise(static_cast<double>(learnt_.table.english_given_arabic[k])));
        pair_t.push_back(quantise(static_cast<double>(learnt_.table.arabic_given_english[k])));
      }
      rows.push_back(static_cast<std::uint32_t>(pair_english.size()));
    }
    writer.add_array("ar.rows", rows);
    writer.add_array("pair.en", pair_english);
    writer.add_array("pair.t", pair_t);
  }

  const Learnt& learnt_;
  const TrainOptions& options_;
  const Progress& progress_;
};

}  // namespace

ModelSections model_sections(const Learnt& learnt, const TrainOptions& options,
                             const Progress& progress) {
  return Sections(learnt, options, progress).make();
}

}  // namespace muwazi
