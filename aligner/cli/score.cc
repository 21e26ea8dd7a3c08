// muwazi score: strict, lax and null figures of predicted beads against gold ones.
#include "muwazi/evaluate/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "muwazi/text/files.h"

namespace muwazi {
namespace {

namespace fs = std::filesystem;

struct ScoreConfig {
  std::vector<std::string> paths;  ///< gold, predicted
  bool per_doc = false;
  std::string format = "text";
};

/// One gold file and what is judged by it. No path: no such file, which is an empty list of beads.
struct Entry {
  std::string name;
  fs::path gold;
  std::optional<fs::path> predicted, blocks;
};

std::optional<fs::path> if_there(const fs::path& path) {
  return fs::exists(path) ? std::optional(path) : std::nullopt;
}

Entry entry(const fs::path& gold, std::optional<fs::path> predicted) {
  Entry made{gold.stem().string(), gold, std::move(predicted), std::nullopt};
  if (gold.extension() == ".gold")
    made.blocks = if_there(fs::path(gold).replace_extension(".blocks"));
  return made;
}

/// NAME.gold against NAME.beads or NAME.gold, in order of the names.
std::vector<Entry> entries_of_folders(const fs::path& gold, const fs::path& predicted) {
  std::vector<Entry> entries;
  for (const auto& file : fs::directory_iterator(gold)) {
    const fs::path& path = file.path();
    if (path.extension() != ".gold" || path.filename().string().starts_with('.')) continue;
    const std::string name = path.stem().string();
    auto found = if_there(predicted / (name + ".beads"));
    if (!found) found = if_there(predicted / (name + ".gold"));
    entries.push_back(entry(path, std::move(found)));
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.gold < b.gold; });
  return entries;
}

Result<std::vector<BeadLine>> beads_of(const std::optional<fs::path>& path) {
  if (!path) return std::vector<BeadLine>{};
  Result<std::string> bytes = read_bytes(path->string());
  if (Fault* fault = std::get_if<Fault>(&bytes)) return std::move(*fault);
  return read_beads(std::get<std::string>(bytes), path->string());
}

void tell_faults(const Entry& entry, const std::vector<BeadLine>& gold,
                 const std::vector<BeadLine>& predicted) {
  if (!entry.predicted) print_error(entry.name + ": no prediction; counted as an empty one");
  for (const auto& [side, name] : {std::pair(Side::arabic, "Arabic"), {Side::english, "English"}}) {
    const SentenceFaults faults = sentence_faults(gold, predicted, side);
    if (!faults.any()) continue;
    std::string line = fmt::format("{}: {}: {} sentences left out, {} repeated", entry.name, name,
                                   faults.left_out, faults.repeated);
    if (faults.unknown > 0) line += fmt::format(", {} that are not in the gold", faults.unknown);
    print_error(line);
  }
}

Result<BeadCounts> judge(const Entry& entry) {
  auto gold = beads_of(entry.gold), predicted = beads_of(entry.predicted);
  auto blocks = beads_of(entry.blocks);
  for (auto* read : {&gold, &predicted, &blocks}) {
    if (Fault* fault = std::get_if<Fault>(read)) return std::move(*fault);
  }
  tell_faults(entry, std::get<0>(gold), std::get<0>(predicted));
  return count(std::get<0>(gold), std::get<0>(predicted), std::get<0>(blocks));
}

std::string last_name(fs::path path) {
  path = fs::absolute(path).lexically_normal();
  return (path.has_filename() ? path : path.parent_path()).filename().string();
}

/// Prints a line for each entry where that is asked for, and one for all.
int judge_all(const std::vector<Entry>& entries, const std::string& name,
              const ScoreConfig& config) {
  const bool json = config.format == "json";
  const auto line = json ? report_json : report;
  BeadCounts total;
  std::string out;
  for (const Entry& entry : entries) {
    const Result<BeadCounts> judged = judge(entry);
    if (const Fault* fault = std::get_if<Fault>(&judged)) {
      print_error(message(*fault));
      return kFailed;
    }
    total += std::get<BeadCounts>(judged);
    if (config.per_doc) out += line(entry.name, std::get<BeadCounts>(judged)) + '\n';
  }
  print_out(out + line(name, total) + '\n');
  return kDone;
}

int run_score(const Command& command, const Arguments& arguments) {
  ScoreConfig config;
  Options options(command);
  options.operands(config.paths, 2, 2);
  options.flag("per-doc", config.per_doc, "a line for each document before that of all");
  options.choice("format", config.format, {"text", "json"},
                 fmt::format("lines for people, or an object a line [{}]", config.format));
  if (const auto code = options.read(arguments)) return *code;
  if (config.paths[0] == "-" && config.paths[1] == "-")
    return options.usage_error("standard input can be read once only");

  const fs::path gold(config.paths[0]), predicted(config.paths[1]);
  if (!fs::is_directory(gold)) {
    if (fs::is_directory(predicted))
      return options.usage_error("a file against a folder: give two of a kind");
    return judge_all({entry(gold, predicted)}, document_id(config.paths[0]), config);
  }
  if (!fs::is_directory(predicted)) {
    return options.usage_error(config.paths[1] + " is no folder, and the gold is one");
  }
  const std::vector<Entry> entries = entries_of_folders(gold, predicted);
  if (entries.empty()) {
    print_error(config.paths[0] + ": no NAME.gold in this folder");
    return kFailed;
  }
  return judge_all(entries, fmt::format("{} ({} docs)", last_name(gold), entries.size()), config);
}

}  // namespace

extern const Command kScoreCommand;
const Command kScoreCommand{
    .name = "score",
    .summary = "Judges beads by gold ones: precision, recall and F1",
    .usage = "[options] GOLD PREDICTED",
    .notes =
        "Two files of beads, [0, 1]:[2] on each line, or two folders: NAME.gold of the\n"
        "first is held against NAME.beads (or NAME.gold) of the second; the counts of all\n"
        "documents are added up. A pair is right\n"
        "  strict    when the very same bead is in the gold,\n"
        "  lax       when it shares an Arabic and an English sentence with one there,\n"
        "  in block  when it is inside one bead of NAME.blocks, where that file exists;\n"
        "null judges the single sentences that are said to have no counterpart.",
    .run = run_score};

}  // namespace muwazi
