#include "cli/inputs.h"

#include <fmt/format.h>
#include <sys/auxv.h>

#include <filesystem>
#include <utility>

#include "cli/streams.h"
#include "muwazi/text/decode.h"

namespace muwazi {

Result<Document> read_document(const std::string& path, const std::string& encoding, bool quiet,
                               const ReadOptions& options) {
  Result<std::string> bytes = read_bytes(path, options);
  if (Fault* fault = std::get_if<Fault>(&bytes)) return std::move(*fault);
  Result<Document> document = decode(path, std::get<std::string>(std::move(bytes)), {encoding});
  if (const Document* read = std::get_if<Document>(&document); read != nullptr && !quiet) {
    if (const auto note = encoding_note(*read)) print_error(*note);
  }
  return document;
}

std::optional<std::string> encoding_note(const Document& document) {
  if (document.encoding() == "UTF-8") return std::nullopt;
  const std::string& path = document.name();
  return fmt::format("{}: read as {}", path == "-" ? "standard input" : path, document.encoding());
}

std::string file_name(const std::string& path) {
  return path == "-" ? path : std::filesystem::path(path).filename().string();
}

std::optional<std::string> replaces_input(const std::string& output,
                                          const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    std::error_code error;
    if (input != "-" && output != "-" && std::filesystem::equivalent(input, output, error)) {
      return fmt::format("{} is an input too: name another file to write", output);
    }
  }
  return std::nullopt;
}

std::optional<std::string> wrong_output(const std::string& output,
                                        const std::vector<std::string>& inputs) {
  for (const std::string_view packed : {".gz", ".xz", ".zst"}) {
    if (!output.ends_with(packed)) continue;
    return fmt::format("{}: what is written is not packed: leave {} out, and pack it afterwards",
                       output, packed);
  }
  return replaces_input(output, inputs);
}

namespace {

/// The file that runs. Where /proc is not mounted, the name it was called by, its links followed.
std::filesystem::path program_path() {
  std::error_code error;
  std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) return program;
  // The kernel hands a pointer over as a number; 0 without one.
  const auto* called =
      reinterpret_cast<const char*>(getauxval(AT_EXECFN));  // NOLINT(performance-no-int-to-ptr)
  if (called == nullptr) return {};
  program = std::filesystem::canonical(called, error);
  return error ? std::filesystem::path(called) : program;
}

Result<Parameters> read_weights(const std::string& path) {
  if (path.empty()) return default_parameters();
  const Result<std::string> bytes = read_bytes(path);
  if (const Fault* fault = std::get_if<Fault>(&bytes)) return *fault;
  return parse_parameters(std::get<std::string>(bytes), path);
}

}  // namespace

std::string model_path(const std::string& model) {
  if (!model.empty()) return model;
  return (program_path().parent_path().parent_path() / "share/muwazi/arabic-english.model")
      .string();
}

Result<AlignerFiles> open_aligner_files(const std::string& model, const std::string& weights) {
  Result<Model> opened = Model::open(model_path(model));
  if (Fault* fault = std::get_if<Fault>(&opened)) return std::move(*fault);
  Result<Parameters> read = read_weights(weights);
  if (Fault* fault = std::get_if<Fault>(&read)) return std::move(*fault);
  return AlignerFiles{std::get<Model>(std::move(opened)), std::get<Parameters>(read)};
}

Bitext align_documents(const Aligner& aligner, const std::vector<Document>& documents,
                       bool segmented, bool* swapped) {
  const Document& first = documents.front();
  if (documents.size() == 1) return aligner.align_page(first);
  const Document& second = documents.back();
  return segmented ? aligner.align_segmented(first, second, swapped)
                   : aligner.align(first, second, swapped);
}

Texts texts_of(const std::vector<Document>& documents, bool swapped) {
  const Document& arabic = swapped ? documents.back() : documents.front();
  const Document& english = swapped ? documents.front() : documents.back();
  return {arabic.text(), english.text(), arabic.name(), english.name()};
}

}  // namespace muwazi
