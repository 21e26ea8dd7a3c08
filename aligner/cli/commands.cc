#include <array>

#include "cli/command.h"

namespace muwazi {

extern const Command kAlignCommand, kSegmentCommand, kTrainCommand, kScoreCommand;

std::span<const Command* const> commands() {
  static constexpr std::array kCommands = {&kAlignCommand, &kSegmentCommand, &kTrainCommand, &kScoreCommand};
  return kCommands;
}

}  // namespace muwazi
