#include "lexicon/morphology_trainer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "text/embedded.h"

namespace muwazi {

extern const EmbeddedTexts kLexiconLists;

namespace {

/// The smallest expected count that a stem or an affix keeps: what is in the dictionary stays possible.
constexpr double kFloor = 0.02;
/// A stem that is known from texts alone is this much dearer than one of the dictionary.
constexpr double kOpenStemPenalty = 0.1;

std::vector<std::string> open_affixes(std::string_view kind) {
  std::vector<std::string> out = {""};
  const std::string_view text = kLexiconLists.front().second;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos && line.substr(0, tab) == kind)
      out.emplace_back(line.substr(tab + 1));
    at = end + 1;
  }
  return out;
}

using Categories = std::map<std::string, std::set<std::string>>;  // affix -> its categories

/// Which categories go together.
struct Compatibility {
  std::map<std::string, StemCategories> by_prefix, by_suffix;  ///< of stems, by affix category
  std::set<std::pair<std::string, std::string>> pairs;         ///< prefix and suffix categories
  std::set<std::string> prefix_names = {"Pref-0"}, suffix_names = {"Suff-0"};

  Compatibility(const std::vector<MorphologicalDictionary::Compatible>& rows,
                const std::map<std::string, unsigned>& stem_category) {
    for (const auto& row : rows) {
      if (row.table == "prefix-stem") {
        add(by_prefix, row.first, stem_category, row.second);
        prefix_names.insert(row.first);
      } else if (row.table == "stem-suffix") {
        add(by_suffix, row.second, stem_category, row.first);
        suffix_names.insert(row.second);
      } else {
        pairs.emplace(row.first, row.second);
      }
    }
  }

  /// The stems that may stand between affixes of these categories.
  [[nodiscard]] StemCategories between(const std::set<std::string>& prefixes,
                                       const std::set<std::string>& suffixes) const {
    StemCategories allowed;
    for (const std::string& prefix : prefixes) {
      for (const std::string& suffix : suffixes) {
        if (pairs.contains({prefix, suffix})) allowed |= between(prefix, suffix);
      }
    }
    return allowed;
  }

 private:
  [[nodiscard]] StemCategories between(const std::string& prefix, const std::string& suffix) const {
    const auto before = by_prefix.find(prefix), after = by_suffix.find(suffix);
    if (before == by_prefix.end() || after == by_suffix.end()) return {};
    StemCategories both;
    for (std::size_t k = 0; k < both.bits.size(); ++k)
      both.bits[k] = before->second.bits[k] & after->second.bits[k];
    return both;
  }

  static void add(std::map<std::string, StemCategories>& table, const std::string& affix,
                  const std::map<std::string, unsigned>& stem_category, const std::string& stem) {
    const auto found = stem_category.find(stem);
    if (found != stem_category.end() && found->second < StemCategories::kOpen)
      table[affix].set(found->second);
  }
};

bool contains(const std::vector<std::string>& list, const std::string& affix) {
  return std::find(list.begin(), list.end(), affix) != list.end();
}

}  // namespace

MorphologyTrainer::MorphologyTrainer(const MorphologicalDictionary& dictionary,
                                     const std::vector<std::pair<std::string, double>>& words)
    : words_(words) {
  read_dictionary(dictionary);
  index_ = std::make_unique<AffixIndex>(affixes_);
  add_open_stems();
}

void MorphologyTrainer::read_dictionary(const MorphologicalDictionary& dictionary) {
  std::map<std::string, unsigned> stem_category;
  for (const auto& entry : dictionary.stems) {
    const auto number = static_cast<unsigned>(stem_category.size());
    const unsigned category = stem_category.emplace(entry.category, number).first->second;
    if (category < StemCategories::kOpen) stems_[entry.form].categories.set(category);
  }
  const Compatibility compatible(dictionary.compatible, stem_category);
  Categories prefixes = {{"", {"Pref-0"}}}, suffixes = {{"", {"Suff-0"}}};
  for (const auto& entry : dictionary.affixes) {
    if (compatible.prefix_names.contains(entry.category))
      prefixes[entry.form].insert(entry.category);
    if (compatible.suffix_names.contains(entry.category))
      suffixes[entry.form].insert(entry.category);
  }
  const auto open_prefixes = open_affixes("prefix"), open_suffixes = open_affixes("suffix");
  for (const auto& affix : open_prefixes) prefixes[affix];
  for (const auto& affix : open_suffixes) suffixes[affix];

  for (const auto& [prefix, categories] : prefixes) affixes_.prefixes.push_back(prefix);
  for (const auto& [suffix, categories] : suffixes) affixes_.suffixes.push_back(suffix);
  affixes_.prefix_costs.assign(prefixes.size(), std::log(static_cast<float>(prefixes.size())));
  affixes_.suffix_costs.assign(suffixes.size(), std::log(static_cast<float>(suffixes.size())));
  for (const auto& [prefix, prefix_categories] : prefixes) {
    for (const auto& [suffix, suffix_categories] : suffixes) {
      StemCategories allowed = compatible.between(prefix_categories, suffix_categories);
      if (contains(open_prefixes, prefix) && contains(open_suffixes, suffix))
        allowed.set(StemCategories::kOpen);
      affixes_.allowed.push_back(allowed);
    }
  }
}

