// What the program prints, and where to: results to standard output, everything else to standard error.
#pragma once
#include <cstdint>
#include <string_view>

namespace muwazi {

/// Standard output. Throws EnvironmentError where it takes no more.
void print_out(std::string_view text);

/// One line on standard error, "muwazi: " before it. Control characters are printed as spaces: file
/// names and inputs are quoted in messages.
void print_error(std::string_view message);

[[nodiscard]] bool out_is_terminal();

/// Columns of the terminal; COLUMNS where output goes elsewhere; else 100.
[[nodiscard]] std::uint32_t out_width();

/// A terminal, and the user did not refuse colours (NO_COLOR, TERM=dumb).
[[nodiscard]] bool out_has_colour();

}  // namespace muwazi
