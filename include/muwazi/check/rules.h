// The rules by name, and which of their findings are wanted.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/bitext/bitext.h"
#include "muwazi/check/finding.h"
#include "muwazi/text/fault.h"

namespace muwazi {

struct RuleInfo {
  Rule rule;
  std::string_view name;  ///< "omission"
  std::string_view mqm;   ///< of the Multidimensional Quality Metrics: "Accuracy/Omission"
  std::string_view what;  ///< one line
  std::string_view arabic,
      english;  ///< an example: checked as two documents, it is found, as a warning at least
};

/// All of them, in the order of Rule.
[[nodiscard]] std::span<const RuleInfo> rules() noexcept;
[[nodiscard]] const RuleInfo& info(Rule rule) noexcept;
[[nodiscard]] std::optional<Rule> rule_named(std::string_view name) noexcept;

/// "info", "warning", "error".
[[nodiscard]] std::string_view name(Severity severity) noexcept;
[[nodiscard]] std::optional<Severity> severity_named(std::string_view name) noexcept;

/// Sixteen hexadecimal digits made of the rule, the sentences that the finding's spots stand in and the spots:
/// it stays the same whatever is changed elsewhere in the texts.
[[nodiscard]] std::string fingerprint(const Finding& finding, const Bitext& bitext,
                                      std::string_view arabic, std::string_view english);

/// A line of a suppression file: findings of `rule` (none: of any) whose sentences hold `text`.
struct Suppression {
  std::optional<Rule> rule;
  std::string text;  ///< comparison form
};

/// Lines "RULE TEXT", or "* TEXT"; '#' begins a comment line. Fault: malformed_suppression.
[[nodiscard]] Result<std::vector<Suppression>> parse_suppressions(std::string_view text,
                                                                  const std::string& file);

struct Selection {
  Severity least = Severity::warning;
  std::vector<Rule> only;  ///< empty: all
  std::vector<Rule> ignored;
  std::map<std::string, int>
      accepted;  ///< how many findings with this fingerprint were accepted before
  std::vector<Suppression> suppressions;
};

/// Takes the findings out that `selection` does not want; gives the number of those that were accepted or suppressed.
std::size_t select(std::vector<Finding>& findings, Selection selection, const Bitext& bitext,
                   std::string_view arabic, std::string_view english);

}  // namespace muwazi
