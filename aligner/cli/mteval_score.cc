// muwazi mteval score: an evaluation set's systems by BLEU and chrF++, as sacreBLEU gives them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "cli/child.h"
#include "cli/mteval.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "muwazi/evaluate/evaluation_files.h"
#include "muwazi/evaluate/set_scores.h"
#include "muwazi/text/checksum.h"
#include "muwazi/text/files.h"

namespace muwazi {
namespace {

namespace fs = std::filesystem;

struct ScoreConfig {
  std::vector<std::string> sets;
  std::string sacrebleu = "sacrebleu";
  std::string baseline;  ///< empty: the first system
  std::string tokenize;  ///< empty: what sacreBLEU takes
  std::string format = "text";
  std::string output = "-";
  unsigned samples = 1000;
  bool totals = false;
};

const Command kScoreSetCommand{
    .name = "mteval score",
    .summary = "Scores a set of 'mteval build' by sacreBLEU: BLEU and chrF++",
    .usage = "[options] DIR",
    .notes =
        "All segments, those that are not of low confidence, bands of confidence, and\n"
        "documents; of all segments with a paired bootstrap against the baseline.\n"
        "sacreBLEU is 'pip install sacrebleu', or scripts/sacrebleu of the sources.",
    .run = nullptr};

/// A folder for what is handed to sacreBLEU, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "muwazi-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw EnvironmentError("cannot make a folder in " + fs::temp_directory_path().string(),
                             "name another one with TMPDIR");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    lines.push_back(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(lines.back().size() + 1, text.size()));
  }
  return lines;
}

struct Band {
  double from, below;
  const char* name;
};
constexpr std::array kBands = {Band{0.99, 2.0, "0.99 to 1"}, Band{0.9, 0.99, "0.9 to 0.99"},
                               Band{0.5, 0.9, "0.5 to 0.9"}, Band{0.0, 0.5, "0 to 0.5"}};

class Scoring {
 public:
  explicit Scoring(const ScoreConfig& config) : config_(config), folder_(config.sets.front()) {}

  /// Gives what was wrong.
  std::optional<Fault> run() {
    if (auto fault = read_index()) return fault;
    if (auto fault = read_texts()) return fault;
    scores_.set = folder_;
    scores_.min_confidence = index_.min_confidence;
    if (auto fault = score({ScoredPart::Kind::all, "", 0, {}}, [](const auto&) { return true; }))
      return fault;
    if (auto fault = score({ScoredPart::Kind::confident, "", 0, {}},
                           [](const SetIndex::Segment& segment) { return !segment.low; }))
      return fault;
    for (const Band& band : kBands) {
      const auto inside = [&](const SetIndex::Segment& segment) {
        return segment.confidence >= band.from && segment.confidence < band.below;
      };
      if (auto fault = score({ScoredPart::Kind::band, band.name, 0, {}}, inside)) return fault;
    }
    return config_.totals ? std::nullopt : score_documents();
  }

  [[nodiscard]] const SetScores& scores() const { return scores_; }

 private:
  using Chosen = std::function<bool(const SetIndex::Segment&)>;

  [[nodiscard]] Fault wrong(const std::string& file, std::string found, std::string remedy) const {
    return {FaultKind::malformed_set, (fs::path(folder_) / file).string(), 0, {}, std::move(found),
            std::move(remedy)};
  }

  std::optional<Fault> read_index() {
    if (!fs::exists(fs::path(folder_) / "manifest.json"))
      return wrong("manifest.json", "there is none",
                   "name a folder that 'muwazi mteval build' made");
    std::array<std::string, 2> texts;
    const std::array names = {"manifest.json", "segments.tsv"};
    for (std::size_t k = 0; k < names.size(); ++k) {
      Result<std::string> bytes = read_bytes((fs::path(folder_) / names[k]).string());
      if (Fault* fault = std::get_if<Fault>(&bytes)) return std::move(*fault);
      texts[k] = std::get<std::string>(std::move(bytes));
    }
    Result<SetIndex> index = read_set_index(texts[0], texts[1], folder_);
    if (Fault* fault = std::get_if<Fault>(&index)) return std::move(*fault);
    index_ = std::get<SetIndex>(std::move(index));
    if (!index_.has_reference)
      return wrong("manifest.json", "the set has no reference", "BLEU and chrF++ need one");
    return choose_baseline();
  }

  std::optional<Fault> choose_baseline() {
    scores_.systems = index_.systems;
    if (config_.baseline.empty()) return std::nullopt;
    const auto found = std::find(scores_.systems.begin(), scores_.systems.end(), config_.baseline);
    if (found == scores_.systems.end()) {
      std::string known;
      for (const std::string& system : scores_.systems) known += ' ' + system;
      return wrong("manifest.json", "no system " + config_.baseline, "it has" + known);
    }
    std::rotate(scores_.systems.begin(), found, found + 1);
    return std::nullopt;
  }

  /// The reference first, then the systems. What was changed since the set was built is no part of it.
  std::optional<Fault> read_texts() {
    names_ = {"reference.txt"};
    for (const std::string& system : scores_.systems) names_.push_back(system + ".txt");
    for (const std::string& name : names_) {
      Result<std::string> bytes = read_bytes((fs::path(folder_) / name).string());
      if (Fault* fault = std::get_if<Fault>(&bytes)) return std::move(*fault);
      texts_.push_back(std::get<std::string>(std::move(bytes)));
      const auto sum = std::find_if(index_.sums.begin(), index_.sums.end(),
                                    [&](const auto& entry) { return entry.first == name; });
      if (sum == index_.sums.end() || sum->second != sha256(texts_.back()) ||
          lines_of(texts_.back()).size() != index_.segments.size()) {
        return wrong(name, "it is not as it was built: its checksum differs from the manifest's",
                     "build the set again");
      }
    }
    return std::nullopt;
  }

