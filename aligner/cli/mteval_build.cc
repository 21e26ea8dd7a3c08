// muwazi mteval build: documents to an evaluation set.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "cli/alignment.h"
#include "cli/inputs.h"
#include "cli/mteval.h"
#include "cli/options.h"
#include "cli/set_documents.h"
#include "cli/streams.h"
#include "muwazi/evaluate/evaluation_files.h"
#include "muwazi/evaluate/evaluation_set.h"
#include "muwazi/text/checksum.h"
#include "text/whole_folder.h"

namespace muwazi {
namespace {

struct BuildConfig {
  std::vector<std::string> sources, references, pages, hypotheses;
  std::string from = "ar";  ///< of pages, the language that was translated
  std::string output;
  AlignmentConfig alignment;
  SetOptions set;
};

void add_options(Options& options, BuildConfig& config) {
  options.value("source", config.sources, "S", "the source: a file, or a folder of documents");
  options.value("reference", config.references, "R",
                "its translation; none: align with the source");
  options.value("page", config.pages, "P",
                "instead of both, a page that holds source and reference");
  options.choice("from", config.from, {"ar", "en"}, "of a page, the language of the source [ar]");
  options.value("hypothesis", config.hypotheses, "NAME=H", "what system NAME made of the source");
  options.value("output,o", config.output, "DIR", "a new folder, written whole or not at all");
  options.flag("segmented", config.alignment.segmented,
               "line k of S and line k of R are a segment");
  options.flag("separate-arabic-punctuation", config.set.separate_arabic_punctuation,
               "set ، ؛ ؟ « » apart in what sacreBLEU reads");
  options.value("min-confidence", config.set.min_confidence, "P",
                fmt::format("below it confidence is low, 0 to 1 [{}]", config.set.min_confidence));
  options.value("model", config.alignment.model, "FILE", "a model that 'muwazi train' made");
  options.value("weights", config.alignment.weights, "FILE", "numbers that 'muwazi tune' made");
  options.value("encoding", config.alignment.encoding, "NAME",
                fmt::format("of all texts [{}]", config.alignment.encoding));
  options.choice("omissions", config.alignment.omissions, {"never", "rare", "common"},
                 "never|rare|common: sentences left alone [estimated]", "WORD");
  options.flag("quiet,q", config.alignment.quiet, "nothing on stderr but errors");
}

const Command kBuildCommand{
    .name = "mteval build",
    .summary = "Cuts the output of systems into the segments of a reference",
    .usage =
        "--source S [--reference R] --hypothesis NAME=H -o DIR\n"
        "--page P --hypothesis NAME=H -o DIR",
    .notes =
        "S, R, P and H are files, or folders with a file a document and the same names\n"
        "(.ar and .en before the ending do not count). These options may be given several\n"
        "times: --hypothesis for every system, all of them for every document.",
    .run = nullptr};

Fault nothing_pairs(const SetNames& names) {
  return {FaultKind::malformed_set,
          names.documents.front().files.front(),
          0,
          {},
          "no part of the source has a counterpart",
          "check that the files belong together"};
}

class Build {
 public:
  Build(BuildConfig config, SetNames names) : config_(std::move(config)), names_(std::move(names)) {
    set_.systems = names_.systems;
    set_.has_reference = !config_.references.empty() || !config_.pages.empty();
  }

  int run() {
    const std::optional<Fault> fault = build();
    if (fault) {
      print_error(message(*fault));
      return kFailed;
    }
    WholeFolder folder(config_.output);
    for (const SetFile& file : evaluation_files(set_, config_.set))
      folder.write(file.name, file.bytes);
    folder.finish();
    if (!config_.alignment.quiet) print_error(summary());
    return kDone;
  }

 private:
  std::optional<Fault> build() {
    const Result<AlignerFiles> files =
        open_aligner_files(config_.alignment.model, config_.alignment.weights);
    if (const Fault* fault = std::get_if<Fault>(&files)) return *fault;
    const auto& [model, weights] = std::get<AlignerFiles>(files);
    if (auto fault = name_tools()) return fault;
    const Aligner aligner(model, weights, align_options(config_.alignment));
    for (const SetPaths& paths : names_.documents) {
      if (auto fault = add(aligner, paths)) return fault;
    }
    for (const SetDocument& document : set_.documents) {
      for (const SetSegment& segment : document.segments) (segment.dropped ? dropped_ : kept_) += 1;
    }
    if (kept_ == 0) return nothing_pairs(names_);
    return std::nullopt;
  }

