#include <array>

#include "cli/command.h"

namespace muwazi {

extern const Command kAlignCommand, kSegmentCommand, kScoreCommand;

std::span<const Command* const> commands() {
  static constexpr std::array kCommands = {&kAlignCommand, &kSegmentCommand, &kScoreCommand};
  return kCommands;
}

}  // namespace muwazi
