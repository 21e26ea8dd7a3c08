#include "cli/pair_sources.h"

#include <string_view>
#include <utility>

#include "cli/inputs.h"

namespace muwazi {
namespace {

bool has_documents(PairFormat format) {
  return format == PairFormat::beads || format == PairFormat::ladder || format == PairFormat::ces;
}

/// Whether the two files are the sides of one pair of them: names that end in .ar and .en, or in neither.
bool are_sides(std::string_view first, std::string_view second) {
  const auto side = [](std::string_view file) {
    for (const std::string_view packed : {".gz", ".xz", ".zst"}) {
      if (file.ends_with(packed)) file.remove_suffix(packed.size());
    }
    return file.ends_with(".ar") ? 1 : file.ends_with(".en") ? 2 : 0;
  };
  return side(first) == 0 ? side(second) == 0 : side(first) + side(second) == 3;
}

}  // namespace

Result<std::vector<PairSource>> pair_sources(const std::vector<std::string>& files,
                                             const std::string& format) {
  std::vector<PairSource> out;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string& file = files[i];
    const auto known = format.empty() ? pair_format_of(file) : pair_format_named(format);
    if (!known) {
      return Fault{FaultKind::malformed_pair, file, 0, {}, "its name does not tell the format",
                   "name it with --from"};
    }
    PairSource source{{file}, *known};
    if (has_documents(*known) && files.size() == 3) {
      source.files = files;
      i += 2;
    } else if (*known == PairFormat::moses && i + 1 < files.size() &&
               are_sides(file, files[i + 1])) {
      source.files.push_back(files[++i]);
    }
    source.files = pair_inputs(source.files, *known);
    out.push_back(std::move(source));
  }
  return out;
}

std::vector<std::string> files_of(const std::vector<PairSource>& sources) {
  std::vector<std::string> files;
  for (const PairSource& source : sources)
    files.insert(files.end(), source.files.begin(), source.files.end());
  return files;
}

std::optional<std::string> replaces_further(const std::vector<std::string>& outputs,
                                            const PairReader& reader) {
  const std::vector<std::string> read = reader.further_files();
  for (const std::string& output : outputs) {
    if (auto what = replaces_input(output, read)) return what;
  }
  return std::nullopt;
}

}  // namespace muwazi