  std::optional<Fault> add(const Aligner& aligner, const SetPaths& paths) {
    std::vector<Document> documents;
    std::vector<SetOrigin> origins;
    for (const std::string& path : paths.files) {
      Result<Document> read =
          read_document(path, config_.alignment.encoding, config_.alignment.quiet);
      if (Fault* fault = std::get_if<Fault>(&read)) return std::move(*fault);
      documents.push_back(std::get<Document>(std::move(read)));
      origins.push_back({file_name(path), sha256(documents.back().text())});
    }
    SetInput input{paths.id, &documents.front(), nullptr, Language::arabic, {}};
    std::size_t at = 1;
    if (!config_.pages.empty()) {
      input.reference = input.source;
      input.page_source = config_.from == "ar" ? Language::arabic : Language::english;
      origins.insert(origins.begin(), origins.front());
    } else if (set_.has_reference) {
      input.reference = &documents[at++];
    }
    for (; at < documents.size(); ++at) input.hypotheses.push_back(&documents[at]);
    Result<SetDocument> built = evaluation_document(aligner, input, config_.alignment.segmented);
    if (Fault* fault = std::get_if<Fault>(&built)) return std::move(*fault);
    set_.documents.push_back(std::get<SetDocument>(std::move(built)));
    config_.set.origins.push_back(std::move(origins));
    if (!config_.alignment.quiet) {
      for (const std::string& note : set_.documents.back().notes)
        print_error(paths.id + ": " + note);
    }
    return std::nullopt;
  }

  std::optional<Fault> name_tools() {
    const std::string model = model_path(config_.alignment.model);
    for (const auto& [name, path] : {std::pair<std::string, std::string>("model", model),
                                     {"weights", config_.alignment.weights}}) {
      if (path.empty()) continue;
      const Result<std::string> bytes = read_bytes(path);
      if (const Fault* fault = std::get_if<Fault>(&bytes)) return *fault;
      config_.set.tools.emplace_back(
          name, SetOrigin{file_name(path), sha256(std::get<std::string>(bytes))});
    }
    config_.set.program = "muwazi " MUWAZI_VERSION;
    config_.set.segmented = config_.alignment.segmented;
    const std::string& omissions = config_.alignment.omissions;
    config_.set.others = {{"omissions", omissions.empty() ? "estimated" : omissions},
                          {"encoding", config_.alignment.encoding}};
    return std::nullopt;
  }

  [[nodiscard]] std::string summary() const {
    const auto some = [](std::size_t count, std::string_view what) {
      return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
    };
    return fmt::format("{}: {} of {}, {}; {} dropped", config_.output, some(kept_, "segment"),
                       some(set_.documents.size(), "document"), some(set_.systems.size(), "system"),
                       dropped_);
  }

  BuildConfig config_;
  SetNames names_;
  EvaluationSet set_;
  std::size_t kept_ = 0, dropped_ = 0;
};

}  // namespace

int run_mteval_build(const Arguments& arguments) {
  BuildConfig config;
  Options options(kBuildCommand);
  add_options(options, config);
  if (const auto code = options.read(arguments)) return *code;
  if (config.output.empty()) return options.usage_error("no folder given: -o DIR");
  if (!(config.set.min_confidence >= 0.0 && config.set.min_confidence <= 1.0)) {
    return options.usage_error(
        fmt::format("--min-confidence {}: it is between 0 and 1", config.set.min_confidence));
  }
  if (!config.pages.empty() && (!config.sources.empty() || !config.references.empty()))
    return options.usage_error("--page holds both: leave --source and --reference out");
  if (!config.pages.empty() && config.alignment.segmented)
    return options.usage_error("--segmented takes two files, source and reference");
  auto names = set_names(config.pages.empty() ? config.sources : config.pages, config.references,
                         config.hypotheses);
  if (const auto* wrong = std::get_if<std::string>(&names)) return options.usage_error(*wrong);
  std::ptrdiff_t from_stdin = 0;
  for (const SetPaths& paths : std::get<SetNames>(names).documents)
    from_stdin += std::count(paths.files.begin(), paths.files.end(), "-");
  if (from_stdin > 1) return options.usage_error("standard input can be read once only");
  return Build(std::move(config), std::get<SetNames>(std::move(names))).run();
}

}  // namespace muwazi
