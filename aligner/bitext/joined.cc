#include "bitext/joined.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace muwazi {

Joined::Joined(std::string_view text, const std::vector<Sentence>& sentences,
               const std::vector<SentenceSpan>& spans) {
  const auto count = static_cast<std::uint32_t>(sentences.size());
  std::vector<std::uint32_t> end_of(count, 0);  // of the unit that begins at a sentence
  for (std::uint32_t k = 0; k < count; ++k) end_of[k] = k + 1;
  for (const SentenceSpan span : spans) {
    if (!span.empty()) end_of[span.begin] = span.end;
  }
  for (std::uint32_t k = 0; k < count; k = end_of[k]) {
    const Sentence& sentence = sentences[k];
    std::string_view unit = slice(text, sentence.bytes);
    if (end_of[k] > k + 1) {
      // On a page the other language may stand between them.
      std::string& joined = texts_.emplace_back(unit);
      for (std::uint32_t next = k + 1; next < end_of[k]; ++next)
        joined.append(" ").append(slice(text, sentences[next].bytes));
      unit = joined;
    }
    unit_of_.resize(end_of[k], static_cast<std::uint32_t>(views_.size()));
    first_.push_back(k);
    views_.push_back({unit, sentence.role == Role::heading, sentence.paragraph});
  }
  first_.push_back(count);
}

SentenceSpan Joined::units(SentenceSpan sentences) const {
  if (sentences.empty()) return {0, 0};
  return {unit_of_[sentences.begin], unit_of_[sentences.end - 1] + 1};
}

SentenceSpan Joined::sentences(SentenceSpan units) const {
  return {first_[units.begin], first_[units.end]};
}

std::vector<SentenceSpan> in_pairs(const std::vector<Bead>& beads, SentenceSpan Bead::*side) {
  std::vector<SentenceSpan> spans;
  for (const Bead& bead : beads) {
    if (!bead.null()) spans.push_back(bead.*side);
  }
  return spans;
}

namespace {

/// Nulls of several sentences become several.
void add_nulls(SentenceSpan arabic, SentenceSpan english, std::vector<Bead>& to) {
  for (std::uint32_t k = arabic.begin; k < arabic.end; ++k)
    to.push_back({{k, k + 1}, {0, 0}, 1.0F});
  for (std::uint32_t k = english.begin; k < english.end; ++k)
    to.push_back({{0, 0}, {k, k + 1}, 1.0F});
}

}  // namespace

// Pairs become 1-1.
Constraints constraints_of(const PlacedDecisions& placed, const Joined& arabic,
                           const Joined& english) {
  Constraints constraints;
  for (const Bead& bead : placed.right) {
    const SentenceSpan a = arabic.units(bead.arabic), e = english.units(bead.english);
    if (!bead.null()) {
      constraints.given.push_back({a, e, 1.0F});
    } else {
      add_nulls(a, e, constraints.given);
    }
  }
  std::stable_sort(constraints.given.begin(), constraints.given.end(),
                   [](const Bead& x, const Bead& y) { return x.arabic.begin < y.arabic.begin; });
  for (const Bead& bead : placed.wrong) {
    if (!arabic.exact(bead.arabic) || !english.exact(bead.english)) continue;
    const SentenceSpan a = arabic.units(bead.arabic), e = english.units(bead.english);
    if (bead.null()) {
      add_nulls(a, e, constraints.excluded);
    } else {
      constraints.excluded.push_back({a, e});
    }
  }
  return constraints;
}

std::vector<Waypoint> corners_of_units(const std::vector<Waypoint>& corners, const Joined& arabic,
                                       const Joined& english, const std::vector<Bead>& given) {
  std::vector<Waypoint> out;
  for (const Waypoint& corner : corners) {
    const SentenceSpan a = arabic.units({corner.arabic, corner.arabic + 1}),
                       e = english.units({corner.english, corner.english + 1});
    const bool crossed =
        arabic.sentences(a).begin != corner.arabic ||
        english.sentences(e).begin != corner.english ||
        std::any_of(given.begin(), given.end(), [&](const Bead& bead) {
          return !bead.null() && (bead.arabic.begin < a.begin) != (bead.english.begin < e.begin);
        });
    if (!crossed) out.push_back({a.begin, e.begin});
  }
  return out;
}

void mark_given(std::vector<Bead>& beads, const Constraints& constraints) {
  // Given beads have at most one unit a side: their first ones tell them apart, wherever a null stands.
  const auto units = [](const Bead& bead) {
    constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
    return std::pair(bead.arabic.empty() ? kNone : bead.arabic.begin,
                     bead.english.empty() ? kNone : bead.english.begin);
  };
  std::set<std::pair<std::uint32_t, std::uint32_t>> given;
  for (const Bead& bead : constraints.given) given.insert(units(bead));
  for (Bead& bead : beads) {
    const bool single = bead.arabic.size() <= 1 && bead.english.size() <= 1;
    if (single && given.contains(units(bead))) bead.posterior = 1.0F;
  }
}

}  // namespace muwazi
