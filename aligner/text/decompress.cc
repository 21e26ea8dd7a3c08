#include "text/decompress.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/iostreams/device/array.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/lzma.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>
#include <boost/iostreams/read.hpp>
#include <exception>

namespace muwazi {
namespace {

namespace io = boost::iostreams;

constexpr std::size_t kZstdMagicSize = 4;

std::uint64_t little_endian(std::string_view bytes) noexcept {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) {
    value = value << 8U | static_cast<unsigned char>(bytes[i - 1]);
  }
  return value;
}

bool is_skippable_frame(std::string_view bytes) noexcept {
  return bytes.size() >= kZstdMagicSize &&
         (little_endian(bytes.substr(0, kZstdMagicSize)) & 0xFFFFFFF0U) == 0x184D2A50U;
}

// The size of the zstd frame that `bytes` begins with, from the headers of its blocks (RFC 8878,
// section 3.1); 0 if it is cut off.
std::size_t zstd_frame_size(std::string_view bytes) {
  constexpr std::size_t kSkippableHeader = 8;
  if (is_skippable_frame(bytes)) {
    if (bytes.size() < kSkippableHeader) return 0;
    const std::uint64_t size = kSkippableHeader + little_endian(bytes.substr(4, 4));
    return size <= bytes.size() ? static_cast<std::size_t>(size) : 0;
  }
  if (bytes.size() < kZstdMagicSize + 1) return 0;
  const auto descriptor = static_cast<unsigned char>(bytes[kZstdMagicSize]);
  const bool single_segment = (descriptor & 0x20U) != 0, checksum = (descriptor & 0x04U) != 0;
  constexpr std::size_t kDictionarySizes[] = {0, 1, 2, 4};
  constexpr std::size_t kContentSizes[] = {0, 2, 4, 8};
  std::size_t content = kContentSizes[descriptor >> 6U];
  if (content == 0 && single_segment) content = 1;
  std::size_t at = kZstdMagicSize + 1 + (single_segment ? 0 : 1) +
                   kDictionarySizes[descriptor & 0x03U] + content;
  for (bool last = false; !last;) {
    constexpr std::size_t kBlockHeader = 3;
    if (at + kBlockHeader > bytes.size()) return 0;
    const std::uint64_t header = little_endian(bytes.substr(at, kBlockHeader));
    last = (header & 1U) != 0;
    const bool run_length = ((header >> 1U) & 3U) == 1;  // one byte, however often repeated
    at += kBlockHeader + (run_length ? 1 : static_cast<std::size_t>(header >> 3U));
  }
  at += checksum ? 4 : 0;
  return at <= bytes.size() ? at : 0;
}

// Boost's filter takes the end of the data for the end of the frame, so a file that was cut off would
// pass for a shorter text.
bool is_whole_zstd(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t size = zstd_frame_size(bytes);
    if (size == 0) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

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

Fault corrupt(const std::string& file, Compression compression) {
  Fault fault;
  fault.kind = FaultKind::corrupt_compression;
  fault.file = file;
  fault.found = fmt::format("the {} data is damaged or cut off", name_of(compression));
  fault.remedy = "get the file again";
  return fault;
}

}  // namespace

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

Result<std::string> decompress(std::string_view bytes, Compression compression,
                               std::uint64_t max_bytes, const std::string& file) {
  if (compression == Compression::zstd && !is_whole_zstd(bytes)) return corrupt(file, compression);
  std::string text;
  try {
    io::filtering_istreambuf source;
    if (compression == Compression::gzip) source.push(io::gzip_decompressor());
    if (compression == Compression::xz) source.push(io::lzma_decompressor());
    if (compression == Compression::zstd) source.push(io::zstd_decompressor());
    source.push(io::array_source(bytes.data(), bytes.size()));
    std::string piece(1U << 16U, '\0');
    for (;;) {
      const std::streamsize count =
          io::read(source, piece.data(), static_cast<std::streamsize>(piece.size()));
      if (count <= 0) break;
      if (text.size() + static_cast<std::uint64_t>(count) > max_bytes) {
        return too_large(file, max_bytes);
      }
      text.append(piece, 0, static_cast<std::size_t>(count));
    }
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // each filter has its own type for the same thing
    return corrupt(file, compression);
  }
  return text;
}

}  // namespace muwazi
