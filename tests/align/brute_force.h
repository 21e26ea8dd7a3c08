// Slow twins of the dynamic programmes: every path through a small band, listed.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "muwazi/align/lattice.h"

namespace muwazi::brute_force {

/// A path as numbers: its shapes in order, and the place of each bead in Lattice::scores.
struct Path {
  std::vector<std::size_t> shapes;
  std::vector<std::size_t> beads;
};

[[nodiscard]] inline bool null(std::size_t shape) {
  return kShapes[shape].arabic == 0 || kShapes[shape].english == 0;
}

/// Whether the bead at the place `index` of Lattice::scores, ending at (a, e), begins in the band.
[[nodiscard]] inline bool fits(const Band& band, std::uint32_t a, std::uint32_t e,
                               BeadShape shape) {
  return shape.arabic <= a && shape.english <= e &&
         band.cell(a - shape.arabic, e - shape.english) != Band::kOutside;
}

inline void extend(const Band& band, std::uint32_t a, std::uint32_t e, Path& path,
                   std::vector<Path>& paths) {
  if (a == band.arabic() && e == band.english()) paths.push_back(path);
  for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
    const std::uint32_t next_a = a + kShapes[shape].arabic, next_e = e + kShapes[shape].english;
    if (next_a > band.arabic() || next_e > band.english()) continue;
    const std::size_t cell = band.cell(next_a, next_e);
    const bool wrong_order =
        shape == kArabicNull && !path.shapes.empty() && path.shapes.back() == kEnglishNull;
    if (cell == Band::kOutside || wrong_order) continue;
    path.shapes.push_back(shape);
    path.beads.push_back(cell * kShapeCount + shape);
    extend(band, next_a, next_e, path, paths);
    path.shapes.pop_back();
    path.beads.pop_back();
  }
}

/// All paths from (0, 0) to (A, E), possible or not, that keep to the band and to the order of
/// nulls.
[[nodiscard]] inline std::vector<Path> all_paths(const Band& band) {
  std::vector<Path> paths;
  Path path;
  extend(band, 0, 0, path, paths);
  return paths;
}

[[nodiscard]] inline int null_runs(const Path& path) {
  int runs = 0;
  for (std::size_t i = 1; i < path.shapes.size(); ++i) {
    runs += null(path.shapes[i - 1]) && null(path.shapes[i]);
  }
  return runs;
}

template <typename Score>
[[nodiscard]] double score(const Path& path, const std::vector<Score>& scores, NullRun null_run) {
  double sum = 0.0;
  for (std::size_t i = 0; i < path.beads.size(); ++i) {
    if (i > 0 && null(path.shapes[i - 1]) && null(path.shapes[i]))
      sum += static_cast<double>(path.shapes[i - 1] == path.shapes[i] ? null_run.same_side
                                                                      : null_run.other_side);
    sum += static_cast<double>(scores[path.beads[i]]);
  }
  return sum;
}

/// The path of highest score, of equal ones that whose last differing bead has the earlier shape;
/// null if all are impossible.
template <typename Score>
[[nodiscard]] const Path* best(const std::vector<Path>& paths, const std::vector<Score>& scores,
                               NullRun null_run) {
  const Path* found = nullptr;
  double most = -std::numeric_limits<double>::infinity();
  for (const Path& path : paths) {
    const double sum = score(path, scores, null_run);
    if (sum == -std::numeric_limits<double>::infinity() || sum < most) continue;
    if (sum > most || std::lexicographical_compare(path.shapes.rbegin(), path.shapes.rend(),
                                                   found->shapes.rbegin(), found->shapes.rend())) {
      found = &path;
      most = sum;
    }
  }
  return found;
}

