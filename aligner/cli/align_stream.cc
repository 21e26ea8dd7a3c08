#include "cli/align_stream.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <csignal>
#include <limits>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

#include "cli/in_order.h"
#include "cli/inputs.h"
#include "cli/interrupts.h"
#include "cli/progress.h"
#include "cli/resume.h"
#include "cli/stream_document.h"
#include "cli/streams.h"
#include "muwazi/bitext/aligner.h"
#include "muwazi/lexicon/model.h"
#include "text/byte_source.h"
#include "text/convert.h"
#include "text/whole_file.h"

namespace muwazi {
namespace {

constexpr std::string_view kMaxDocument = "64M";

/// "64M" in bytes; nullopt for what is no size, and for none.
std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t size = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  const std::string_view unit(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
  const unsigned shift = unit.empty()                 ? 0
                         : unit == "K" || unit == "k" ? 10
                         : unit == "M" || unit == "m" ? 20
                         : unit == "G" || unit == "g" ? 30
                                                      : 64;
  constexpr std::uint64_t kMost = std::uint64_t{1} << 40U;
  if (error != std::errc{} || shift == 64 || size == 0 || size > kMost >> shift)
    return std::nullopt;
  return size << shift;
}

std::string_view stated_size(const StreamConfig& config) {
  return config.max_document.empty() ? kMaxDocument : std::string_view(config.max_document);
}

std::string stream_name(const StreamRequest& request) {
  if (!request.config.list.empty()) return request.config.list;
  return request.inputs.empty() ? "-" : request.inputs.front();
}

/// Where records go: standard output or a file, whole or not at all; or an output to go on with.
class Output {
 public:
  Output(const StreamRequest& request, const Interrupts& interrupts)
      : resumed_(request.config.resume.empty()
                     ? nullptr
                     : std::make_unique<ResumedFile>(request.config.resume)),
        whole_(resumed_ ? nullptr
                        : std::make_unique<WholeFile>(request.output, interrupts.descriptor())) {}

  [[nodiscard]] ResumedFile* resumed() const { return resumed_.get(); }
  /// False: a signal wants the program to end, and nobody takes the record.
  bool write(std::string_view record) {
    if (!resumed_) return whole_->write(record);
    resumed_->write(record);  // a plain file: it never waits
    return true;
  }
  void finish() { resumed_ ? resumed_->finish() : whole_->finish(); }
  void abandon() { whole_.reset(); }

