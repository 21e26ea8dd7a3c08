// muwazi check: what a translation lacks, adds or changes.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "cli/alignment.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "muwazi/bitext/aligner.h"
#include "muwazi/check/checker.h"
#include "muwazi/check/rules.h"
#include "muwazi/format/pairs.h"
#include "muwazi/format/report.h"
#include "muwazi/text/files.h"
#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

struct CheckConfig {
  AlignmentConfig alignment;
  std::string pairs;  ///< a file of pairs instead of inputs; empty: none
  std::string output = "-";
  std::string format = "text";
  std::string severity{name(Selection{}.least)};
  std::string only, ignore;  ///< rules, commas between
  double fail_under = 0.0;
  std::string baseline, suppress;  ///< file names; empty: none
  bool rules = false;
};

std::optional<ReportFormat> format_named(std::string_view name) {
  if (name == "text") return ReportFormat::text;
  if (name == "json") return ReportFormat::json;
  if (name == "junit") return ReportFormat::junit;
  if (name == "sarif") return ReportFormat::sarif;
  if (name == "html") return ReportFormat::html;
  if (name == "tsv") return ReportFormat::tsv;
  return std::nullopt;
}

void add_options(Options& options, CheckConfig& config) {
  options.operands(config.alignment.inputs, 0, 2);
  options.flag("segmented", config.alignment.segmented, "every line is a sentence and stays one");
  options.value("apply", config.alignment.decisions, "FILE",
                "decisions that the review page saved");
  options.value("pairs", config.pairs, "FILE",
                "segments that are paired: .tsv, .csv, .tmx, .xlf; - is .tsv");
  options.value("output,o", config.output, "FILE", "write to FILE, whole or not at all");
  options.choice("format", config.format, {"text", "json", "junit", "sarif", "html", "tsv"},
                 fmt::format("[{}]", config.format));
  options.choice("severity", config.severity, {"info", "warning", "error"},
                 fmt::format("report what is as grave as this, or graver [{}]", config.severity));
  options.value("only", config.only, "RULES", "report these alone; commas between");
  options.value("ignore", config.ignore, "RULES", "do not report these");
  options.value("fail-under", config.fail_under, "SHARE",
                "exit with 1 also where less of a side is covered, 0 to 1");
  options.value("baseline", config.baseline, "FILE",
                "leave out what this report of --format json has");
  options.value("suppress", config.suppress, "FILE",
                "leave out what its lines 'RULE TEXT' say: of that rule, or of any for *, in a "
                "sentence with that text");
  options.flag("rules", config.rules, "list the rules with an example of each, and stop");
  options.value("model", config.alignment.model, "FILE", "a model that 'muwazi train' made");
  options.value("weights", config.alignment.weights, "FILE", "numbers that 'muwazi tune' made");
  options.value(
      "encoding", config.alignment.encoding, "NAME",
      fmt::format("of the input, windows-1256 for example [{}]", config.alignment.encoding));
  options.flag("quiet,q", config.alignment.quiet, "nothing on stderr but errors");
}

struct RuleList {
  std::vector<Rule> rules;
  std::optional<std::string> wrong;
};

RuleList rule_list(std::string_view names) {
  RuleList out;
  while (!names.empty() && !out.wrong) {
    const std::string_view item = names.substr(0, names.find(','));
    names.remove_prefix(std::min(item.size() + 1, names.size()));
    const std::string word(slice(item, trimmed(item, {0, item.size()})));
    if (const auto rule = rule_named(word)) {
      out.rules.push_back(*rule);
      continue;
    }
    std::vector<std::string> known;
    for (const RuleInfo& rule : rules()) known.emplace_back(rule.name);
    const auto meant = nearest(word, known);
    out.wrong = fmt::format("there is no rule '{}'", word) +
                (meant ? fmt::format("; did you mean '{}'?", *meant) : "; --rules lists them");
  }
  return out;
}

/// Of those that hold no more than pairs; standard input holds lines of fields.
std::optional<PairFormat> pair_format(const std::string& name) {
  if (name == "-") return PairFormat::tsv;
  const auto format = pair_format_of(name);
  const bool taken = format == PairFormat::tsv || format == PairFormat::csv ||
                     format == PairFormat::tmx || format == PairFormat::xliff;
  return taken ? format : std::nullopt;
}

std::optional<std::string> wrong_pairs(const CheckConfig& config) {
  if (!config.alignment.inputs.empty()) return "--pairs takes no further file";
  if (config.alignment.segmented) return "--pairs has its segments: leave --segmented out";
  if (!config.alignment.decisions.empty()) return "--pairs has its pairs: leave --apply out";
  if (!pair_format(config.pairs)) {
    return fmt::format(
        "--pairs {}: its name must end in .tsv, .csv, .tmx or .xlf, or be -, for .tsv",
        config.pairs);
  }
  return replaces_input(config.output, {config.pairs});
}

