// muwazi corpus: aligned pairs to a clean parallel corpus.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/command.h"
#include "cli/corpus_files.h"
#include "cli/inputs.h"
#include "cli/interrupts.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "muwazi/corpus/builder.h"
#include "muwazi/corpus/datasheet.h"
#include "muwazi/text/files.h"

namespace muwazi {
namespace {

struct CorpusConfig {
  std::vector<std::string> inputs, models;
  std::string prefix, from, removed, split, allow;
  std::string encoding = "auto";
  std::vector<PairSource> sources;
  CorpusFilters filters;
  std::vector<CorpusSplit> splits;
  bool quiet = false;
};

void add_options(Options& options, CorpusConfig& config) {
  constexpr std::size_t kMostInputs = 100'000;
  CorpusFilters& filters = config.filters;
  options.operands(config.inputs, 1, kMostInputs);
  options.value("output,o", config.prefix, "PREFIX", "write PREFIX.ar, .en, .tsv, .datasheet.json");
  options.choice("from", config.from, pair_format_names(), "jsonl, tsv … [by the endings]",
                 "FORMAT");
  options.value("encoding", config.encoding, "NAME",
                "of text files, windows-1256 for example [auto]");
  options.value("min-confidence", filters.min_confidence, "P",
                fmt::format("remove pairs that are less sure [{}]", filters.min_confidence));
  options.value("max-sentences", filters.max_sentences, "N",
                fmt::format("shape: sentences on a side [{}]", filters.max_sentences));
  options.value("max-copied", filters.max_copied, "SHARE",
                fmt::format("untranslated: of the letters [{}]", filters.max_copied));
  options.value("max-length-ratio", filters.max_length_ratio, "R",
                fmt::format("length_ratio: of the longer side [{}]", filters.max_length_ratio));
  options.value("max-documents", filters.max_documents, "N",
                fmt::format("boilerplate: with the same text [{}]", filters.max_documents));
  options.value("allow", config.allow, "REASONS", "remove nothing for these; commas between");
  options.value("rejected", config.removed, "FILE", "keep what is removed, as TSV with its reason");
  options.value("split", config.split, "SPLITS", "as train=0.98,dev=0.01,test=0.01: by document");
  options.value("model", config.models, "FILE",
                "what the pairs were aligned with: for the datasheet");
  options.flag("quiet,q", config.quiet, "nothing on stderr but errors");
}

std::optional<std::string> read_allowed(std::string_view list, std::set<Removal>& allowed) {
  const auto& names = removal_names();
  const auto first = names.begin() + static_cast<std::ptrdiff_t>(Removal::shape);
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find(','));
    list.remove_prefix(std::min(word.size() + 1, list.size()));
    const auto found = std::find(first, names.end(), word);
    if (found == names.end()) {
      std::string all;
      for (auto known = first; known != names.end(); ++known)
        all += (known == first ? "" : ", ") + *known;
      return fmt::format("--allow {}: it is of {}", word, all);
    }
    allowed.insert(static_cast<Removal>(found - names.begin()));
  }
  return std::nullopt;
}

std::optional<std::string> wrong_number(const CorpusFilters& filters) {
  const auto share = [](double x) { return x >= 0.0 && x <= 1.0; };
  constexpr std::uint32_t kMostDocuments = 200;
  if (!share(filters.min_confidence))
    return fmt::format("--min-confidence {}: it is between 0 and 1", filters.min_confidence);
  if (!share(filters.max_copied))
    return fmt::format("--max-copied {}: it is between 0 and 1", filters.max_copied);
  if (!(filters.max_length_ratio > 1.0))
    return fmt::format("--max-length-ratio {}: it is above 1", filters.max_length_ratio);
  if (filters.max_sentences == 0) return "--max-sentences 0: nothing would be left";
  if (filters.max_documents == 0 || filters.max_documents > kMostDocuments) {
    return fmt::format("--max-documents {}: it is between 1 and {}", filters.max_documents,
                       kMostDocuments);
  }
  return std::nullopt;
}

