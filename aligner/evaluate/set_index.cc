// What a set says of itself, read back for scoring.
#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "muwazi/evaluate/evaluation_files.h"

namespace muwazi {
namespace {

using nlohmann::json;

Fault no_set(std::string file, std::uint64_t line, std::string found) {
  return {FaultKind::malformed_set,
          std::move(file),
          line,
          {},
          std::move(found),
          "build it again with 'muwazi mteval build'"};
}

/// Takes the text up to the next `end`, which is left out, off the front.
std::string_view cut(std::string_view& text, char end) {
  const std::string_view front = text.substr(0, text.find(end));
  text.remove_prefix(std::min(front.size() + 1, text.size()));
  return front;
}

Result<std::vector<SetIndex::Segment>> read_segments(std::string_view text,
                                                     const std::string& file) {
  std::vector<SetIndex::Segment> segments;
  (void)cut(text, '\n');  // the header
  for (std::uint64_t number = 2; !text.empty(); ++number) {
    std::string_view line = cut(text, '\n');
    SetIndex::Segment segment;
    segment.document = cut(line, '\t');
    (void)cut(line, '\t');
    const std::string_view confidence = cut(line, '\t');
    const auto [end, error] = std::from_chars(
        confidence.data(), confidence.data() + confidence.size(), segment.confidence);
    if (error != std::errc{} || end != confidence.data() + confidence.size())
      return no_set(file, number, fmt::format("no confidence in \"{}\"", confidence));
    segment.low = cut(line, '\t') == "1";
    segments.push_back(std::move(segment));
  }
  return segments;
}

}  // namespace

Result<SetIndex> read_set_index(std::string_view manifest, std::string_view segments,
                                const std::string& folder) {
  const std::string file = folder + "/manifest.json";
  SetIndex index;
  const json read = json::parse(manifest, nullptr, false);
  if (!read.is_object() || read.value("muwazi", json()) != "evaluation set" ||
      read.value("version", json()) != 1) {
    return no_set(file, 0, "it is no manifest of version 1");
  }
  try {
    read.at("systems").get_to(index.systems);
    read.at("reference").get_to(index.has_reference);
    read.at("options").at("min_confidence").get_to(index.min_confidence);
    for (const auto& [name, sum] : read.at("files").items()) index.sums.emplace_back(name, sum);
    if (auto rows = read_segments(segments, folder + "/segments.tsv");
        std::holds_alternative<Fault>(rows)) {
      return std::get<Fault>(rows);
    } else {
      index.segments = std::get<0>(std::move(rows));
    }
    if (read.at("segments") != index.segments.size())
      return no_set(folder + "/segments.tsv", 0, "its lines are not as many as the manifest says");
  } catch (const json::exception& error) {
    return no_set(file, 0, error.what());
  }
  return index;
}

}  // namespace muwazi
