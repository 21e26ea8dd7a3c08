// The program: finds the command, and catches what the environment does not allow.
#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <new>

#include "cli/command.h"
#include "cli/nearest.h"
#include "cli/streams.h"
#include "muwazi/text/fault.h"

namespace muwazi {
namespace {

std::string program_help() {
  std::string out =
      "usage: muwazi COMMAND [options] FILES\n"
      "Aligns Arabic and English text, sentence by sentence.\n\n";
  for (const Command* command : commands()) {
    out += fmt::format("  {:<9}{}\n", command->name, command->summary);
  }
  return out +
         "\n"
         "  muwazi COMMAND --help   what a command takes\n"
         "  muwazi --version        the version of the program\n\n"
         "Exit codes: 0; 1 for findings of check and edits that convert did not apply; 2\n"
         "for wrong usage, input that cannot be read and output that cannot be written.\n";
}

const Command* command_named(std::string_view name) {
  for (const Command* command : commands()) {
    if (command->name == name) return command;
  }
  return nullptr;
}

int unknown_command(std::string_view name) {
  std::vector<std::string> known;
  for (const Command* command : commands()) known.emplace_back(command->name);
  std::string what = fmt::format("no {} {}", name.starts_with('-') ? "option" : "command", name);
  if (name.starts_with('-')) known = {"--help", "--version"};
  if (const auto near = nearest(name, known)) what += fmt::format("; did you mean {}?", *near);
  print_error(what);
  print_error("'muwazi --help' lists the commands");
  return kFailed;
}

int run(Arguments arguments) {
  if (arguments.empty()) {
    print_error("no command given");
    print_error("'muwazi --help' lists the commands");
    return kFailed;
  }
  std::string name = arguments.front();
  arguments.erase(arguments.begin());
  if (name == "help" && !arguments.empty()) {  // "help align" is "align --help"
    name = arguments.front();
    arguments = {"--help"};
  }
  if (name == "--help" || name == "-h" || name == "help") {
    print_out(program_help());
    return kDone;
  }
  if (name == "--version") {
    print_out(fmt::format("muwazi {}\n", MUWAZI_VERSION));
    return kDone;
  }
  const Command* command = command_named(name);
  return command == nullptr ? unknown_command(name) : command->run(*command, arguments);
}

int run_guarded(int count, char** values) {
  try {
    return run(Arguments(values + (count > 0 ? 1 : 0), values + count));
  } catch (const EnvironmentError& error) {
    print_error(error.what());
  } catch (const std::filesystem::filesystem_error& error) {
    print_error(error.what());
  } catch (const std::bad_alloc&) {
    print_error("out of memory; give a smaller input or more memory");
  } catch (const std::exception& error) {  // none is known; a message is more use than an abort
    print_error(std::string("a fault of the program itself: ") + error.what());
  }
  return kFailed;
}

}  // namespace
}  // namespace muwazi

int main(int count, char** values) { return muwazi::run_guarded(count, values); }
