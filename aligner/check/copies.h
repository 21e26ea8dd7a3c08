// Sentences that stand more than once on their side.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/texts.h"

namespace muwazi::check {

/// Whether a sentence in comparison form is so long that it is no chance if it stands twice.
[[nodiscard]] bool long_enough(const std::string& form);

class Copies {
 public:
  Copies(const BitextView& view, const SideOf& side);
  Copies(const Copies&) = delete;
  Copies& operator=(const Copies&) = delete;

  /// How often a sentence stands there; a short one once.
  [[nodiscard]] std::size_t count(std::uint32_t k) const;
  /// How many of these have a counterpart.
  [[nodiscard]] std::size_t paired(std::uint32_t k) const;

  /// Of a sentence of a page that stands there twice and has no counterpart, the one that stands where its translation
  /// should: most of its neighbours are of the other language, or it is the later one.
  [[nodiscard]] std::optional<std::uint32_t> among_other(const SideOf& other,
                                                         std::uint32_t k) const;

 private:
  struct Group {
    std::vector<std::uint32_t> sentences;
    std::size_t paired = 0;
  };

  [[nodiscard]] int other_neighbours(const SideOf& other, std::uint32_t k) const;

  const SideOf& side_;
  std::unordered_map<std::string, Group> by_form_;
  std::vector<const Group*> groups_;  ///< by sentence; nullptr: it is short
};

}  // namespace muwazi::check
