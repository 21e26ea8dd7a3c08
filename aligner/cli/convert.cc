// muwazi convert: aligned segments from one format to another, and a person's edits of them back.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/interrupts.h"
#include "cli/options.h"
#include "cli/pair_sources.h"
#include "cli/streams.h"
#include "format/edits.h"
#include "muwazi/format/pairs.h"

namespace muwazi {
namespace {

struct ConvertConfig {
  std::vector<std::string> inputs;
  std::string output = "-";
  std::string from, to;           ///< empty: by the names of the files
  std::string edited;             ///< a file whose edits are applied; empty: none
  std::string encoding = "auto";  ///< of the inputs, or of `edited` where there is one
  bool keep_nulls = false, quiet = false;
};

PairFormat output_format(const ConvertConfig& config) {
  return config.to.empty() ? *pair_format_of(config.output) : *pair_format_named(config.to);
}

std::vector<std::string> output_files(const ConvertConfig& config) {
  return pair_files(config.output, output_format(config));
}

std::optional<std::string> wrong(const ConvertConfig& config,
                                 const std::vector<PairSource>& sources) {
  if (config.to.empty() && !pair_format_of(config.output))
    return config.output == "-"
               ? "no output named: -o FILE, or --to FORMAT for standard output"
               : fmt::format("--to is missing: the name {} does not tell the format",
                             config.output);
  const PairFormat to = output_format(config);
  const std::vector<std::string> outputs = output_files(config);
  if (outputs.size() > 1 && config.output == "-")
    return fmt::format("{} is several files: name them with -o",
                       pair_format_names()[static_cast<std::size_t>(to)]);
  std::vector<std::string> inputs = files_of(sources);
  if (!config.edited.empty()) inputs.push_back(config.edited);
  if (std::count(inputs.begin(), inputs.end(), "-") > 1)
    return "standard input can be read once only";
  for (const std::string& output : outputs) {
    if (auto what = wrong_output(output, inputs)) return what;
  }
  return std::nullopt;
}

std::string pairs(std::uint64_t count) {
  return fmt::format("{} {}", count, count == 1 ? "pair" : "pairs");
}

void tell_losses(const WriteLosses& losses) {
  if (losses.nulls > 0) {
    print_error(pairs(losses.nulls) + " with an empty side left out; --keep-nulls keeps them");
  }
  if (losses.wrong > 0) print_error(pairs(losses.wrong) + " marked as wrong left out");
  if (losses.characters > 0) {
    print_error(fmt::format("control characters that the format cannot hold, now U+FFFD: {}",
                            losses.characters));
  }
}

/// The pairs of all sources, to one writer.
class Conversion {
 public:
  Conversion(PairWriter& writer, PairEdits* edits, const Interrupts& interrupts)
      : writer_(writer), edits_(edits), interrupts_(interrupts) {}

  /// False where a signal ended it.
  [[nodiscard]] bool copy(PairReader& reader, std::optional<Fault>& fault) {
    constexpr std::uint64_t kLook = 1024;  // pairs between two looks for a signal
    while (!fault && reader.next(pair_)) {
      ++count_;
      if (pair_.id.empty()) pair_.id = std::to_string(count_);
      if (edits_ != nullptr) {
        for (const std::string& line : edits_->apply(pair_)) print_error(line);
      }
      fault = writer_.write(pair_);
      if (count_ % kLook == 0 && interrupts_.asked()) return false;
    }
    if (interrupts_.asked()) return false;  // what was read ended early
    if (!fault) fault = reader.fault();
    failed_ += reader.failed_documents();
    foreign_ += reader.foreign_units();
    return true;
  }

  void tell() const {
    if (failed_ > 0) print_error(fmt::format("error records in place of documents: {}", failed_));
    if (foreign_ > 0) print_error(fmt::format("units without Arabic or English: {}", foreign_));
    tell_losses(writer_.losses());
    print_error(pairs(count_));
  }

