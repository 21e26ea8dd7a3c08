#include "muwazi/format/report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "format/cells.h"
#include "format/context_side.h"
#include "format/reports.h"
#include "muwazi/format/review.h"
#include "muwazi/text/utf8.h"

namespace muwazi {

std::string write_report(const ReportInput& input, ReportFormat format,
                         const WriteOptions& options) {
  switch (format) {
    case ReportFormat::json:
      return write_report_json(input);
    case ReportFormat::junit:
      return write_report_junit(input);
    case ReportFormat::sarif:
      return write_report_sarif(input);
    case ReportFormat::html: {
      ReviewOptions page;
      page.findings = input.report.findings;
      return write_review(input.bitext, input.texts, page);
    }
    case ReportFormat::tsv:
      return write_report_tsv(input);
    case ReportFormat::text:
      break;
  }
  return write_report_text(input, options);
}

Lines::Lines(const ReportInput& input)
    : bitext_(input.bitext),
      arabic_(side(input.texts.arabic_name, input.texts.arabic, input.arabic_lines)),
      english_(side(input.texts.english_name, input.texts.english, input.english_lines)) {}

Lines::Side Lines::side(std::string_view file, std::string_view text,
                        const std::vector<std::uint32_t>& in_file) {
  Side out{file, text, {0}, &in_file};
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') out.begins.push_back(at + 1);
  }
  return out;
}

Place Lines::place(const Side& side, ByteRange bytes) {
  const auto behind = std::upper_bound(side.begins.begin(), side.begins.end(), bytes.begin);
  const auto line = static_cast<std::size_t>(behind - side.begins.begin());
  const std::size_t begin = *std::prev(behind);
  const std::size_t column = code_points(side.text.substr(begin, bytes.begin - begin)) + 1;
  if (side.in_file->empty()) return {side.file, side.text, bytes, line, column, true};
  const std::size_t known = std::min(line, side.in_file->size()) - 1;
  return {side.file, side.text, bytes, (*side.in_file)[known], 1, false};
}

bool Lines::is_english(const Finding& finding) const {
  if (finding.arabic.empty() || finding.english.empty()) return !finding.english.empty();
  return context_side(finding, bitext_) == Language::arabic;
}

Place Lines::place(const Finding& finding) const {
  if (is_english(finding)) return place(english_, finding.english.front());
  return place(arabic_, finding.arabic.empty() ? ByteRange{} : finding.arabic.front());
}

std::optional<Place> Lines::other_place(const Finding& finding) const {
  if (finding.arabic.empty() || finding.english.empty()) return std::nullopt;
  const Place own = place(finding);
  Place other = is_english(finding) ? place(arabic_, finding.arabic.front())
                                    : place(english_, finding.english.front());
  if (own.file == other.file && own.line == other.line) return std::nullopt;
  return other;
}

std::string spot_texts(const std::vector<ByteRange>& places, std::string_view text) {
  std::vector<Sentence> spots;
  spots.reserve(places.size());
  for (const ByteRange place : places) spots.push_back({place});
  return one_line(text, spots, {0, static_cast<std::uint32_t>(spots.size())});
}

Result<std::vector<std::string>> read_fingerprints(std::string_view json, const std::string& file) {
  const auto read = nlohmann::json::parse(json, nullptr, false);
  const auto fault = [&](const std::string& found) {
    return Fault{FaultKind::malformed_json,
                 file,
                 0,
                 {},
                 found,
                 "give a report that 'muwazi check --format json' wrote"};
  };
  if (!read.is_object() || !read.contains("findings") || !read["findings"].is_array()) {
    return fault("no object with findings");
  }
  std::vector<std::string> out;
  for (const auto& finding : read["findings"]) {
    if (!finding.is_object() || !finding.contains("fingerprint") ||
        !finding["fingerprint"].is_string()) {
      return fault("a finding without its fingerprint");
    }
    out.push_back(finding["fingerprint"].get<std::string>());
  }
  return out;
}

}  // namespace muwazi
