// The report as one JSON object: how much is covered, what was found, and the record of the alignment.
#include <fmt/format.h>

#include <iterator>
#include <optional>

#include "format/cells.h"
#include "format/reports.h"

namespace muwazi {
namespace {

std::string interval(const ShareInterval& share) {
  return fmt::format(R"("share": {}, "low": {}, "high": {})", digits(share.share),
                     digits(share.low), digits(share.high));
}

/// Of texts that are no translations of each other nothing is covered or not: null.
void append_coverage(std::string& out, const CheckReport& report, const ShareInterval& total,
                     const std::vector<PassageCoverage>& passages) {
  if (!report.related) {
    out += "null";
    return;
  }
  out += '{' + interval(total) + R"(, "passages": [)";
  const char* comma = "";
  for (const PassageCoverage& passage : passages) {
    fmt::format_to(std::back_inserter(out), R"({}{{"start": {}, "end": {}, {}}})", comma,
                   passage.bytes.begin, passage.bytes.end, interval(passage.coverage));
    comma = ", ";
  }
  out += "]}";
}

void append_places(std::string& out, const std::vector<ByteRange>& places) {
  out += '[';
  const char* comma = "";
  for (const ByteRange place : places) {
    fmt::format_to(std::back_inserter(out), R"({}{{"start": {}, "end": {}}})", comma, place.begin,
                   place.end);
    comma = ", ";
  }
  out += ']';
}

void append_finding(std::string& out, const Finding& finding, const ReportInput& input,
                    const Lines& lines) {
  const RuleInfo& rule = info(finding.rule);
  const Place place = lines.place(finding);
  fmt::format_to(std::back_inserter(out),
                 R"({{"rule": "{}", "mqm": "{}", "severity": "{}", "probability": {}, "ar": )",
                 rule.name, rule.mqm, name(finding.severity), digits(finding.probability));
  append_places(out, finding.arabic);
  out += R"(, "en": )";
  append_places(out, finding.english);
  fmt::format_to(std::back_inserter(out), R"(, "message": {}, "file": {}, "line": {})",
                 json_string(finding.message), json_string(place.file), place.line);
  if (const std::optional<Place> other = lines.other_place(finding)) {
    fmt::format_to(std::back_inserter(out), R"(, "other": {{"file": {}, "line": {}}})",
                   json_string(other->file), other->line);
  }
  fmt::format_to(std::back_inserter(out), R"(, "bead": {}, "fingerprint": "{}"}})", finding.bead,
                 fingerprint(finding, input.bitext, input.texts.arabic, input.texts.english));
}

}  // namespace

std::string write_report_json(const ReportInput& input) {
  const CheckReport& report = input.report;
  const Lines lines(input);
  std::string out = R"({"coverage": {"ar": )";
  append_coverage(out, report, report.arabic, report.arabic_passages);
  out += R"(, "en": )";
  append_coverage(out, report, report.english, report.english_passages);
  out += R"(}, "findings": [)";
  const char* comma = "";
  for (const Finding& finding : report.findings) {
    out += comma;
    append_finding(out, finding, input, lines);
    comma = ", ";
  }
  std::string record = write_json(input.bitext, input.texts, {});
  record.pop_back();  // its line end
  fmt::format_to(std::back_inserter(out), R"(], "accepted": {}, "alignment": {}}})", input.accepted,
                 record);
  return out + '\n';
}

}  // namespace muwazi
