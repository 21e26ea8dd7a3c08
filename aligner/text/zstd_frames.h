// Where the frames of zstd data end, from the headers of their blocks (RFC 8878, section 3.1).
//
// Boost's filter takes the end of the data for the end of the frame, so a file that was cut off would
// pass for a shorter text; this tells. It sees the packed bytes as they go by and holds a header at most.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace muwazi {

class ZstdFrames {
 public:
  /// The next bytes of the data.
  void pass(std::string_view bytes);
  /// Whether the bytes so far are whole frames, none of them begun and not ended.
  [[nodiscard]] bool whole() const noexcept {
    return part_ == Part::magic && header_.empty() && skip_ == 0;
  }

 private:
  enum class Part : std::uint8_t { magic, skippable, frame, block };
  void read_header();
  [[nodiscard]] std::size_t header_size() const noexcept;

  Part part_ = Part::magic;
  std::string header_;      ///< what there is of the header that is read next
  std::uint64_t skip_ = 0;  ///< bytes before it
  bool checksum_ = false;   ///< of the frame
};

[[nodiscard]] bool is_skippable_frame(std::string_view bytes) noexcept;

}  // namespace muwazi
