#include "check/name_assignment.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

namespace muwazi::check {
namespace {

/// An English word with the odds of each swap.
struct Claimant {
  const SuspectName* suspect = nullptr;
  std::size_t name = 0;  ///< words of one have the same
  std::vector<double> odds;
  const NameSwap* best = nullptr;  ///< of those that are left
  double sum = 0.0;
  bool done = false;
};

class Assignment {
 public:
  Assignment(const NameNetwork& network, const std::vector<SuspectName>& suspects) {
    std::size_t name = 0;
    for (const SuspectName& suspect : suspects) {
      if (!words_.empty() && suspect.number != words_.back().suspect->number + 1) ++name;
      Claimant word{&suspect, name, {}};
      for (const NameSwap& swap : suspect.swaps)
        word.odds.push_back(std::exp(network.score(swap.features)));
      words_.push_back(std::move(word));
      choose(words_.back());
    }
  }

  std::vector<Assigned> run() {
    for (std::size_t k = 0; k < words_.size(); ++k) {
      Claimant& word =
          *std::max_element(words_.begin(), words_.end(), [](const Claimant& x, const Claimant& y) {
            return x.done != y.done ? x.done : x.sum < y.sum;
          });
      word.done = true;
      if (word.best == nullptr) continue;
      owners_.try_emplace(word.best->bytes.begin, word.name);
      for (Claimant& other : words_) {
        if (!other.done && other.best != nullptr && !is_left(other, *other.best)) choose(other);
      }
    }
    std::vector<Assigned> out;
    for (const Claimant& word : words_) {
      if (word.best != nullptr) out.push_back({word.best->bytes, word.suspect->bytes, word.sum});
    }
    return out;
  }

 private:
  [[nodiscard]] bool is_left(const Claimant& word, const NameSwap& swap) const {
    const auto owner = owners_.find(swap.bytes.begin);
    return owner == owners_.end() || owner->second == word.name;
  }

  /// Of the swaps that are left, the first of the likeliest; all are as likely beforehand.
  void choose(Claimant& word) const {
    word.best = nullptr;
    word.sum = 0.0;
    double most = 0.0;
    for (std::size_t k = 0; k < word.odds.size(); ++k) {
      const NameSwap& swap = word.suspect->swaps[k];
      if (!is_left(word, swap)) continue;
      word.sum += word.odds[k] / static_cast<double>(word.odds.size());
      if (word.best != nullptr && word.odds[k] <= most) continue;
      most = word.odds[k];
      word.best = &swap;
    }
  }

  std::vector<Claimant> words_;
  std::map<std::size_t, std::size_t>
      owners_;  ///< by the place of the Arabic word: the name that has it
};

}  // namespace

std::vector<Assigned> assigned(const NameNetwork& network,
                               const std::vector<SuspectName>& suspects) {
  return Assignment(network, suspects).run();
}

}  // namespace muwazi::check
