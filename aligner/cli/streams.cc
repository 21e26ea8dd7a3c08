#include "cli/streams.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "format/wrap.h"
#include "muwazi/format/writers.h"
#include "muwazi/text/fault.h"
#include "muwazi/text/files.h"

namespace muwazi {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

void print_out(std::string_view text) { write_whole("-", text); }

void print_error(std::string_view message) {
  const std::string line = "muwazi: " + printable(message) + '\n';
  // Where standard error takes nothing, nobody is left to be told.
  (void)std::fwrite(line.data(), 1, line.size(), stderr);
}

bool out_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

std::uint32_t out_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view columns = environment("COLUMNS");
  std::uint32_t width = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  constexpr std::uint32_t kMost = 1000;
  const bool usable = error == std::errc{} && end == columns.data() + columns.size() && width > 0;
  return usable && width <= kMost ? width : WriteOptions{}.width;
}

bool out_has_colour() {
  return out_is_terminal() && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

}  // namespace muwazi
