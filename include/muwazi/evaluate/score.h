// Predicted beads against gold ones: strict, lax and null precision, recall and F1.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/format/beads.h"

namespace muwazi {

/// Counts that may be added up over documents; all ratios come from the sums.
struct BeadCounts {
  std::uint64_t strict = 0, predicted = 0, gold = 0;  ///< beads with both sides filled
  std::uint64_t lax_predicted = 0,
                lax_gold = 0;  ///< those that share a sentence pair with the other's
  std::uint64_t null_right = 0, null_predicted = 0,
                null_gold = 0;                  ///< single sentences without counterpart
  std::uint64_t in_block = 0, block_beads = 0;  ///< predicted beads inside one paragraph-level bead
  BeadCounts& operator+=(const BeadCounts& other);
  friend bool operator==(const BeadCounts&, const BeadCounts&) = default;
};

struct Ratios {
  double precision = 0.0, recall = 0.0, f1 = 0.0;
};
[[nodiscard]] Ratios strict(const BeadCounts& counts);
[[nodiscard]] Ratios lax(const BeadCounts& counts);
[[nodiscard]] Ratios null(const BeadCounts& counts);

/// Share of the predicted beads that stay inside one block; 0 where there are none.
[[nodiscard]] double in_block(const BeadCounts& counts);

/// `blocks` may be empty: nothing is counted for them then.
[[nodiscard]] BeadCounts count(const std::vector<BeadLine>& gold,
                               const std::vector<BeadLine>& predicted,
                               const std::vector<BeadLine>& blocks = {});

/// How the sentences of a prediction differ from those of the gold, on one side. Every sentence should be
/// there once: anything else is an error of what made the beads, and the counts above do not show it.
struct SentenceFaults {
  std::uint64_t left_out = 0;  ///< in the gold and not in the prediction
  std::uint64_t repeated = 0;  ///< in the prediction more than once: the times too many
  std::uint64_t unknown = 0;   ///< in the prediction and not in the gold
  [[nodiscard]] bool any() const noexcept { return left_out + repeated + unknown > 0; }
  friend bool operator==(const SentenceFaults&, const SentenceFaults&) = default;
};
enum class Side : std::uint8_t { arabic, english };
[[nodiscard]] SentenceFaults sentence_faults(const std::vector<BeadLine>& gold,
                                             const std::vector<BeadLine>& predicted, Side side);

/// One line for a person, without line end: "NAME  strict P 0.987 R … F1 … | lax F1 … | null P … R … F1 …",
/// and "| in block …" where blocks were counted.
[[nodiscard]] std::string report(std::string_view name, const BeadCounts& counts);

/// The same, all ratios and the counts they come from, as one JSON object without line end.
[[nodiscard]] std::string report_json(std::string_view name, const BeadCounts& counts);

}  // namespace muwazi
