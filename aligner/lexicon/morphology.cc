#include "lexicon/morphology.h"

#include <cstring>
#include <limits>

namespace muwazi {
namespace {

void put(std::string& out, const void* data, std::size_t size) {
  out.append(static_cast<const char*>(data), size);
}

void put_affixes(std::string& out, const std::vector<std::string>& affixes,
                 const std::vector<float>& costs) {
  const auto count = static_cast<std::uint32_t>(affixes.size());
  put(out, &count, sizeof(count));
  for (std::size_t k = 0; k < affixes.size(); ++k) {
    const auto length = static_cast<std::uint32_t>(affixes[k].size());
    put(out, &length, sizeof(length));
    put(out, &costs[k], sizeof(float));
    put(out, affixes[k].data(), length);
  }
}

/// Reads what put_affixes wrote; the checksum of the model vouches for it.
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  template <class T>
  T get() {
    T value{};
    if (at_ + sizeof(T) <= bytes_.size()) std::memcpy(&value, bytes_.data() + at_, sizeof(T));
    at_ += sizeof(T);
    return value;
  }

  std::string text(std::size_t length) {
    if (at_ + length > bytes_.size()) return {};
    std::string out(reinterpret_cast<const char*>(bytes_.data()) + at_, length);
    at_ += length;
    return out;
  }

  void affixes(std::vector<std::string>& affixes, std::vector<float>& costs) {
    const auto count = get<std::uint32_t>();
    for (std::uint32_t k = 0; k < count && at_ < bytes_.size(); ++k) {
      const auto length = get<std::uint32_t>();
      costs.push_back(get<float>());
      affixes.push_back(text(length));
    }
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
};

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

}  // namespace

std::string Affixes::serialise() const {
  std::string out;
  put_affixes(out, prefixes, prefix_costs);
  put_affixes(out, suffixes, suffix_costs);
  put(out, allowed.data(), allowed.size() * sizeof(StemCategories));
  return out;
}

Affixes Affixes::parse(std::span<const std::byte> bytes) {
  Affixes affixes;
  Reader reader(bytes);
  reader.affixes(affixes.prefixes, affixes.prefix_costs);
  reader.affixes(affixes.suffixes, affixes.suffix_costs);
  affixes.allowed.resize(affixes.prefixes.size() * affixes.suffixes.size());
  for (auto& categories : affixes.allowed) categories = reader.get<StemCategories>();
  return affixes;
}

AffixIndex::AffixIndex(const Affixes& affixes) {
  for (std::uint32_t k = 0; k < affixes.prefixes.size(); ++k) {
    prefixes_.emplace(affixes.prefixes[k], k);
    longest_prefix_ = std::max(longest_prefix_, affixes.prefixes[k].size());
  }
  for (std::uint32_t k = 0; k < affixes.suffixes.size(); ++k) {
    suffixes_.emplace(affixes.suffixes[k], k);
    longest_suffix_ = std::max(longest_suffix_, affixes.suffixes[k].size());
  }
}

Pieces pieces_of(std::string_view prefix, std::string_view stem, std::string_view suffix) {
  Pieces pieces;
  pieces.stem = stem;
  const auto take = [&](std::string_view clitic, std::string_view as) {
    if (!starts_with(prefix, clitic)) return false;
    pieces.proclitics.push_back(std::string(as) + "+");
    prefix.remove_prefix(clitic.size());
    return true;
  };
  take("و", "و") || take("ف", "ف");
  if (starts_with(prefix, "لل")) {
    take("ل", "ل");
    take("ل", "ال");
  } else {
    take("س", "س") || take("ب", "ب") || take("ك", "ك") || take("ل", "ل");
    take("ال", "ال");
  }
  if (!prefix.empty()) pieces.proclitics.push_back(std::string(prefix) + "+");
  if (suffix == "ة") {
    pieces.stem += suffix;
  } else if (!suffix.empty()) {
    pieces.enclitic = "+" + std::string(suffix);
  }
  return pieces;
}

Morphology::Morphology(const Model& model, const Vocabulary& arabic)
    : affixes_(Affixes::parse(model.section("morph.affixes"))),
      index_(affixes_),
      arabic_(&arabic),
      rows_(model.array<std::uint32_t>("morph.rows")),
      categories_(model.array<std::uint8_t>("morph.cats")),
      costs_(model.array<std::uint8_t>("morph.costs")) {}

Pieces Morphology::cut(std::string_view word) const {
  float best = std::numeric_limits<float>::infinity();
  std::uint32_t best_prefix = 0, best_suffix = 0;
  std::string_view best_stem;
  index_.for_each_cut(word, [&](std::uint32_t prefix, std::uint32_t suffix, std::string_view stem) {
    const std::uint32_t token = arabic_->find(stem);
    if (token == kUnknownToken || rows_[token] == rows_[token + 1]) return;
    const float cost = affixes_.prefix_costs[prefix] + affixes_.suffix_costs[suffix] +
                       static_cast<float>(costs_[token]) / kCostSteps;
    if (cost >= best) return;
    StemCategories categories;
    for (std::uint32_t k = rows_[token]; k < rows_[token + 1]; ++k) categories.set(categories_[k]);
    if (!categories.meets(affixes_.allowed[prefix * affixes_.suffixes.size() + suffix])) return;
    best = cost, best_prefix = prefix, best_suffix = suffix, best_stem = stem;
  });
  if (best_stem.empty()) return {{}, std::string(word), {}};
  return pieces_of(affixes_.prefixes[best_prefix], best_stem, affixes_.suffixes[best_suffix]);
}

}  // namespace muwazi