 private:
  PairWriter& writer_;
  PairEdits* edits_;
  const Interrupts& interrupts_;
  SegmentPair pair_;
  std::uint64_t count_ = 0, failed_ = 0, foreign_ = 0;
};

int fail(const std::string& what) {
  print_error(what);
  return kFailed;
}
int fail(const Fault& fault) { return fail(message(fault)); }

/// None where something is wrong, which it says.
std::optional<PairEdits> read_edits(const ConvertConfig& config) {
  const std::string& file = config.edited;
  const auto refused = [](const auto& what) {
    (void)fail(what);
    return std::nullopt;
  };
  const auto format = pair_format_of(file);
  if (!format) {
    return refused(Fault{FaultKind::malformed_pair,
                         file,
                         0,
                         {},
                         "its name does not tell the format",
                         "give it the ending .xlsx, .csv or that of another format"});
  }
  const auto reader = open_pairs({file}, *format, {.encoding = config.encoding});
  Result<PairEdits> edits = PairEdits::read(*reader, file);
  if (const Fault* fault = std::get_if<Fault>(&edits)) return refused(*fault);
  if (const auto what = replaces_further(output_files(config), *reader)) return refused(*what);
  return std::get<PairEdits>(std::move(edits));
}

int tell_edits(const PairEdits& edits) {
  const std::vector<std::string> left = edits.left_over();
  for (const std::string& line : left) print_error(line);
  const std::uint64_t refused = edits.refused() + left.size();
  print_error(fmt::format("{} changed, {} edits not applied", pairs(edits.changed()), refused));
  return refused > 0 ? kFound : kDone;
}

int convert(const ConvertConfig& config, const std::vector<PairSource>& inputs) {
  std::optional<PairEdits> edits;
  if (!config.edited.empty()) {
    edits = read_edits(config);
    if (!edits) return kFailed;
  }
  Interrupts interrupts;
  auto writer = create_pairs(config.output, output_format(config),
                             {.keep_nulls = config.keep_nulls,
                              .version = MUWAZI_VERSION,
                              .stop = interrupts.descriptor()});
  Conversion conversion(*writer, edits ? &*edits : nullptr, interrupts);
  const PairReadOptions how{.encoding = edits ? "auto" : config.encoding,
                            .stop = interrupts.descriptor()};
  for (const PairSource& input : inputs) {
    std::optional<Fault> fault;
    const auto reader = open_pairs(input.files, input.format, how);
    if (!conversion.copy(*reader, fault)) {
      writer.reset();  // what was written goes
      interrupts.deliver();
      return kFailed;
    }
    if (fault) return fail(*fault);
    if (const auto what = replaces_further(output_files(config), *reader)) return fail(*what);
  }
  writer->finish();
  if (!config.quiet) conversion.tell();
  return edits ? tell_edits(*edits) : kDone;
}

int run_convert(const Command& command, const Arguments& arguments) {
  ConvertConfig config;
  Options options(command);
  constexpr std::size_t kMostInputs = 100'000;
  options.operands(config.inputs, 1, kMostInputs);
  options.value("output,o", config.output, "FILE", "write to FILE, whole or not at all");
  options.choice("from", config.from, pair_format_names(), "tsv, jsonl … [by the endings]",
                 "FORMAT");
  options.choice("to", config.to, pair_format_names(), "[by the ending of FILE]", "FORMAT");
  options.value("apply", config.edited, "FILE", "make a person's edits, in a FILE of these pairs");
  options.value("encoding", config.encoding, "NAME", "of the input, or of the edits [auto]");
  options.flag("keep-nulls", config.keep_nulls, "of moses: also pairs with an empty side");
  options.flag("quiet,q", config.quiet, "print errors and the changes of --apply only");
  if (const auto code = options.read(arguments)) return *code;
  const Result<std::vector<PairSource>> inputs = pair_sources(config.inputs, config.from);
  if (const Fault* fault = std::get_if<Fault>(&inputs)) return fail(*fault);
  if (const auto what = wrong(config, std::get<0>(inputs))) return options.usage_error(*what);
  return convert(config, std::get<0>(inputs));
}

}  // namespace

extern const Command kConvertCommand;
const Command kConvertCommand{
    .name = "convert",
    .summary = "Aligned segments from one format to another, edits of them back",
    .usage = "[options] FILE… -o FILE\n[options] FILE… --apply EDITED -o FILE",
    .notes =
        "Formats, by the endings of files:\n"
        "  .tsv          columns by Bitextor's names; or two columns of text\n"
        "  .csv .xlsx    for spreadsheets; what a person edits there, --apply brings back\n"
        "  .jsonl .json  a pair a line; the records of align are read too\n"
        "  .tmx          TMX 1.4b\n"
        "  .xlf .xliff   XLIFF 1.2; 2.1 is read too, and written --to xliff2\n"
        "  .ar .en       moses: two files of the same number of lines\n"
        "  .ces .xml     cesAlign, with FILE.ar.xml and FILE.en.xml\n"
        "  .beads        [0, 1]:[2]:0.98, with FILE.ar and FILE.en, a sentence a line;\n"
        "  .ladder       hunalign's, with these: the two may be named behind the file\n"
        "Inputs may be packed (.gz, .xz, .zst). Exit code 1: an edit was not applied.",
    .run = run_convert};

}  // namespace muwazi
