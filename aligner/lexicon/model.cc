// Layout of a model file (little-endian, as on every machine that we build for):
//
//   header    64 bytes  magic, version, number of sections, size of the file, checksum of all after it
//   table     32 bytes a section: name (16, padded with NUL), offset, size
//   sections  each at a multiple of 64 bytes
#include "muwazi/lexicon/model.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <new>
#include <optional>
#include <string>

#include "muwazi/lexicon/trainer.h"

namespace muwazi {
namespace {

constexpr std::array<char, 8> kMagic = {'M', 'U', 'W', 'A', 'Z', 'I', '\x1A', '\n'};
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kAlignment = 64;

struct Header {
  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kVersion;
  std::uint32_t sections = 0;
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;
  std::array<char, 32> reserved{};
};
static_assert(sizeof(Header) == 64);

struct TableEntry {
  std::array<char, 16> name{};
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};
static_assert(sizeof(TableEntry) == 32);

std::size_t aligned(std::size_t offset) {
  return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

std::uint64_t checksum(std::string_view file) {
  return XXH3_64bits(file.data() + sizeof(Header), file.size() - sizeof(Header));
}

Header header_of(std::string_view file) {
  Header header;
  std::memcpy(&header, file.data(), sizeof(Header));
  return header;
}

TableEntry entry_of(std::string_view file, std::size_t number) {
  TableEntry entry;
  std::memcpy(&entry, file.data() + sizeof(Header) + number * sizeof(TableEntry),
              sizeof(TableEntry));
  return entry;
}

/// Whether the sections follow each other and fill the file. The checksum does not cover the header: a wrong
/// number of sections shows here.
bool is_consistent(const Header& header, std::string_view file) {
  if (header.reserved != Header{}.reserved) return false;
  if (header.sections > (file.size() - sizeof(Header)) / sizeof(TableEntry)) return false;
  std::uint64_t at = aligned(sizeof(Header) + header.sections * sizeof(TableEntry));
  for (std::uint32_t k = 0; k < header.sections; ++k) {
    const TableEntry entry = entry_of(file, k);
    if (entry.offset != at || at > file.size() || entry.size > file.size() - at) return false;
    at = aligned(at + entry.size);
  }
  return at == file.size();
}

std::optional<Fault> breach(std::string_view file, const std::string& name) {
  const auto fault = [&](FaultKind kind, std::size_t at, std::string found) {
    return Fault{
        kind,
        name,
        0,
        {at, at},
        std::move(found),
        "train the model again with `muwazi train`, or take the one that came with the program"};
  };
  if (!file.starts_with(std::string_view(kMagic.data(), kMagic.size()))) {
    return fault(FaultKind::not_a_model, 0, "the file does not begin as a model does");
  }
  if (file.size() < sizeof(Header)) {
    return fault(
        FaultKind::model_truncated, file.size(),
        std::to_string(file.size()) + " bytes of a header of " + std::to_string(sizeof(Header)));
  }
  const Header header = header_of(file);
  if (header.version != kVersion) {
    return fault(FaultKind::model_version, 8,
                 "version " + std::to_string(header.version) + ", this program reads version " +
                     std::to_string(kVersion));
  }
  if (header.size != file.size()) {
    return fault(FaultKind::model_truncated, file.size(),
                 std::to_string(file.size()) + " bytes of " + std::to_string(header.size));
  }
  if (header.checksum != checksum(file) || !is_consistent(header, file)) {
    return fault(FaultKind::model_checksum, sizeof(Header),
                 "its header does not agree with the bytes after it");
  }
  return std::nullopt;
}

}  // namespace

struct Model::Mapping {
  struct Delete {
    void operator()(char* bytes) const { ::operator delete[](bytes, std::align_val_t{kAlignment}); }
  };
  std::unique_ptr<char[], Delete> owned;  ///< from_bytes(); aligned as a mapped file is
  std::string_view file;                  ///< the mapped file, or `owned`
  bool mapped = false;

  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (mapped) munmap(const_cast<char*>(file.data()), file.size());
  }
};

Model::Model(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

Result<Model> Model::open(const std::string& path) {
  const std::string remedy = "name a model with --model, or make one with `muwazi train`";
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    throw EnvironmentError("cannot open the model " + path + ": " + std::strerror(errno), remedy);
  }
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    close(descriptor);
    throw EnvironmentError("the model " + path + " is not a file", remedy);
  }
  auto mapping = std::make_unique<Mapping>();
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > 0) {
    void* address = mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (address == MAP_FAILED) {
      close(descriptor);
      throw EnvironmentError("cannot map the model " + path + ": " + std::strerror(errno), remedy);
    }
    mapping->file = {static_cast<const char*>(address), size};
    mapping->mapped = true;
  }
  close(descriptor);
  if (auto fault = breach(mapping->file, path)) return *std::move(fault);
  return Model(std::move(mapping));
}

Result<Model> Model::from_bytes(std::string bytes) {
  auto mapping = std::make_unique<Mapping>();
  mapping->owned.reset(
      static_cast<char*>(::operator new[](bytes.size(), std::align_val_t{kAlignment})));
  std::memcpy(mapping->owned.get(), bytes.data(), bytes.size());
  mapping->file = {mapping->owned.get(), bytes.size()};
  if (auto fault = breach(mapping->file, "model in memory")) return *std::move(fault);
  return Model(std::move(mapping));
}

std::span<const std::byte> Model::section(std::string_view name) const {
  const std::string_view file = mapping_->file;
  const std::uint32_t sections = header_of(file).sections;
  for (std::uint32_t k = 0; k < sections; ++k) {
    const TableEntry entry = entry_of(file, k);
    if (name ==
        std::string_view(entry.name.data(), strnlen(entry.name.data(), entry.name.size()))) {
      return {reinterpret_cast<const std::byte*>(file.data() + entry.offset), entry.size};
    }
  }
  return {};
}

std::string model_bytes(const ModelSections& sections) {
  Header header;
  header.sections = static_cast<std::uint32_t>(sections.size());
  std::vector<TableEntry> table;
  std::size_t at = aligned(sizeof(Header) + sections.size() * sizeof(TableEntry));
  for (const auto& [name, content] : sections) {
    TableEntry entry;
    std::memcpy(entry.name.data(), name.data(), std::min(name.size(), entry.name.size() - 1));
    entry.offset = at;
    entry.size = content.size();
    table.push_back(entry);
    at = aligned(at + content.size());
  }
  header.size = at;
  std::string file(at, '\0');
  for (std::size_t k = 0; k < table.size(); ++k) {
    std::memcpy(file.data() + sizeof(Header) + k * sizeof(TableEntry), &table[k],
                sizeof(TableEntry));
    std::memcpy(file.data() + table[k].offset, sections[k].second.data(), table[k].size);
  }
  header.checksum = checksum(file);
  std::memcpy(file.data(), &header, sizeof(Header));
  return file;
}

}  // namespace muwazi
