#include "muwazi/format/beads.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <optional>

#include "format/bead_line.h"
#include "format/cells.h"
#include "format/fields.h"
#include "text/byte_order_mark.h"

namespace muwazi {
namespace {

/// Reads one line from the front; every function leaves `rest_` at the first byte that it did not take.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}

  [[nodiscard]] std::optional<BeadLine> bead() {
    BeadLine bead;
    if (!side(bead.arabic) || !take(':') || !side(bead.english)) return std::nullopt;
    blanks();
    if (!rest_.empty() && rest_[0] != ':') return std::nullopt;
    return bead;
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  void blanks() {
    while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == '\t')) rest_.remove_prefix(1);
  }
  bool take(char c) {
    blanks();
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// `[0, 1]`. Empty places between commas are passed over, as other readers of this format do.
  bool side(std::vector<std::uint32_t>& numbers) {
    if (!take('[')) return false;
    while (!take(']')) {
      if (take(',')) continue;
      std::uint32_t number = 0;
      const char* begin = rest_.data();
      const auto [end, error] = std::from_chars(begin, begin + rest_.size(), number);
      if (error != std::errc{}) return false;
      rest_.remove_prefix(static_cast<std::size_t>(end - begin));
      numbers.push_back(number);
      blanks();
      if (rest_.empty() || (rest_[0] != ',' && rest_[0] != ']')) return false;
    }
    return true;
  }

  std::string_view rest_;
};

void append_side(std::string& out, SentenceSpan span) {
  out += '[';
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    fmt::format_to(std::back_inserter(out), "{}{}", i > span.begin ? ", " : "", i);
  }
  out += ']';
}

}  // namespace

ParsedBead parse_bead(std::string_view line) {
  LineReader reader(line);
  ParsedBead out;
  out.bead = reader.bead();
  out.end = line.size() - reader.rest().size();
  return out;
}

std::string quoted_line(std::string_view found) {
  constexpr std::size_t kMost = 40;
  if (found.empty()) return "the line ends too early";
  std::string out = "\"" + std::string(found.substr(0, kMost));
  // Not through the middle of a character.
  if (found.size() > kMost) {
    while ((static_cast<unsigned char>(found[out.size() - 1]) & 0xC0) == 0x80 && out.size() > 1) {
      out.pop_back();
    }
    out += "…";
  }
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return out + '"';
}

void append_bead_line(std::string& out, const Bead& bead, std::optional<double> score) {
  append_side(out, bead.arabic);
  out += ':';
  append_side(out, bead.english);
  if (score) out += ':' + score_text(*score);
  out += '\n';
}

Result<std::vector<BeadLine>> read_beads(std::string_view text, const std::string& file) {
  std::vector<BeadLine> beads;
  std::uint64_t number = 0;
  std::size_t at = byte_order_mark_length(text);
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") != std::string_view::npos) {
      ParsedBead parsed = parse_bead(line);
      if (!parsed.bead) {
        return Fault{
            .kind = FaultKind::malformed_bead,
            .file = file,
            .line = number,
            .bytes = {at + parsed.end, at + line.size()},
            .found = quoted_line(line.substr(parsed.end)),
            .remedy = "a bead is written [0, 1]:[2], sentence numbers from 0, Arabic first"};
      }
      beads.push_back(std::move(*parsed.bead));
    }
    at = end + 1;
  }
  return beads;
}

}  // namespace muwazi
