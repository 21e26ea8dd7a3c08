// Writers of a CheckReport: for people, for programs, for pipelines.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/bitext/bitext.h"
#include "muwazi/check/checker.h"
#include "muwazi/format/writers.h"
#include "muwazi/text/fault.h"

namespace muwazi {

enum class ReportFormat : std::uint8_t { text, json, junit, sarif, html, tsv };

struct ReportInput {
  const CheckReport& report;
  const Bitext& bitext;
  const Texts& texts;
  /// Where the texts were taken out of one file of pairs: the line of that file for each of their lines. Empty: the
  /// texts are the files.
  std::vector<std::uint32_t> arabic_lines, english_lines;
  std::size_t accepted = 0;  ///< findings that were left out because they were accepted before
};

/// The whole output, with its last line end. Of `options` only the colours are looked at, by the text format.
[[nodiscard]] std::string write_report(const ReportInput& input, ReportFormat format,
                                       const WriteOptions& options = {});

/// The fingerprints of the findings in a report that --format json wrote. Fault: malformed_json.
[[nodiscard]] Result<std::vector<std::string>> read_fingerprints(std::string_view json,
                                                                 const std::string& file);

}  // namespace muwazi
