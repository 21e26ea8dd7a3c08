// What a person changed in a sheet of pairs, found by ids and brought back to the pairs that the sheet was made from.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "muwazi/format/pairs.h"

namespace muwazi {

class PairEdits {
 public:
  /// Reads all of `edited`. A row with a key that its content still has was not changed and is not kept; where there are
  /// no keys, because the file is no sheet of ours, all are. Faults are those of the reader, and malformed_pair: a row
  /// without an id, or two that want different things of one pair.
  [[nodiscard]] static Result<PairEdits> read(PairReader& edited, const std::string& file);

  /// Changes the pair as the row of its id says: texts, judgement and note. A line for a person on each change.
  [[nodiscard]] std::vector<std::string> apply(SegmentPair& pair);

  /// A line on each row whose pair did not come, in the order of the ids; to be asked at the end.
  [[nodiscard]] std::vector<std::string> left_over() const;

  [[nodiscard]] std::uint64_t changed() const { return changed_; }  ///< pairs
  [[nodiscard]] std::uint64_t refused() const { return refused_; }  ///< pairs that are others now

 private:
  struct Row {
    SegmentPair pair;
    bool met = false;
  };

  std::unordered_map<std::string, Row> rows_;
  std::uint64_t changed_ = 0, refused_ = 0;
};

}  // namespace muwazi