std::string datasheet_file(const CorpusConfig& config) { return config.prefix + ".datasheet.json"; }

std::vector<std::string> outputs(const CorpusConfig& config) {
  std::vector<std::string> out = {datasheet_file(config)};
  if (!config.removed.empty()) out.push_back(config.removed);
  for (const CorpusSplit& split : config.splits) {
    for (std::string& file : split_files(config.prefix, split.name)) out.push_back(std::move(file));
  }
  return out;
}

/// Reads the options that have a form of their own; says what is wrong with the arguments.
std::optional<std::string> complete(CorpusConfig& config) {
  if (config.prefix.empty() || config.prefix == "-") return "several files are written: -o PREFIX";
  if (auto what = wrong_number(config.filters)) return what;
  if (auto what = read_allowed(config.allow, config.filters.allowed)) return what;
  config.splits.resize(1);
  if (!config.split.empty()) {
    auto read = read_splits(config.split);
    if (const auto* what = std::get_if<std::string>(&read)) return "--split: " + *what;
    config.splits = std::get<0>(std::move(read));
  }
  const std::vector<std::string> inputs = files_of(config.sources);
  if (std::count(inputs.begin(), inputs.end(), "-") > 1)
    return "standard input can be read once only";
  std::vector<std::string> files = outputs(config);
  std::sort(files.begin(), files.end());
  if (const auto twice = std::adjacent_find(files.begin(), files.end()); twice != files.end())
    return *twice + " would be written twice";
  for (const std::string& file : files) {
    if (auto what = wrong_output(file, inputs)) return what;
  }
  return std::nullopt;
}

class CorpusRun {
 public:
  explicit CorpusRun(const CorpusConfig& config)
      : config_(config),
        builder_(
            config.filters, config.splits,
            [this](const SegmentPair& pair, std::size_t split) { files_[split]->write(pair); },
            [this](const SegmentPair& pair, Removal removal) {
              if (removed_) removed_->write(pair, removal);
            }) {
    for (const CorpusSplit& split : config.splits)
      files_.push_back(std::make_unique<SplitFiles>(split_files(config.prefix, split.name)));
    if (!config.removed.empty()) removed_.emplace(config.removed);
  }

  /// False where a signal ended it. `wrong`: what to say where it cannot go on.
  [[nodiscard]] bool read(const PairSource& from, std::optional<std::string>& wrong) {
    constexpr std::uint64_t kLook = 1024;  // pairs between two looks for a signal
    SummedSource source(from, {.encoding = config_.encoding, .stop = interrupts_.descriptor()});
    std::uint64_t count = 0;
    std::optional<Fault> fault;
    SegmentPair pair;
    while (!fault && source.reader().next(pair)) {
      fault = builder_.add(std::move(pair), from.files.front());
      pair = {};
      if (++count % kLook == 0 && interrupts_.asked()) return false;
    }
    if (interrupts_.asked()) return false;  // what was read ended early
    if (!fault) fault = source.reader().fault();
    if (fault) {
      wrong = message(*fault);
    } else {
      wrong = replaces_further(outputs(config_), source.reader());
    }
    if (!wrong) origin_.sources.push_back(source.entry(count));
    return true;
  }

  [[nodiscard]] std::optional<Fault> finish() {
    builder_.finish();
    origin_.program = "muwazi " MUWAZI_VERSION;
    for (const std::string& model : config_.models) {
      const Result<std::string> bytes = read_bytes(model);
      if (const Fault* fault = std::get_if<Fault>(&bytes)) return *fault;
      origin_.models.push_back({file_name(model), sha256(std::get<std::string>(bytes))});
    }
    for (const auto& files : files_) {
      files->end();
      for (CorpusFile& entry : files->entries()) origin_.files.push_back(std::move(entry));
    }
    const bool is_split = !config_.split.empty();
    WholeFile sheet(datasheet_file(config_));
    (void)sheet.write(datasheet(builder_.counts(), config_.filters,
                                is_split ? config_.splits : std::vector<CorpusSplit>{}, origin_));
    for (const auto& files : files_) files->finish();
    if (removed_) removed_->finish();
    sheet.finish();
    return std::nullopt;
  }

