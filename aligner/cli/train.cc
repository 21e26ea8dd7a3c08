// muwazi train: pairs and dictionaries to a model.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <tuple>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "muwazi/anchor/names.h"
#include "muwazi/format/decisions.h"
#include "muwazi/format/pairs.h"
#include "muwazi/lexicon/trainer.h"
#include "muwazi/text/decode.h"
#include "muwazi/text/files.h"
#include "muwazi/text/word.h"

namespace muwazi {
namespace {

constexpr double kDictionaryWeight = 0.7;
constexpr std::size_t kFaultsShown = 5;
constexpr std::size_t kMostPairs = 1'000'000'000;

struct TrainConfig {
  std::vector<std::string> pairs, dictionaries, names, stems, affixes, compatible;
  std::string output;
  TrainOptions options;
  bool quiet = false;
};

void add_options(Options& options, TrainConfig& config) {
  options.operands(config.pairs, 0, 1000);
  options.value("output,o", config.output, "MODEL", "the file to write, whole or not at all");
  options.value("dictionary", config.dictionaries, "FILE",
                "words and phrases, ar<TAB>en; each line counts 0.7");
  options.value("names", config.names, "FILE",
                "the same for names, which are also compared by letters");
  options.value("stems", config.stems, "FILE", "morphology: stem<TAB>gloss<TAB>category");
  options.value("affixes", config.affixes, "FILE", "morphology: affix<TAB>gloss<TAB>category");
  options.value("compatible", config.compatible, "FILE",
                "morphology: table<TAB>category<TAB>category");
  options.value("iterations", config.options.iterations, "N",
                fmt::format("rounds of EM [{}]", config.options.iterations));
  options.value("max-pairs", config.options.max_pairs, "N",
                fmt::format("word pairs kept, 7 bytes each [{}]", config.options.max_pairs));
  options.flag("quiet,q", config.quiet, "nothing on stderr but errors");
}

/// "FILE@0.5": the file and what each of its lines counts.
std::pair<std::string, double> path_and_weight(const std::string& operand, double weight) {
  const std::size_t at = operand.rfind('@');
  if (at == std::string::npos) return {operand, weight};
  double said = 0.0;
  const char* end = operand.data() + operand.size();
  const auto [stop, error] = std::from_chars(operand.data() + at + 1, end, said);
  if (error != std::errc() || stop != end || !(said > 0.0) || !std::isfinite(said))
    return {operand, weight};
  return {operand.substr(0, at), said};
}

std::optional<Fault> read_sources(const std::vector<std::string>& operands, SourceKind kind,
                                  double weight, bool quiet, std::vector<TrainingSource>& sources) {
  for (const std::string& operand : operands) {
    const auto [path, counts] = path_and_weight(operand, weight);
    Result<Document> read = read_document(path, DecodeOptions{}.encoding, quiet);
    if (Fault* fault = std::get_if<Fault>(&read)) return std::move(*fault);
    std::string text(std::get<Document>(read).text());
    if (kind == SourceKind::sentences && looks_like_decisions(text)) {
      Result<std::vector<Decision>> decisions = read_decisions(text, path);
      if (Fault* fault = std::get_if<Fault>(&decisions)) return std::move(*fault);
      text = training_pairs(std::get<std::vector<Decision>>(decisions));
    } else if (kind == SourceKind::sentences && has_pair_columns(text)) {
      Result<std::string> pairs = training_pairs(text, path);
      if (Fault* fault = std::get_if<Fault>(&pairs)) return std::move(*fault);
      text = std::get<std::string>(std::move(pairs));
    }
    sources.push_back({kind, path, std::move(text), counts});
  }
  return std::nullopt;
}

std::optional<Fault> read_all(const TrainConfig& config, std::vector<TrainingSource>& sources) {
  const std::tuple<const std::vector<std::string>&, SourceKind, double> kinds[] = {
      {config.pairs, SourceKind::sentences, 1.0},
      {config.dictionaries, SourceKind::dictionary, kDictionaryWeight},
      {config.names, SourceKind::names, kDictionaryWeight},
      {config.stems, SourceKind::stems, 1.0},
      {config.affixes, SourceKind::affixes, 1.0},
      {config.compatible, SourceKind::compatible, 1.0}};
  for (const auto& [operands, kind, weight] : kinds) {
    if (auto fault = read_sources(operands, kind, weight, config.quiet, sources)) return fault;
  }
  return std::nullopt;
}

/// Pairs of single words, one Arabic and one Latin.
std::vector<NamePair> name_pairs(const std::vector<TrainingSource>& sources) {
  std::vector<NamePair> pairs;
  for (const TrainingSource& source : sources) {
    if (source.kind != SourceKind::names) continue;
    std::string_view rest = source.text;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      const auto tab = line.find('\t');
      if (tab == std::string_view::npos) continue;
      const auto arabic = words(line.substr(0, tab)), latin = words(line.substr(tab + 1));
      if (arabic.size() == 1 && latin.size() == 1) pairs.push_back({arabic[0].form, latin[0].form});
    }
  }
  return pairs;
}

void report(const std::vector<Fault>& faults) {
  for (std::size_t k = 0; k < std::min(faults.size(), kFaultsShown); ++k)
    print_error(message(faults[k]));
  if (faults.size() > kFaultsShown) {
    print_error(fmt::format("and {} more lines passed over", faults.size() - kFaultsShown));
  }
}

std::vector<std::string> inputs(const TrainConfig& config) {
  std::vector<std::string> paths;
  for (const auto* operands : {&config.pairs, &config.dictionaries, &config.names, &config.stems,
                               &config.affixes, &config.compatible}) {
    for (const std::string& operand : *operands)
      paths.push_back(path_and_weight(operand, 1.0).first);
  }
  return paths;
}

bool has_pairs(const ModelSections& sections) {
  return std::any_of(sections.begin(), sections.end(), [](const auto& section) {
    return section.first == "pair.en" && !section.second.empty();
  });
}

int run_train(const Command& command, const Arguments& arguments) {
  TrainConfig config;
  Options options(command);
  add_options(options, config);
  if (const auto code = options.read(arguments)) return *code;
  if (config.output.empty()) return options.usage_error("name the model to write with -o");
  if (config.options.iterations < 1 || config.options.iterations > 100) {
    return options.usage_error("--iterations is between 1 and 100");
  }
  if (config.options.max_pairs < 1 || config.options.max_pairs > kMostPairs) {
    return options.usage_error(fmt::format("--max-pairs is between 1 and {}", kMostPairs));
  }
  if (const auto what = replaces_input(config.output, inputs(config)))
    return options.usage_error(*what);
  std::vector<TrainingSource> sources;
  if (const auto fault = read_all(config, sources)) {
    print_error(message(*fault));
    return kFailed;
  }
  if (sources.empty()) return options.usage_error("name a file of pairs");
  const Progress progress = [&](std::string_view line) {
    if (!config.quiet) print_error(line);
  };
  std::vector<Fault> faults;
  ModelSections sections = train_lexicon(sources, config.options, faults, progress);
  report(faults);
  if (!has_pairs(sections)) {
    print_error(
        "no Arabic and English words that often stand in the same line: nothing is written; give "
        "lines of an Arabic text, a tab and its English translation");
    return kFailed;
  }
  if (const auto pairs = name_pairs(sources); !pairs.empty()) {
    progress(fmt::format("names: {} pairs", pairs.size()));
    sections.emplace_back("names", NameModel::train(pairs).serialise());
  }
  const std::string bytes = model_bytes(sections);
  write_whole(config.output, bytes);
  progress(fmt::format("{}: {:.1f} MB", config.output, static_cast<double>(bytes.size()) / 1e6));
  return kDone;
}

}  // namespace

extern const Command kTrainCommand;
const Command kTrainCommand{
    .name = "train",
    .summary = "Learns a model from pairs of sentences and from dictionaries",
    .usage = "[options] PAIRS.tsv… -o MODEL",
    .notes =
        "A line of PAIRS is an Arabic sentence, a tab and its English translation; or it\n"
        "is TSV that 'corpus', 'convert' or 'align' wrote, with names of columns; or a\n"
        "file of decisions, of which the pairs count that are right.\n"
        "FILE@0.5 makes each line of a file count 0.5. Lines without their columns are\n"
        "passed over and reported. The same files in the same order give the same model.",
    .run = run_train};

}  // namespace muwazi
