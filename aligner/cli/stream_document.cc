#include "cli/stream_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "cli/inputs.h"
#include "format/cells.h"
#include "format/jsonl.h"
#include "muwazi/text/files.h"
#include "text/byte_order_mark.h"

namespace muwazi {
namespace {

Outcome error_of(const std::string& id, const Fault& fault) {
  Outcome outcome;
  outcome.record = write_error_as(id, fault);
  outcome.messages = {message(fault)};
  outcome.is_error = true;
  return outcome;
}

Fault fault_of_line(FaultKind kind, const TextLine& line, const StreamSettings& settings,
                    std::string found, std::string remedy = {}) {
  return {kind, settings.file, line.number, {}, std::move(found), std::move(remedy)};
}

Fault too_long(const TextLine& line, const StreamSettings& settings) {
  return fault_of_line(FaultKind::too_large, line, settings,
                       fmt::format("a line of more than {} bytes", settings.max_document),
                       "allow more with --max-document");
}

/// `arabic` and `english` are the same for a page.
Outcome record_of(const std::string& id, const Bitext& bitext, const Document& arabic,
                  const Document& english, const StreamSettings& settings) {
  Outcome outcome;
  outcome.record = write_json_as(
      id, bitext, {arabic.text(), english.text(), arabic.name(), english.name()}, settings.write);
  outcome.pairs = static_cast<std::size_t>(std::count_if(
      bitext.beads.begin(), bitext.beads.end(), [](const Bead& bead) { return !bead.null(); }));
  outcome.sentences = bitext.arabic.size() + bitext.english.size();
  return outcome;
}

// JSON.

Outcome align_json(const Aligner& aligner, JsonLine&& json, const StreamSettings& settings) {
  if (json.kind == JsonLine::Kind::page) {
    const Document page("text", std::move(json.page));
    return record_of(json.id, aligner.align_page(page), page, page, settings);
  }
  const Document arabic("ar", std::move(json.arabic.text)),
      english("en", std::move(json.english.text));
  bool swapped = false;
  const Bitext bitext = json.kind == JsonLine::Kind::documents
                            ? aligner.align(arabic, english, &swapped)
                            : aligner.align_sentences(arabic, json.arabic.sentences, english,
                                                      json.english.sentences, &swapped);
  return record_of(json.id, bitext, swapped ? english : arabic, swapped ? arabic : english,
                   settings);
}

/// As align_list_line(), sets `id` as soon as it is known.
Outcome align_json_line(const Aligner& aligner, const TextLine& line,
                        const StreamSettings& settings, std::string& id) {
  JsonLine json = read_json_line(line.bytes, settings.file, line.number);
  id = json.id;
  if (line.too_long) return error_of(json.id, too_long(line, settings));
  if (json.fault) return error_of(json.id, *json.fault);
  return align_json(aligner, std::move(json), settings);
}

// Lists.

/// "page" or "arabic<TAB>english"; what is no such line has a fault.
std::variant<std::vector<std::string>, Fault> paths_of(const TextLine& line,
                                                       const StreamSettings& settings) {
  const auto wrong = [&](std::string found) {
    return fault_of_line(FaultKind::malformed_document, line, settings, std::move(found));
  };
  if (line.too_long) return too_long(line, settings);
  std::string_view names = line.bytes;
  if (line.number == 1) names.remove_prefix(byte_order_mark_length(names));
  std::vector<std::string> paths(1);
  for (const char c : names) {
    if (c == '\t') {
      paths.emplace_back();
    } else {
      paths.back() += c;
    }
  }
  if (names.empty()) return wrong("an empty line");
  if (paths.size() > 2) return wrong("more than two names");
  if (std::count(paths.begin(), paths.end(), "") > 0) return wrong("a name is missing");
  if (std::count(paths.begin(), paths.end(), "-") > 0)
    return wrong("- is standard input, which a list cannot name");
  if (names.find('\0') != names.npos) return wrong("a NUL byte in a name");
  if (settings.segmented && paths.size() == 1)
    return wrong("--segmented takes two files, Arabic and English");
  return paths;
}

std::string id_of(const std::string& path) { return json_string(document_id(path)); }

/// As it is told of the list; other faults have a place in the file itself.
Fault fault_of_file(const Fault& fault, const TextLine& line, const StreamSettings& settings) {
  if (fault.kind != FaultKind::too_large) return fault;
  return fault_of_line(fault.kind, line, settings, fault.file + " has " + fault.found,
                       "allow more with --max-document");
}

Outcome align_files(const Aligner& aligner, const std::vector<std::string>& paths,
                    const TextLine& line, const StreamSettings& settings) {
  std::vector<Document> documents;
  std::vector<std::string> messages;
  for (const std::string& path : paths) {
    Result<Document> read =
        read_document(path, settings.encoding, true, {.max_bytes = settings.max_document});
    if (const Fault* fault = std::get_if<Fault>(&read))
      return error_of(id_of(paths[0]), fault_of_file(*fault, line, settings));
    documents.push_back(std::get<Document>(std::move(read)));
    if (const auto said = encoding_note(documents.back())) messages.push_back(*said);
  }
  const Document* arabic = &documents.front();
  const Document* english = &documents.back();
  bool swapped = false;
  const Bitext bitext = documents.size() == 1 ? aligner.align_page(*arabic)
                        : settings.segmented  ? aligner.align_segmented(*arabic, *english, &swapped)
                                              : aligner.align(*arabic, *english, &swapped);
  if (swapped) std::swap(arabic, english);
  Outcome outcome = record_of(id_of(paths[0]), bitext, *arabic, *english, settings);
  outcome.messages = std::move(messages);
  return outcome;
}

Outcome align_list_line(const Aligner& aligner, const TextLine& line,
                        const StreamSettings& settings, std::string& id) {
  const auto read = paths_of(line, settings);
  if (const Fault* fault = std::get_if<Fault>(&read)) return error_of("null", *fault);
  const auto& paths = std::get<std::vector<std::string>>(read);
  id = id_of(paths[0]);
  // Ends the run: the output cannot take the place of what it was made from.
  if (const auto what = replaces_input(settings.output, paths))
    throw EnvironmentError(fmt::format("line {} of the list", line.number), *what);
  try {
    return align_files(aligner, paths, line, settings);
  } catch (const EnvironmentError& error) {
    return error_of(id, fault_of_line(FaultKind::unreadable_file, line, settings, error.what()));
  }
}

}  // namespace

Outcome align_line(const Aligner& aligner, const TextLine& line, const StreamSettings& settings) {
  std::string id = "null";
  try {
    return settings.list ? align_list_line(aligner, line, settings, id)
                         : align_json_line(aligner, line, settings, id);
  } catch (const std::bad_alloc&) {
    return error_of(id, fault_of_line(FaultKind::too_large, line, settings, "out of memory",
                                      "cut it into smaller documents"));
  }
}

std::string id_of_line(const TextLine& line, const StreamSettings& settings) {
  if (!settings.list) return read_json_line(line.bytes, settings.file, line.number).id;
  const auto paths = paths_of(line, settings);
  const auto* named = std::get_if<std::vector<std::string>>(&paths);
  return named == nullptr ? "null" : id_of(named->front());
}

}  // namespace muwazi
