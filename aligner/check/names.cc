// A word that English writes with a capital and that has no counterpart is told of where a bead has a word left over on both
// sides: one name in the place of another. What speaks for it is in name_swaps.h; how much, a small network was learnt to
// say from names that were changed in texts that nothing is judged with (scripts/train-checks).
#include "check/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "check/changed_name.h"
#include "check/faults.h"
#include "check/latin_swaps.h"
#include "check/name_assignment.h"
#include "check/name_swaps.h"
#include "check/network.h"
#include "check/organisation_swaps.h"
#include "check/weights.h"

namespace muwazi::check {
namespace {

constexpr UsualShare kUsual = {.share = 0.05,
                               .weight = 40.0};  // of the English words that are looked at
// From where errors are: tests/quality/RESULTS.md, "Names behind particles".
constexpr double kShownProbability = 0.3, kErrorProbability = 0.54;

std::vector<ChangedName> swaps(const BitextView& view, const NameModel& names,
                               const Lexicon& lexicon, const std::vector<SharedPlaces>& shared) {
  NameSwapReader reader(view, names, lexicon, shared);
  std::vector<ChangedName> out;
  std::vector<double> odds;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    for (const Assigned& swap : assigned(kNameWeights, reader.suspects(k))) {
      out.push_back({k, swap.arabic, swap.english});
      odds.push_back(swap.odds);
    }
  }
  const std::vector<double> probabilities = fault_probabilities(odds, kNameWeights.share, kUsual);
  for (std::size_t k = 0; k < out.size(); ++k) out[k].probability = probabilities[k];
  return out;
}

/// The words of one name, which stand side by side, as one.
std::vector<ChangedName> joined(const std::vector<ChangedName>& words) {
  std::vector<ChangedName> out;
  for (const ChangedName& word : words) {
    if (word.probability < kShownProbability) continue;
    const bool goes_on = !out.empty() && out.back().bead == word.bead &&
                         word.english.begin <= out.back().english.end + 1;
    if (!goes_on) {
      out.push_back(word);
      continue;
    }
    ChangedName& name = out.back();
    name.english.end = word.english.end;
    if (word.probability > name.probability) name.arabic = word.arabic;
    name.probability = std::max(name.probability, word.probability);
  }
  return out;
}

Finding finding(const BitextView& view, const ChangedName& swap) {
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

/// Adds those of which no word is in a name that is told of already.
void add(const std::vector<ChangedName>& more, std::vector<ChangedName>& to) {
  const std::vector<ChangedName> told = to;
  std::copy_if(more.begin(), more.end(), std::back_inserter(to), [&](const ChangedName& name) {
    return std::none_of(told.begin(), told.end(), [&](const ChangedName& other) {
      return overlap(other.arabic, name.arabic) || overlap(other.english, name.english);
    });
  });
}

}  // namespace

std::vector<Finding> name_findings(const BitextView& view, const NameModel* names,
                                   const Lexicon& lexicon,
                                   const std::vector<SharedPlaces>& shared) {
  std::vector<ChangedName> changed = organisation_swaps(view);
  if (names != nullptr) {
    NameReader reader(view, *names, &shared);
    add(latin_swaps(view, reader), changed);
    add(joined(swaps(view, *names, lexicon, shared)), changed);
  }
  std::vector<Finding> out;
  out.reserve(changed.size());
  for (const ChangedName& name : changed) out.push_back(finding(view, name));
  return out;
}

}  // namespace muwazi::check
