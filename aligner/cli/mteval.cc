// muwazi mteval: test sets for machine translation from whole documents, and their scores.
#include "cli/mteval.h"

#include <fmt/format.h>

#include "cli/options.h"
#include "cli/streams.h"

namespace muwazi {
namespace {

int run_mteval(const Command& command, const Arguments& arguments) {
  if (!arguments.empty()) {
    const Arguments rest(arguments.begin() + 1, arguments.end());
    if (arguments.front() == "build") return run_mteval_build(rest);
    if (arguments.front() == "score") return run_mteval_score(rest);
  }
  std::vector<std::string> words;
  Options options(command);
  options.operands(words, 0, 1);
  if (const auto code = options.read(arguments)) return *code;
  return options.usage_error(
      fmt::format("{} it is build or score", words.empty() ? "what?" : words.front() + ":"));
}

}  // namespace

extern const Command kMtevalCommand;
const Command kMtevalCommand{
    .name = "mteval",
    .summary = "Builds test sets for machine translation, and scores them",
    .usage = "build --source S --reference R --hypothesis NAME=H -o DIR\nscore DIR",
    .notes =
        "'build' aligns source and reference and cuts each system's output as the\n"
        "reference; 'score' has sacreBLEU score it. 'muwazi mteval build --help' and\n"
        "'muwazi mteval score --help' say what they take.",
    .run = run_mteval};

}  // namespace muwazi