std::optional<std::string> wrong(const CheckConfig& config) {
  if (!(config.fail_under >= 0.0 && config.fail_under <= 1.0)) {
    return fmt::format("--fail-under {}: it is between 0 and 1", config.fail_under);
  }
  for (const std::string& names : {config.only, config.ignore}) {
    if (const auto list = rule_list(names); list.wrong) return list.wrong;
  }
  const std::vector<Rule> only = rule_list(config.only).rules,
                          ignored = rule_list(config.ignore).rules;
  const bool nothing = !only.empty() && std::all_of(only.begin(), only.end(), [&](Rule rule) {
    return std::find(ignored.begin(), ignored.end(), rule) != ignored.end();
  });
  if (nothing) return "--only and --ignore together leave no rule";
  if (config.rules) return std::nullopt;
  for (const std::string& list : {config.baseline, config.suppress}) {
    if (auto what = replaces_input(config.output, {list})) return what;
  }
  if (!config.pairs.empty()) return wrong_pairs(config);
  return wrong_inputs(config.alignment, config.output);
}

int list_rules() {
  std::string out;
  for (const RuleInfo& rule : rules()) {
    out += fmt::format("{}  {}\n    {}\n", rule.name, rule.mqm, rule.what);
    for (const std::string_view text : {rule.english, rule.arabic}) {
      if (!text.empty()) out += fmt::format("    {}\n", text);
    }
  }
  print_out(out);
  return kDone;
}

int fail(const Fault& fault) {
  print_error(message(fault));
  return kFailed;
}

/// What is to be reported, from the options and the files that they name.
Result<Selection> selection(const CheckConfig& config) {
  Selection out;
  out.least = severity_named(config.severity).value_or(out.least);
  out.only = rule_list(config.only).rules;
  out.ignored = rule_list(config.ignore).rules;
  if (!config.baseline.empty()) {
    Result<std::string> bytes = read_bytes(config.baseline);
    if (Fault* fault = std::get_if<Fault>(&bytes)) return std::move(*fault);
    auto read = read_fingerprints(std::get<std::string>(bytes), config.baseline);
    if (Fault* fault = std::get_if<Fault>(&read)) return std::move(*fault);
    for (const std::string& one : std::get<0>(read)) ++out.accepted[one];
  }
  if (!config.suppress.empty()) {
    Result<Document> document = read_document(config.suppress, "auto", true);
    if (Fault* fault = std::get_if<Fault>(&document)) return std::move(*fault);
    auto read = parse_suppressions(std::get<Document>(document).text(), config.suppress);
    if (Fault* fault = std::get_if<Fault>(&read)) return std::move(*fault);
    out.suppressions = std::get<0>(std::move(read));
  }
  return out;
}

/// What is checked.
struct Subject {
  std::vector<Document> documents;
  Bitext bitext;
  bool swapped = false;
  std::vector<Decision> decisions;   ///< those that were applied
  std::vector<std::uint32_t> lines;  ///< of the pairs in their file

  [[nodiscard]] Texts texts() const { return texts_of(documents, swapped); }
};

Result<Subject> aligned(const Aligner& aligner, const CheckConfig& config) {
  Result<std::vector<Document>> read = read_documents(config.alignment);
  if (Fault* fault = std::get_if<Fault>(&read)) return std::move(*fault);
  Subject out;
  out.documents = std::get<std::vector<Document>>(std::move(read));
  Result<std::vector<Decision>> decisions = decisions_of(config.alignment);
  if (Fault* fault = std::get_if<Fault>(&decisions)) return std::move(*fault);
  out.decisions = std::get<std::vector<Decision>>(std::move(decisions));
  out.bitext = align_documents(aligner, out.documents, config.alignment.segmented, &out.swapped);
  if (!out.decisions.empty()) {
    const Texts texts = out.texts();
    out.bitext = aligner.apply(out.decisions, std::move(out.bitext), texts.arabic, texts.english);
  }
  out.bitext.id = document_id(config.alignment.inputs.front());
  return out;
}

