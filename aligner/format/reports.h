// What the writers of reports share.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/check/rules.h"
#include "muwazi/format/report.h"

namespace muwazi {

/// Where in its file a finding is: where the Arabic text has its first spot, else where the English one has it; sentences
/// that a spot of the other side was compared with are none.
struct Place {
  std::string_view file, text;
  ByteRange bytes;
  std::size_t line = 1, column = 1;  ///< from 1; columns are code points
  bool whole_file = true;  ///< `bytes` are those of the file, no text out of a file of pairs
};

class Lines {
 public:
  explicit Lines(const ReportInput& input);
  [[nodiscard]] Place place(const Finding& finding) const;
  /// Where the other side has it, if on another line; nothing where it has none.
  [[nodiscard]] std::optional<Place> other_place(const Finding& finding) const;

 private:
  struct Side {
    std::string_view file, text;
    std::vector<std::size_t> begins;  ///< of each line
    const std::vector<std::uint32_t>* in_file;
  };
  static Side side(std::string_view file, std::string_view text,
                   const std::vector<std::uint32_t>& in_file);
  static Place place(const Side& side, ByteRange bytes);
  /// Of the side that has the spot; the Arabic where both have.
  [[nodiscard]] bool is_english(const Finding& finding) const;

  const Bitext& bitext_;
  Side arabic_, english_;
};

/// The texts of a finding's spots on one line, " … " between two.
[[nodiscard]] std::string spot_texts(const std::vector<ByteRange>& places, std::string_view text);

[[nodiscard]] std::string write_report_text(const ReportInput& input, const WriteOptions& options);
[[nodiscard]] std::string write_report_json(const ReportInput& input);
[[nodiscard]] std::string write_report_junit(const ReportInput& input);
[[nodiscard]] std::string write_report_sarif(const ReportInput& input);
[[nodiscard]] std::string write_report_tsv(const ReportInput& input);

}  // namespace muwazi