  void tell() const;
  /// Takes back what was written, and lets the signal do what it does.
  void give_up() {
    files_.clear();
    removed_.reset();
    interrupts_.deliver();
  }

 private:
  const CorpusConfig& config_;
  Interrupts interrupts_;
  std::vector<std::unique_ptr<SplitFiles>> files_;
  std::optional<RemovedFile> removed_;
  CorpusOrigin origin_;
  CorpusBuilder builder_;
};

void CorpusRun::tell() const {
  const CorpusCounts& counts = builder_.counts();
  std::uint64_t failed = 0, foreign = 0;
  for (const CorpusSource& source : origin_.sources) {
    failed += source.failed_documents;
    foreign += source.foreign_units;
  }
  if (failed > 0) print_error(fmt::format("error records in place of documents: {}", failed));
  if (foreign > 0) print_error(fmt::format("units without Arabic or English: {}", foreign));
  std::string removed;
  for (std::size_t i = 0; i < kRemovals; ++i) {
    if (counts.removed[i] == 0) continue;
    removed +=
        fmt::format("{} {} {}", removed.empty() ? ";" : ",", counts.removed[i], removal_names()[i]);
  }
  print_error(fmt::format("{} of {} pairs kept{}", counts.kept(), counts.pairs, removed));
  for (std::size_t i = 0; i < config_.splits.size() && !config_.split.empty(); ++i) {
    print_error(fmt::format("{}: {} pairs of {} {}", config_.splits[i].name, counts.splits[i].pairs,
                            counts.splits[i].documents,
                            counts.splits[i].documents == 1 ? "document" : "documents"));
  }
  if (const auto precision = counts.expected_precision()) {
    print_error(fmt::format("expected precision {:.4f}, by the confidences of {} {}", *precision,
                            counts.with_confidence,
                            counts.with_confidence == 1 ? "pair" : "pairs"));
  }
}

int fail(const std::string& what) {
  print_error(what);
  return kFailed;
}
int fail(const Fault& fault) { return fail(message(fault)); }

int run_corpus(const Command& command, const Arguments& arguments) {
  CorpusConfig config;
  Options options(command);
  add_options(options, config);
  if (const auto code = options.read(arguments)) return *code;
  Result<std::vector<PairSource>> sources = pair_sources(config.inputs, config.from);
  if (const Fault* fault = std::get_if<Fault>(&sources)) return fail(*fault);
  config.sources = std::get<0>(std::move(sources));
  if (const auto what = complete(config)) return options.usage_error(*what);
  CorpusRun run(config);
  for (const PairSource& source : config.sources) {
    std::optional<std::string> wrong;
    if (!run.read(source, wrong)) {
      run.give_up();
      return kFailed;
    }
    if (wrong) return fail(*wrong);
  }
  if (const auto fault = run.finish()) return fail(*fault);
  if (!config.quiet) run.tell();
  return kDone;
}

}  // namespace

extern const Command kCorpusCommand;
const Command kCorpusCommand{
    .name = "corpus",
    .summary = "A clean parallel corpus from aligned pairs, with a datasheet",
    .usage = "[options] RECORDS.jsonl… -o PREFIX",
    .notes =
        "Reads the records of 'align --jsonl' and every format of 'convert'. A pair goes\n"
        "for the first of these REASONS: wrong (a person said so), null, confidence,\n"
        "shape, untranslated, language, length_ratio, boilerplate, duplicate,\n"
        "near_duplicate, leak (a side is in another split). Those from shape on can be\n"
        "allowed. The expected precision is the mean confidence of what is kept.",
    .run = run_corpus};

}  // namespace muwazi
