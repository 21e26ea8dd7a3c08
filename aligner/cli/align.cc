// muwazi align: one bilingual page, or two documents, to aligned pairs.
#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include "cli/align_stream.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "muwazi/bitext/aligner.h"
#include "muwazi/format/writers.h"
#include "muwazi/text/decode.h"
#include "muwazi/text/files.h"

namespace muwazi {
namespace {

struct AlignConfig {
  std::vector<std::string> inputs;  ///< a page, or an Arabic and an English file
  bool segmented = false;           ///< lines are sentences
  std::string output = "-";
  std::string format;   ///< empty: by the ending of `output`, or what it is
  std::string model;    ///< empty: the one that comes with the program
  std::string weights;  ///< empty: likewise
  std::string encoding = DecodeOptions{}.encoding;
  double min_confidence = WriteOptions{}.min_confidence;
  bool explain = false;
  std::string omissions;    ///< empty: estimated
  std::string granularity;  ///< empty: sentence
  bool quiet = false;
  StreamConfig stream;
};

AlignOptions align_options(const AlignConfig& config) {
  AlignOptions options;
  options.explain = config.explain;
  if (config.granularity == "fine") options.granularity = Granularity::fine;
  options.omissions = config.omissions == "never"    ? Omissions::never
                      : config.omissions == "rare"   ? Omissions::rare
                      : config.omissions == "common" ? Omissions::common
                                                     : Omissions::estimated;
  return options;
}

StreamRequest stream_request(const AlignConfig& config) {
  return {.config = config.stream,
          .inputs = config.inputs,
          .segmented = config.segmented,
          .output = config.output,
          .format = config.format,
          .model = config.model,
          .weights = config.weights,
          .encoding = config.encoding,
          .align = align_options(config),
          .write = {.min_confidence = config.min_confidence},
          .quiet = config.quiet};
}

std::optional<Format> format_named(std::string_view name) {
  if (name == "text" || name == "txt") return Format::text;
  if (name == "tsv") return Format::tsv;
  if (name == "json" || name == "jsonl") return Format::json;
  if (name == "beads") return Format::beads;
  return std::nullopt;
}

Format format_of(const AlignConfig& config) {
  if (const auto said = format_named(config.format)) return *said;
  if (config.explain && config.output == "-") return Format::text;
  if (config.output == "-") return out_is_terminal() ? Format::text : Format::tsv;
  const std::size_t dot = config.output.rfind('.');
  const auto ending = dot == std::string::npos ? "" : config.output.substr(dot + 1);
  return format_named(ending).value_or(Format::tsv);
}

void add_options(Options& options, AlignConfig& config) {
  options.operands(config.inputs, 0, 2);
  options.flag("segmented", config.segmented, "every line is a sentence and stays one");
  options.value("output,o", config.output, "FILE", "write to FILE, whole or not at all");
  options.choice("format", config.format, {"text", "tsv", "json", "beads"},
                 "[by the ending of FILE; terminal: text; else tsv]");
  options.value("model", config.model, "FILE", "a model that 'muwazi train' made");
  options.value("weights", config.weights, "FILE", "numbers that 'muwazi tune' made");
  options.value("encoding", config.encoding, "NAME",
                fmt::format("of the input, windows-1256 for example [{}]", config.encoding));
  options.value(
      "min-confidence", config.min_confidence, "P",
      fmt::format("mark what has a confidence below P, 0 to 1 [{}]", config.min_confidence));
  options.choice("omissions", config.omissions, {"never", "rare", "common"},
                 "never|rare|common: sentences left alone [estimated]", "WORD");
  options.choice("granularity", config.granularity, {"sentence", "fine"},
                 "fine: cut at ; and : too where pairs allow [sentence]", "WORD");
  options.flag("explain", config.explain, "say why of each pair, in text and json");
  options.flag("quiet,q", config.quiet, "print errors only");
  add_stream_options(options, config.stream);
}

std::optional<std::string> wrong(const AlignConfig& config) {
  if (!(config.min_confidence >= 0.0 && config.min_confidence <= 1.0)) {
    return fmt::format("--min-confidence {}: it is between 0 and 1", config.min_confidence);
  }
  if (std::count(config.inputs.begin(), config.inputs.end(), "-") > 1) {
    return "standard input can be read once only";
  }
  if (config.segmented && config.granularity == "fine") {
    return "--segmented keeps lines as they are: it does not go with --granularity fine";
  }
  auto what = wrong_stream(stream_request(config));
  if (what || config.stream.asked()) return what;
  if (config.inputs.empty()) return "no file given";
  if (config.segmented && config.inputs.size() == 1) {
    return "--segmented takes two files, Arabic and English";
  }
  if (const Format format = format_of(config);
      config.explain && format != Format::text && format != Format::json) {
    return "--explain goes with --format text and json";
  }
  return replaces_input(config.output, config.inputs);
}

/// Says what is wrong; a record takes the place of the pairs where there would be one. A file that
/// would have been written is left as it was.
int fail(const Fault& fault, const std::string& id, const AlignConfig& config) {
  print_error(message(fault));
  if (format_of(config) == Format::json && config.output == "-") print_out(write_error(id, fault));
  return kFailed;
}

void finish(const Bitext& bitext, const Texts& texts, const AlignConfig& config) {
  const Format format = format_of(config);
  const bool shown = config.output == "-" && format == Format::text;
  const WriteOptions options{.min_confidence = config.min_confidence,
                             .width = shown ? out_width() : WriteOptions{}.width,
                             .colour = shown && out_has_colour()};
  if (!config.quiet) {
    for (const std::string& note : bitext.notes) print_error(bitext.id + ": " + note);
  }
  write_whole(config.output, write(bitext, texts, format, options));
}

int align_and_write(const std::vector<Document>& documents, const std::string& id,
                    const AlignConfig& config) {
  const Result<AlignerFiles> files = open_aligner_files(config.model, config.weights);
  if (const Fault* fault = std::get_if<Fault>(&files)) {
    print_error(message(*fault));  // no fault of a document: no record
    return kFailed;
  }
  const auto& [model, weights] = std::get<AlignerFiles>(files);
  const Aligner aligner(model, weights, align_options(config));
  bool swapped = false;
  Bitext bitext = align_documents(aligner, documents, config.segmented, &swapped);
  bitext.id = id;
  finish(bitext, texts_of(documents, swapped), config);
  return kDone;
}

int run_align(const Command& command, const Arguments& arguments) {
  AlignConfig config;
  Options options(command);
  add_options(options, config);
  if (const auto code = options.read(arguments)) return *code;
  if (const auto what = wrong(config)) return options.usage_error(*what);
  if (config.stream.asked()) return align_stream(stream_request(config));

  const std::string id = document_id(config.inputs.front());
  std::vector<Document> documents;
  for (const std::string& path : config.inputs) {
    Result<Document> read = read_document(path, config.encoding, config.quiet);
    if (const Fault* fault = std::get_if<Fault>(&read)) return fail(*fault, id, config);
    documents.push_back(std::get<Document>(std::move(read)));
  }
  try {
    return align_and_write(documents, id, config);
  } catch (const std::bad_alloc&) {
    return fail({FaultKind::too_large,
                 config.inputs.front(),
                 0,
                 {},
                 "out of memory",
                 "cut it into smaller files"},
                id, config);
  }
}

}  // namespace

extern const Command kAlignCommand;
const Command kAlignCommand{
    .name = "align",
    .summary = "Pairs the sentences of one bilingual page, or of two documents",
    .usage =
        "[options] PAGE\n[options] ARABIC ENGLISH\n[options] --jsonl [FILE]\n[options] --list FILE",
    .notes =
        "A file may be - for standard input, and packed (.gz, .xz, .zst). Text has ?\n"
        "(marked), confidence, shape (sentences of Arabic-English), English, Arabic; a\n"
        "dash for no counterpart. Offsets count bytes of the text in UTF-8.\n"
        "A line of --jsonl is {\"id\": 1, \"text\": \"a page\"} or {\"id\": 1, \"ar\": x, \"en\": "
        "y},\n"
        "x and y texts, or arrays of sentences that stay as they are. Offsets are of the\n"
        "string; of an array, of its strings with a line feed between two. Each line, an\n"
        "empty one too, gives one record of json, in order; a bad one gives an error\n"
        "record, and the exit code is 2 then.",
    .run = run_align};

}  // namespace muwazi