 private:
  std::unique_ptr<ResumedFile> resumed_;
  std::unique_ptr<WholeFile> whole_;
};

/// Reads past the lines whose records are there. Called before anything is written.
void skip_done(LineReader& lines, ResumedFile& output, const std::string& path,
               const StreamSettings& settings) {
  TextLine line;
  for (std::uint64_t k = 0; k < output.records(); ++k) {
    if (lines.next(line)) continue;
    throw EnvironmentError(fmt::format("{} has {} records, and the input only {} documents", path,
                                       output.records(), k),
                           "give the input that it was made from");
  }
  if (output.records() > 0 && !output.last_has_id(id_of_line(line, settings))) {
    throw EnvironmentError(fmt::format("the last record of {} is not of the document in line {} of "
                                       "the input",
                                       path, line.number),
                           "give the input that it was made from");
  }
  output.cut();
}

struct Totals {
  std::uint64_t documents = 0, errors = 0, pairs = 0, sentences = 0;
};

std::string counted(std::uint64_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string summary(const Totals& totals, double seconds, const ResumedFile* resumed) {
  std::string text =
      fmt::format("{}, {}, {}, {:.0f} sentences a second", counted(totals.documents, "document"),
                  counted(totals.errors, "error"), counted(totals.pairs, "pair"),
                  static_cast<double>(totals.sentences) / seconds);
  if (resumed != nullptr && resumed->records() > 0) {
    text += fmt::format("; {} done before", counted(resumed->records(), "document"));
    if (resumed->errors() > 0) text += fmt::format(", {}", counted(resumed->errors(), "error"));
  }
  return text;
}

/// False: a signal wants the program to end.
bool copy_records(InOrder& records, const Interrupts& interrupts, Output& output,
                  Progress& progress, bool quiet, Totals& totals) {
  while (const std::optional<Outcome> outcome = records.take()) {
    if (!output.write(outcome->record)) return false;
    ++totals.documents;
    totals.errors += outcome->is_error ? 1 : 0;
    totals.pairs += outcome->pairs;
    totals.sentences += outcome->sentences;
    if (outcome->is_error || !quiet) {
      if (!outcome->messages.empty()) progress.clear();
      for (const std::string& said : outcome->messages) print_error(said);
    }
    progress.update(totals.documents);
  }
  return !interrupts.asked();
}

int run(const StreamRequest& request, const StreamSettings& settings, const Model& model,
        const Parameters& weights) {
  Interrupts interrupts;
  Output output(request, interrupts);
  const bool on_terminal = isatty(STDERR_FILENO) == 1;
  const bool mixed = request.config.resume.empty() && request.output == "-" && out_is_terminal();
  Progress progress(on_terminal && !mixed && !request.quiet);
  InOrderLimits limits;
  limits.threads = request.config.jobs > 0
                       ? request.config.jobs
                       : std::clamp(std::thread::hardware_concurrency(), 1U, kMostJobs);
  const auto open_lines = [&](int stop) {
    LineReader lines(open_stream(settings.file, stop), settings.max_document);
    if (output.resumed() != nullptr) {
      skip_done(lines, *output.resumed(), request.config.resume, settings);
    }
    return lines;
  };
  const auto make_work = [&]() -> InOrder::Work {
    const auto aligner = std::make_shared<Aligner>(model, weights, request.align);
    return [aligner, &settings](TextLine&& line) { return align_line(*aligner, line, settings); };
  };
  Totals totals;
  InOrder records(limits, interrupts, open_lines, make_work);
  if (!copy_records(records, interrupts, output, progress, request.quiet, totals)) {
    output.abandon();
    progress.clear();
    interrupts.deliver();  // ends the program, without waiting for what is worked on
    return kFailed;
  }
  output.finish();
  progress.clear();
  if (!request.quiet) print_error(summary(totals, progress.seconds(), output.resumed()));
  const bool failed_before = output.resumed() != nullptr && output.resumed()->errors() > 0;
  return totals.errors > 0 || failed_before ? kFailed : kDone;
}

std::optional<std::string> wrong_without_stream(const StreamConfig& config) {
  const char* option = config.jobs != 1               ? "--jobs"
                       : !config.resume.empty()       ? "--resume"
                       : !config.max_document.empty() ? "--max-document"
                                                      : nullptr;
  if (option == nullptr) return std::nullopt;
  return fmt::format("{} is for --jsonl and --list", option);
}

std::optional<std::string> wrong_records_file(const StreamRequest& request) {
  const bool resumed = !request.config.resume.empty();
  if (resumed && request.output != "-")
    return "--resume writes its FILE itself; leave --output out";
  if (request.config.resume == "-")
    return "--resume -: standard output cannot be gone on with; name a file";
  const std::string& file = resumed ? request.config.resume : request.output;
  if (!request.format.empty() && request.format != "json")
    return fmt::format("--format {}: --jsonl and --list write json only", request.format);
  for (const char* ending : {".tsv", ".txt", ".text", ".beads", ".csv", ".xlsx", ".tmx", ".xlf",
                             ".xliff", ".ces", ".ladder"}) {
    if (request.format.empty() && file.ends_with(ending))
      return fmt::format("{}: --jsonl and --list write json only; say so with --format json", file);
  }
  return wrong_output(file, {stream_name(request)});
}

}  // namespace

void add_stream_options(Options& options, StreamConfig& config) {
  options.flag("jsonl", config.jsonl, "FILE has a document a line (see below)");
  options.value("list", config.list, "FILE", "FILE has a PAGE or ARABIC<tab>ENGLISH a line");
  options.value("resume", config.resume, "FILE",
                "write to FILE bit by bit, and go on where it ends");
  options.value("jobs,j", config.jobs, "N", "threads, 0: one a processor; same output [1]");
  options.value("max-document", config.max_document, "SIZE",
                fmt::format("of a line, or of a file of a list; K, M, G [{}]", kMaxDocument));
}

std::optional<std::string> wrong_stream(const StreamRequest& request) {
  const StreamConfig& config = request.config;
  if (!config.asked()) return wrong_without_stream(config);
  if (config.jsonl && !config.list.empty()) return "--jsonl or --list, not both";
  if (!config.list.empty() && !request.inputs.empty())
    return fmt::format("--list names the files; leave {} out", request.inputs.front());
  if (request.inputs.size() > 1) return fmt::format("one too many: {}", request.inputs[1]);
  if (config.jsonl && request.segmented)
    return "--segmented is for files; in JSON, give arrays of sentences";
  if (config.jsonl && request.encoding != "auto" && standard_name(request.encoding) != "UTF-8")
    return fmt::format("--encoding {}: JSON is UTF-8", request.encoding);
  if (config.jobs > kMostJobs) return "--jobs is between 0 and 256";
  if (!parse_size(stated_size(config)))
    return fmt::format("--max-document {}: it is a size such as 500K, 64M or 2G",
                       config.max_document);
  return wrong_records_file(request);
}

int align_stream(const StreamRequest& request) {
  const Result<AlignerFiles> files = open_aligner_files(request.model, request.weights);
  if (const Fault* fault = std::get_if<Fault>(&files)) return print_error(message(*fault)), kFailed;
  StreamSettings settings;
  settings.list = !request.config.list.empty();
  settings.segmented = request.segmented;
  settings.file = stream_name(request);
  settings.output = request.config.resume.empty() ? request.output : request.config.resume;
  settings.encoding = request.encoding;
  settings.max_document = *parse_size(stated_size(request.config));
  settings.write = request.write;
  const auto& [model, weights] = std::get<AlignerFiles>(files);
  return run(request, settings, model, weights);
}

}  // namespace muwazi
