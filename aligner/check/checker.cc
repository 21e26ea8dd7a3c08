#include "muwazi/check/checker.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "check/clauses.h"
#include "check/consistency.h"
#include "check/coverage.h"
#include "check/form.h"
#include "check/gaps.h"
#include "check/half_days.h"
#include "check/names.h"
#include "check/organisation_swaps.h"
#include "check/punctuation.h"
#include "check/terms.h"
#include "check/texts.h"
#include "check/units.h"
#include "check/untranslated.h"
#include "check/values.h"
#include "check/weekdays.h"
#include "lexicon/lexicon.h"
#include "muwazi/lexicon/model.h"

namespace muwazi {
namespace {

using check::BitextView;

bool has_pairs(const Bitext& bitext) {
  return std::any_of(bitext.beads.begin(), bitext.beads.end(),
                     [](const Bead& bead) { return !bead.null(); });
}

std::vector<ByteRange> whole(const check::SideOf& side) {
  if (side.sentences.empty()) return {};
  return {side.bytes({0, static_cast<std::uint32_t>(side.sentences.size())})};
}

/// One finding for a text that has no translation at all.
std::vector<Finding> nothing_pairs(const BitextView& view) {
  Finding finding;
  const bool arabic = !view.arabic.sentences.empty(), english = !view.english.sentences.empty();
  finding.rule = english && !arabic ? Rule::addition : Rule::omission;
  finding.severity = Severity::error;
  finding.probability = 1.0F;
  finding.arabic = whole(view.arabic);
  finding.english = whole(view.english);
  finding.message = arabic && english ? "the texts are not a translation of each other"
                    : arabic          ? "there is no English text"
                    : english         ? "there is no Arabic text"
                                      : "there is neither Arabic nor English text";
  return {finding};
}

/// Which beads these tell of as more than a remark: nothing else is worth saying of them.
std::vector<bool> beads_of(const std::vector<Finding>& findings, std::size_t beads) {
  std::vector<bool> out(beads);
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::info) out[finding.bead] = true;
  }
  return out;
}

void append(std::vector<Finding>& to, std::vector<Finding> findings) {
  std::move(findings.begin(), findings.end(), std::back_inserter(to));
}

}  // namespace

struct Checker::Parts {
  explicit Parts(const Model& model) : lexicon(model), names(NameModel::of(model)) {}

  Lexicon lexicon;
  std::optional<NameModel> names;
};

Checker::Checker(const Model& model) : parts_(std::make_unique<Parts>(model)) {}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

CheckReport Checker::check(const Bitext& bitext, std::string_view arabic,
                           std::string_view english) const {
  const BitextView view(bitext, arabic, english);
  CheckReport report;
  report.related = has_pairs(bitext);
  check::ComparedValues compared;
  std::vector<check::ClauseCandidate> clauses;
  std::vector<Finding> untranslated;
  if (report.related) {
    compared = check::compared_values(view);
    check::add_shared_organisations(view, compared.shared);
    clauses = check::clause_candidates(view, parts_->lexicon, compared.shared);
    untranslated = check::untranslated_findings(view, parts_->lexicon);
  }
  const std::vector<bool> left = beads_of(untranslated, bitext.beads.size());
  check::SideCoverage of_arabic = check::coverage(view, view.arabic, clauses, left);
  check::SideCoverage of_english = check::coverage(view, view.english, clauses, left);
  report.arabic = of_arabic.total;
  report.english = of_english.total;
  report.arabic_passages = std::move(of_arabic.passages);
  report.english_passages = std::move(of_english.passages);
  if (!report.related) {
    report.findings = nothing_pairs(view);
    return report;
  }
  const NameModel* const names = parts_->names ? &*parts_->names : nullptr;
  std::vector<Finding> values = std::move(compared.findings);
  append(values, check::weekday_findings(view));
  append(values, check::half_day_findings(view));
  append(values, check::unit_findings(view));
  append(report.findings, check::gap_findings(view));
  append(report.findings, check::clause_findings(view, clauses, values));
  append(report.findings, std::move(values));
  append(report.findings, check::name_findings(view, names, parts_->lexicon, compared.shared));
  append(report.findings, check::consistency_findings(view, names));
  append(report.findings, check::term_findings(view));
  append(report.findings, check::length_findings(view));
  append(report.findings, check::punctuation_findings(view));
  append(report.findings, check::foreign_findings(view));
  std::erase_if(report.findings, [&](const Finding& finding) {
    return check::mismatched(bitext.beads[finding.bead]);
  });
  append(report.findings, check::mismatch_findings(view));
  std::erase_if(report.findings, [&](const Finding& finding) { return left[finding.bead]; });
  append(report.findings, std::move(untranslated));
  std::stable_sort(report.findings.begin(), report.findings.end(),
                   [](const Finding& x, const Finding& y) { return x.bead < y.bead; });
  return report;
}

}  // namespace muwazi
