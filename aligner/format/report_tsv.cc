// A line a finding. No quoting: no cell can hold a tab or a line end.
#include <fmt/format.h>

#include <iterator>
#include <optional>

#include "format/cells.h"
#include "format/reports.h"

namespace muwazi {
namespace {

constexpr std::string_view kHeader =
    "file\tline\tseverity\trule\tmqm\tprobability\tmessage\tsrc_text\ttrg_text\tsrc_start\tsrc_"
    "end\t"
    "trg_start\ttrg_end\tfingerprint\tother_file\tother_line\n";

std::string cell(std::string_view text) {
  const std::vector<Sentence> all = {{{0, text.size()}}};
  return one_line(text, all, {0, 1});
}

std::string offsets(const std::vector<ByteRange>& places) {
  if (places.empty()) return "\t";
  return fmt::format("{}\t{}", places.front().begin, places.back().end);
}

}  // namespace

std::string write_report_tsv(const ReportInput& input) {
  const Lines lines(input);
  const Texts& texts = input.texts;
  std::string out(kHeader);
  for (const Finding& finding : input.report.findings) {
    const Place place = lines.place(finding);
    fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
                   cell(place.file), place.line, name(finding.severity), info(finding.rule).name,
                   info(finding.rule).mqm, digits(finding.probability), cell(finding.message),
                   spot_texts(finding.arabic, texts.arabic),
                   spot_texts(finding.english, texts.english), offsets(finding.arabic),
                   offsets(finding.english),
                   fingerprint(finding, input.bitext, texts.arabic, texts.english));
    const std::optional<Place> other = lines.other_place(finding);
    out += other ? fmt::format("\t{}\t{}\n", cell(other->file), other->line) : "\t\t\n";
  }
  return out;
}

}  // namespace muwazi
