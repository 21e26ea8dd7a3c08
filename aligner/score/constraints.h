// What is known of an alignment before it is looked for: beads that are given, beads that are not to be, corners of the
// table that no pair crosses.
#pragma once
#include <optional>
#include <vector>

#include "muwazi/align/band.h"
#include "muwazi/align/bead.h"
#include "muwazi/align/lattice.h"
#include "muwazi/text/language.h"

namespace muwazi {

struct Constraints {
  /// 1-1, 1-0 and 0-1, which neither overlap nor cross; the empty side of a null says nothing. In order of their
  /// Arabic sentences, as far as they have one.
  std::vector<Bead> given = {};
  std::vector<Bead> excluded =
      {};  ///< of any shape; a null wherever between the other side's sentences it stands
  std::optional<Language> single =
      std::nullopt;                    ///< no bead has more than one sentence of this side
  bool one_to_one = false;             ///< no bead has more than one sentence of either side
  std::vector<Waypoint> corners = {};  ///< each pair is before or behind each; rising on both sides
  [[nodiscard]] bool empty() const noexcept {
    return given.empty() && excluded.empty() && !single && !one_to_one && corners.empty();
  }
};

/// A chain of waypoints made to lead through the pairs that are given: what contradicts them is left out.
[[nodiscard]] std::vector<Waypoint> through_given(const std::vector<Waypoint>& chain,
                                                  const Constraints& constraints);

/// The same through the corners.
[[nodiscard]] std::vector<Waypoint> through_corners(const std::vector<Waypoint>& chain,
                                                    const std::vector<Waypoint>& corners);

/// One value a cell, as agreement() gives them: a given pair agrees more than anything else could, and what contradicts
/// it not at all.
void constrain(std::vector<float>& agreement, const Band& band, const Constraints& constraints);

/// Lets no path have a bead that contradicts, unless there is no other. Time O(cells x shapes).
void constrain(Lattice& lattice, const Constraints& constraints);

}  // namespace muwazi
