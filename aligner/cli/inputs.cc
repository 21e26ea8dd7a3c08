#include "cli/inputs.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "cli/streams.h"
#include "muwazi/text/decode.h"
#include "muwazi/text/files.h"

namespace muwazi {

Result<Document> read_document(const std::string& path, const std::string& encoding, bool quiet) {
  Result<std::string> bytes = read_bytes(path);
  if (Fault* fault = std::get_if<Fault>(&bytes)) return std::move(*fault);
  Result<Document> document = decode(path, std::get<std::string>(std::move(bytes)), {encoding});
  if (const Document* read = std::get_if<Document>(&document);
      read != nullptr && !quiet && read->encoding() != "UTF-8") {
    print_error(
        fmt::format("{}: read as {}", path == "-" ? "standard input" : path, read->encoding()));
  }
  return document;
}

std::string document_id(std::string_view path) {
  if (path == "-") return "stdin";
  std::filesystem::path name = std::filesystem::path(path).filename();
  for (const char* packed : {".gz", ".xz", ".zst"}) {
    if (name.extension() == packed) {
      name = name.stem();
      break;
    }
  }
  return name.stem().string();
}

std::string default_model() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return (program.parent_path().parent_path() / "share/muwazi/arabic-english.model").string();
}

Result<Parameters> read_weights(const std::string& path) {
  if (path.empty()) return default_parameters();
  const Result<std::string> bytes = read_bytes(path);
  if (const Fault* fault = std::get_if<Fault>(&bytes)) return *fault;
  return parse_parameters(std::get<std::string>(bytes), path);
}

}  // namespace muwazi
