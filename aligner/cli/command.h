// The commands of the program. A new one is a file that defines a Command, and a line in commands.cc.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muwazi {

/// Exit codes.
inline constexpr int kDone = 0;
inline constexpr int kFound = 1;   ///< something is wrong with a translation
inline constexpr int kFailed = 2;  ///< usage errors, and inputs that cannot be read

using Arguments = std::vector<std::string>;

struct Command {
  std::string_view name;     ///< "align"
  std::string_view summary;  ///< what it does, for the list of commands: one line
  std::string_view usage;    ///< what may follow the name; one line a form
  std::string_view notes;    ///< below the options of its help; may be empty
  int (*run)(const Command& command, const Arguments& arguments);  ///< gives the exit code
};

/// In the order in which help lists them.
[[nodiscard]] std::span<const Command* const> commands();

}  // namespace muwazi
