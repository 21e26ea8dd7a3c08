#include "check/copies.h"

#include <algorithm>
#include <iterator>

namespace muwazi::check {
namespace {

constexpr std::size_t kDuplicateWords = 4;  // shorter sentences may stand twice

}  // namespace

bool long_enough(const std::string& form) {
  return std::count(form.begin(), form.end(), ' ') + 1 >=
         static_cast<std::ptrdiff_t>(kDuplicateWords);
}

Copies::Copies(const BitextView& view, const SideOf& side) : side_(side) {
  std::vector<bool> paired(side.sentences.size());
  for (const Bead& bead : view.beads()) {
    if (bead.null()) continue;
    const SentenceSpan span = bead.*side.span;
    std::fill(paired.begin() + span.begin, paired.begin() + span.end, true);
  }
  for (std::uint32_t k = 0; k < side.sentences.size(); ++k) {
    const std::string form = comparison_form(side.sentence(k));
    Group* const group = long_enough(form) ? &by_form_[form] : nullptr;
    groups_.push_back(group);
    if (group == nullptr) continue;
    group->sentences.push_back(k);
    group->paired += paired[k] ? 1 : 0;
  }
}

std::size_t Copies::count(std::uint32_t k) const {
  return groups_[k] == nullptr ? 1 : groups_[k]->sentences.size();
}

std::size_t Copies::paired(std::uint32_t k) const {
  return groups_[k] == nullptr ? 0 : groups_[k]->paired;
}

std::optional<std::uint32_t> Copies::among_other(const SideOf& other, std::uint32_t k) const {
  if (count(k) != 2 || paired(k) > 0 || side_.text.data() != other.text.data()) return {};
  const std::uint32_t first = groups_[k]->sentences[0], second = groups_[k]->sentences[1];
  const int of_first = other_neighbours(other, first), of_second = other_neighbours(other, second);
  if (std::max(of_first, of_second) == 0) return {};
  return of_first > of_second ? first : second;
}

/// Of the sentences before and behind.
int Copies::other_neighbours(const SideOf& other, std::uint32_t k) const {
  const std::size_t at = side_.sentences[k].bytes.begin;
  const auto behind = std::upper_bound(
      other.sentences.begin(), other.sentences.end(), at,
      [](std::size_t begin, const Sentence& sentence) { return begin < sentence.bytes.begin; });
  const bool after =
      behind != other.sentences.end() &&
      (k + 1 == side_.sentences.size() || behind->bytes.begin < side_.sentences[k + 1].bytes.begin);
  const bool before =
      behind != other.sentences.begin() &&
      (k == 0 || std::prev(behind)->bytes.begin > side_.sentences[k - 1].bytes.begin);
  return (after ? 1 : 0) + (before ? 1 : 0);
}

}  // namespace muwazi::check
