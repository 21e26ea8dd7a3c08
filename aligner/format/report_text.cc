// Four lines a finding: what and where, then the two texts with the spot between ⟦ and ⟧; at the end one line of summary.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "format/cells.h"
#include "format/reports.h"
#include "format/wrap.h"
#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

constexpr std::size_t kAround = 40;   // characters shown on either side of a spot
constexpr std::size_t kLongest = 90;  // and of a spot itself

/// The first or the last characters of a text, with … where some are left out.
std::string first_characters(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; count < most && at < text.size(); ++count)
    static_cast<void>(next(text, at));
  return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

std::string last_characters(std::string_view text, std::size_t most) {
  std::size_t at = text.size();
  for (std::size_t count = 0; count < most && at > 0; ++count)
    static_cast<void>(previous(text, at));
  return (at > 0 ? "…" : "") + std::string(text.substr(at));
}

/// The sentences around `place`, from the begin of the first that it meets to the end of the last.
ByteRange around(ByteRange place, const std::vector<Sentence>& sentences) {
  ByteRange out = place;
  for (const Sentence& sentence : sentences) {
    if (sentence.bytes.begin >= place.end || sentence.bytes.end <= place.begin) continue;
    out.begin = std::min(out.begin, sentence.bytes.begin);
    out.end = std::max(out.end, sentence.bytes.end);
  }
  return out;
}

std::string on_one_line(std::string_view text) {
  const std::vector<Sentence> all = {{{0, text.size()}}};
  return printable(one_line(text, all, {0, 1}));
}

std::string shown(const std::vector<ByteRange>& places, const std::vector<Sentence>& sentences,
                  std::string_view text) {
  const ByteRange place{places.front().begin, places.back().end};
  const ByteRange whole = around(place, sentences);
  std::string spot = first_characters(on_one_line(slice(text, place)), kLongest);
  if (whole == place) return spot;
  const std::string before = on_one_line(slice(text, {whole.begin, place.begin}));
  const std::string behind = on_one_line(slice(text, {place.end, whole.end}));
  return fmt::format("{}⟦{}⟧{}", last_characters(before, kAround), spot,
                     first_characters(behind, kAround));
}

std::string_view colour(Severity severity) {
  constexpr std::array<std::string_view, 3> kColours = {"\x1B[36m", "\x1B[33m", "\x1B[31m"};
  return kColours[static_cast<std::size_t>(severity)];
}

void append_finding(std::string& out, const Finding& finding, const ReportInput& input,
                    const Lines& lines, bool coloured) {
  const Place place = lines.place(finding);
  std::string severity(name(finding.severity));
  if (coloured) severity = fmt::format("{}{}\x1B[0m", colour(finding.severity), severity);
  fmt::format_to(std::back_inserter(out), "{}:{}: {}: {} {:.2f}: {}", printable(place.file),
                 place.line, severity, info(finding.rule).name, finding.probability,
                 printable(finding.message));
  if (const std::optional<Place> other = lines.other_place(finding))
    fmt::format_to(std::back_inserter(out), " ({}:{})", printable(other->file), other->line);
  out += '\n';
  if (!finding.english.empty()) {
    out += "    " + shown(finding.english, input.bitext.english, input.texts.english) + '\n';
  }
  if (!finding.arabic.empty()) {
    out += "    " + shown(finding.arabic, input.bitext.arabic, input.texts.arabic) + '\n';
  }
}

std::string percent(const ShareInterval& share) {
  return fmt::format("{:.1f} % ({:.1f} to {:.1f})", 100.0 * share.share, 100.0 * share.low,
                     100.0 * share.high);
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string summary(const ReportInput& input) {
  std::array<std::size_t, 3> counts{};
  for (const Finding& finding : input.report.findings) {
    ++counts[static_cast<std::size_t>(finding.severity)];
  }
  std::string out =
      fmt::format("{}, {}", counted(counts[2], "error"), counted(counts[1], "warning"));
  if (counts[0] > 0) out += fmt::format(", {} for information", counts[0]);
  if (input.accepted > 0) out += fmt::format(", {} accepted or suppressed", input.accepted);
  if (!input.report.related) return out + '\n';
  return fmt::format("{}; coverage ar {}, en {}\n", out, percent(input.report.arabic),
                     percent(input.report.english));
}

}  // namespace

std::string write_report_text(const ReportInput& input, const WriteOptions& options) {
  const Lines lines(input);
  std::string out;
  for (const Finding& finding : input.report.findings) {
    append_finding(out, finding, input, lines, options.colour);
  }
  return out + summary(input);
}

}  // namespace muwazi
