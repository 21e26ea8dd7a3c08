#include "muwazi/score/parameters.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "text/embedded.h"

namespace muwazi {

extern const EmbeddedTexts kWeights;

std::string_view name(Feature feature) noexcept {
  static constexpr std::array<std::string_view, kFeatureCount> kNames = {
      "likelihood_english", "likelihood_arabic",
      "likelihood_root",    "uncovered_english",
      "uncovered_arabic",   "neighbour_english",
      "neighbour_arabic",   "straddle_english",
      "straddle_arabic",    "length",
      "length_far",         "heading_mismatch",
      "ending_mismatch",    "paragraph_inside",
      "paragraph_edge",     "question_mismatch"};
  return kNames[static_cast<std::size_t>(feature)];
}

namespace {

bool set(Parameters& parameters, std::string_view wanted, std::string_view text) {
  float value = 0.0F;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return false;
  bool found = false;
  for_each_parameter(parameters, [&](std::string_view name, float& member) {
    if (name == wanted) member = value, found = true;
  });
  return found;
}

Result<Parameters> parse_over(Parameters parameters, std::string_view text,
                              const std::string& file) {
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    ++number;
    const std::size_t tab = line.find('\t');
    if (!line.empty() && line.front() != '#' &&
        (tab == std::string_view::npos ||
         !set(parameters, line.substr(0, tab), line.substr(tab + 1)))) {
      return Fault{FaultKind::malformed_weights,
                   file,
                   number,
                   {at, end},
                   "\"" + std::string(line) + "\"",
                   "write the name of a number of the model, a tab and its value"};
    }
    at = end + 1;
  }
  return parameters;
}

}  // namespace

const Parameters& default_parameters() {
  static const Parameters parameters = [] {
    auto parsed = parse_over({}, kWeights.front().second, std::string(kWeights.front().first));
    return std::holds_alternative<Parameters>(parsed) ? std::get<Parameters>(parsed) : Parameters{};
  }();
  return parameters;
}

Result<Parameters> parse_parameters(std::string_view text, const std::string& file) {
  return parse_over(default_parameters(), text, file);
}

std::string format_parameters(const Parameters& parameters) {
  std::string out;
  for_each_parameter(parameters, [&](std::string_view name, float value) {
    out += fmt::format("{}\t{}\n", name, value);
  });
  return out;
}

}  // namespace muwazi
