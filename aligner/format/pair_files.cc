// Formats by their names and by those of files; what files they are made of.
#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "format/streams.h"
#include "muwazi/format/pairs.h"
#include "muwazi/text/utf8.h"
#include "text/byte_source.h"
#include "text/decoded.h"
#include "text/whole_file.h"

namespace muwazi {
namespace {

struct Ending {
  std::string_view ending;
  PairFormat format;
};

// The ladder's is hunalign's own; XLIFF 2 has that of 1.2.
constexpr std::array kEndings = {
    Ending{".tsv", PairFormat::tsv},     Ending{".csv", PairFormat::csv},
    Ending{".xlsx", PairFormat::xlsx},   Ending{".jsonl", PairFormat::jsonl},
    Ending{".json", PairFormat::jsonl},  Ending{".tmx", PairFormat::tmx},
    Ending{".xlf", PairFormat::xliff},   Ending{".xliff", PairFormat::xliff},
    Ending{".ar", PairFormat::moses},    Ending{".en", PairFormat::moses},
    Ending{".ces", PairFormat::ces},     Ending{".xml", PairFormat::ces},
    Ending{".beads", PairFormat::beads}, Ending{".ladder", PairFormat::ladder}};

std::string without(std::string_view name, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (name.size() > ending.size() && name.ends_with(ending)) {
      name.remove_suffix(ending.size());
      break;
    }
  }
  return std::string(name);
}

std::string unpacked_name(std::string_view name) { return without(name, {".gz", ".xz", ".zst"}); }

/// The name that those of the documents begin with.
std::string stem(const std::string& path, PairFormat format) {
  switch (format) {
    case PairFormat::moses:
      return without(path, {".ar", ".en", ".moses"});
    case PairFormat::ces:
      return without(path, {".ces", ".xml"});
    default:
      return without(path, {".beads", ".ladder"});
  }
}

/// The bytes of the file, unpacked.
Input raw_input(const std::string& path, const PairReadOptions& options) {
  const SeeFile& see = options.see;
  if (!see) return {path, open_stream(path, options.stop)};
  return {path, open_stream(path, options.stop,
                            [path, see](std::string_view bytes) { see(path, bytes); })};
}

Input text_input(const std::string& path, const PairReadOptions& options) {
  Input input = raw_input(path, options);
  input.read = decoded(std::move(input.read), options.encoding, path);
  return input;
}

/// The one that is there, plain or packed; else the plain name, whose absence the system tells.
std::string beside(const std::string& path) {
  for (const std::string_view packed : {"", ".gz", ".xz", ".zst"}) {
    std::string name = path + std::string(packed);
    if (std::filesystem::exists(name)) return name;
  }
  return path;
}

/// The two documents of `files`, or those beside the first.
std::pair<std::string, std::string> documents_of(const std::vector<std::string>& files,
                                                 PairFormat format) {
  const std::size_t own = format == PairFormat::moses ? 0 : 1;
  if (files.size() == own + 2) return {files[own], files[own + 1]};
  const std::string name = stem(unpacked_name(files[0]), format);
  return {beside(name + ".ar"), beside(name + ".en")};
}

/// Writes to files that take their names at the end, all of them then.
class FileWriter : public PairWriter {
 public:
  /// `make` gets a sink for each file.
  template <class Make>
  FileWriter(const std::vector<std::string>& paths, int stop, Make make) {
    std::vector<Sink> sinks;
    for (const std::string& path : paths) {
      files_.push_back(std::make_unique<WholeFile>(path, stop));
      WholeFile* const file = files_.back().get();
      sinks.emplace_back([file](std::string_view bytes) { (void)file->write(bytes); });
    }
    writer_ = make(sinks);
  }

  std::optional<Fault> write(const SegmentPair& pair) override { return writer_->write(pair); }
  void finish() override {
    writer_->finish();
    for (const auto& file : files_) file->finish();
  }
  [[nodiscard]] WriteLosses losses() const override { return writer_->losses(); }

 private:
  std::vector<std::unique_ptr<WholeFile>> files_;
  WriterPointer writer_;
};

}  // namespace

const std::vector<std::string>& pair_format_names() {
  static const std::vector<std::string> names = {
      "tsv", "csv", "xlsx", "jsonl", "tmx", "xliff", "xliff2", "moses", "ces", "beads", "ladder"};
  return names;
}

