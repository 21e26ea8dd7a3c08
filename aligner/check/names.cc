// A word that English writes with a capital and that has no counterpart is told of where a bead has a word left over on both
// sides: one name in the place of another. What speaks for it is in name_swaps.h; how much, a small network was learnt to
// say from names that were changed in texts that nothing is judged with (scripts/train-checks).
#include "check/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/faults.h"
#include "check/name_swaps.h"
#include "check/network.h"
#include "check/weights.h"

namespace muwazi::check {
namespace {

constexpr UsualShare kUsual = {.share = 0.02,
                               .weight = 40.0};  // of the English words that are looked at
// From where errors are: tests/quality/RESULTS.md, "Names by a network".
constexpr double kShownProbability = 0.3, kErrorProbability = 0.7;

/// An English word with the Arabic one of which it most probably stands in the place.
struct Swap {
  std::uint32_t bead = 0;
  ByteRange arabic, english;
  double probability = 0.0;
};

std::vector<Swap> swaps(const BitextView& view, const NameModel& names, const Lexicon& lexicon) {
  NameSwapReader reader(view, names, lexicon);
  std::vector<Swap> out;
  std::vector<double> odds;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    for (const SuspectName& suspect : reader.suspects(k)) {
      const auto [best, sum] = likeliest(kNameWeights, suspect.swaps);
      out.push_back({k, best->bytes, suspect.bytes});
      odds.push_back(sum);
    }
  }
  const std::vector<double> probabilities = fault_probabilities(odds, kNameWeights.share, kUsual);
  for (std::size_t k = 0; k < out.size(); ++k) out[k].probability = probabilities[k];
  return out;
}

/// The words of one name, which stand side by side, as one.
std::vector<Swap> joined(const std::vector<Swap>& words) {
  std::vector<Swap> out;
  for (const Swap& word : words) {
    if (word.probability < kShownProbability) continue;
    const bool goes_on = !out.empty() && out.back().bead == word.bead &&
                         word.english.begin <= out.back().english.end + 1;
    if (!goes_on) {
      out.push_back(word);
      continue;
    }
    Swap& name = out.back();
    name.english.end = word.english.end;
    if (word.probability > name.probability) name.arabic = word.arabic;
    name.probability = std::max(name.probability, word.probability);
  }
  return out;
}

Finding finding(const BitextView& view, const Swap& swap) {
  Finding out;
  out.rule = Rule::name;
  out.bead = swap.bead;
  out.severity = swap.probability < kErrorProbability ? Severity::warning : Severity::error;
  out.probability = static_cast<float>(swap.probability);
  out.arabic = {swap.arabic};
  out.english = {swap.english};
  out.message =
      fmt::format("the Arabic has {}, the English {}", quoted(slice(view.arabic.text, swap.arabic)),
                  quoted(slice(view.english.text, swap.english)));
  return out;
}

}  // namespace

std::vector<Finding> name_findings(const BitextView& view, const NameModel* names,
                                   const Lexicon& lexicon) {
  std::vector<Finding> out;
  if (names == nullptr) return out;
  for (const Swap& swap : joined(swaps(view, *names, lexicon))) out.push_back(finding(view, swap));
  return out;
}

}  // namespace muwazi::check
