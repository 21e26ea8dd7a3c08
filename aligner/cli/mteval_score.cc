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
#include "cli/parallel.h"
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
  unsigned jobs = 0;  ///< processes at once; 0: one a processor
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
    choose_parts();
    if (auto fault = ask_all()) return fault;
    for (const auto& [part, question] : parts_) {
      scores_.parts.push_back(part);
      if (part.segments > 0) take_answer(questions_[question], scores_.parts.back());
    }
    return std::nullopt;
  }

  [[nodiscard]] const SetScores& scores() const { return scores_; }

 private:
  using Chosen = std::function<bool(const SetIndex::Segment&)>;

  /// What sacreBLEU is asked: one process. Parts with the same segments, such as all and the only document, are one.
  struct Question {
    std::vector<std::size_t> segments;
    bool bootstrap = false;
    SacrebleuOutput answer = {};
    std::optional<Fault> fault = {};
  };

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
    for (const std::string& text : texts_) lines_.push_back(lines_of(text));
    return std::nullopt;
  }

  void choose_parts() {
    add({ScoredPart::Kind::all, "", 0, {}}, [](const auto&) { return true; });
    add({ScoredPart::Kind::confident, "", 0, {}},
        [](const SetIndex::Segment& segment) { return !segment.low; });
    for (const Band& band : kBands) {
      add({ScoredPart::Kind::band, band.name, 0, {}}, [&](const SetIndex::Segment& segment) {
        return segment.confidence >= band.from && segment.confidence < band.below;
      });
    }
    if (config_.totals) return;
    for (const SetIndex::Segment& segment : index_.segments) {
      if (!parts_.empty() && parts_.back().first.kind == ScoredPart::Kind::document &&
          parts_.back().first.name == segment.document)
        continue;
      add({ScoredPart::Kind::document, segment.document, 0, {}},
          [&](const SetIndex::Segment& other) { return other.document == segment.document; });
    }
  }

  void add(ScoredPart part, const Chosen& chosen) {
    std::vector<std::size_t> numbers;
    for (std::size_t k = 0; k < index_.segments.size(); ++k) {
      if (chosen(index_.segments[k])) numbers.push_back(k);
    }
    part.segments = numbers.size();
    std::size_t question = questions_.size();
    if (part.segments > 0) {
      const auto [known, added] = asked_.try_emplace(numbers, question);
      question = known->second;
      const bool bootstrap = part.kind == ScoredPart::Kind::all && scores_.systems.size() > 1;
      if (added) questions_.push_back({std::move(numbers), bootstrap});
    }
    parts_.emplace_back(std::move(part), question);
  }

  std::optional<Fault> ask_all() {
    in_parallel(questions_.size(), config_.jobs, [this](std::size_t k) {
      Result<SacrebleuOutput> said = ask(questions_[k], std::to_string(k) + "-");
      if (Fault* fault = std::get_if<Fault>(&said)) {
        questions_[k].fault = std::move(*fault);
      } else {
        questions_[k].answer = std::get<SacrebleuOutput>(std::move(said));
      }
    });
    for (const Question& question : questions_) {
      if (question.fault) return question.fault;
    }
    return std::nullopt;
  }

  /// Only all segments have a bootstrap.
  void take_answer(const Question& question, ScoredPart& part) {
    part.systems = question.answer.systems;
    if (part.kind == ScoredPart::Kind::all) {
      scores_.bleu_signature = question.answer.bleu_signature;
      scores_.chrf_signature = question.answer.chrf_signature;
      return;
    }
    for (SystemScores& system : part.systems) {
      system.bleu = {system.bleu.score, {}, {}, {}};
      system.chrf = {system.chrf.score, {}, {}, {}};
    }
  }

  /// `prefix`: of the names of the files that are written for it.
  [[nodiscard]] Result<SacrebleuOutput> ask(const Question& question,
                                            const std::string& prefix) const {
    std::vector<std::string> files;
    for (std::size_t k = 0; k < names_.size(); ++k) {
      std::string part;
      for (const std::size_t segment : question.segments) part.append(lines_[k][segment]) += '\n';
      files.push_back(work_.file(prefix + names_[k]));
      write_whole(files.back(), part);
    }
    std::vector<std::string> command = {config_.sacrebleu, files.front(), "-i"};
    command.insert(command.end(), files.begin() + 1, files.end());
    for (const char* word :
         {"-m", "bleu", "chrf", "--chrf-word-order", "2", "-w", "4", "--no-color", "--quiet"})
      command.emplace_back(word);
    if (!config_.tokenize.empty()) command.insert(command.end(), {"--tokenize", config_.tokenize});
    if (question.bootstrap) {
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
  std::vector<std::vector<std::string_view>> lines_;  ///< of each text
  std::vector<std::pair<ScoredPart, std::size_t>>
      parts_;  ///< each with its question, where it has segments
  std::vector<Question> questions_;
  std::map<std::vector<std::size_t>, std::size_t> asked_;  ///< questions by their segments
  SetScores scores_;
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
  options.value("jobs,j", config.jobs, "N", "sacreBLEUs at once, 0: one a processor [0]");
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
