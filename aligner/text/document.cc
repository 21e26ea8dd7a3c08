#include "muwazi/text/document.h"

#include <filesystem>

namespace muwazi {

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

}  // namespace muwazi