  std::optional<Fault> score_documents() {
    std::vector<std::string> ids;
    for (const SetIndex::Segment& segment : index_.segments) {
      if (ids.empty() || ids.back() != segment.document) ids.push_back(segment.document);
    }
    for (const std::string& id : ids) {
      const auto inside = [&](const SetIndex::Segment& segment) { return segment.document == id; };
      if (auto fault = score({ScoredPart::Kind::document, id, 0, {}}, inside)) return fault;
    }
    return std::nullopt;
  }

  std::optional<Fault> score(ScoredPart part, const Chosen& chosen) {
    std::vector<std::size_t> numbers;
    for (std::size_t k = 0; k < index_.segments.size(); ++k) {
      if (chosen(index_.segments[k])) numbers.push_back(k);
    }
    part.segments = numbers.size();
    const bool all = part.kind == ScoredPart::Kind::all;
    if (const auto known = scored_.find(numbers); known != scored_.end()) {
      part.systems = known->second;
    } else if (!numbers.empty()) {
      Result<SacrebleuOutput> said = ask(numbers, all);
      if (Fault* fault = std::get_if<Fault>(&said)) return std::move(*fault);
      auto& output = std::get<SacrebleuOutput>(said);
      part.systems = std::move(output.systems);
      if (all) {
        scores_.bleu_signature = std::move(output.bleu_signature);
        scores_.chrf_signature = std::move(output.chrf_signature);
      }
      remember(std::move(numbers), part.systems);
    }
    scores_.parts.push_back(std::move(part));
    return std::nullopt;
  }

  /// A set of one document, or without segments of low confidence, has the same segments in several parts. Only the first
  /// has a bootstrap.
  void remember(std::vector<std::size_t> numbers, std::vector<SystemScores> systems) {
    for (SystemScores& system : systems) {
      system.bleu = {system.bleu.score, {}, {}, {}};
      system.chrf = {system.chrf.score, {}, {}, {}};
    }
    scored_.emplace(std::move(numbers), std::move(systems));
  }

  Result<SacrebleuOutput> ask(const std::vector<std::size_t>& numbers, bool all) {
    for (std::size_t k = 0; k < names_.size(); ++k) {
      const std::vector<std::string_view> lines = lines_of(texts_[k]);
      std::string part;
      for (const std::size_t number : numbers) part.append(lines[number]) += '\n';
      write_whole(work_.file(names_[k]), part);
    }
    std::vector<std::string> command = {config_.sacrebleu, work_.file(names_.front()), "-i"};
    for (std::size_t k = 1; k < names_.size(); ++k) command.push_back(work_.file(names_[k]));
    for (const char* word :
         {"-m", "bleu", "chrf", "--chrf-word-order", "2", "-w", "4", "--no-color", "--quiet"})
      command.emplace_back(word);
    if (!config_.tokenize.empty()) command.insert(command.end(), {"--tokenize", config_.tokenize});
    if (all && scores_.systems.size() > 1) {
      command.insert(command.end(), {"--paired-bs", "--paired-bs-n",
                                     std::to_string(config_.samples), "-f", "latex"});
    } else {
      command.insert(command.end(), {"-f", "json"});
    }
    const ChildOutput output =
        run_child(command, "install it (pip install sacrebleu), or name it with --sacrebleu");
    if (output.code != 0) {
      return Fault{FaultKind::malformed_set,
                   config_.sacrebleu,
                   0,
                   {},
                   fmt::format("it ended with {}: {}", output.code, last_line(output.err)),
                   "see that it runs by itself"};
    }
    return read_sacrebleu(output.out, scores_.systems.size());
  }

  static std::string last_line(const std::string& text) {
    const std::vector<std::string_view> lines = lines_of(text);
    return lines.empty() ? "" : std::string(lines.back());
  }

  const ScoreConfig& config_;
  std::string folder_;
  SetIndex index_;
  std::vector<std::string> names_, texts_;
  SetScores scores_;
  std::map<std::vector<std::size_t>, std::vector<SystemScores>> scored_;  ///< by their segments
  TemporaryFolder work_;
};

}  // namespace

int run_mteval_score(const Arguments& arguments) {
  ScoreConfig config;
  Options options(kScoreSetCommand);
  options.operands(config.sets, 1, 1);
  options.value("output,o", config.output, "FILE", "write to FILE, whole or not at all");
  options.choice("format", config.format, {"text", "json"}, fmt::format("[{}]", config.format));
  options.value("sacrebleu", config.sacrebleu, "PROGRAM",
                fmt::format("sacreBLEU's program [{}]", config.sacrebleu));
  options.value("baseline", config.baseline, "NAME", "test against this system [the first]");
  options.value("tokenize", config.tokenize, "NAME", "for sacreBLEU's BLEU [13a]");
  options.value("samples", config.samples, "N",
                fmt::format("of the paired bootstrap [{}]", config.samples));
  options.flag("totals", config.totals, "no scores by document");
  if (const auto code = options.read(arguments)) return *code;
  if (config.samples == 0) return options.usage_error("--samples 0: it is 1 or more");

  Scoring scoring(config);
  if (const auto fault = scoring.run()) {
    print_error(message(*fault));
    return kFailed;
  }
  write_whole(config.output, config.format == "json" ? write_scores_json(scoring.scores())
                                                     : write_scores_text(scoring.scores()));
  return kDone;
}

}  // namespace muwazi