std::optional<PairFormat> pair_format_named(std::string_view name) {
  const auto& names = pair_format_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<PairFormat>(found - names.begin());
}

std::optional<PairFormat> pair_format_of(std::string_view file) {
  const std::string name = unpacked_name(file);
  for (const Ending& known : kEndings) {
    if (name.ends_with(known.ending)) return known.format;
  }
  return std::nullopt;
}

std::vector<std::string> pair_inputs(const std::vector<std::string>& files, PairFormat format) {
  const bool moses = format == PairFormat::moses;
  if (!moses && format != PairFormat::beads && format != PairFormat::ladder) return files;
  auto [arabic, english] = documents_of(files, format);
  if (moses) return {std::move(arabic), std::move(english)};
  return {files[0], std::move(arabic), std::move(english)};
}

std::unique_ptr<PairReader> open_pairs(const std::vector<std::string>& files, PairFormat format,
                                       const PairReadOptions& options) {
  const std::vector<std::string> all = pair_inputs(files, format);
  const auto text = [&](std::size_t file) { return text_input(all[file], options); };
  const bool stated = options.encoding != "auto";  // else XML says it itself
  const auto xml = [stated](const std::string& file, const PairReadOptions& how) {
    return stated ? text_input(file, how) : raw_input(file, how);
  };
  switch (format) {
    case PairFormat::tsv:
      return read_tsv(text(0));
    case PairFormat::csv:
      return read_csv(text(0));
    case PairFormat::xlsx:
      return read_xlsx(all[0]);
    case PairFormat::jsonl:
      return read_jsonl(text(0));
    case PairFormat::tmx:
      return read_tmx(xml(all[0], options), stated);
    case PairFormat::xliff:
    case PairFormat::xliff2:
      return read_xliff(xml(all[0], options), stated);
    case PairFormat::ces: {
      PairReadOptions unseen = options;
      unseen.see = {};
      const OpenFile open = [xml, unseen](const std::string& file) { return xml(file, unseen); };
      return read_ces(all[0], {all.begin() + 1, all.end()}, open, stated);
    }
    case PairFormat::moses:
      return read_moses(text(0), text(1));
    case PairFormat::beads:
      return read_bead_lines(text(0), text(1), text(2));
    case PairFormat::ladder:
      break;
  }
  return read_ladder(text(0), text(1), text(2));
}

std::vector<std::string> pair_files(const std::string& path, PairFormat format) {
  const std::string name = stem(path, format);
  switch (format) {
    case PairFormat::moses:
      return {name + ".ar", name + ".en"};
    case PairFormat::ces:
      return {path, name + ".ar.xml", name + ".en.xml"};
    case PairFormat::beads:
    case PairFormat::ladder:
      return {path, name + ".ar", name + ".en"};
    default:
      return {path};
  }
}

std::unique_ptr<PairWriter> create_pairs(const std::string& path, PairFormat format,
                                         const PairWriteOptions& options) {
  const std::vector<std::string> paths = pair_files(path, format);
  const auto name = [&](std::size_t file) {
    return std::filesystem::path(paths[file]).filename().string();
  };
  return std::make_unique<FileWriter>(
      paths, options.stop, [&](std::vector<Sink>& out) -> WriterPointer {
        switch (format) {
          case PairFormat::tsv:
            return write_tsv(out[0]);
          case PairFormat::csv:
            return write_csv(out[0]);
          case PairFormat::xlsx:
            return write_xlsx(out[0]);
          case PairFormat::jsonl:
            return write_jsonl(out[0]);
          case PairFormat::tmx:
            return write_tmx(out[0], options.version);
          case PairFormat::xliff:
            return write_xliff(out[0]);
          case PairFormat::xliff2:
            return write_xliff2(out[0]);
          case PairFormat::moses:
            return write_moses(out[0], out[1], options.keep_nulls);
          case PairFormat::ces:
            return write_ces(out[0], out[1], out[2], name(1), name(2));
          case PairFormat::beads:
            return write_bead_lines(out[0], out[1], out[2]);
          case PairFormat::ladder:
            break;
        }
        return write_ladder(out[0], out[1], out[2]);
      });
}

}  // namespace muwazi