Result<Subject> paired(const Aligner& aligner, const CheckConfig& config) {
  Result<Document> file =
      read_document(config.pairs, config.alignment.encoding, config.alignment.quiet);
  if (Fault* fault = std::get_if<Fault>(&file)) return std::move(*fault);
  Result<PairFile> read =
      read_pairs(std::get<Document>(file).text(), config.pairs, *pair_format(config.pairs));
  if (Fault* fault = std::get_if<Fault>(&read)) return std::move(*fault);
  PairFile& pairs = std::get<PairFile>(read);
  Subject out;
  out.documents.emplace_back(config.pairs, std::move(pairs.arabic.text));
  out.documents.emplace_back(config.pairs, std::move(pairs.english.text));
  out.bitext = aligner.weigh_pairs(out.documents[0], pairs.arabic.segments, out.documents[1],
                                   pairs.english.segments);
  out.lines = std::move(pairs.lines);
  return out;
}

/// Whether enough of both sides is covered; stderr says of which it is not.
bool covers_enough(const CheckReport& report, double least) {
  if (!report.related && least > 0.0) {
    print_error(fmt::format("--fail-under {}: nothing has a counterpart", least));
    return false;
  }
  const auto enough = [&](std::string_view language, const ShareInterval& covered) {
    if (least <= 0.0 || covered.share >= least) return true;
    constexpr double kShown = 1000.0;  // not rounded up to what is asked for
    print_error(fmt::format("--fail-under {}: of the {}, {:.3f} is covered", least, language,
                            std::floor(kShown * covered.share) / kShown));
    return false;
  };
  const bool arabic = enough("Arabic", report.arabic);
  return enough("English", report.english) && arabic;
}

/// Whether there was text; stderr says where there was none, though no finding that is wanted does.
bool has_text(const Subject& subject, const CheckReport& report) {
  if (!subject.bitext.arabic.empty() || !subject.bitext.english.empty()) return true;
  if (report.findings.empty()) {
    print_error(fmt::format("{}: neither Arabic nor English text: nothing was compared",
                            subject.documents.front().name()));
  }
  return false;
}

int finish(Subject& subject, CheckReport& report, const Selection& wanted,
           const CheckConfig& config) {
  Bitext& bitext = subject.bitext;
  const Texts texts = subject.texts();
  Selection selection = wanted;
  if (!report.related) {  // said whatever rules are wanted: nothing was compared by them
    selection.only.clear();
    selection.ignored.clear();
  }
  const std::size_t accepted =
      select(report.findings, std::move(selection), bitext, texts.arabic, texts.english);
  if (!config.alignment.quiet) {
    for (const std::string& note : bitext.notes) print_error(bitext.id + ": " + note);
  }
  const ReportFormat format = *format_named(config.format);
  if (format != ReportFormat::html) bitext.explanations.clear();  // the record is align's without
  const bool shown = config.output == "-" && format == ReportFormat::text;
  const ReportInput input{report, bitext, texts, subject.lines, subject.lines, accepted};
  write_whole(config.output, write_report(input, format, {.colour = shown && out_has_colour()}));
  const bool enough = covers_enough(report, config.fail_under);
  return has_text(subject, report) && report.findings.empty() && enough ? kDone : kFound;
}

int run_check(const Command& command, const Arguments& arguments) {
  CheckConfig config;
  Options options(command);
  add_options(options, config);
  if (const auto code = options.read(arguments)) return *code;
  if (const auto what = wrong(config)) return options.usage_error(*what);
  if (config.rules) return list_rules();

  const Result<Selection> wanted = selection(config);
  if (const Fault* fault = std::get_if<Fault>(&wanted)) return fail(*fault);
  const Result<AlignerFiles> files =
      open_aligner_files(config.alignment.model, config.alignment.weights);
  if (const Fault* fault = std::get_if<Fault>(&files)) return fail(*fault);
  const auto& [model, weights] = std::get<AlignerFiles>(files);
  const Aligner aligner(model, weights, {.explain = true});
  Result<Subject> read = config.pairs.empty() ? aligned(aligner, config) : paired(aligner, config);
  if (const Fault* fault = std::get_if<Fault>(&read)) return fail(*fault);
  Subject& subject = std::get<Subject>(read);
  const Texts texts = subject.texts();
  CheckReport report = Checker(model).check(subject.bitext, texts.arabic, texts.english);
  return finish(subject, report, std::get<Selection>(wanted), config);
}

}  // namespace

extern const Command kCheckCommand;
const Command kCheckCommand{
    .name = "check",
    .summary = "Says what a translation lacks, adds or changes",
    .usage = "[options] PAGE\n[options] ARABIC ENGLISH\n[options] --pairs FILE\n--rules",
    .notes =
        "A file may be - for standard input, and packed (.gz, .xz, .zst). Coverage is the\n"
        "share of words that have a counterpart, with the interval that holds the true\n"
        "one nine times in ten. Exit code: 0 nothing to report, 1 something, 2 an error.",
    .run = run_check};

}  // namespace muwazi
