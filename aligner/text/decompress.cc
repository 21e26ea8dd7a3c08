#include "text/decompress.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/iostreams/concepts.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/lzma.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>
#include <boost/iostreams/read.hpp>
#include <exception>
#include <utility>

#include "text/zstd_frames.h"

namespace muwazi {
namespace {

namespace io = boost::iostreams;

std::string_view name_of(Compression compression) noexcept {
  switch (compression) {
    case Compression::gzip:
      return "gzip";
    case Compression::xz:
      return "xz";
    case Compression::zstd:
      return "zstd";
    case Compression::none:
      break;
  }
  return "plain";
}

}  // namespace

Fault corrupt(const std::string& file, Compression compression) {
  Fault fault;
  fault.kind = FaultKind::corrupt_compression;
  fault.file = file;
  fault.found = fmt::format("the {} data is damaged or cut off", name_of(compression));
  fault.remedy = "get the file again";
  return fault;
}

Fault too_large(const std::string& file, std::uint64_t max_bytes) {
  Fault fault;
  fault.kind = FaultKind::too_large;
  fault.file = file;
  fault.found = fmt::format("more than {} bytes", max_bytes);
  fault.remedy = "cut it into smaller files";
  return fault;
}

Compression compression_of(std::string_view bytes) noexcept {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x1F\x8B\x08"sv)) return Compression::gzip;
  if (bytes.starts_with("\xFD"
                        "7zXZ\0"sv)) {
    return Compression::xz;
  }
  if (bytes.starts_with("\x28\xB5\x2F\xFD"sv) || is_skippable_frame(bytes))
    return Compression::zstd;
  return Compression::none;
}

struct Decompressor::State {
  // What Boost reads the packed bytes from.
  struct Source : io::source {
    explicit Source(State* from) : state(from) {}
    std::streamsize read(char* to, std::streamsize size) const {
      const std::size_t count = state->packed(to, static_cast<std::size_t>(size));
      if (state->compression == Compression::zstd) state->frames.pass({to, count});
      return count == 0 ? -1 : static_cast<std::streamsize>(count);
    }
    State* state;
  };

  State(Compression kind, ReadBytes from) : compression(kind), packed(std::move(from)) {
    if (kind == Compression::gzip) unpacked.push(io::gzip_decompressor());
    if (kind == Compression::xz) unpacked.push(io::lzma_decompressor());
    if (kind == Compression::zstd) unpacked.push(io::zstd_decompressor());
    unpacked.push(Source(this));
  }

  Compression compression;
  ReadBytes packed;
  ZstdFrames frames;
  io::filtering_istreambuf unpacked;  // last: it ends before what it reads from
};

Decompressor::Decompressor(Compression compression, ReadBytes packed)
    : state_(std::make_unique<State>(compression, std::move(packed))) {}
Decompressor::~Decompressor() = default;

std::optional<std::size_t> Decompressor::read(char* to, std::size_t size) {
  try {
    const std::streamsize count =
        io::read(state_->unpacked, to, static_cast<std::streamsize>(size));
    if (count > 0) return static_cast<std::size_t>(count);
    if (!state_->frames.whole()) return std::nullopt;
    return 0;
  } catch (const EnvironmentError&) {  // of what reads the packed bytes
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // each filter has its own type for the same thing
    return std::nullopt;
  }
}

Result<std::string> decompress(std::string_view bytes, Compression compression,
                               std::uint64_t max_bytes, const std::string& file) {
  Decompressor source(compression, [&bytes](char* to, std::size_t size) {
    const std::size_t count = std::min(size, bytes.size());
    std::copy_n(bytes.data(), count, to);
    bytes.remove_prefix(count);
    return count;
  });
  std::string text;
  std::string piece(1U << 16U, '\0');
  for (;;) {
    const auto count = source.read(piece.data(), piece.size());
    if (!count) return corrupt(file, compression);
    if (*count == 0) return text;
    if (text.size() + static_cast<std::uint64_t>(*count) > max_bytes) {
      return too_large(file, max_bytes);
    }
    text.append(piece, 0, *count);
  }
}

}  // namespace muwazi
