// muwazi tune: the model's numbers from gold alignments.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <optional>
#include <thread>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "muwazi/format/beads.h"
#include "muwazi/lexicon/model.h"
#include "muwazi/page/page.h"
#include "muwazi/score/tuner.h"
#include "muwazi/text/decode.h"
#include "muwazi/text/files.h"

namespace muwazi {
namespace {

namespace fs = std::filesystem;

struct TuneConfig {
  std::vector<std::string> folders;
  std::string output, model, weights;
  TuneOptions options;
  unsigned jobs = 1;
  bool quiet = false;
};

/// Each line a sentence; empty lines end paragraphs.
std::vector<GoldDocument::Line> lines_of(const Document& document, Language language) {
  std::vector<GoldDocument::Line> lines;
  for (const Passage& passage : read_monolingual(document.text(), language, false).passages) {
    lines.push_back({std::string(slice(document.text(), passage.bytes)), passage.paragraph});
  }
  return lines;
}

std::optional<SentenceSpan> span_of(const std::vector<std::uint32_t>& numbers, std::uint32_t at,
                                    std::size_t size) {
  SentenceSpan span{at, at};
  for (const std::uint32_t number : numbers) {
    if (number != span.end || number >= size) return std::nullopt;
    ++span.end;
  }
  return span;
}

/// Gold beads in document order, every sentence once; nullopt where they are not.
std::optional<std::vector<Bead>> beads_of(const std::vector<BeadLine>& lines, std::size_t arabic,
                                          std::size_t english) {
  std::vector<Bead> beads;
  std::uint32_t a = 0, e = 0;
  for (const BeadLine& line : lines) {
    const auto x = span_of(line.arabic, a, arabic), y = span_of(line.english, e, english);
    if (!x || !y) return std::nullopt;
    a = x->end, e = y->end;
    // A null of several sentences is as many nulls.
    if (y->empty()) {
      for (std::uint32_t k = x->begin; k < x->end; ++k) beads.push_back({{k, k + 1}, *y, 0.0F});
    } else if (x->empty()) {
      for (std::uint32_t k = y->begin; k < y->end; ++k) beads.push_back({*x, {k, k + 1}, 0.0F});
    } else {
      beads.push_back({*x, *y, 0.0F});
    }
  }
  if (a != arabic || e != english) return std::nullopt;
  return beads;
}

/// Reads NAME.ar, NAME.en and NAME.gold; a message where one of them cannot be used.
std::optional<std::string> read_gold(const fs::path& gold, const std::string& set,
                                     std::vector<GoldDocument>& documents) {
  GoldDocument document{set, gold.stem().string(), {}, {}, {}};
  for (const bool arabic : {true, false}) {
    const std::string path = fs::path(gold).replace_extension(arabic ? ".ar" : ".en").string();
    Result<Document> read = read_document(path, DecodeOptions{}.encoding, true);
    if (const Fault* fault = std::get_if<Fault>(&read)) return message(*fault);
    (arabic ? document.arabic : document.english) =
        lines_of(std::get<Document>(read), arabic ? Language::arabic : Language::english);
  }
  Result<std::string> bytes = read_bytes(gold.string());
  if (const Fault* fault = std::get_if<Fault>(&bytes)) return message(*fault);
  const auto lines = read_beads(std::get<std::string>(bytes), gold.string());
  if (const Fault* fault = std::get_if<Fault>(&lines)) return message(*fault);
  auto beads = beads_of(std::get<std::vector<BeadLine>>(lines), document.arabic.size(),
                        document.english.size());
  if (!beads)
    return gold.string() + ": its beads do not hold every line once and in order; left out";
  document.beads = *std::move(beads);
  documents.push_back(std::move(document));
  return std::nullopt;
}

ParallelFor parallel_for(unsigned jobs) {
  return [jobs](std::size_t count, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next_task{0};
    const auto work = [&] {
      for (std::size_t k = next_task++; k < count; k = next_task++) task(k);
    };
    std::vector<std::jthread> threads;
    for (unsigned k = 1; k < jobs; ++k) threads.emplace_back(work);
    work();
  };
}

std::vector<std::string> files_of(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

int run_tune(const Command& command, const Arguments& arguments) {
  TuneConfig config;
  Options options(command);
  options.operands(config.folders, 1, 1000);
  options.value("output,o", config.output, "FILE", "the numbers, for 'align --weights'");
  options.value("model", config.model, "FILE", "a model that 'muwazi train' made");
  options.value("weights", config.weights, "FILE", "numbers to start from");
  options.value("climbs", config.options.climbs, "N",
                fmt::format("of the weights, by gradient [{}]; 0: none", config.options.climbs));
  options.value(
      "rounds", config.options.rounds, "N",
      fmt::format("of a search over all numbers [{}]; 0: none. Without either: confidence only",
                  config.options.rounds));
  options.value("jobs,j", config.jobs, "N", "threads; any number gives the same result [1]");
  options.flag("quiet,q", config.quiet, "nothing on stderr but errors");
  if (const auto code = options.read(arguments)) return *code;
  if (config.output.empty()) return options.usage_error("name the file to write with -o");
  if (config.jobs < 1 || config.jobs > kMostJobs)
    return options.usage_error("--jobs is between 1 and 256");
  if (config.options.rounds < 0 || config.options.climbs < 0)
    return options.usage_error("--rounds and --climbs are 0 or more");
  const Result<AlignerFiles> files = open_aligner_files(config.model, config.weights);
  if (const Fault* fault = std::get_if<Fault>(&files)) return print_error(message(*fault)), kFailed;
  const auto& [model, start] = std::get<AlignerFiles>(files);
  std::vector<GoldDocument> documents;
  for (const std::string& folder : config.folders) {
    if (!fs::is_directory(folder))
      throw EnvironmentError(folder + " is no folder", "name folders of NAME.gold files");
    if (const auto what = replaces_input(config.output, files_of(folder)))
      return options.usage_error(*what);
    for (const std::string& gold : files_of(folder)) {
      if (!gold.ends_with(".gold")) continue;
      if (const auto wrong = read_gold(gold, folder, documents)) print_error(*wrong);
    }
  }
  if (documents.empty())
    return print_error("no gold alignment found: nothing to learn from"), kFailed;
  const auto progress = [&](std::string_view line) {
    if (!config.quiet) print_error(line);
  };
  const Parameters tuned = tune(model, documents, start, config.options,
                                parallel_for(std::max(config.jobs, 1U)), progress);
  write_whole(config.output, format_parameters(tuned));
  return kDone;
}

}  // namespace

extern const Command kTuneCommand;
const Command kTuneCommand{
    .name = "tune",
    .summary = "Learns the numbers of the model from gold alignments",
    .usage = "[options] GOLD… -o FILE",
    .notes =
        "GOLD is a folder with NAME.ar and NAME.en, a sentence a line (empty lines end\n"
        "paragraphs), and NAME.gold, a bead a line: [0, 1]:[2]. Folders count alike.",
    .run = run_tune};

}  // namespace muwazi
