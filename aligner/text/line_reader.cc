#include "text/line_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace muwazi {

namespace {
constexpr std::size_t kBuffer = std::size_t{1} << 16U;
}

LineReader::LineReader(ReadBytes source, std::size_t most_bytes)
    : source_(std::move(source)), most_bytes_(most_bytes), buffer_(kBuffer) {}

bool LineReader::next(TextLine& line) {
  line = TextLine{};
  bool begun = false;
  while (at_ < end_ || fill()) {
    begun = true;
    const char* begin = buffer_.data() + at_;
    const auto* stop = static_cast<const char*>(std::memchr(begin, '\n', end_ - at_));
    const std::size_t count = stop == nullptr ? end_ - at_ : static_cast<std::size_t>(stop - begin);
    add(line, begin, count);
    at_ += count + (stop == nullptr ? 0 : 1);
    if (stop != nullptr) break;
  }
  if (!begun) return false;
  line.number = ++number_;
  if (line.bytes.ends_with('\r') && !line.too_long) line.bytes.pop_back();
  // The one byte above the limit was there for a CR.
  if (line.bytes.size() > most_bytes_) line.too_long = true;
  if (line.too_long) line.bytes.resize(std::min({line.bytes.size(), kKept, most_bytes_}));
  return true;
}

bool LineReader::fill() {
  at_ = 0;
  end_ = source_(buffer_.data(), buffer_.size());
  return end_ > 0;
}

void LineReader::add(TextLine& line, const char* bytes, std::size_t count) const {
  if (line.too_long) return;
  if (count > most_bytes_ + 1 - line.bytes.size()) {
    line.too_long = true;
    count = most_bytes_ + 1 - line.bytes.size();
  }
  line.bytes.append(bytes, count);
  if (!line.too_long) return;
  line.bytes.resize(std::min(line.bytes.size(), kKept));
  line.bytes.shrink_to_fit();
}

}  // namespace muwazi
