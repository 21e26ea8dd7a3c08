// SARIF 2.1.0 (OASIS), as code scanning services take it: a run, its rules, a result for each finding.
#include <fmt/format.h>

#include <iterator>
#include <optional>

#include "format/cells.h"
#include "format/reports.h"

namespace muwazi {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string_view level(Severity severity) {
  return severity == Severity::info ? "note" : name(severity);
}

/// A file name as a URI reference (RFC 3986): all but unreserved characters and the slash are escaped.
std::string uri(std::string_view file) {
  std::string out;
  for (const char c : file) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out == "-" ? "stdin" : out;
}

void append_rules(std::string& out) {
  const char* comma = "";
  for (const RuleInfo& rule : rules()) {
    fmt::format_to(
        std::back_inserter(out),
        R"({}{{"id": "{}", "shortDescription": {{"text": {}}}, "properties": {{"mqm": {}}}}})",
        comma, rule.name, json_string(rule.what), json_string(rule.mqm));
    comma = ", ";
  }
}

std::string region(const Place& place) {
  if (!place.whole_file) return fmt::format(R"({{"startLine": {}}})", place.line);
  return fmt::format(
      R"({{"startLine": {}, "startColumn": {}, "byteOffset": {}, "byteLength": {}}})", place.line,
      place.column, place.bytes.begin, place.bytes.size());
}

std::string location(const Place& place) {
  return fmt::format(
      R"({{"physicalLocation": {{"artifactLocation": {{"uri": {}}}, "region": {}}}}})",
      json_string(uri(place.file)), region(place));
}

std::string text_of(const Finding& finding, const Texts& texts) {
  std::string out = finding.message;
  for (const std::string& spot :
       {spot_texts(finding.english, texts.english), spot_texts(finding.arabic, texts.arabic)}) {
    if (!spot.empty()) out += "\n" + spot;
  }
  return out;
}

void append_result(std::string& out, const Finding& finding, const ReportInput& input,
                   const Lines& lines) {
  const std::optional<Place> other = lines.other_place(finding);
  fmt::format_to(std::back_inserter(out),
                 R"({{"ruleId": "{}", "ruleIndex": {}, "level": "{}", "message": {{"text": {}}}, )"
                 R"("locations": [{}], "relatedLocations": [{}], )"
                 R"("partialFingerprints": {{"muwazi/v1": "{}"}}, "rank": {}}})",
                 info(finding.rule).name, static_cast<int>(finding.rule), level(finding.severity),
                 json_string(text_of(finding, input.texts)), location(lines.place(finding)),
                 other ? location(*other) : "",
                 fingerprint(finding, input.bitext, input.texts.arabic, input.texts.english),
                 digits(finding.probability) == "1.0"
                     ? "100.0"
                     : fmt::format("{:.1f}", 100.0F * finding.probability));
}

}  // namespace

std::string write_report_sarif(const ReportInput& input) {
  const Lines lines(input);
  std::string out = fmt::format(
      R"({{"$schema": "{}", "version": "2.1.0", "runs": [{{"tool": {{"driver": {{"name": "muwazi", "rules": [)",
      kSchema);
  append_rules(out);
  out += R"(]}}, "columnKind": "unicodeCodePoints", "results": [)";
  const char* comma = "";
  for (const Finding& finding : input.report.findings) {
    out += comma;
    append_result(out, finding, input, lines);
    comma = ", ";
  }
  return out + "]}]}\n";
}

}  // namespace muwazi