[[nodiscard]] inline Posteriors posteriors(const std::vector<Path>& paths, const Lattice& lattice) {
  Posteriors result;
  std::vector<double> scores, beads(lattice.scores.size());
  double most = -std::numeric_limits<double>::infinity(), sum = 0.0;
  for (const Path& path : paths) {
    scores.push_back(score(path, lattice.scores, lattice.null_run));
    most = std::max(most, scores.back());
  }
  result.log_z = most;
  result.beads.resize(beads.size());
  if (std::isinf(most)) return result;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const double weight = std::exp(scores[i] - most);
    sum += weight;
    result.null_runs += weight * null_runs(paths[i]);
    for (const std::size_t bead : paths[i].beads) beads[bead] += weight;
  }
  for (std::size_t i = 0; i < beads.size(); ++i)
    result.beads[i] = static_cast<float>(beads[i] / sum);
  result.null_runs /= sum;
  result.log_z += std::log(sum);
  return result;
}

[[nodiscard]] inline std::vector<Bead> beads(const Path& path) {
  std::vector<Bead> result;
  std::uint32_t a = 0, e = 0;
  for (const std::size_t shape : path.shapes) {
    result.push_back({{a, a + kShapes[shape].arabic}, {e, e + kShapes[shape].english}});
    a = result.back().arabic.end;
    e = result.back().english.end;
  }
  return result;
}

enum class Scores { kRandom, kTies, kHuge, kManyImpossible, kNearlyAllImpossible };

/// Scores for every bead that begins and ends in the band.
[[nodiscard]] inline Lattice random_lattice(const Band& band, Scores kind, std::mt19937& random) {
  Lattice lattice(band);
  std::normal_distribution<float> normal(-2.0F, kind == Scores::kHuge ? 1000.0F : 3.0F);
  std::uniform_real_distribution<float> uniform(0.0F, 1.0F);
  const float impossible = kind == Scores::kManyImpossible        ? 0.4F
                           : kind == Scores::kNearlyAllImpossible ? 0.8F
                                                                  : 0.0F;
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    for (std::uint32_t e = band.columns(a).begin; e < band.columns(a).end; ++e) {
      for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
        const float drawn = normal(random), luck = uniform(random);
        if (!fits(band, a, e, kShapes[shape]) || luck < impossible) continue;
        lattice.scores[band.cell(a, e) * kShapeCount + shape] =
            kind == Scores::kTies ? (luck < 0.5F ? -0.5F : 0.25F) : drawn;
      }
    }
  }
  return lattice;
}

/// Up to three waypoints that do not decrease.
[[nodiscard]] inline std::vector<Waypoint> random_chain(std::uint32_t arabic, std::uint32_t english,
                                                        std::mt19937& random) {
  std::vector<Waypoint> chain(random() % 4);
  std::uint32_t a = 0, e = 0;
  for (Waypoint& point : chain) {
    a += static_cast<std::uint32_t>(random()) % (arabic - a + 1);
    e += static_cast<std::uint32_t>(random()) % (english - e + 1);
    point = {a, e};
  }
  return chain;
}

/// For messages and comparisons: "1-0 2-1 1-1".
[[nodiscard]] inline std::string shapes_of(const std::vector<Bead>& beads) {
  std::string shapes;
  for (const Bead& bead : beads) {
    shapes += (shapes.empty() ? "" : " ") + std::to_string(bead.arabic.size()) + "-" +
              std::to_string(bead.english.size());
  }
  return shapes;
}

/// How far from 1 the posteriors of the beads that hold one sentence sum, at worst.
[[nodiscard]] inline double worst_sum(const Band& band, const Posteriors& posteriors) {
  std::vector<double> arabic(band.arabic()), english(band.english());
  for (std::uint32_t a = 0; a <= band.arabic(); ++a) {
    for (std::uint32_t e = band.columns(a).begin; e < band.columns(a).end; ++e) {
      for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
        const double p = posteriors.beads[band.cell(a, e) * kShapeCount + shape];
        if (p == 0.0) continue;
        for (std::uint32_t i = 1; i <= kShapes[shape].arabic; ++i) arabic[a - i] += p;
        for (std::uint32_t i = 1; i <= kShapes[shape].english; ++i) english[e - i] += p;
      }
    }
  }
  double worst = 0.0;
  for (const double sum : arabic) worst = std::max(worst, std::abs(sum - 1.0));
  for (const double sum : english) worst = std::max(worst, std::abs(sum - 1.0));
  return worst;
}

}  // namespace muwazi::brute_force
