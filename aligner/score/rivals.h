// What else the sentences of a bead might have been.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "muwazi/align/band.h"
#include "muwazi/align/bead.h"
#include "muwazi/align/lattice.h"

namespace muwazi {

/// The two most probable beads of each sentence. Refers to what it was made with.
class Rivals {
 public:
  Rivals(const Band& band, const Posteriors& posteriors);

  /// The most probable other bead with one of the bead's sentences. The two exclude each other: its posterior is its
  /// share of what the bead's confidence leaves.
  [[nodiscard]] std::optional<Bead> of(const Bead& bead) const;

 private:
  using Best = std::array<Bead, 2>;

  void enter(const Bead& bead);

  const Band& band_;
  const Posteriors& posteriors_;
  NullPosteriors nulls_;
  std::vector<Best> arabic_, english_;
};

}  // namespace muwazi
