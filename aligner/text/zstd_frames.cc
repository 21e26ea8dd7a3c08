#include "text/zstd_frames.h"

#include <algorithm>

namespace muwazi {
namespace {

constexpr std::size_t kMagicSize = 4;

std::uint64_t little_endian(std::string_view bytes) noexcept {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) {
    value = value << 8U | static_cast<unsigned char>(bytes[i - 1]);
  }
  return value;
}

}  // namespace

bool is_skippable_frame(std::string_view bytes) noexcept {
  return bytes.size() >= kMagicSize &&
         (little_endian(bytes.substr(0, kMagicSize)) & 0xFFFFFFF0U) == 0x184D2A50U;
}

void ZstdFrames::pass(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto gone = static_cast<std::size_t>(std::min<std::uint64_t>(skip_, bytes.size()));
    bytes.remove_prefix(gone);
    skip_ -= gone;
    const std::size_t taken = std::min(bytes.size(), header_size() - header_.size());
    header_.append(bytes.substr(0, taken));
    bytes.remove_prefix(taken);
    if (skip_ == 0 && header_.size() == header_size()) read_header();
  }
}

std::size_t ZstdFrames::header_size() const noexcept {
  switch (part_) {
    case Part::magic:
    case Part::skippable:  // the size of the frame
      return kMagicSize;
    case Part::frame:
      return 1;  // the descriptor, which says how much follows
    case Part::block:
      break;
  }
  return 3;
}

void ZstdFrames::read_header() {
  const std::uint64_t value = little_endian(header_);
  switch (part_) {
    case Part::magic:
      part_ = is_skippable_frame(header_) ? Part::skippable : Part::frame;
      break;
    case Part::skippable:
      skip_ = value;
      part_ = Part::magic;
      break;
    case Part::frame: {
      const bool single_segment = (value & 0x20U) != 0;
      checksum_ = (value & 0x04U) != 0;
      constexpr std::uint64_t kDictionarySizes[] = {0, 1, 2, 4};
      constexpr std::uint64_t kContentSizes[] = {0, 2, 4, 8};
      std::uint64_t content = kContentSizes[value >> 6U];
      if (content == 0 && single_segment) content = 1;
      skip_ = (single_segment ? 0 : 1) + kDictionarySizes[value & 0x03U] + content;
      part_ = Part::block;
      break;
    }
    case Part::block: {
      const bool last = (value & 1U) != 0;
      const bool run_length = ((value >> 1U) & 3U) == 1;  // one byte, however often repeated
      skip_ = (run_length ? 1 : value >> 3U) + (last && checksum_ ? 4 : 0);
      if (last) part_ = Part::magic;
      break;
    }
  }
  header_.clear();
}

}  // namespace muwazi