void MorphologyTrainer::add_open_stems() {
  for (const auto& [word, count] : words_) stems_[word].categories.set(StemCategories::kOpen);
  const double uniform = std::log(static_cast<double>(stems_.size()) + 1.0);
  StemCategories open_only;
  open_only.set(StemCategories::kOpen);
  for (auto& [form, stem] : stems_) {
    const bool open = stem.categories.bits == open_only.bits;
    stem.cost = uniform - (open ? std::log(kOpenStemPenalty) : 0.0);
  }
}

template <class F>
void MorphologyTrainer::for_each_analysis(std::string_view word, F f) const {
  index_->for_each_cut(
      word, [&](std::uint32_t prefix, std::uint32_t suffix, std::string_view form) {
        const auto stem = stems_.find(std::string(form));
        if (stem == stems_.end()) return;
        if (!stem->second.categories.meets(
                affixes_.allowed[prefix * affixes_.suffixes.size() + suffix]))
          return;
        const double cost = static_cast<double>(affixes_.prefix_costs[prefix]) +
                            static_cast<double>(affixes_.suffix_costs[suffix]) + stem->second.cost;
        f(prefix, suffix, stem, cost);
      });
}

void MorphologyTrainer::train(int rounds) {
  struct Analysis {
    std::uint32_t prefix, suffix;
    std::string_view stem;
    double weight;
  };
  for (int round = 0; round < rounds; ++round) {
    std::vector<double> prefix_counts(affixes_.prefixes.size(), kFloor),
        suffix_counts(affixes_.suffixes.size(), kFloor);
    std::unordered_map<std::string_view, double> stem_counts;
    double total = 0.0;
    for (const auto& [word, count] : words_) {
      std::vector<Analysis> analyses;
      double sum = 0.0;
      for_each_analysis(word, [&](auto prefix, auto suffix, auto stem, double cost) {
        analyses.push_back({prefix, suffix, stem->first, std::exp(-cost)});
        sum += analyses.back().weight;
      });
      const double mass = std::pow(count, 0.75);
      for (const Analysis& analysis : analyses) {
        const double expected = mass * analysis.weight / sum;
        prefix_counts[analysis.prefix] += expected;
        suffix_counts[analysis.suffix] += expected;
        stem_counts[analysis.stem] += expected;
        total += expected;
      }
    }
    if (total == 0.0) return;  // no words: nothing to learn from
    for (std::size_t k = 0; k < prefix_counts.size(); ++k) {
      affixes_.prefix_costs[k] = static_cast<float>(std::log(total / prefix_counts[k]));
    }
    for (std::size_t k = 0; k < suffix_counts.size(); ++k) {
      affixes_.suffix_costs[k] = static_cast<float>(std::log(total / suffix_counts[k]));
    }
    StemCategories open_only;
    open_only.set(StemCategories::kOpen);
    for (auto& [form, stem] : stems_) {
      const auto found = stem_counts.find(form);
      const double floor =
          stem.categories.bits == open_only.bits ? kFloor * kOpenStemPenalty : kFloor;
      stem.cost = std::log(total / (floor + (found == stem_counts.end() ? 0.0 : found->second)));
    }
  }
}

Pieces MorphologyTrainer::cut(std::string_view word) const {
  double best = std::numeric_limits<double>::infinity();
  Pieces pieces{{}, std::string(word), {}};
  for_each_analysis(word, [&](auto prefix, auto suffix, auto stem, double cost) {
    if (cost >= best) return;
    best = cost;
    pieces = pieces_of(affixes_.prefixes[prefix], stem->first, affixes_.suffixes[suffix]);
  });
  return pieces;
}

}  // namespace muwazi
